import { Button, Field, Link, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Format } from './files.ts';
import type { FileMaking } from './useFileMaking.tsx';

const useStyles = makeStyles({
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  radio: { '@media (pointer: coarse)': { minHeight: '44px' } },
  said: { flexBasis: '100%', minWidth: 0, overflowWrap: 'anywhere' },
  links: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  words: { margin: 0 },
});

/** As a workbook, or as text for other systems. */
export function FormatChoice({ making, parts = 1 }: { making: FileMaking; parts?: number }) {
  const styles = useStyles();
  const { exchange: words } = useLaterText();
  return (
    <Field label={words.format} hint={parts > 1 ? words.formatHints[making.format] : null}>
      <RadioGroup
        layout="horizontal"
        value={making.format}
        onChange={(_, { value }) => making.choose(value as Format)}
      >
        {(['xlsx', 'csv'] as const).map((format) => (
          <Radio key={format} className={styles.radio} value={format} label={words.formats[format]} />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** Where the file goes, and what became of it. In the mobile apps nothing can be downloaded: there a link leads to it. */
export function FileButtons(parts: {
  making: FileMaking;
  isReady: boolean;
  /** Something else is the next step. */
  isAside?: boolean;
}) {
  const styles = useStyles();
  const { exchange: words } = useLaterText();
  const { isMobile } = useEnvironment().host.context;
  const { making, isReady, isAside = false } = parts;
  const { progress } = making;
  const first = isAside ? 'secondary' : 'primary';
  const isBusy = !isReady || progress.at === 'making' || progress.at === 'saving';
  return (
    <>
      <div role="status" className={styles.said}>
        {said()}
      </div>
      {isMobile ? null : (
        <Button
          className={styles.button}
          appearance={first}
          disabledFocusable={isBusy}
          onClick={() => void making.download()}
        >
          {words.download}
        </Button>
      )}
      <Button
        className={styles.button}
        appearance={isMobile ? first : 'secondary'}
        disabledFocusable={isBusy}
        onClick={() => void making.save()}
      >
        {words.save}
      </Button>
    </>
  );

  function said() {
    switch (progress.at) {
      case 'rest':
        return isMobile ? words.mobile : null;
      case 'made':
        return words.made(progress.count);
      case 'saved':
        return (
          <div className={styles.links}>
            <p className={styles.words}>{words.saved(progress.files.length)}</p>
            {progress.files.map(({ name, url }) => (
              <Link key={name} href={url} target="_blank" rel="noreferrer">
                {words.openFile(name)}
              </Link>
            ))}
          </div>
        );
      case 'notAllowed':
        return isMobile ? words.notAllowedMobile : words.notAllowed;
      case 'making':
      case 'saving':
      case 'notMade':
      case 'notReached':
        return words[progress.at];
    }
  }
}
