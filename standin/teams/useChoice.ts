import { useCallback, useEffect, useState } from 'react';
import { type Choice, type Machine, readHash, samePlace, writeHash } from './choice.ts';
import type { Session } from './session.ts';

/**
 * What the strip has chosen, kept in the address. A new person or place is a step in the browser's history,
 * so Back works as it does in Teams; theme, language and day only rewrite the step.
 */
export function useChoice(
  session: Session,
  { day, network }: Machine,
): [Choice, (change: Partial<Choice>) => void] {
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
    history.replaceState(null, '', writeHash(choiceIn(session), { day, network }));
  }, [session, day, network]);

  const choose = useCallback(
    (change: Partial<Choice>): void => {
      const before = choiceIn(session);
      // Another place is looked at without the feed, unless it was the feed that led there.
      const isFeedOpen = 'place' in change ? false : before.isFeedOpen;
      const after: Choice = { ...before, subPage: undefined, isFeedOpen, ...change };
      const isMove = after.personId !== before.personId || !samePlace(after.place, before.place);
      const isStep = isMove || after.isFeedOpen !== before.isFeedOpen;
      const keepsPage = !isMove && !('subPage' in change);
      if (keepsPage) after.subPage = before.subPage;
      const hash = writeHash(after, { day, network });
      if (isStep) history.pushState(null, '', hash);
      else history.replaceState(null, '', hash);
      setChoice(after);
    },
    [session, day, network],
  );
  return [choice, choose];
}

function choiceIn(session: Session): Choice {
  const {
    day: _day,
    network: _network,
    isChosen: _isChosen,
    ...choice
  } = readHash(window.location.hash, session);
  return choice;
}
