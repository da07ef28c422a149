import { type Activities, yearOfActivity } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import { holdsIn, type Goals } from '../goals/goal.ts';
import type { Indicators, Measurements } from '../goals/indicator.ts';
import type { Units } from '../organisation/unit.ts';
import type { Comments } from './comment.ts';
import type { Period } from './period.ts';

type Handed = {
  readonly goals: Goals;
  readonly units: Units;
  readonly indicators: Indicators;
  readonly measurements: Measurements;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
};

/** What is frozen when the period is closed, and what has not been told by then. */
export type ClosingSummary = {
  readonly checkIns: number;
  readonly measurements: number;
  /** Of the full year alone: an interim report leaves them as they are. */
  readonly year: { readonly activities: number; readonly assignments: number } | undefined;
  /** Departments of which nobody has said in the period how any of their goals goes. */
  readonly silent: readonly string[];
  /** Indicators of the year's goals without an outcome in the period. */
  readonly unmeasured: readonly string[];
};

/** [F41] Counted from the rows that the closing will freeze by [F33]. */
export function closingSummary(world: Handed, { key, kind, year }: Period): ClosingSummary {
  const told = [...world.comments.values()].filter(
    ({ periodKey, status }) => periodKey === key && status !== null,
  );
  const measured = [...world.measurements.values()].filter(({ periodKey }) => periodKey === key);
  const standing = [...world.assignments.values()].filter(
    (one) => one.year === year && one.state === 'assigned',
  );
  const toldShelves = new Set(told.map(({ shelf }) => shelf));
  const departments = [...world.units.values()].filter(
    (unit) =>
      unit.level === 'department' &&
      unit.active &&
      standing.some(({ unitKey }) => unitKey === unit.key) &&
      !toldShelves.has(`${year}/${unit.key}`),
  );
  const outcomes = new Set(measured.map(({ indicatorKey }) => indicatorKey));
  const unmeasured = [...world.indicators.values()].filter((indicator) => {
    const goal = world.goals.get(indicator.goalKey);
    return goal && holdsIn(goal, year) && !outcomes.has(indicator.key);
  });
  return {
    checkIns: told.length,
    measurements: measured.length,
    year:
      kind === 'interim'
        ? undefined
        : {
            activities: [...world.activities.values()].filter((one) => yearOfActivity(one) === year).length,
            assignments: standing.length,
          },
    silent: departments.sort((a, b) => a.order - b.order).map(({ title }) => title),
    unmeasured: unmeasured.map(({ title }) => title),
  };
}
