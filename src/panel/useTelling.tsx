import { useRef, useState } from 'react';
import type { Outcome } from '../environment.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import type { Message } from './messages.ts';

export type Told = Readonly<Record<string, Outcome | 'sending'>>;

/** Tells people one by one, each once, and remembers what came of it. */
export function useTelling(): {
  told: Told;
  isSending: boolean;
  tell: (messages: readonly Message[]) => Promise<void>;
} {
  const { notify } = useEnvironment();
  const [told, setTold] = useState<Told>({});
  const [isSending, setIsSending] = useState(false);
  // Two presses in one breath come before the screen has changed: nobody is told twice.
  const isUnderWay = useRef(false);

  async function send({ id, to, kind, topic, preview, parameters, link }: Message): Promise<Outcome> {
    if (!to) return 'notFound';
    setTold((before) => ({ ...before, [id]: 'sending' }));
    // What is thrown on the way may have been thrown after it was sent.
    const outcome = await notify({ to, kind, topic, preview, parameters, link }).catch(
      () => 'unclear' as const,
    );
    setTold((before) => ({ ...before, [id]: outcome }));
    return outcome;
  }

  return {
    told,
    isSending,
    async tell(messages) {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setIsSending(true);
      const open = messages.filter(({ id, to }) => to !== null && canSend(told[id]));
      let isAllowed = Object.values(told).includes('sent');
      for (const [n, message] of open.entries()) {
        const outcome = await send(message);
        if (outcome === 'sent') isAllowed = true;
        if (outcome !== 'notAllowed' || isAllowed) continue;
        // The organisation has not said yes: nobody is asked to sign in again for each of the others.
        const others = open.slice(n + 1).map(({ id }) => [id, 'notAllowed'] as const);
        setTold((before) => ({ ...before, ...Object.fromEntries(others) }));
        break;
      }
      isUnderWay.current = false;
      setIsSending(false);
    },
  };
}

/** [A16] Only what surely was not sent may be sent by the same button again. */
export function canSend(outcome: Told[string] | undefined): boolean {
  return outcome === undefined || outcome === 'later';
}
