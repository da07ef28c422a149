import type { FieldChange, ListName, Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isWithin } from '../organisation/tree.ts';
import type { Activities } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import type { Measurements } from '../goals/indicator.ts';
import type { Units } from '../organisation/unit.ts';
import type { Comment, Comments } from './comment.ts';
import { frozenBy } from './freezing.ts';
import { fieldsBetween, seenFields, valuesOf } from './history.ts';
import { type Period, periodIndexes } from './period.ts';
import { Table } from '../basics/rows.ts';

type Handed = {
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
  readonly measurements: Measurements;
};

const compared = ['activities', 'assignments', 'measurements', 'comments'] as const;
export type ComparedList = (typeof compared)[number];

/** A record that is not what it was when the period was closed. */
export type Moved = {
  readonly list: ComparedList;
  readonly row: Row;
  readonly what: 'new' | 'changed' | 'gone';
  /** `null` for what is told of the whole region. */
  readonly unitKey: Key | null;
  /** What people know by name; none where the record is new or gone. */
  readonly fields: readonly (readonly [string, FieldChange])[];
  /**
   * [F43] `corrected`: somebody has said why. `after`: the period had frozen it, and nobody has. `since`: the period had not
   * frozen it.
   */
  readonly how: 'corrected' | 'after' | 'since';
  readonly reason: { readonly text: string; readonly by: Person | null; readonly on: Day | null } | null;
};

/** Marks of the handing over to the planning system go on after the closing, and are no news. */
const unheeded: ReadonlySet<string> = new Set(['handedOver', 'handedOverAs', 'title']);

/**
 * [F42] What of a board's area differs between the snapshot of a period and the records of now: activities and assignments of
 * its year, its check-ins and its outcomes. Nothing is told exactly when nothing differs.
 */
export function movedBetween(then: Handed, now: Handed, period: Period, boardKey: Key): Moved[] {
  const moved: Moved[] = [];
  for (const list of compared) {
    const was = rowsOf(then, list, period);
    const is = rowsOf(now, list, period);
    for (const [key, row] of is) {
      const before = was.get(key);
      const fields = before ? seenChanges(list, before, row) : [];
      if (before && fields.length === 0) continue;
      moved.push(told(list, row, before ? 'changed' : 'new', fields));
    }
    for (const [key, row] of was) if (!is.has(key)) moved.push(told(list, row, 'gone', []));
  }
  return moved.filter(({ unitKey }) => unitKey === null || isWithin(now.units, unitKey, boardKey));

  function told(list: ComparedList, row: Row, what: Moved['what'], fields: Moved['fields']): Moved {
    const reason = reasonOf(now.comments, row.key, period);
    const how = reason ? 'corrected' : isFrozenBy(period, list, row) ? 'after' : 'since';
    return { list, row, what, unitKey: unitOf(list, row), fields, how, reason };
  }
}

function rowsOf(world: Handed, list: ComparedList, period: Period): Map<Key, Row> {
  const rows = new Map<Key, Row>();
  for (const row of world[list].values() as Iterable<Row>)
    if (isOfPeriod(list, row, period)) rows.set(row.key, row);
  return rows;
}

function isOfPeriod(list: ComparedList, row: Row, { key, year }: Period): boolean {
  const { shelf, periodKey, isCorrection } = valuesOf(row);
  if (list === 'activities' || list === 'assignments')
    return typeof shelf === 'string' && shelf.startsWith(`${year}/`);
  return periodKey === key && isCorrection !== true;
}

function seenChanges(list: ComparedList, was: Row, is: Row): Moved['fields'] {
  return seenFields(fieldsBetween(was, is)).filter(
    ([name]) => !unheeded.has(name) || (name === 'title' && list === 'activities'),
  );
}

function unitOf(list: ComparedList, row: Row): Key | null {
  const { unitKey, unitShelf } = valuesOf(row);
  if (list === 'measurements') return null;
  if (typeof unitKey === 'string') return unitKey;
  return typeof unitShelf === 'string' ? unitShelf.slice(unitShelf.indexOf('/') + 1) : null;
}

/** The period as it is now, alone: what another one has frozen is that one's to tell. */
function isFrozenBy(period: Period, list: ListName, row: Row): boolean {
  const only = new Table<Period, never>(periodIndexes);
  only.put(period);
  return frozenBy([{ list, row }], only) !== undefined;
}

/** The latest reason, of several that were given. */
function reasonOf(comments: Comments, subjectKey: Key, { key }: Period): Moved['reason'] {
  const reasons = [...comments.by('subject', subjectKey)].filter(
    ({ isCorrection, periodKey }) => isCorrection && periodKey === key,
  );
  const latest = reasons.reduce<Comment | undefined>(
    (last, one) => (last && last.key > one.key ? last : one),
    undefined,
  );
  return latest ? { text: latest.text ?? latest.title, by: latest.by, on: latest.on } : null;
}
