import { type Change, type FieldChanges, weigh } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { changedByBoth, isRefusal, type Refusal } from '../basics/refusal.ts';
import type { Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import { type Assignment, assignmentKey, type Assignments } from './assignment.ts';

/** The unit head's answer to an assignment: we agree, or let us talk. It is recorded, and never blocks. */
export type Consult = {
  readonly do: 'consult';
  readonly year: number;
  readonly goalKey: Key;
  readonly unitKey: Key;
  readonly roomKey: Key;
  readonly answer: Assignment['consultation'];
  /** The answer that stood there when its author looked. */
  readonly seen: Assignment['consultation'];
};

type Handed = { readonly units: Units; readonly assignments: Assignments };

export function consult(
  command: Consult & { readonly by: Person; readonly on: Day },
  { units, assignments }: Handed,
): Change[] | Refusal {
  const { year, goalKey, unitKey, roomKey, answer, seen, by, on } = command;
  const unit = unitWithin(units, unitKey, roomKey);
  if (isRefusal(unit)) return unit;
  const there = assignments.get(assignmentKey(year, goalKey, unitKey));
  if (!there || there.removed || there.state !== 'assigned')
    return { refused: 'goalNotHeld', field: 'goalKey' };
  // [A9] The same answer twice is one answer, and the first one's date and name stand.
  if (there.consultation === answer) return [];
  const { consultedBy, consultedOn } = there;
  const fields: FieldChanges = {
    consultation: { was: seen, to: answer },
    consultedBy: { was: consultedBy, to: answer === 'none' ? null : { id: by.id, name: by.name } },
    consultedOn: { was: consultedOn, to: answer === 'none' ? null : on },
  };
  const open = weigh('assignments', there, fields);
  return 'fields' in open ? changedByBoth(open) : open;
}
