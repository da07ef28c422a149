import { randomUUID } from 'node:crypto';
import type { ListColumn } from './column.ts';
import { invalidRequest } from './errors.ts';
import { comparable, defaultOf, fieldOf, setField, type Fields, type Writing } from './fieldValues.ts';
import { fieldsOf, itemCells, keyOf, type Item } from './item.ts';
import type { List, ListBook } from './listBook.ts';
import type { Store } from './store.ts';
import { keepVersion } from './versionBook.ts';

/** Numbers of the person and the app that write, and the second they do it in. */
export type Signature = { person: number; app: number; at: string };

export type ItemBook = {
  find(list: List, id: number): Item | undefined;
  create(list: List, writing: Writing, by: Signature): Item;
  /** `unchanged` throws when the item is not the one that the caller has seen. */
  change(
    list: List,
    id: number,
    writing: Writing,
    by: Signature,
    unchanged: (item: Item) => void,
  ): Item | undefined;
  remove(list: List, id: number, at: string, unchanged: (item: Item) => void): boolean;
};

export function openItems(store: Store, lists: ListBook): ItemBook {
  const find = (list: List, id: number) =>
    store.first<Item>(`SELECT ${itemCells} FROM item WHERE key = ?`, keyOf(list, id));

  return {
    find,
    create(list, writing, by) {
      const fields: Fields = {};
      for (const column of list.columns.values()) {
        const value = writing.has(column) ? writing.get(column) : defaultOf(column);
        if (value !== null && value !== undefined) setField(fields, column.name, value);
        else refuseMissing(column);
      }
      return store.together(() => {
        const id = lists.nextItem(list);
        for (const column of list.columns.values()) replaceValue(store, list, column, id, fields, undefined);
        const made: Item = {
          id,
          guid: randomUUID(),
          version: 1,
          major: 1,
          created: by.at,
          modified: by.at,
          author: by.person,
          editor: by.person,
          authorApp: by.app,
          editorApp: by.app,
          sequence: lists.stamp(list, by.at),
          fields: JSON.stringify(fields),
        };
        store.run(
          `INSERT INTO item (key, list, ${itemCells}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          keyOf(list, id),
          list.number,
          id,
          made.guid,
          made.version,
          made.major,
          made.created,
          made.modified,
          made.author,
          made.editor,
          made.authorApp,
          made.editorApp,
          made.sequence,
          made.fields,
        );
        return made;
      });
    },
    change: (list, id, writing, by, unchanged) =>
      store.together(() => {
        const before = find(list, id);
        if (!before) return undefined;
        unchanged(before);
        const old = fieldsOf(before);
        const fields: Fields = { ...old };
        for (const [column, value] of writing) {
          if (value === null) {
            refuseMissing(column);
            delete fields[column.name];
          } else {
            setField(fields, column.name, value);
          }
        }
        for (const column of writing.keys()) replaceValue(store, list, column, id, fields, old);
        if (list.versioning === 'on') keepVersion(store, list, before);
        const changed: Item = {
          ...before,
          version: before.version + 1,
          major: before.major + (list.versioning === 'on' ? 1 : 0),
          modified: by.at,
          editor: by.person,
          editorApp: by.app,
          sequence: lists.stamp(list, by.at),
          fields: JSON.stringify(fields),
        };
        store.run(
          `UPDATE item SET version = ?, major = ?, modified = ?, editor = ?, editorApp = ?, sequence = ?, fields = ?
           WHERE key = ?`,
          changed.version,
          changed.major,
          changed.modified,
          changed.editor,
          changed.editorApp,
          changed.sequence,
          changed.fields,
          keyOf(list, id),
        );
        return changed;
      }),
    remove: (list, id, at, unchanged) =>
      store.together(() => {
        const item = find(list, id);
        if (!item) return false;
        unchanged(item);
        const fields = fieldsOf(item);
        for (const column of list.columns.values()) removeValue(store, list, column, id, fields);
        store.run('DELETE FROM item WHERE key = ?', keyOf(list, id));
        store.run('DELETE FROM item_version WHERE list = ? AND item = ?', list.number, id);
        store.run(
          'INSERT INTO tombstone (list, sequence, item, at) VALUES (?, ?, ?, ?)',
          list.number,
          lists.stamp(list, at),
          id,
          at,
        );
        lists.retireItem(list, id);
        return true;
      }),
  };
}

function refuseMissing(column: ListColumn): void {
  // Assumed: the API holds what the form demands.
  if (column.required) throw invalidRequest(`Field '${column.name}' is required`);
}

function replaceValue(
  store: Store,
  list: List,
  column: ListColumn,
  item: number,
  fields: Fields,
  before: Fields | undefined,
): void {
  if (!column.indexed) return;
  const value = fieldOf(fields, column.name);
  const old = before ? fieldOf(before, column.name) : undefined;
  if (value === old) return;
  if (before) removeValue(store, list, column, item, before);
  if (value === undefined) return;
  const cell = comparable(value);
  if (column.enforceUniqueValues && isTaken(store, list, column, cell, item)) {
    throw invalidRequest('One or more fields with unique constraints already has the provided value.');
  }
  store.run(
    'INSERT INTO item_value (list, "column", value, item) VALUES (?, ?, ?, ?)',
    list.number,
    column.number,
    cell,
    item,
  );
}

function removeValue(store: Store, list: List, column: ListColumn, item: number, fields: Fields): void {
  const value = fieldOf(fields, column.name);
  if (!column.indexed || value === undefined) return;
  store.run(
    'DELETE FROM item_value WHERE list = ? AND "column" = ? AND value = ? AND item = ?',
    list.number,
    column.number,
    comparable(value),
    item,
  );
}

function isTaken(store: Store, list: List, column: ListColumn, cell: string | number, item: number): boolean {
  const found = store.first(
    'SELECT item FROM item_value WHERE list = ? AND "column" = ? AND value = ? AND item <> ? LIMIT 1',
    list.number,
    column.number,
    cell,
    item,
  );
  return found !== undefined;
}
