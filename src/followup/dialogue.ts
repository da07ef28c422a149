import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Indexes, Rows } from '../basics/rows.ts';

/** A talk with the head of a department about its goals: that it took place, and what was said. */
export type Dialogue = Row & {
  readonly year: number;
  readonly departmentKey: Key;
  readonly on: Day;
  /** With whom. */
  readonly with: Person | null;
  readonly goalKeys: readonly Key[];
  readonly notes: string | null;
  readonly by: Person | null;
};

export type DialogueIndex = 'department';
export type Dialogues = Rows<Dialogue, DialogueIndex>;
export const dialogueIndexes: Indexes<Dialogue, DialogueIndex> = {
  department: (dialogue) => [`${dialogue.year}/${dialogue.departmentKey}`],
};

/** The talks of a year with a department, the latest first. */
export function dialoguesWith(dialogues: Dialogues, year: number, departmentKey: Key): Dialogue[] {
  return [...dialogues.by('department', `${year}/${departmentKey}`)].sort((a, b) =>
    a.on === b.on ? (a.key < b.key ? 1 : -1) : a.on < b.on ? 1 : -1,
  );
}
