import type { Activity } from '../activities/activity.ts';
import type { Key } from '../basics/key.ts';
import type { RoomCoverage } from '../followup/coverage.ts';

/** One stop of the round about the table: a unit and one of its goals, or a unit that has none. */
export type Stop = { readonly unitKey: Key; readonly goalKey: Key | undefined };

/**
 * [O6] The round of a meeting: the units in their order and under each its goals in theirs; a unit without goals is one
 * stop, so that nobody is passed over. A room with no units goes through its own goals.
 */
export function roundOf({ room, held, units }: RoomCoverage): Stop[] {
  const places =
    units.length > 0
      ? units.map(({ unit, goals }) => ({ unitKey: unit.key, goalKeys: goals.map(({ key }) => key) }))
      : [{ unitKey: room.key, goalKeys: held.map(({ goal }) => goal.key) }];
  return places.flatMap(({ unitKey, goalKeys }): Stop[] =>
    goalKeys.length > 0
      ? goalKeys.map((goalKey) => ({ unitKey, goalKey }))
      : [{ unitKey, goalKey: undefined }],
  );
}

/**
 * [O7] Where the round stands when goals and units have come and gone since: at the same stop while it is there, else at
 * the unit's first, else at the very first.
 */
export function standingAt(stops: readonly Stop[], at: Stop): Stop | undefined {
  return (
    stops.find((stop) => isSame(stop, at)) ?? stops.find(({ unitKey }) => unitKey === at.unitKey) ?? stops[0]
  );
}

/** The next goal goes on to the next unit after the last; `undefined` at the end. */
export function nextGoal(stops: readonly Stop[], at: Stop): Stop | undefined {
  return stops[placeOf(stops, at) + 1];
}

/** The first stop of the next unit, whatever is left of this one; `undefined` at the last. */
export function nextUnit(stops: readonly Stop[], at: Stop): Stop | undefined {
  return stops.slice(placeOf(stops, at) + 1).find(({ unitKey }) => unitKey !== at.unitKey);
}

/** `undefined` at the beginning. */
export function stopBefore(stops: readonly Stop[], at: Stop): Stop | undefined {
  return stops[placeOf(stops, at) - 1];
}

/** How far the round has come, counted from one. */
export type Progress = {
  readonly unit: number;
  readonly units: number;
  readonly goal: number;
  readonly goals: number;
};

export function progressOf(stops: readonly Stop[], at: Stop): Progress {
  const unitKeys = [...new Set(stops.map(({ unitKey }) => unitKey))];
  const own = stops.filter(({ unitKey }) => unitKey === at.unitKey);
  return {
    unit: unitKeys.indexOf(at.unitKey) + 1,
    units: unitKeys.length,
    goal: own.findIndex((stop) => isSame(stop, at)) + 1,
    goals: own.length,
  };
}

/** What the unit does for the goal of the stop; where it has no goals, all that it does. */
export function activitiesAt(activities: readonly Activity[], { unitKey, goalKey }: Stop): Activity[] {
  return activities.filter(
    (activity) =>
      activity.unitKey === unitKey && (goalKey === undefined || activity.goalKeys.includes(goalKey)),
  );
}

export function isUnderWay({ state }: Activity): boolean {
  return state === 'planned' || state === 'ongoing';
}

function placeOf(stops: readonly Stop[], at: Stop): number {
  return stops.findIndex((stop) => isSame(stop, at));
}

function isSame(one: Stop, other: Stop): boolean {
  return one.unitKey === other.unitKey && one.goalKey === other.goalKey;
}
