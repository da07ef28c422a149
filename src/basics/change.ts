import type { Key } from './key.ts';

/** The lists of the site, by the name of what stands in them. */
export type ListName = 'goals' | 'stageGoals' | 'units' | 'assignments' | 'activities';

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

/** What a rule wants done with one record. */
export type Change =
  | { readonly kind: 'create'; readonly list: ListName; readonly row: Row }
  | {
      readonly kind: 'update';
      readonly list: ListName;
      readonly key: Key;
      readonly fields: Readonly<Record<string, FieldChange>>;
    };

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
