import { useEffect, useState } from 'react';
import { departmentsOf } from '../organisation/boards.ts';
import { isWithin } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';

/** What goes out of the house may not be a day old. */
const freshMs = 2 * 60 * 1000;

/** Reads everything of the room and, where it is a board, of its departments, with what was said there. */
export function useRowsOf(room: Unit, year: number) {
  const store = useStore();
  const { world } = useWorld();
  const [reading, setReading] = useState<'under way' | 'done' | 'failed'>('under way');
  const [round, setRound] = useState(0);
  const below = departmentsOf(world.units).filter(({ key }) => isWithin(world.units, key, room.key));
  const roomKeys = [room, ...below].map(({ key }) => key).join(' ');

  useEffect(() => {
    let isShown = true;
    const places = [...new Set(roomKeys.split(' '))].map(
      (roomKey) => ({ year, roomKey, withComments: true }) as const,
    );
    // Asked for once more, all of it is read anew.
    store.visit(places, round === 0 ? freshMs : 0).then(
      () => isShown && setReading('done'),
      () => isShown && setReading('failed'),
    );
    return () => {
      isShown = false;
    };
  }, [store, year, roomKeys, round]);

  return {
    reading,
    again() {
      setReading('under way');
      setRound(round + 1);
    },
  };
}
