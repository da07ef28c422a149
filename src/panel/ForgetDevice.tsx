import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { UnsentFileButton } from './UnsentFileButton.tsx';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
  },
  unsent: { fontWeight: tokens.fontWeightSemibold },
});

/** The harmless button has the focus: Enter pressed twice forgets nothing. */
const focusIt = (button: HTMLElement | null) => button?.focus();

/** Takes everything away from this device, after saying what that costs and offering to keep it as a file. */
export function ForgetDevice(parts: { onBack: () => void; onForgotten: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { waiting, stuck } = useWorld();
  const [state, setState] = useState<'ready' | 'working' | 'failed'>('ready');
  const unsent = waiting.length + stuck.length;

  async function forget() {
    setState('working');
    try {
      await store.forgetDevice();
      parts.onForgotten();
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <p>{text.forget.explain}</p>
      <p className={unsent > 0 ? styles.unsent : undefined}>
        {unsent > 0 ? text.forget.unsent(unsent) : text.forget.nothingUnsent}
      </p>
      {unsent > 0 ? <UnsentFileButton /> : null}
      <div className={styles.buttons}>
        <Button disabled={state === 'working'} onClick={() => void forget()}>
          {state === 'working' ? text.forget.working : text.forget.yes}
        </Button>
        <Button ref={focusIt} appearance="subtle" onClick={parts.onBack}>
          {text.steps.back}
        </Button>
      </div>
      <p role="alert">{state === 'failed' ? text.forget.failed : ''}</p>
    </>
  );
}
