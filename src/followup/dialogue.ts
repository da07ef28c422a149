import type { Change, Row } from '../basics/change.ts';
import { type Day, isDay } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Indexes, Rows } from '../basics/rows.ts';
import type { Units } from '../organisation/unit.ts';

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

/** Write down a talk with the head of a department. */
export type NoteDialogue = {
  readonly do: 'noteDialogue';
  readonly dialogueKey: Key;
  readonly year: number;
  readonly roomKey: Key;
  readonly departmentKey: Key;
  readonly day: Day;
  readonly with: { readonly id: string; readonly name: string } | null;
  readonly goalKeys: readonly Key[];
  readonly notes: string;
};

export function noteDialogue(
  command: NoteDialogue & { readonly by: Person },
  { units, dialogues }: { readonly units: Units; readonly dialogues: Dialogues },
): Change[] | Refusal {
  const { dialogueKey, year, departmentKey, day, goalKeys, by } = command;
  // [F21] The same note twice is one note.
  if (dialogues.get(dialogueKey)) return [];
  const department = units.get(departmentKey);
  if (!department || department.removed) return { refused: 'unitUnknown', field: 'departmentKey' };
  if (!isDay(day)) return { refused: 'dayMissing', field: 'day' };
  const notes = command.notes.trim();
  const row: Dialogue = {
    key: dialogueKey,
    title: `${department.title} ${day}`.slice(0, 255).replace(/\p{Surrogate}$/u, ''),
    removed: false,
    year,
    departmentKey,
    on: day,
    with: command.with,
    goalKeys: [...new Set(goalKeys)],
    notes: notes === '' ? null : notes,
    by: { id: by.id, name: by.name },
  };
  return [{ kind: 'create', list: 'dialogues', row }];
}

/** The talks of a year with a department, the latest first. */
export function dialoguesWith(dialogues: Dialogues, year: number, departmentKey: Key): Dialogue[] {
  return [...dialogues.by('department', `${year}/${departmentKey}`)].sort((a, b) =>
    a.on === b.on ? (a.key < b.key ? 1 : -1) : a.on < b.on ? 1 : -1,
  );
}
