import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { SignInFailed, type SignInTrouble } from '../basics/signInFailed.ts';
import { useStore } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

/** Signs in by a click, and goes on with what waited for it. */
export function SignInButton() {
  const text = useLaterText();
  const store = useStore();
  const { account } = useEnvironment();
  return <SignInBy label={text.signIn.button} signIn={account.signIn} onDone={() => store.refresh()} />;
}

/** The same where there is no store yet; `signIn` may lead away from the page. */
export function SignInBy(parts: {
  label: string;
  signIn: () => Promise<void>;
  /** What the last try came to, before the page was opened anew. */
  before?: unknown;
  onDone?: () => void;
}) {
  const text = useLaterText();
  const [state, setState] = useState<SignInTrouble | 'ready' | 'working'>(() => reasonOf(parts.before));

  async function press() {
    setState('working');
    try {
      await parts.signIn();
      setState('ready');
      parts.onDone?.();
    } catch (failure) {
      setState(reasonOf(failure ?? 'unknown'));
    }
  }

  const isWorking = state === 'working';
  return (
    <>
      <Button appearance="primary" disabledFocusable={isWorking} onClick={() => void press()}>
        {isWorking ? text.signIn.working : parts.label}
      </Button>
      <span role="alert">{state === 'ready' || isWorking ? '' : text.signIn.failed[state]}</span>
    </>
  );
}

function reasonOf(failure: unknown): SignInTrouble | 'ready' {
  if (failure === undefined) return 'ready';
  return failure instanceof SignInFailed ? failure.reason : 'unavailable';
}
