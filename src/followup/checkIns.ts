import { type Activities, isWaiting } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { type Goals, holdsIn, inOrder } from '../goals/goal.ts';
import { unitsBelow, unitShelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import type { Comment, Comments } from './comment.ts';
import type { Period, Periods } from './period.ts';
import { isLater, type Status } from './status.ts';

/** How something goes, as somebody said it in a period. */
export type CheckIn = Comment & { readonly status: Status };

/** A goal that a place holds, or something that it does: how it goes is told once in each period. */
export type CheckInLine = {
  readonly subjectKey: Key;
  readonly unit: Unit;
  readonly what: 'goal' | 'activity';
  readonly title: string;
  /** What was said last in the period; `undefined` while it is missing. */
  readonly told: CheckIn | undefined;
  /** What was said last in a period that ended before it. */
  readonly before: CheckIn | undefined;
};

export type CheckInGroup = { readonly unit: Unit; readonly lines: readonly CheckInLine[] };

type Handed = {
  readonly goals: Goals;
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
  readonly periods: Periods;
};

/** [F50] What is to be told of in a room: its own lines first, then those of the units right below it, each by itself. */
export function checkInsOf(world: Handed, year: number, room: Unit, period: Period): CheckInGroup[] {
  return [room, ...unitsBelow(world.units, room.key)].map((unit) => ({
    unit,
    lines: linesOf(world, year, unit, period),
  }));
}

/** What nobody has said anything of in the period. */
export function missingIn(lines: readonly CheckInLine[]): CheckInLine[] {
  return lines.filter(({ told }) => told === undefined);
}

/** Every goal that the place itself holds, and what it does itself: neither dropped nor waiting. */
function linesOf(world: Handed, year: number, unit: Unit, period: Period): CheckInLine[] {
  const shelf = unitShelfOf(year, unit);
  const held = new Map(
    [...world.assignments.by('unitShelf', shelf)]
      .filter(({ state }) => state === 'assigned')
      .map(({ goalKey, key }) => [goalKey, key]),
  );
  const goals = inOrder(
    [...world.goals.values()].filter((goal) => held.has(goal.key) && holdsIn(goal, year)),
  );
  const activities = [...world.activities.by('unitShelf', shelf)]
    .filter((activity) => activity.state !== 'dropped' && !isWaiting(activity, world.assignments))
    .sort((a, b) => (a.key < b.key ? 1 : -1));
  const lineOf = (what: CheckInLine['what'], subjectKey: Key, title: string): CheckInLine => ({
    subjectKey,
    unit,
    what,
    title,
    ...saidOf(world, subjectKey, period),
  });
  return [
    ...goals.map(({ key, title }) => lineOf('goal', held.get(key) ?? key, title)),
    ...activities.map(({ key, title }) => lineOf('activity', key, title)),
  ];
}

/** [F51] What was said in another period is never this one's, and what was said last comes from one that ended before it. */
function saidOf({ comments, periods }: Handed, subjectKey: Key, period: Period) {
  let told: CheckIn | undefined;
  let before: CheckIn | undefined;
  for (const comment of comments.by('subject', subjectKey)) {
    const { status, periodKey } = comment;
    if (status === null || periodKey === null) continue;
    const said = { ...comment, status };
    if (periodKey === period.key) told = later(told, said);
    else if (isEarlier(periods.get(periodKey), period)) before = later(before, said);
  }
  return { told, before };
}

function later(one: CheckIn | undefined, other: CheckIn): CheckIn {
  return one === undefined || isLater(other, one) ? other : one;
}

function isEarlier(one: Period | undefined, period: Period): boolean {
  return one !== undefined && !one.removed && one.ends < period.ends;
}
