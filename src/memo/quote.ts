import { type Activities, type Activity, counts } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import type { Comment, Comments } from '../followup/comment.ts';
import { commentsOn } from '../followup/commentsOn.ts';
import type { Overview } from '../followup/overview.ts';
import { unitShelfOf } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';

/** Somebody's own words, with the place that they come from. Never a person's name: a memo is a public record. */
export type Quote = {
  /** The comment's key, or the activity's. */
  readonly key: Key;
  readonly kind: 'comment' | 'activity';
  readonly place: string;
  readonly text: string;
};

/** What can be ticked of one department: what was said, and the activities by their titles, place by place. */
export type QuoteGroup = { readonly department: Unit; readonly quotes: readonly Quote[] };

type Handed = {
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
};

/**
 * [M3] What can be quoted: comments on activities that are not dropped and on assignments, and the titles of what counts.
 * In the organisation's order, never by how much anybody has written.
 */
export function quotesOf({ year, board, departments }: Overview, world: Handed): QuoteGroup[] {
  const groups = departments.map(({ unit, units }) => ({
    department: unit,
    quotes: [unit, ...units.map((row) => row.unit)].flatMap((place) => quotesFrom(place, year, world)),
  }));
  return [{ department: board, quotes: quotesFrom(board, year, world) }, ...groups].filter(
    ({ quotes }) => quotes.length > 0,
  );
}

function quotesFrom(place: Unit, year: number, { assignments, activities, comments }: Handed): Quote[] {
  const shelf = unitShelfOf(year, place);
  const live = [...activities.by('unitShelf', shelf)]
    .filter(({ state }) => state !== 'dropped')
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const said = (subjectKey: Key) => commentsOn(comments, subjectKey).flatMap((one) => spoken(one, place));
  return [
    ...[...assignments.by('unitShelf', shelf)].flatMap(({ key }) => said(key)),
    ...live.flatMap((activity) => [
      ...(counts(activity, assignments) ? [titleOf(activity, place)] : []),
      ...said(activity.key),
    ]),
  ];
}

function spoken({ key, text, title }: Comment, place: Unit): Quote[] {
  const words = (text ?? title).trim();
  return words === '' ? [] : [{ key, kind: 'comment', place: place.title, text: words }];
}

function titleOf({ key, title }: Activity, place: Unit): Quote {
  return { key, kind: 'activity', place: place.title, text: title };
}
