import { type Activities, type Activity, isWaiting } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Goals } from '../goals/goal.ts';
import type { Indicators, Measurements } from '../goals/indicator.ts';
import { upperRooms } from '../organisation/boards.ts';
import { shelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import type { Comment, Comments } from './comment.ts';
import { countedOverview } from './countedOverview.ts';
import { type Facts, factsOf } from './facts.ts';
import type { OverviewRow } from './overview.ts';
import type { Period } from './period.ts';

type Handed = {
  readonly goals: Goals;
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
  readonly indicators: Indicators;
  readonly measurements: Measurements;
};

/** What the page beside a snapshot tells, for whoever reads it without us. */
export type SnapshotFacts = {
  readonly period: Period;
  readonly takenAt: string;
  readonly by: Person;
  readonly boards: readonly { readonly facts: Facts; readonly places: readonly PlaceFacts[] }[];
  /** What stands with nobody's board, for example with the region itself. */
  readonly others: readonly PlaceFacts[];
  readonly outcomes: readonly OutcomeFacts[];
};

/** A board's own, or a department with its units. */
export type PlaceFacts = {
  readonly title: string;
  readonly goals: OverviewRow['cells'];
  readonly activities: readonly ActivityFacts[];
  readonly said: readonly SaidFacts[];
};

export type ActivityFacts = Pick<
  Activity,
  'title' | 'kind' | 'state' | 'responsibleName' | 'starts' | 'due' | 'expectedEffect' | 'description'
> & { readonly unit: string; readonly goals: readonly string[]; readonly isWaiting: boolean };

export type SaidFacts = {
  readonly about: string;
  readonly unit: string;
  /** `null`: a comment, and no word on how it goes. */
  readonly status: Comment['status'];
  readonly isOfPeriod: boolean;
  readonly isCorrection: boolean;
  readonly text: string | null;
  readonly by: string;
  readonly on: Day | null;
};

export type OutcomeFacts = {
  readonly indicator: string;
  readonly measureUnit: string;
  readonly goal: string;
  readonly value: number;
  readonly comment: string | null;
  readonly source: string | null;
};

/** [F40] The same rows as the snapshot's, in the organisation's own order; each activity once. */
export function snapshotFacts(
  world: Handed,
  period: Period,
  { by, takenAt }: { readonly by: Person; readonly takenAt: string },
): SnapshotFacts {
  const { year } = period;
  const upper = upperRooms(world.units);
  const ofLevel = upper.filter(({ level }) => level === 'board');
  const boards = ofLevel.length > 0 ? ofLevel : upper;
  const seen = new Set<string>();
  const place = (unit: Unit, goals: PlaceFacts['goals']): PlaceFacts => {
    seen.add(shelfOf(year, unit));
    return placeFacts(world, period, unit, goals);
  };
  const told = boards.map((board) => {
    const overview = countedOverview(world, year, board);
    return {
      facts: factsOf(overview),
      places: [place(board, []), ...overview.departments.map(({ unit, cells }) => place(unit, cells))],
    };
  });
  const others = [...world.units.values()].filter(
    (unit) => unit.departmentKey === unit.key && !seen.has(shelfOf(year, unit)),
  );
  return {
    period,
    takenAt,
    by,
    boards: told,
    others: others.map((unit) => placeFacts(world, period, unit, [])).filter(hasAnything),
    outcomes: [...world.measurements.values()].flatMap((one) => {
      const indicator = world.indicators.get(one.indicatorKey);
      if (one.periodKey !== period.key || !indicator) return [];
      const { title, measureUnit, goalKey } = indicator;
      const { value, comment, source } = one;
      return [{ indicator: title, measureUnit, goal: titleIn(world.goals, goalKey), value, comment, source }];
    }),
  };
}

function hasAnything({ goals, activities, said }: PlaceFacts): boolean {
  return goals.length + activities.length + said.length > 0;
}

function placeFacts(world: Handed, period: Period, unit: Unit, goals: PlaceFacts['goals']): PlaceFacts {
  const shelf = shelfOf(period.year, unit);
  return {
    title: unit.title,
    goals,
    activities: [...world.activities.by('shelf', shelf)]
      .map((activity) => activityFacts(world, activity))
      .sort((a, b) => order.compare(a.unit, b.unit) || order.compare(a.title, b.title)),
    said: [...world.comments.by('shelf', shelf)]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((comment) => saidFacts(world, period, comment)),
  };
}

const order = new Intl.Collator('sv');

function activityFacts({ units, goals, assignments }: Handed, activity: Activity): ActivityFacts {
  const { title, kind, state, responsibleName, starts, due, expectedEffect, description } = activity;
  return {
    title,
    unit: titleIn(units, activity.unitKey),
    kind,
    state,
    goals: activity.goalKeys.map((key) => titleIn(goals, key)),
    isWaiting: isWaiting(activity, assignments),
    responsibleName,
    starts,
    due,
    expectedEffect,
    description,
  };
}

function saidFacts(world: Handed, period: Period, comment: Comment): SaidFacts {
  const activity = world.activities.get(comment.subjectKey);
  const assignment = world.assignments.get(comment.subjectKey);
  const unitKey = comment.unitShelf.slice(comment.unitShelf.indexOf('/') + 1);
  return {
    about: activity?.title ?? (assignment ? titleIn(world.goals, assignment.goalKey) : comment.subjectKey),
    unit: titleIn(world.units, unitKey),
    status: comment.status,
    isOfPeriod: comment.periodKey === period.key,
    isCorrection: comment.isCorrection,
    text: comment.text,
    by: comment.by?.name ?? '',
    on: comment.on,
  };
}

function titleIn(rows: { get(key: Key): { readonly title: string } | undefined }, key: Key): string {
  return rows.get(key)?.title ?? key;
}
