import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Indexes, Rows } from '../basics/rows.ts';
import type { GapKind } from './gaps.ts';

/** What has been done about a gap: somebody was reminded of it, or it was put aside with a reason. */
export type GapNote = Row & {
  readonly year: number;
  readonly departmentKey: Key;
  readonly gap: GapKind;
  readonly kind: 'reminded' | 'dismissed';
  readonly state: 'sending' | 'sent' | 'unclear';
  readonly recipient: Person | null;
  readonly on: Day;
  readonly by: Person | null;
  /** Why it was put aside, or what was sent. */
  readonly text: string | null;
};

export type GapNoteIndex = 'department';
export type GapNotes = Rows<GapNote, GapNoteIndex>;
export const gapNoteIndexes: Indexes<GapNote, GapNoteIndex> = {
  department: (note) => [`${note.year}/${note.departmentKey}`],
};
