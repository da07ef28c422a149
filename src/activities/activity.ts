import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Indexes, Rows } from '../basics/rows.ts';
import { type Assignments, holds } from '../assignments/assignment.ts';

/** What a department or unit does for one or more goals. */
export type Activity = Row & {
  readonly unitKey: Key;
  readonly shelf: string;
  readonly unitShelf: string;
  readonly goalKeys: readonly Key[];
  readonly stageGoalKey: Key | null;
  /** Targeted at a goal, ordinary work that contributes anyway, or enabling what others do. */
  readonly kind: 'targeted' | 'ordinary' | 'enabling';
  readonly state: 'planned' | 'ongoing' | 'done' | 'dropped';
  /** Entra object id. */
  readonly responsibleId: string | null;
  readonly responsibleName: string | null;
  readonly starts: Day | null;
  readonly due: Day | null;
  readonly expectedEffect: string | null;
  readonly description: string | null;
  /** The idea that it was copied from: an activity's key, or a general idea's. */
  readonly ideaKey: Key | null;
  /** Last year's activity that this one goes on with. */
  readonly continuesKey: Key | null;
  /** The meeting in which it was logged, as Teams names it. */
  readonly meetingId: string | null;
  /** When it was handed over to the planning system. */
  readonly handedOver: Day | null;
  /** What it said then, as a short mark: what says something else by now is handed over again. */
  readonly handedOverAs: string | null;
};

export type ActivityIndex = 'shelf' | 'unitShelf' | 'goal';
export type Activities = Rows<Activity, ActivityIndex>;

export const activityIndexes: Indexes<Activity, ActivityIndex> = {
  shelf: (activity) => [activity.shelf],
  unitShelf: (activity) => [activity.unitShelf],
  goal: (activity) => activity.goalKeys,
};

/** The year is the first part of the shelf: an activity belongs to one year. */
export function yearOfActivity(activity: Activity): number {
  return Number(activity.shelf.slice(0, activity.shelf.indexOf('/')));
}

/** [V1] Under a goal an activity counts only while its unit holds that goal; with none held it waits. Derived, never stored. */
export function isWaiting(activity: Activity, assignments: Assignments): boolean {
  const year = yearOfActivity(activity);
  return !activity.goalKeys.some((goalKey) => holds(assignments, year, goalKey, activity.unitKey));
}

/** [V2] What counts as an activity: targeted or enabling, not dropped, and not waiting. Ordinary work has its own count. */
export function counts(activity: Activity, assignments: Assignments): boolean {
  return activity.kind !== 'ordinary' && activity.state !== 'dropped' && !isWaiting(activity, assignments);
}
