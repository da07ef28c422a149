import { useMemo } from 'react';
import type { Key } from '../basics/key.ts';
import type { Unit } from '../organisation/unit.ts';
import { useWorld } from '../sync/useWorld.ts';
import { statusesOf } from './status.ts';
import { StatusChip } from './StatusChip.tsx';

/** How a goal goes in a room. While nobody has judged any of the room's goals, nothing is said of it. */
export function GoalStatus({ goalKey, year, room }: { goalKey: Key; year: number; room: Unit }) {
  const { world } = useWorld();
  const statuses = useMemo(() => statusesOf(world, year, room), [world, year, room]);
  return statuses.size > 0 ? <StatusChip status={statuses.get(goalKey)?.status ?? 'none'} /> : null;
}
