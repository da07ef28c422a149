import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Indexes, Rows } from '../basics/rows.ts';

/** A political goal of the organisation, for the years that it holds. */
export type Goal = Row & {
  readonly description: string | null;
  /** Followed up by indicators, and then at region level only. */
  readonly isMeasured: boolean;
  /** Activities can be linked to it. */
  readonly isCarried: boolean;
  readonly theme: string | null;
  readonly fromYear: number;
  /** `null`: until further notice. */
  readonly toYear: number | null;
  readonly order: number;
  readonly state: 'active' | 'ended';
};

/** A dated milestone on the way to a goal. */
export type StageGoal = Row & {
  readonly goalKey: Key;
  readonly due: Day;
};

export type StageGoalIndex = 'goal';
export type Goals = Rows<Goal, never>;
export type StageGoals = Rows<StageGoal, StageGoalIndex>;

export const goalIndexes: Indexes<Goal, never> = {};
export const stageGoalIndexes: Indexes<StageGoal, StageGoalIndex> = {
  goal: (stageGoal) => [stageGoal.goalKey],
};

/** [G1] A goal holds from its first year to its last, both included. */
export function holdsIn(goal: Goal, year: number): boolean {
  return (
    !goal.removed &&
    goal.state === 'active' &&
    goal.fromYear <= year &&
    (goal.toYear === null || year <= goal.toYear)
  );
}

const alphabet = new Intl.Collator('sv');

/** The order in which the organisation names its goals. */
export function inOrder(goals: Iterable<Goal>): Goal[] {
  return [...goals].sort((a, b) => a.order - b.order || alphabet.compare(a.title, b.title));
}

/** The years that the goals speak of, and this one, oldest first. A goal until further notice speaks of the years till now. */
export function yearsOf(goals: Goals, thisYear: number): number[] {
  const years = new Set([thisYear]);
  for (const { fromYear, toYear } of goals.values()) {
    const last = toYear ?? Math.max(fromYear, thisYear);
    for (let year = fromYear; year <= Math.min(last, fromYear + longestGoalYears); year += 1) years.add(year);
  }
  return [...years].sort((a, b) => a - b);
}

/** Guards against a row edited by hand to end in the year 20,260. */
const longestGoalYears = 50;
