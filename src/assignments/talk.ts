import { unitShelfOf } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Assignments } from './assignment.ts';

/** True when there may be something to answer: units that ask for a goal, or what was handed down to the unit itself. */
export function hasTalk(assignments: Assignments, year: number, room: Unit, below: readonly Unit[]): boolean {
  const isThere = (unit: Unit, state: 'requested' | 'assigned') => {
    for (const row of assignments.by('unitShelf', unitShelfOf(year, unit)))
      if (row.state === state) return true;
    return false;
  };
  return (
    (room.level === 'unit' && isThere(room, 'assigned')) || below.some((unit) => isThere(unit, 'requested'))
  );
}

/** How many goals the units ask for. */
export function requestsOf(assignments: Assignments, year: number, below: readonly Unit[]): number {
  const rows = below.flatMap((unit) => [...assignments.by('unitShelf', unitShelfOf(year, unit))]);
  return rows.filter(({ state }) => state === 'requested').length;
}
