import type { Assignments } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { type Activities, type Activity, isWaiting } from './activity.ts';

type Handed = { readonly activities: Activities; readonly assignments: Assignments };

/** The unit's activities that would begin to count if it were given these goals. */
export function waitingUnder(
  { activities, assignments }: Handed,
  unitShelf: string,
  goalKeys: readonly Key[],
): Activity[] {
  return [...activities.by('unitShelf', unitShelf)].filter(
    (activity) =>
      activity.state !== 'dropped' &&
      activity.goalKeys.some((goalKey) => goalKeys.includes(goalKey)) &&
      isWaiting(activity, assignments),
  );
}
