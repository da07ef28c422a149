import type { Activities, Activity } from '../activities/activity.ts';
import { type Assignments, holds } from '../assignments/assignment.ts';
import type { Goal } from '../goals/goal.ts';
import { unitShelfOf } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import type { OverviewRow } from './overview.ts';

type Handed = { readonly assignments: Assignments; readonly activities: Activities };

/** [F25] The rows that a cell of the map counts: who of the line holds the goal, and what those do for it, dropped left out. */
export function rowsBehind(
  { assignments, activities }: Handed,
  year: number,
  row: OverviewRow,
  goal: Goal,
): { readonly holders: readonly Unit[]; readonly activities: readonly Activity[] } {
  const line = [row.unit, ...row.units.map(({ unit }) => unit)];
  const holders = line.filter((unit) => holds(assignments, year, goal.key, unit.key));
  const done = holders
    .flatMap((unit) => [...activities.by('unitShelf', unitShelfOf(year, unit))])
    .filter((activity) => activity.goalKeys.includes(goal.key) && activity.state !== 'dropped')
    .sort((a, b) => (a.key < b.key ? 1 : -1));
  return { holders, activities: done };
}
