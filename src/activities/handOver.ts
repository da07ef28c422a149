import { type Change, update } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Activities, Activity } from './activity.ts';

/** Mark an activity as handed over to the planning system. */
export type HandOver = {
  readonly do: 'handOver';
  readonly year: number;
  readonly roomKey: Key;
  readonly activityKey: Key;
  readonly day: Day;
  /** A short mark of what it said then. */
  readonly as: string;
};

/** [V19] The latest handing over stands, whoever did it; one of an earlier day does not write over it. */
export function handOver(
  { activityKey, day, as }: HandOver,
  { activities }: { readonly activities: Activities },
): Change[] | Refusal {
  const activity = activities.get(activityKey);
  if (!activity || activity.removed) return { refused: 'activityUnknown', field: 'activityKey' };
  if (activity.handedOver !== null && activity.handedOver > day) return [];
  return update<Activity>('activities', activity, { handedOver: day, handedOverAs: as });
}
