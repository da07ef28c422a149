import { type Activities, yearOfActivity } from '../activities/activity.ts';
import { type Assignments, holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { rowsAt } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import type { Comment, Comments } from './comment.ts';

/** How a goal goes, in the words of whoever said it last. */
export type Status = NonNullable<Comment['status']>;

/** Somebody's word on how a goal goes, and of which place it was said. */
export type Said = Comment & { readonly status: Status; readonly unitKey: Key };

type Handed = {
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
};

/**
 * [F10] For each goal the latest word with a status, said within the room of an assignment that stands or of an activity
 * under the goal. What nobody has judged is not there.
 */
export function statusesOf(world: Handed, year: number, room: Unit): Map<Key, Said> {
  const latest = new Map<Key, Said>();
  for (const comment of commentsOn(world, year, room)) {
    const { status } = comment;
    if (status === null) continue;
    const subject = subjectOf(world, year, comment.subjectKey);
    for (const goalKey of subject?.goalKeys ?? []) {
      const before = latest.get(goalKey);
      if (subject && (!before || isLater(comment, before)))
        latest.set(goalKey, { ...comment, status, unitKey: subject.unitKey });
    }
  }
  return latest;
}

function commentsOn({ comments, units }: Handed, year: number, room: Unit): Iterable<Comment> {
  return rowsAt(comments, units, year, room);
}

/** The goals that a comment on this speaks of. */
function subjectOf({ assignments, activities }: Handed, year: number, key: Key) {
  const assignment = assignments.get(key);
  if (assignment) {
    const stands = holds(assignments, year, assignment.goalKey, assignment.unitKey);
    return stands ? { unitKey: assignment.unitKey, goalKeys: [assignment.goalKey] } : undefined;
  }
  const activity = activities.get(key);
  if (!activity || activity.removed || yearOfActivity(activity) !== year) return undefined;
  const { unitKey } = activity;
  return { unitKey, goalKeys: activity.goalKeys.filter((goal) => holds(assignments, year, goal, unitKey)) };
}

/** Keys are time-ordered, so they tell two words of one day apart. */
export function isLater(a: Comment, b: Comment): boolean {
  const [dayA, dayB] = [a.on ?? '', b.on ?? ''];
  return dayA === dayB ? a.key > b.key : dayA > dayB;
}
