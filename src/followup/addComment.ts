import type { Change } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { shelfOf, unitShelfOf } from '../organisation/tree.ts';
import type { Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import type { Comment, Comments } from './comment.ts';
import type { Periods } from './period.ts';

/** Say something of an activity or an assignment. */
export type AddComment = {
  readonly do: 'addComment';
  readonly commentKey: Key;
  readonly year: number;
  /** The activity or assignment that it speaks of. */
  readonly subjectKey: Key;
  /** Where the subject stands: its shelf is the comment's. */
  readonly unitKey: Key;
  readonly roomKey: Key;
  readonly text: string;
  /** How it goes, and in which period it is told; without them it is a comment like any other. */
  readonly checkIn?: { readonly periodKey: Key; readonly status: NonNullable<Comment['status']> };
};

/** SharePoint keeps more in a text of several lines; nobody reads it. */
export const longestComment = 4000;

type Handed = { readonly units: Units; readonly comments: Comments; readonly periods: Periods };

export function addComment(
  command: AddComment & { readonly by: Person; readonly on: Day },
  { units, comments, periods }: Handed,
): Change[] | Refusal {
  const { commentKey, year, subjectKey, unitKey, roomKey, checkIn, by, on } = command;
  // [F9] The same comment twice is one comment.
  if (comments.get(commentKey)) return [];
  const text = command.text.trim();
  // [F38] How it goes can be told without a word beside it.
  if (text === '' && !checkIn) return { refused: 'commentMissing', field: 'text' };
  if (text.length > longestComment)
    return { refused: 'commentTooLong', field: 'text', limit: longestComment };
  if (checkIn) {
    const period = periods.get(checkIn.periodKey);
    if (!period || period.removed || period.year !== year)
      return { refused: 'periodUnknown', field: 'periodKey' };
  }
  const unit = unitWithin(units, unitKey, roomKey);
  if (isRefusal(unit)) return unit;
  const row: Comment = {
    key: commentKey,
    title: text === '' && checkIn ? checkIn.status : titleOf(text),
    removed: false,
    subjectKey,
    shelf: shelfOf(year, unit),
    unitShelf: unitShelfOf(year, unit),
    periodKey: checkIn?.periodKey ?? null,
    status: checkIn?.status ?? null,
    text: text === '' ? null : text,
    by: { id: by.id, name: by.name },
    on,
    isCorrection: false,
  };
  return [{ kind: 'create', list: 'comments', row }];
}

/** The first line, for whoever reads the list in SharePoint; half an emoji left by the cut would be refused. */
function titleOf(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.slice(0, 100).replace(/\p{Surrogate}$/u, '');
}
