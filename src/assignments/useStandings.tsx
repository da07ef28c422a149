import { useEffect, useState } from 'react';
import { unitsBelow } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';

export type Standings = 'reading' | 'ready' | 'failed';

/** Units below the room whose records stand on shelves of their own, which the room's page does not read. */
function farUnits(units: Units, room: Unit): Unit[] {
  return unitsBelow(units, room.key).filter(({ departmentKey }) => departmentKey !== room.departmentKey);
}

/**
 * Sees to it that what has been handed down from the room is known before anything is ticked: a department's own page has
 * read it, a board's departments must be read first.
 */
export function useStandings(room: Unit, year: number): { standings: Standings; readAgain: () => void } {
  const store = useStore();
  const { world } = useWorld();
  const [tries, setTries] = useState(0);
  const [outcome, setOutcome] = useState<{ readonly of: string; readonly how: Standings }>();
  const isFar = farUnits(world.units, room).length > 0;
  const { key: roomKey } = room;
  const reading = `${year}/${roomKey}/${tries}`;

  useEffect(() => {
    if (!isFar) return undefined;
    let isGone = false;
    const end = (how: Standings) => isGone || setOutcome({ of: reading, how });
    const { units } = store.snapshot().world;
    const from = units.get(roomKey);
    const all = from ? [from, ...farUnits(units, from)] : [];
    store.readAssignments(all.map(({ key }) => ({ year, roomKey: key, only: 'assignments' }))).then(
      () => end('ready'),
      () => end('failed'),
    );
    return () => {
      isGone = true;
    };
  }, [store, isFar, roomKey, year, reading]);

  return {
    standings: !isFar ? 'ready' : outcome?.of === reading ? outcome.how : 'reading',
    readAgain: () => setTries(tries + 1),
  };
}
