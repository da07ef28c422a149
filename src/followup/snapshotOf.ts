import type { Activities } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import type { Row } from '../basics/change.ts';
import type { Person } from '../basics/person.ts';
import type { Snapshot } from '../basics/snapshot.ts';
import type { Goals, StageGoals } from '../goals/goal.ts';
import type { Indicators, Measurements } from '../goals/indicator.ts';
import type { Units } from '../organisation/unit.ts';
import type { Comments } from './comment.ts';
import type { Period, Periods } from './period.ts';

type Handed = {
  readonly goals: Goals;
  readonly stageGoals: StageGoals;
  readonly units: Units;
  readonly indicators: Indicators;
  readonly measurements: Measurements;
  readonly periods: Periods;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
};

/**
 * [F40] What stands in the lists when the period is closed: goals, units, indicators, outcomes and periods whole, and what was
 * handed down, done and said in the year. Removed rows are left out: they are in no count, and a row that comes back is news.
 */
export function snapshotOf(
  world: Handed,
  { key: periodKey, year }: Period,
  { by, takenAt }: { readonly by: Person; readonly takenAt: string },
): Snapshot {
  const ofYear = <R extends Row & { readonly shelf: string }>(rows: Iterable<R>) =>
    inOrder([...rows].filter(({ shelf }) => shelf.startsWith(`${year}/`)));
  return {
    periodKey,
    year,
    takenAt,
    by: { id: by.id, name: by.name },
    rows: {
      goals: inOrder(world.goals.values()),
      stageGoals: inOrder(world.stageGoals.values()),
      units: inOrder(world.units.values()),
      indicators: inOrder(world.indicators.values()),
      measurements: inOrder(world.measurements.values()),
      periods: inOrder(world.periods.values()),
      assignments: ofYear(world.assignments.values()),
      activities: ofYear(world.activities.values()),
      comments: ofYear(world.comments.values()),
    },
  };
}

/** The same rows make the same bytes, in whatever order they were read. */
function inOrder<R extends Row>(rows: Iterable<R>): R[] {
  return [...rows].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
