import { useCallback, useEffect, useState } from 'react';
import { type Choice, readHash, samePlace, writeHash } from './choice.ts';
import type { Session } from './session.ts';

/**
 * What the strip has chosen, kept in the address. A new person or place is a step in the browser's history,
 * so Back works as it does in Teams; theme, language and day only rewrite the step.
 */
export function useChoice(session: Session, day: string): [Choice, (change: Partial<Choice>) => void] {
  const [choice, setChoice] = useState<Choice>(() => choiceIn(session));

  useEffect(() => {
    const read = (): void => setChoice(choiceIn(session));
    window.addEventListener('popstate', read);
    window.addEventListener('hashchange', read);
    return () => {
      window.removeEventListener('popstate', read);
      window.removeEventListener('hashchange', read);
    };
  }, [session]);

  useEffect(() => {
    history.replaceState(null, '', writeHash(choiceIn(session), day));
  }, [session, day]);

  const choose = useCallback(
    (change: Partial<Choice>): void => {
      const before = choiceIn(session);
      const after: Choice = { ...before, subPage: undefined, ...change };
      const isStep = after.personId !== before.personId || !samePlace(after.place, before.place);
      const keepsPage = !isStep && !('subPage' in change);
      if (keepsPage) after.subPage = before.subPage;
      const hash = writeHash(after, day);
      if (isStep) history.pushState(null, '', hash);
      else history.replaceState(null, '', hash);
      setChoice(after);
    },
    [session, day],
  );
  return [choice, choose];
}

function choiceIn(session: Session): Choice {
  const { personId, place, theme, language, subPage } = readHash(window.location.hash, session);
  return { personId, place, theme, language, subPage };
}
