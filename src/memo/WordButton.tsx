import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { handFile } from '../panel/handFile.tsx';
import { memoSentences } from '../text/svMemoSentences.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Memo } from './memo.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  said: { color: tokens.colorNeutralForeground3 },
});

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** In the site's library, whatever language its reader has. */
const folder = 'Kaskad/Tjänsteskrivelser';

type Progress =
  | { readonly at: 'rest' | 'making' | 'made' | 'notMade' | 'saving' | 'notAllowed' | 'notReached' }
  | { readonly at: 'saved'; readonly url: string };

/**
 * Makes the document here on the device, and hands it over as a file or to the site's library. What makes it is fetched first
 * when it is asked for. The mobile apps download nothing: there it is saved, and a link leads to it.
 */
export function WordButton({ memo, year, boardKey }: { memo: Memo; year: number; boardKey: Key }) {
  const styles = useStyles();
  const { memo: words } = useLaterText();
  const { files, host } = useEnvironment();
  const { isMobile } = host.context;
  const [progress, setProgress] = useState<Progress>({ at: 'rest' });
  const isBusy = progress.at === 'making' || progress.at === 'saving';
  const name = words.file(year, boardKey);

  async function made(): Promise<Blob> {
    const { memoDocx } = await import('./docx.ts');
    return new Blob([await memoDocx(memo, memoSentences)], { type: wordType });
  }

  async function download() {
    setProgress({ at: 'making' });
    try {
      handFile(name, await made());
      setProgress({ at: 'made' });
    } catch {
      setProgress({ at: 'notMade' });
    }
  }

  async function save() {
    setProgress({ at: 'saving' });
    try {
      const saved = await files.save(`${folder}/${name}`, await made());
      setProgress('trouble' in saved ? { at: saved.trouble } : { at: 'saved', url: saved.url });
    } catch {
      setProgress({ at: 'notMade' });
    }
  }

  return (
    <span className={styles.part}>
      {isMobile ? null : (
        <Button className={styles.button} onClick={() => window.print()}>
          {words.print}
        </Button>
      )}
      <Button
        className={styles.button}
        appearance={isMobile ? 'primary' : 'secondary'}
        disabledFocusable={isBusy}
        onClick={() => void save()}
      >
        {words.save}
      </Button>
      {isMobile ? null : (
        <Button
          className={styles.button}
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => void download()}
        >
          {words.download}
        </Button>
      )}
      <span role="status" className={styles.said}>
        {progress.at === 'rest' ? '' : words[progress.at]}{' '}
        {progress.at === 'saved' ? (
          <Link href={progress.url} target="_blank" rel="noreferrer" inline>
            {words.openSaved}
          </Link>
        ) : null}
      </span>
    </span>
  );
}
