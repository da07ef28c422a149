import { useState } from 'react';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { type Denied, deniedBy } from './denied.ts';

export type Reader = {
  readonly denied: ReadonlySet<Denied>;
  /** Tries once more what was refused: somebody may have given the right meanwhile. */
  readonly retry: () => void;
};

const nothing: ReadonlySet<Denied> = new Set();

/** What the site has refused this user, remembered while the tab is open, also when the refused line was taken away. */
export function useDenied(): Reader {
  const store = useStore();
  const { stuck } = useWorld();
  const [remembered, setRemembered] = useState(nothing);
  const now = deniedBy(stuck);
  const isNews = [...now].some((one) => !remembered.has(one));
  if (isNews) setRemembered(new Set([...remembered, ...now]));
  return {
    denied: remembered,
    retry() {
      const refused = stuck.filter((one) => deniedBy([one]).size > 0);
      for (const { command } of refused) store.retry(command.key);
      setRemembered(nothing);
    },
  };
}
