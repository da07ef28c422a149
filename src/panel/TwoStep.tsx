import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({
  sure: {
    flexBasis: '100%',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  words: { flexBasis: '100%' },
});

/** The button that was pressed has gone away: the one in its place takes the focus. */
const focusIt = (button: HTMLElement | null) => button?.focus();

/** A button for what cannot be undone: it says so, and asks once more in its own place. */
export function TwoStep(parts: { ask: string; sure: string; yes: string; no: string; onYes: () => void }) {
  const styles = useStyles();
  const [step, setStep] = useState<'fresh' | 'asking' | 'kept'>('fresh');
  if (step !== 'asking') {
    return (
      <Button
        appearance="subtle"
        onClick={() => setStep('asking')}
        {...(step === 'kept' ? { ref: focusIt } : {})}
      >
        {parts.ask}
      </Button>
    );
  }
  return (
    <div className={styles.sure} role="group" aria-label={parts.sure}>
      <span className={styles.words}>{parts.sure}</span>
      <Button onClick={parts.onYes}>{parts.yes}</Button>
      <Button ref={focusIt} appearance="subtle" onClick={() => setStep('kept')}>
        {parts.no}
      </Button>
    </div>
  );
}
