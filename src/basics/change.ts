import type { Key } from './key.ts';

/** The lists of the site, by the name of what stands in them. */
export type ListName =
  | 'goals'
  | 'stageGoals'
  | 'units'
  | 'assignments'
  | 'activities'
  | 'comments'
  | 'periods'
  | 'settings'
  | 'tallies'
  | 'indicators'
  | 'measurements'
  | 'dialogues'
  | 'gapNotes';

/** What every record has, whatever list it stands in. */
export type Row = {
  readonly key: Key;
  readonly title: string;
  /** Hidden and out of every count; the product never deletes. */
  readonly removed: boolean;
};

/** What a field may hold; a list is written as JSON text. `null` is an empty field. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** One field's change: what the author saw and what they want. The pair is what keeps others' words from being overwritten. */
export type FieldChange = { readonly was: Value; readonly to: Value };

/** The changes of one record's fields, by the field's name. */
export type FieldChanges = Readonly<Record<string, FieldChange>>;

export type Create = { readonly kind: 'create'; readonly list: ListName; readonly row: Row };
export type Update = {
  readonly kind: 'update';
  readonly list: ListName;
  readonly key: Key;
  readonly fields: FieldChanges;
};

/** What a rule wants done with one record. */
export type Change = Create | Update;

/** Fields that two people have changed in two ways, for one of them to settle. */
export type Clash = {
  readonly list: ListName;
  readonly key: Key;
  readonly fields: Readonly<Record<string, { readonly mine: Value; readonly theirs: Value }>>;
};

/** The key of the record that the change speaks of. */
export function keyOf(change: Change): Key {
  return change.kind === 'create' ? change.row.key : change.key;
}

/**
 * [S8] Holds wishes of an earlier moment against the record of now, field by field: what is there already is done,
 * what still is as it was is changed, and what has become something else was changed by both.
 */
export function weigh(list: ListName, row: Row, fields: FieldChanges): Change[] | Clash {
  const current = row as unknown as Record<string, Value | undefined>;
  const open: Record<string, FieldChange> = {};
  const clashing: Record<string, { mine: Value; theirs: Value }> = {};
  for (const [name, change] of Object.entries(fields)) {
    const theirs = current[name] ?? null;
    if (isSame(theirs, change.to)) continue;
    if (isSame(theirs, change.was)) open[name] = change;
    else clashing[name] = { mine: change.to, theirs };
  }
  if (Object.keys(clashing).length > 0) return { list, key: row.key, fields: clashing };
  return Object.keys(open).length === 0 ? [] : [{ kind: 'update', list, key: row.key, fields: open }];
}

/** The same wishes after their author has seen the others' values: kept over them, or given up for them. */
export function settleFields(fields: FieldChanges, clash: Clash, whose: 'mine' | 'theirs'): FieldChanges {
  const settled: Record<string, FieldChange> = {};
  for (const [name, change] of Object.entries(fields)) {
    const clashing = clash.fields[name];
    if (!clashing) settled[name] = change;
    else if (whose === 'mine') settled[name] = { was: clashing.theirs, to: change.to };
  }
  return settled;
}

/** The change that turns `row` into a row with `wanted` fields; fields that already hold are left out. */
export function update<R extends Row>(
  list: ListName,
  row: R,
  wanted: Partial<Record<keyof R & string, Value>>,
): Change[] {
  const current = row as unknown as Record<string, Value | undefined>;
  const fields: Record<string, FieldChange> = {};
  for (const [name, to] of Object.entries(wanted) as [string, Value][]) {
    const was = current[name] ?? null;
    if (!isSame(was, to)) fields[name] = { was, to };
  }
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'update', list, key: row.key, fields }];
}

/** Equality of field values by content; the order of an object's names does not matter. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), b as { readonly [name: string]: Value }];
  return (
    left.length === Object.keys(b).length &&
    left.every(([name, value]) => name in b && isSame(value, right[name] ?? null))
  );
}
