import * as v from 'valibot';
import type { FieldChange, ListName, Row, Value } from '../basics/change.ts';
import { isKey } from '../basics/key.ts';
import type { Version } from '../basics/version.ts';
import type { Stored } from '../world.ts';
import { type Column } from './columns.ts';
import { columnName, commonColumns, lists } from './lists.ts';

/** Fields as Graph takes and gives them, by column name. */
export type Fields = Record<string, string | number | boolean | null>;

const item = v.object({
  id: v.string(),
  eTag: v.string(),
  lastModifiedDateTime: v.fallback(v.string(), ''),
  fields: v.record(v.string(), v.unknown()),
});
const text = v.nullish(v.string());
const version = v.object({
  id: v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/)),
  lastModifiedDateTime: v.pipe(v.string(), v.isoTimestamp()),
  lastModifiedBy: v.nullish(v.object({ user: v.nullish(v.object({ id: text, displayName: text })) })),
  fields: v.record(v.string(), v.unknown()),
});
const key = v.pipe(v.string(), v.check(isKey, 'not a key'));

/** A row that the product cannot have written, or that someone has edited by hand into nonsense. */
export type SetAside = { readonly list: ListName; readonly itemId: string; readonly why: string };

/** The fields of a new row. Empty fields are left out, as Graph leaves them out when it answers. */
export function encodeRow(list: ListName, row: Row, commandKey: string): Fields {
  const fields: Fields = { Title: row.title, Key: row.key, CommandKey: commandKey, Removed: row.removed };
  const values = row as unknown as Record<string, Value>;
  for (const [field, column] of columnsOf(list)) {
    const written = column.encode(values[field] as never);
    if (written !== null) fields[columnName(field)] = written;
  }
  return fields;
}

/** The fields of a change, by what they are to become; `null` empties a field. */
export function encodeChange(list: ListName, changes: Readonly<Record<string, FieldChange>>): Fields {
  const columns = new Map<string, Column<never>>(columnsOf(list));
  const fields: Fields = {};
  for (const [field, { to }] of Object.entries(changes)) {
    const column = columns.get(field);
    fields[columnName(field)] = column ? column.encode(to as never) : (to as string | boolean);
  }
  return fields;
}

/** A list item from Graph as a record, or set aside with the reason when it is none. */
export function decodeItem(list: ListName, raw: unknown): Stored | SetAside {
  const read = v.safeParse(item, raw);
  if (!read.success) return { list, itemId: '?', why: 'not a list item' };
  const { id: itemId, eTag: etag, lastModifiedDateTime: changedAt, fields } = read.output;
  const row = rowOfFields(list, fields);
  if (typeof row === 'string') return { list, itemId, why: row };
  const commandKey = typeof fields['CommandKey'] === 'string' ? fields['CommandKey'] : '';
  return { list, row, itemId, etag, commandKey, changedAt };
}

/** A version of a list item as the record that it was, or set aside. */
export function decodeVersion(list: ListName, raw: unknown): Version | SetAside {
  const read = v.safeParse(version, raw);
  if (!read.success) return { list, itemId: '?', why: 'not a version' };
  const { id, lastModifiedDateTime: at, lastModifiedBy, fields } = read.output;
  const row = rowOfFields(list, fields);
  if (typeof row === 'string') return { list, itemId: '?', why: row };
  const user = lastModifiedBy?.user;
  const by = user?.displayName ? { id: user.id ?? '', name: user.displayName } : null;
  return { number: Number(id), row, by, at };
}

/** The record, or the name of the field that cannot be read. */
export function rowOfFields(
  list: ListName,
  fields: Readonly<Record<string, unknown>>,
): Stored['row'] | string {
  let field = 'key';
  try {
    const row: Record<string, unknown> = {
      key: v.parse(key, fields['Key']),
      title: v.parse(v.string(), fields['Title'] ?? ''),
      removed: commonColumns.Removed.decode(fields['Removed']),
    };
    for (const [name, column] of columnsOf(list)) {
      field = name;
      row[name] = column.decode(fields[columnName(name)]);
    }
    return row as Stored['row'];
  } catch {
    return field;
  }
}

/** The columns to ask Graph for: exactly those that are declared. */
export function columnNames(list: ListName): string[] {
  return ['Title', ...Object.keys(commonColumns), ...columnsOf(list).map(([field]) => columnName(field))];
}

function columnsOf(list: ListName): [string, Column<never>][] {
  return Object.entries(lists[list].columns);
}
