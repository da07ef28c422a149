import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { memoSentences } from '../text/svMemoSentences.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Memo } from './memo.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  said: { color: tokens.colorNeutralForeground3 },
});

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes the document here on the device, and hands it over as a file. What makes it is fetched first when it is asked for. */
export function WordButton({ memo, year }: { memo: Memo; year: number }) {
  const styles = useStyles();
  const { memo: words } = useLaterText();
  const [making, setMaking] = useState<'not' | 'under way' | 'done' | 'failed'>('not');

  async function make() {
    setMaking('under way');
    try {
      const { memoDocx } = await import('./docx.ts');
      hand(new Blob([await memoDocx(memo, memoSentences)], { type: wordType }), words.file(year));
      setMaking('done');
    } catch {
      setMaking('failed');
    }
  }

  return (
    <span className={styles.part}>
      <Button className={styles.button} onClick={() => window.print()}>
        {words.print}
      </Button>
      <Button
        className={styles.button}
        appearance="primary"
        disabled={making === 'under way'}
        onClick={() => void make()}
      >
        {words.download}
      </Button>
      <span role="status" className={styles.said}>
        {{ not: '', 'under way': words.making, done: words.made, failed: words.notMade }[making]}
      </span>
    </span>
  );
}

function hand(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
