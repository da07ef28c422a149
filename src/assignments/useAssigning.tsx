import { useCallback, useMemo, useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Unit } from '../organisation/unit.ts';
import { useWorld } from '../sync/useWorld.ts';
import {
  type Cell,
  firstWants,
  matrixOf,
  type Plan,
  planOf,
  wanted,
  type Wants,
  wishesOf,
} from './matrix.ts';

type Made = { readonly wants: Wants; readonly isTouched: boolean };

/** What has been ticked, room by room, since the drawer was opened. */
export function useAssigning(parts: {
  rooms: readonly Unit[];
  room: Unit;
  year: number;
  unitKey: Key | undefined;
  /** Before that nothing is ticked in advance: what nobody has read looks like what nobody has handed down. */
  isReady: boolean;
}) {
  const { rooms, room, year, unitKey, isReady } = parts;
  const { world } = useWorld();
  const [made, setMade] = useState<ReadonlyMap<Key, Made>>(new Map());
  const matrix = useMemo(() => matrixOf(world, year, room), [world, year, room]);
  if (isReady && !made.has(room.key)) {
    setMade(new Map(made).set(room.key, { wants: firstWants(matrix, unitKey), isTouched: false }));
  }

  const onTick = useCallback(
    (cells: readonly Cell[], to: boolean) =>
      setMade((before) => {
        const wants = before.get(room.key)?.wants ?? new Map();
        return new Map(before).set(room.key, { wants: wanted(wants, cells, to), isTouched: true });
      }),
    [room.key],
  );

  // Another room is saved with this one when something was ticked there by hand; what stood ticked there in advance is not.
  const plans = useMemo(
    () =>
      rooms.flatMap((one) => {
        const own = made.get(one.key);
        if (!own || (one.key !== room.key && !own.isTouched)) return [];
        return { room: one, wants: own.wants, plan: planOf(matrixOf(world, year, one), own.wants) };
      }),
    [rooms, made, room.key, world, year],
  );
  const all = (part: keyof Plan) => plans.flatMap(({ plan }) => plan[part]);

  return {
    matrix,
    wants: made.get(room.key)?.wants ?? new Map<string, never>(),
    onTick,
    plan: { assign: all('assign'), withdraw: all('withdraw'), overtaken: all('overtaken') },
    wishes: () => plans.flatMap(({ room: from, wants, plan }) => wishesOf(plan, wants, year, from.key)),
  };
}
