import { type Key, longestKey } from '../basics/key.ts';
import { isRefusal } from '../basics/refusal.ts';
import { type Goals, holdsIn } from '../goals/goal.ts';
import { rowsAt } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import { type Activities, type Activity, yearOfActivity } from './activity.ts';
import type { ChangeActivity } from './changeActivity.ts';
import type { LogActivity } from './logActivity.ts';

type Handed = { readonly goals: Goals; readonly units: Units; readonly activities: Activities };

/**
 * [V12] What a room can go on with from the year before: what was not dropped, stands with a unit that is still there, and
 * has no copy that stands. What is still under way comes first.
 */
export function continuable(world: Handed, year: number, room: Unit): Activity[] {
  const taken = new Set(shelved(world, year, room).map(({ continuesKey }) => continuesKey));
  const open = shelved(world, year - 1, room).filter(
    ({ key, state, unitKey }) =>
      state !== 'dropped' && !taken.has(key) && !isRefusal(unitWithin(world.units, unitKey, room.key)),
  );
  // Keys are time-ordered, so the newest comes first without a clock.
  const placeOf = (activity: Activity) => (isUnderWay(activity) ? 0 : 1);
  return open.sort((a, b) => placeOf(a) - placeOf(b) || (a.key < b.key ? 1 : -1));
}

export function isUnderWay({ state }: Activity): boolean {
  return state === 'planned' || state === 'ongoing';
}

function shelved({ activities, units }: Handed, year: number, room: Unit): Activity[] {
  return rowsAt(activities, units, year, room);
}

/**
 * [V12] The copy's key comes from its source, so that two people who copy make one. A copy that was taken back keeps its key
 * for ever: the next one has the next number.
 */
export function continuedKey(activities: Activities, year: number, sourceKey: Key): Key {
  const tail = sourceKey.slice(-(longestKey - 12)).replace(/^[-/]/, '');
  const first = `${year}/${tail}`;
  let key = first;
  for (let n = 2; activities.get(key)?.removed; n += 1) key = `${first}/${n}`;
  return key;
}

/** The goals that it can still be for. */
export function goalsLeft(goals: Goals, year: number, { goalKeys }: Activity): Key[] {
  return goalKeys.filter((goalKey) => {
    const goal = goals.get(goalKey);
    return goal !== undefined && goal.isCarried && holdsIn(goal, year);
  });
}

/** The same work in the new year. Its dates were the old year's, and are not taken along. */
export function continueWish(
  world: Handed,
  year: number,
  roomKey: Key,
  source: Activity,
  goalKeys: readonly Key[],
): LogActivity {
  const { responsibleId: id, responsibleName: name } = source;
  return {
    do: 'logActivity',
    activityKey: continuedKey(world.activities, year, source.key),
    year,
    title: source.title,
    goalKeys,
    kind: source.kind,
    unitKey: source.unitKey,
    roomKey,
    details: {
      stageGoalKey: source.stageGoalKey,
      state: source.state === 'planned' ? 'planned' : 'ongoing',
      responsible: name === null ? null : { id, name },
      expectedEffect: source.expectedEffect,
      description: source.description,
      ideaKey: source.ideaKey,
      continuesKey: source.key,
    },
  };
}

/** Ends it where it stands, in its own year. */
export function endWish(roomKey: Key, source: Activity, to: 'done' | 'dropped'): ChangeActivity {
  return {
    do: 'changeActivity',
    activityKey: source.key,
    year: yearOfActivity(source),
    roomKey,
    fields: { state: { was: source.state, to } },
  };
}
