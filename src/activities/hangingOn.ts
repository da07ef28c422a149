import type { Key } from '../basics/key.ts';
import type { Activities, Activity } from './activity.ts';

/** [A11] The unit's own activities under the goal, of every kind: they stay when it is taken back, and no longer count under it. */
export function hangingOn(
  { activities }: { readonly activities: Activities },
  unitShelf: string,
  goalKey: Key,
): Activity[] {
  return [...activities.by('unitShelf', unitShelf)].filter(
    ({ state, goalKeys }) => state !== 'dropped' && goalKeys.includes(goalKey),
  );
}
