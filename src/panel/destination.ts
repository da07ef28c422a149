import { yearOfActivity } from '../activities/activity.ts';
import type { Key } from '../basics/key.ts';
import { holdsIn, yearsOf } from '../goals/goal.ts';
import { isWithin } from '../organisation/tree.ts';
import type { World } from '../world.ts';
import type { SubPage } from './subPage.ts';

/** Where a link leads in the organisation as it is today. */
export type Destination = {
  readonly year: number;
  readonly roomKey: Key | undefined;
  /** What stands open over the room's page. */
  readonly open:
    | { readonly drawer: 'goal'; readonly goalKey: Key }
    | { readonly drawer: 'activity'; readonly activityKey: Key }
    | undefined;
  /** False when something of what the link names is no longer there: then it leads as near as it can. */
  readonly isWhole: boolean;
};

/**
 * [O5] A link leads to a room, a goal or an activity that is there, in a year that the goals speak of; anything else leads
 * home, and is said. An activity is shown in its own year.
 */
export function destinationOf(
  { units, goals, activities }: Pick<World, 'units' | 'goals' | 'activities'>,
  link: SubPage,
  { home, thisYear }: { readonly home: Key | undefined; readonly thisYear: number },
): Destination {
  const room = units.get(link.roomKey ?? home ?? '');
  const isKnown = yearsOf(goals, thisYear).includes(link.year);
  const isRoom = room !== undefined && !room.removed;
  if (!isKnown || (link.roomKey !== undefined && !isRoom)) {
    return { year: thisYear, roomKey: home, open: undefined, isWhole: false };
  }
  const at = { year: link.year, roomKey: isRoom ? room.key : undefined };
  if (link.activityKey !== undefined) {
    const activity = activities.get(link.activityKey);
    const isThere =
      activity !== undefined && !activity.removed && isRoom && isWithin(units, activity.unitKey, room.key);
    if (!isThere) return { ...at, open: undefined, isWhole: false };
    const open = { drawer: 'activity', activityKey: activity.key } as const;
    return { ...at, year: yearOfActivity(activity), open, isWhole: true };
  }
  if (link.goalKey !== undefined) {
    const goal = goals.get(link.goalKey);
    if (!goal || !holdsIn(goal, link.year) || !isRoom) return { ...at, open: undefined, isWhole: false };
    return { ...at, open: { drawer: 'goal', goalKey: goal.key }, isWhole: true };
  }
  return { ...at, open: undefined, isWhole: true };
}
