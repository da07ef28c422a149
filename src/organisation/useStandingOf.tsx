import { useEffect, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { useStore } from '../sync/useWorld.ts';

/** What stands with these units now must not be of yesterday for whoever is about to move it. */
const recentMs = 2 * 60 * 1000;

/** Reads what units hold and do in a year, before anything is done with it. */
export function useStandingOf(year: number, keys: readonly (Key | undefined)[]) {
  const store = useStore();
  const [read, setRead] = useState<{ readonly of: string; readonly hasFailed: boolean }>();
  const [tries, setTries] = useState(0);
  const of = `${year} ${tries} ${keys.join(' ')}`;
  const joined = keys.filter((key) => key !== undefined).join(' ');
  useEffect(() => {
    if (joined === '') return undefined;
    let isWanted = true;
    const places = joined.split(' ').map((roomKey) => ({ year, roomKey, withComments: true as const }));
    store.visit(places, recentMs).then(
      () => isWanted && setRead({ of, hasFailed: false }),
      () => isWanted && setRead({ of, hasFailed: true }),
    );
    return () => {
      isWanted = false;
    };
  }, [store, year, joined, of]);
  const ours = read?.of === of ? read : undefined;
  return {
    at: ours === undefined ? 'reading' : ours.hasFailed ? 'failed' : 'read',
    again: () => setTries(tries + 1),
  } as const;
}
