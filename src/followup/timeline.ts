import type { ListName, Row } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { History } from '../basics/version.ts';
import type { FieldChange } from '../basics/change.ts';
import type { Comment } from './comment.ts';
import { changesBetweenVersions, type Deed, deedOf, seenFields } from './history.ts';

/** One thing that somebody did to one record, whether it still stands or not. */
export type TimelineStep = {
  readonly list: ListName;
  /** As it stood after the step. */
  readonly row: Row;
  /** `unknown`: the record stood there already, and what it was before has not been kept. */
  readonly deed: Deed | 'unknown' | 'said';
  readonly by: Person | null;
  /** ISO 8601 in UTC; of what was said, its day. */
  readonly at: string;
  readonly fields: readonly (readonly [string, FieldChange])[];
};

/** From a moment on and until before another, ISO 8601 in UTC, whole seconds. */
export type Stretch = { readonly from: string; readonly before: string };

/** [F60] Every writing within the stretch that changed something people know, the latest first: also what was undone again. */
export function stepsIn(list: ListName, history: History, { from, before }: Stretch): TimelineStep[] {
  const { versions, isKept } = history;
  const rows = new Map(versions.map((version) => [version.number, version.row]));
  let last: Row | undefined;
  const steps: TimelineStep[] = [];
  for (const { number, by, at, isFirst, fields } of changesBetweenVersions(versions)) {
    const row = rows.get(number);
    if (!row) continue;
    const was = last;
    last = row;
    if (at < from || at >= before) continue;
    const isMade = isFirst && number === 1 && isKept;
    const seen = isFirst ? [] : seenFields(fields);
    if (!isFirst && seen.length === 0) continue;
    const deed = isFirst && !isMade ? 'unknown' : deedOf(list, was, row);
    steps.push({ list, row, deed, by, at, fields: seen });
  }
  return latestFirst(steps);
}

/** [F61] What was said within the stretch, and by whom; a comment is made once and never rewritten. */
export function saidIn(comments: Iterable<Comment>, days: { from: string; to: string }): TimelineStep[] {
  const steps: TimelineStep[] = [];
  for (const row of comments) {
    const { on, by } = row;
    if (on === null || on < days.from || on > days.to) continue;
    steps.push({ list: 'comments', row, deed: 'said', by, at: on, fields: [] });
  }
  return steps;
}

export function latestFirst(steps: readonly TimelineStep[]): TimelineStep[] {
  // What is told by its day alone stands after what that day's clock tells.
  return steps.toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}

/** [F62] From when there is something to tell: the oldest version that is kept, and how many records are older than theirs. */
export function reachOf(histories: readonly History[]): {
  readonly since: string | undefined;
  readonly cutOff: number;
  readonly unkept: number;
  readonly skipped: number;
} {
  let since: string | undefined;
  let [cutOff, unkept, skipped] = [0, 0, 0];
  for (const history of histories) {
    const [first] = history.versions;
    skipped += history.skipped;
    if (!history.isKept) unkept += 1;
    else if (first && first.number !== 1) cutOff += 1;
    if (history.isKept && first && (since === undefined || first.at < since)) since = first.at;
  }
  return { since, cutOff, unkept, skipped };
}

/** Whose place the record speaks of. */
export function placeOf(row: Row): Key {
  const { unitKey, unitShelf = '' } = row as Row & { unitKey?: Key; unitShelf?: string };
  return unitKey ?? unitShelf.slice(unitShelf.indexOf('/') + 1);
}
