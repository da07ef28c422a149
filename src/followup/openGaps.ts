import type { GapNote, GapNotes } from './gapNote.ts';
import { type Gap, gapsOf } from './gaps.ts';
import type { Overview } from './overview.ts';

/** [F24] The gaps that stand open, and those that were put aside with a reason. A gap that has closed is in neither. */
export function openGaps(
  overview: Overview,
  gapNotes: GapNotes,
): {
  readonly open: readonly Gap[];
  readonly dismissed: readonly { readonly gap: Gap; readonly note: GapNote }[];
} {
  const open: Gap[] = [];
  const dismissed: { gap: Gap; note: GapNote }[] = [];
  for (const gap of gapsOf(overview)) {
    const note = notesOf(gap, overview.year, gapNotes).find(({ kind }) => kind === 'dismissed');
    if (note) dismissed.push({ gap, note });
    else open.push(gap);
  }
  return { open, dismissed };
}

/** Who has been reminded of the gap, the latest first. */
export function remindersOf(gap: Gap, year: number, gapNotes: GapNotes): GapNote[] {
  return notesOf(gap, year, gapNotes)
    .filter(({ kind }) => kind === 'reminded')
    .sort((a, b) => (a.on === b.on ? (a.key < b.key ? 1 : -1) : a.on < b.on ? 1 : -1));
}

function notesOf(gap: Gap, year: number, gapNotes: GapNotes): GapNote[] {
  return [...gapNotes.by('department', `${year}/${gap.departmentKey}`)].filter(
    (note) => note.gap === gap.kind,
  );
}
