import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useStore } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    '@media print': { display: 'none' },
  },
});

/** The numbers above are counted as people save; here they are counted anew from the activities themselves. */
export function RecountLine({ year }: { year: number }) {
  const styles = useStyles();
  const { recount } = useLaterText();
  const store = useStore();
  const [words, setWords] = useState('');
  const [isBusy, setIsBusy] = useState(false);

  async function count() {
    setIsBusy(true);
    setWords(recount.busy);
    try {
      const { drifted } = await store.verify(year);
      setWords(recount.done(drifted));
    } catch {
      setWords(recount.failed);
    }
    setIsBusy(false);
  }

  return (
    <div className={styles.line}>
      <span>{recount.what}</span>
      <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => void count()}>
        {recount.again}
      </Button>
      <span role="status">{words}</span>
    </div>
  );
}
