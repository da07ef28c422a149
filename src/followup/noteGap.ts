import { type Change, update } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { GapNote, GapNotes } from './gapNote.ts';
import type { GapKind } from './gaps.ts';

/** [F22] One reminder of one gap to one person a day; putting a gap aside has no recipient, and is one for the year. */
export function gapNoteKey(
  note: { readonly year: number; readonly departmentKey: Key; readonly gap: GapKind },
  to?: { readonly recipientId: string; readonly on: Day },
): Key {
  const gap = note.gap.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const base = `${note.year}/${note.departmentKey}/${gap}`;
  return to ? `${base}/${to.recipientId.toLowerCase()}/${to.on}` : `${base}/dismissed`;
}

/** Remind of a gap: the note stands first, then one message is sent, and what became of it is written beside it. */
export type NoteReminder = {
  readonly do: 'noteReminder';
  readonly year: number;
  readonly roomKey: Key;
  readonly departmentKey: Key;
  readonly gap: GapKind;
  readonly recipient: Person;
  readonly day: Day;
  /** `notSent`: it surely did not come through, and may be tried another time. */
  readonly state: GapNote['state'] | 'notSent';
  readonly text: string;
};

export function noteReminder(
  command: NoteReminder & { readonly by: Person },
  { gapNotes }: { readonly gapNotes: GapNotes },
): Change[] | Refusal {
  const { year, departmentKey, gap, recipient, day, state, text, by } = command;
  const key = gapNoteKey({ year, departmentKey, gap }, { recipientId: recipient.id, on: day });
  const there = gapNotes.get(key);
  if (there && !there.removed) {
    if (state === 'notSent')
      return there.state === 'sending' ? update<GapNote>('gapNotes', there, { removed: true }) : [];
    // [F23] What has come through stays so; an unclear sending may turn out to have come through, and nothing more.
    if (there.state === 'sent' || state === 'sending') return [];
    return update<GapNote>('gapNotes', there, { state });
  }
  if (state === 'notSent') return [];
  const row = noteRow(key, {
    year,
    departmentKey,
    gap,
    on: day,
    by,
    text,
    state,
    kind: 'reminded',
    recipient,
  });
  return there ? restored(there, row) : [{ kind: 'create', list: 'gapNotes', row }];
}

/** Put a gap aside, with the reason why it is none. */
export type DismissGap = {
  readonly do: 'dismissGap';
  readonly year: number;
  readonly roomKey: Key;
  readonly departmentKey: Key;
  readonly gap: GapKind;
  readonly reason: string;
};

export function dismissGap(
  command: DismissGap & { readonly by: Person; readonly on: Day },
  { gapNotes }: { readonly gapNotes: GapNotes },
): Change[] | Refusal {
  const { year, departmentKey, gap, by, on } = command;
  const text = command.reason.trim();
  if (text === '') return { refused: 'reasonMissing', field: 'reason' };
  const key = gapNoteKey({ year, departmentKey, gap });
  const there = gapNotes.get(key);
  if (there && !there.removed) return [];
  const row = noteRow(key, {
    year,
    departmentKey,
    gap,
    on,
    by,
    text,
    state: 'sent',
    kind: 'dismissed',
    recipient: null,
  });
  return there ? restored(there, row) : [{ kind: 'create', list: 'gapNotes', row }];
}

/** Take a gap up again that was put aside. */
export type RestoreGap = {
  readonly do: 'restoreGap';
  readonly year: number;
  readonly roomKey: Key;
  readonly departmentKey: Key;
  readonly gap: GapKind;
};

export function restoreGap(
  { year, departmentKey, gap }: RestoreGap,
  { gapNotes }: { readonly gapNotes: GapNotes },
): Change[] {
  const there = gapNotes.get(gapNoteKey({ year, departmentKey, gap }));
  return there ? update<GapNote>('gapNotes', there, { removed: true }) : [];
}

function noteRow(
  key: Key,
  fields: Omit<GapNote, 'key' | 'title' | 'removed' | 'by'> & { readonly by: Person },
): GapNote {
  const { by, ...rest } = fields;
  return { key, title: key, removed: false, ...rest, by: { id: by.id, name: by.name } };
}

function restored(there: GapNote, { text, on, by, state }: GapNote): Change[] {
  return update<GapNote>('gapNotes', there, { removed: false, text, on, by, state });
}
