import type { Activities, Activity } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import type { Comment, Comments } from '../followup/comment.ts';
import type { Periods } from '../followup/period.ts';
import type { Goals, StageGoals } from '../goals/goal.ts';
import { isWithin, unitShelfOf, unitsBelow } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';

export type Handed = {
  readonly goals: Goals;
  readonly stageGoals: StageGoals;
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
  readonly periods: Periods;
};

/** Of whom it is told: a room with everything below it, in a year. */
export type Span = { readonly year: number; readonly room: Unit };

/** [E6] The room and all below it in the order of the tree; those that are no longer active come last, with what they have left. */
export function placesIn(units: Units, room: Unit): Unit[] {
  const places = new Map([[room.key, room]]);
  const walk = (key: string) => {
    for (const unit of unitsBelow(units, key)) {
      if (places.has(unit.key)) continue;
      places.set(unit.key, unit);
      walk(unit.key);
    }
  };
  walk(room.key);
  for (const unit of units.values())
    if (!places.has(unit.key) && isWithin(units, unit.key, room.key)) places.set(unit.key, unit);
  return [...places.values()];
}

/** The department and, where it is another, the unit. */
export function placeCells(units: Units, unit: Unit): [string, string | null] {
  const department = units.get(unit.departmentKey) ?? unit;
  return [department.title, department.key === unit.key ? null : unit.title];
}

const alphabet = new Intl.Collator('sv');

/** What a unit does, by the Swedish alphabet: the same file twice has the same order. */
export function activitiesAt(activities: Activities, year: number, unit: Unit): Activity[] {
  return [...activities.by('unitShelf', unitShelfOf(year, unit))].sort(
    (a, b) => alphabet.compare(a.title, b.title) || (a.key < b.key ? -1 : 1),
  );
}

/** What has been said in the room, the oldest first. */
export function commentsIn({ comments, units }: Handed, { year, room }: Span): Comment[] {
  const placeOf = ({ on, key }: Comment) => `${on ?? ''} ${key}`;
  return placesIn(units, room)
    .flatMap((unit) => [...comments.by('unitShelf', unitShelfOf(year, unit))])
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** The latest judgement of a subject, and the latest words; why something was put right is neither. */
export function latestOn(comments: Comments, subjectKey: string): Pick<Comment, 'status' | 'text'> {
  let [status, text] = [null as Comment['status'], null as Comment['text']];
  const all = [...comments.by('subject', subjectKey)].filter(({ isCorrection }) => !isCorrection);
  all.sort((a, b) => (`${a.on ?? ''} ${a.key}` < `${b.on ?? ''} ${b.key}` ? -1 : 1));
  for (const comment of all) [status, text] = [comment.status ?? status, comment.text ?? text];
  return { status, text };
}
