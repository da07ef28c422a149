import { useEffect, useMemo, useState } from 'react';
import { countedOverview } from '../followup/countedOverview.ts';
import type { Overview } from '../followup/overview.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { memoFactsOf } from './memoFacts.ts';
import { quotesOf } from './quote.ts';

/** What is reported to a board may not be a day old. */
const freshMs = 2 * 60 * 1000;

/**
 * [M1] The board's departments counted from their own rows, and what can be quoted of them. Where the rows cannot be read,
 * the kept tallies have to do, and that is said.
 */
export function useCountedRows(tallied: Overview) {
  const store = useStore();
  const { world } = useWorld();
  const [reading, setReading] = useState<'under way' | 'done' | 'failed'>('under way');
  const [round, setRound] = useState(0);
  const { year, board } = tallied;
  const roomKeys = [board, ...tallied.departments.map(({ unit }) => unit)].map(({ key }) => key).join(' ');

  useEffect(() => {
    let isShown = true;
    const places = roomKeys.split(' ').map((roomKey) => ({ year, roomKey, withComments: true }) as const);
    // Asked for once more, all of it is read anew.
    store.visit(places, round === 0 ? freshMs : 0).then(
      () => isShown && setReading('done'),
      () => isShown && setReading('failed'),
    );
    return () => {
      isShown = false;
    };
  }, [store, year, roomKeys, round]);

  const overview = useMemo(
    () => (reading === 'done' ? countedOverview(world, year, board) : tallied),
    [reading, world, year, board, tallied],
  );
  return {
    reading,
    overview,
    facts: useMemo(() => memoFactsOf(overview, world), [overview, world]),
    groups: useMemo(() => (reading === 'done' ? quotesOf(overview, world) : []), [reading, overview, world]),
    again() {
      setReading('under way');
      setRound(round + 1);
    },
  };
}
