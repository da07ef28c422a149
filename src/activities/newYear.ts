import { type Assignment, assignmentKey, type Assignments, holds } from '../assignments/assignment.ts';
import type { AssignGoal } from '../assignments/assignGoal.ts';
import type { Key } from '../basics/key.ts';
import type { ExtendGoal } from '../goals/extendGoal.ts';
import { type Goal, type Goals, holdsIn, inOrder } from '../goals/goal.ts';
import { unitsBelow, unitShelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import type { Activities, Activity } from './activity.ts';
import { continueWish, isUnderWay } from './continueActivity.ts';
import type { LogActivity } from './logActivity.ts';

type Handed = {
  readonly goals: Goals;
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
};

/** What a year can be begun with from the one before it, of a board and everything below. */
export type NewYear = {
  readonly year: number;
  /** Goals that hold in the old year and not in the new one. */
  readonly ending: readonly Goal[];
  /** Who held what, from above: each can be handed down once those before it are. */
  readonly assignments: readonly Assignment[];
  /** What is planned or under way, and has not been gone on with. */
  readonly activities: readonly Activity[];
};

/** [V20] Nothing that has a lifetime of its own is copied: goals go on as they are, or are extended. */
export function newYearOf(world: Handed, year: number, board: Unit): NewYear {
  const places = placesBelow(world.units, board);
  const old = places.flatMap((unit) => [...world.assignments.by('unitShelf', unitShelfOf(year - 1, unit))]);
  const taken = new Set(
    places
      .flatMap((unit) => [...world.activities.by('unitShelf', unitShelfOf(year, unit))])
      .map(({ continuesKey }) => continuesKey),
  );
  return {
    year,
    ending: inOrder(world.goals.values()).filter((goal) => holdsIn(goal, year - 1) && !holdsIn(goal, year)),
    assignments: old.filter(
      ({ goalKey, unitKey, state }) =>
        state === 'assigned' && !holds(world.assignments, year, goalKey, unitKey),
    ),
    activities: places
      .flatMap((unit) => [...world.activities.by('unitShelf', unitShelfOf(year - 1, unit))])
      .filter((activity) => isUnderWay(activity) && !taken.has(activity.key)),
  };
}

/** The board first, then what stands below it, level by level. */
function placesBelow(units: Units, board: Unit): Unit[] {
  const places = [board];
  // A list that grows is walked to its new end; a circle made by hand ends where it began.
  for (const place of places)
    for (const unit of unitsBelow(units, place.key)) if (!places.includes(unit)) places.push(unit);
  return places;
}

/** What of it is wanted. */
export type Chosen = {
  readonly goals: ReadonlySet<Key>;
  readonly assignments: boolean;
  readonly activities: boolean;
};

/** What is asked for, and how much of what was wanted cannot be had. */
export type Beginning = {
  readonly goals: readonly ExtendGoal[];
  readonly assignments: readonly AssignGoal[];
  readonly activities: readonly LogActivity[];
  /** Of the old year's, those whose goal does not hold any more, or whose place above does not hold it. */
  readonly left: { readonly assignments: number; readonly activities: number };
};

/**
 * [V20] In an order in which each can be done: goals, then who holds them from above, then the activities. Keys come from what
 * is copied, so that two people who begin the same year make one of each.
 */
export function beginningOf(world: Handed, newYear: NewYear, chosen: Chosen, board: Unit): Beginning {
  const { year } = newYear;
  const extended = newYear.ending.filter(({ key }) => chosen.goals.has(key));
  const goals = extended.map(({ key, toYear }): ExtendGoal => ({
    do: 'extendGoal',
    year,
    roomKey: board.key,
    goalKey: key,
    was: toYear,
    to: year,
  }));
  const isThere = (goalKey: Key) => {
    const goal = world.goals.get(goalKey);
    return chosen.goals.has(goalKey) || (goal !== undefined && holdsIn(goal, year));
  };
  const held = new Set<string>();
  const assignments: AssignGoal[] = [];
  for (const { goalKey, unitKey } of chosen.assignments ? newYear.assignments : []) {
    const unit = world.units.get(unitKey);
    const above = unit && unit.parentKey !== null ? world.units.get(unit.parentKey) : undefined;
    if (!unit || !above || !isThere(goalKey)) continue;
    const isHeldAbove =
      above.level === 'region' ||
      held.has(`${goalKey} ${above.key}`) ||
      holds(world.assignments, year, goalKey, above.key);
    if (!isHeldAbove) continue;
    held.add(`${goalKey} ${unitKey}`);
    const seen = world.assignments.get(assignmentKey(year, goalKey, unitKey));
    assignments.push({
      do: 'assignGoal',
      year,
      goalKey,
      unitKey,
      roomKey: above.key,
      seen: seen && !seen.removed ? seen.state : 'none',
    });
  }
  const activities = (chosen.activities ? newYear.activities : []).flatMap((source) => {
    const left = source.goalKeys.filter(
      (goalKey) => isThere(goalKey) && world.goals.get(goalKey)?.isCarried === true,
    );
    return left.length === 0 ? [] : [continueWish(world, year, board.key, source, left)];
  });
  return {
    goals,
    assignments,
    activities,
    left: {
      assignments: chosen.assignments ? newYear.assignments.length - assignments.length : 0,
      activities: chosen.activities ? newYear.activities.length - activities.length : 0,
    },
  };
}
