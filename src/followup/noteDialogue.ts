import type { Change } from '../basics/change.ts';
import { type Day, isDay } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Units } from '../organisation/unit.ts';
import type { Dialogue, Dialogues } from './dialogue.ts';

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
