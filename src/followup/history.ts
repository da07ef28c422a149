import type { FieldChange, FieldChanges, ListName, Row, Value } from '../basics/change.ts';
import { isSame } from '../basics/change.ts';
import type { Person } from '../basics/person.ts';
import type { Version } from '../basics/version.ts';

/** What somebody did to a record in one writing. */
export type HistoryStep = {
  /** Of the version that it led to. */
  readonly number: number;
  readonly by: Person | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The first that is known: the record's making, or where its kept versions begin. */
  readonly isFirst: boolean;
  readonly fields: FieldChanges;
};

export type Deed =
  | 'created'
  | 'finished'
  | 'dropped'
  | 'reopened'
  | 'assigned'
  | 'withdrawn'
  | 'requested'
  | 'consulted'
  | 'changed'
  | 'removed';

/** What changes together with something that people see, and is told by that. */
const unseen: ReadonlySet<string> = new Set([
  'key',
  'shelf',
  'unitShelf',
  'responsibleId',
  'handedOverAs',
  'requestedBy',
  'requestedOn',
  'consultedBy',
  'consultedOn',
]);

/** [F26] Who changed what, oldest first. A writing that left everything as it was is nothing to tell. */
export function changesBetweenVersions(versions: readonly Version[]): HistoryStep[] {
  return versions.flatMap(({ number, row, by, at }, n) => {
    const before = versions[n - 1];
    const fields = before ? fieldsBetween(before.row, row) : {};
    return before && Object.keys(fields).length === 0 ? [] : [{ number, by, at, isFirst: !before, fields }];
  });
}

export function fieldsBetween(before: Row, after: Row): FieldChanges {
  const [was, to] = [valuesOf(before), valuesOf(after)];
  const fields: Record<string, FieldChange> = {};
  for (const name of new Set([...Object.keys(was), ...Object.keys(to)])) {
    const change = { was: was[name] ?? null, to: to[name] ?? null };
    if (!isSame(change.was, change.to)) fields[name] = change;
  }
  return fields;
}

/** [F26] Of what was changed, what people know by name; a person's id goes with the name. */
export function seenFields(fields: FieldChanges): [string, FieldChange][] {
  return Object.entries(fields).filter(([name]) => !unseen.has(name));
}

/** [F27] What it comes to that a record went from one state to another; without an earlier one it was made. */
export function deedOf(list: ListName, before: Row | undefined, after: Row): Deed {
  const was = before && valuesOf(before);
  const to = valuesOf(after);
  if (after.removed && !before?.removed) return 'removed';
  if (!was || !isSame(was['state'] ?? null, to['state'] ?? null)) {
    const standing = to['state'];
    if (list === 'assignments' && isStanding(standing)) return standing;
    if (!was) return 'created';
    if (standing === 'done') return 'finished';
    if (standing === 'dropped') return 'dropped';
    if (was['state'] === 'done' || was['state'] === 'dropped') return 'reopened';
  }
  return was && !isSame(was['consultation'] ?? null, to['consultation'] ?? null) ? 'consulted' : 'changed';
}

function isStanding(state: Value | undefined): state is 'assigned' | 'withdrawn' | 'requested' {
  return state === 'assigned' || state === 'withdrawn' || state === 'requested';
}

/** A record's fields by name. */
export function valuesOf(row: Row): Readonly<Record<string, Value | undefined>> {
  return row;
}
