import { type Activities, type Activity, counts, isWaiting } from '../activities/activity.ts';
import { type Assignments, goalKeysHeld, holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { type Goal, type Goals, holdsIn, inOrder } from '../goals/goal.ts';
import { rowsAt, unitsBelow, unitShelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';

type Handed = {
  readonly goals: Goals;
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
};

/** How a room stands in a year: what it holds, what it has handed down, and what is being done. */
export type RoomCoverage = {
  readonly room: Unit;
  readonly held: readonly GoalCoverage[];
  /** [F1] How many goals could be held: those that the place above holds. */
  readonly possible: number;
  readonly units: readonly UnitCoverage[];
  /** The room's and its units' activities, newest first. */
  readonly activities: readonly Activity[];
  readonly counted: number;
  readonly ordinary: number;
  readonly waiting: number;
};

export type GoalCoverage = { readonly goal: Goal; readonly units: number; readonly activities: number };

export type UnitCoverage = {
  readonly unit: Unit;
  readonly goals: readonly Goal[];
  readonly activities: number;
};

export function coverageOfRoom(world: Handed, year: number, room: Unit): RoomCoverage {
  const { goals, units, assignments } = world;
  const below = unitsBelow(units, room.key);
  const keysHeldByUnits = new Map(below.map((unit) => [unit.key, heldKeys(world, year, unit)]));
  const activities = activitiesOf(world, year, room);
  const counted = activities.filter((activity) => counts(activity, assignments));
  const held = goalsByKey(goals, year, heldKeys(world, year, room));
  return {
    room,
    held: held.map((goal) => ({
      goal,
      units: below.filter((unit) => keysHeldByUnits.get(unit.key)?.has(goal.key)).length,
      activities: counted.filter((activity) => isUnder(world, year, activity, goal.key)).length,
    })),
    possible: possibleGoals(world, year, room),
    units: below.map((unit) => ({
      unit,
      goals: goalsByKey(goals, year, keysHeldByUnits.get(unit.key) ?? new Set()),
      activities: counted.filter((activity) => activity.unitKey === unit.key).length,
    })),
    activities,
    counted: counted.length,
    ordinary: activities.filter(
      (activity) =>
        activity.kind === 'ordinary' && activity.state !== 'dropped' && !isWaiting(activity, assignments),
    ).length,
    waiting: activities.filter((activity) => activity.state !== 'dropped' && isWaiting(activity, assignments))
      .length,
  };
}

/** A department sees the whole shelf; a unit only its own part of it. */
function activitiesOf({ activities, units }: Handed, year: number, room: Unit): Activity[] {
  // Keys are time-ordered (UUID version 7), so the newest comes first without a clock.
  return rowsAt(activities, units, year, room).sort((a, b) => (a.key < b.key ? 1 : -1));
}

function possibleGoals(world: Handed, year: number, room: Unit): number {
  const above = room.parentKey === null ? undefined : world.units.get(room.parentKey);
  if (above && above.level !== 'region')
    return goalsByKey(world.goals, year, heldKeys(world, year, above)).length;
  return [...world.goals.values()].filter((goal) => holdsIn(goal, year)).length;
}

function heldKeys({ assignments }: Handed, year: number, unit: Unit): Set<Key> {
  return new Set(goalKeysHeld(assignments, unitShelfOf(year, unit)));
}

function goalsByKey(goals: Goals, year: number, keys: Set<Key>): Goal[] {
  return inOrder([...goals.values()].filter((goal) => keys.has(goal.key) && holdsIn(goal, year)));
}

/** [F2] An activity on several goals counts once in totals, and under each of its goals that its own unit holds. */
function isUnder({ assignments }: Handed, year: number, activity: Activity, goalKey: Key): boolean {
  return activity.goalKeys.includes(goalKey) && holds(assignments, year, goalKey, activity.unitKey);
}
