import { type Activities, isWaiting } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { type Facts, factsOf } from '../followup/facts.ts';
import type { Overview, OverviewCell, OverviewRow } from '../followup/overview.ts';
import type { Period, Periods } from '../followup/period.ts';
import type { StageGoals } from '../goals/goal.ts';
import type { Indicators, Measurements } from '../goals/indicator.ts';
import { trendOf } from '../goals/trend.ts';
import { unitShelfOf } from '../organisation/tree.ts';

type Handed = {
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly stageGoals: StageGoals;
  readonly periods: Periods;
  readonly indicators: Indicators;
  readonly measurements: Measurements;
};

/** Everything that a memo tells of the organisation, as plain data: a draft keeps what it was written from. */
export type MemoFacts = Facts & {
  readonly goals: readonly GoalFacts[];
  /** Of the year, in the order in which they end. */
  readonly periods: readonly PeriodFacts[];
  readonly lines: readonly LineFacts[];
  /** How many of the activities make it possible for others to reach a goal. */
  readonly enabling: number;
  /** What ordinary and enabling work is meant to make possible, by the day it is due. */
  readonly stageGoals: readonly { readonly title: string; readonly due: Day }[];
  readonly indicators: readonly IndicatorFacts[];
};

export type GoalFacts = {
  readonly key: Key;
  readonly title: string;
  readonly isMeasured: boolean;
  readonly isCarried: boolean;
};
export type PeriodFacts = {
  readonly title: string;
  readonly ends: Day;
  readonly dueOn: Day | null;
  readonly isClosed: boolean;
};
/** A department in the table of departments and goals. */
export type LineFacts = {
  readonly key: Key;
  readonly title: string;
  readonly counted: number;
  /** In the order of the goals. */
  readonly cells: readonly CellFacts[];
};
export type CellFacts = Pick<OverviewCell, 'state' | 'unitsHolding' | 'activities' | 'ordinary'>;
export type IndicatorFacts = {
  readonly title: string;
  readonly measureUnit: string;
  readonly baselineYear: number;
  readonly baselineValue: number;
  /** The latest outcome until the memo's year; without one, nothing. */
  readonly latest: { readonly year: number; readonly value: number } | null;
  readonly targetYear: number;
  readonly targetValue: number;
};

/** [M1] The facts of a board's year. [M2] Outcomes are the whole region's, of the goals that the board holds. */
export function memoFactsOf(overview: Overview, world: Handed): MemoFacts {
  const { goals, departments, year } = overview;
  return {
    ...factsOf(overview),
    goals: goals.map(({ key, title, isMeasured, isCarried }) => ({ key, title, isMeasured, isCarried })),
    periods: periodsOf(world.periods, year),
    lines: departments.map(lineOf),
    ...enablingOf(overview, world),
    indicators: goals.flatMap((goal) => indicatorsOf(goal.key, year, world)),
  };
}

function lineOf({ unit, counted, cells }: OverviewRow): LineFacts {
  return {
    key: unit.key,
    title: unit.title,
    counted,
    cells: cells.map(({ state, unitsHolding, activities, ordinary }) => ({
      state,
      unitsHolding,
      activities,
      ordinary,
    })),
  };
}

function periodsOf(periods: Periods, year: number): PeriodFacts[] {
  const ofYear = [...periods.values()].filter((period) => period.year === year);
  const byEnd = (a: Period, b: Period) =>
    a.ends === b.ends ? (a.key < b.key ? -1 : 1) : a.ends < b.ends ? -1 : 1;
  return ofYear.sort(byEnd).map(({ title, ends, dueOn, state }) => ({
    title,
    ends,
    dueOn,
    isClosed: state === 'closed',
  }));
}

/** [M5] Counted as activities are: of those who stand in the board's area, not dropped and not waiting. */
function enablingOf(
  { board, departments, year }: Overview,
  { assignments, activities, stageGoals }: Handed,
): Pick<MemoFacts, 'enabling' | 'stageGoals'> {
  const units = [board, ...departments.flatMap((row) => [row.unit, ...row.units.map(({ unit }) => unit)])];
  const live = units
    .flatMap((unit) => [...activities.by('unitShelf', unitShelfOf(year, unit))])
    .filter((activity) => activity.state !== 'dropped' && !isWaiting(activity, assignments));
  const named = new Set(
    live.flatMap(({ kind, stageGoalKey }) =>
      kind !== 'targeted' && stageGoalKey !== null ? [stageGoalKey] : [],
    ),
  );
  const known = [...named].flatMap((key) => {
    const stageGoal = stageGoals.get(key);
    return stageGoal && !stageGoal.removed ? [stageGoal] : [];
  });
  return {
    enabling: live.filter(({ kind }) => kind === 'enabling').length,
    stageGoals: known
      .sort((a, b) => (a.due === b.due ? (a.key < b.key ? -1 : 1) : a.due < b.due ? -1 : 1))
      .map(({ title, due }) => ({ title, due })),
  };
}

function indicatorsOf(
  goalKey: Key,
  year: number,
  { indicators, measurements, periods }: Handed,
): IndicatorFacts[] {
  return [...indicators.by('goal', goalKey)].map((indicator) => {
    const until = [...measurements.by('indicator', indicator.key)].filter((one) => one.year <= year);
    const { latest } = trendOf(indicator, until, periods);
    return {
      title: indicator.title,
      measureUnit: indicator.measureUnit,
      baselineYear: indicator.baselineYear,
      baselineValue: indicator.baselineValue,
      latest: latest.isBaseline ? null : { year: latest.year, value: latest.value },
      targetYear: indicator.targetYear,
      targetValue: indicator.targetValue,
    };
  });
}
