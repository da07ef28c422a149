import { randomUUID } from 'node:crypto';
import type { ListColumn } from './column.ts';
import { invalidRequest } from './errors.ts';
import { comparable, defaultOf, fieldOf, setField, type Fields, type Writing } from './fieldValues.ts';
import type { List, ListBook } from './listBook.ts';
import type { Store } from './store.ts';

export type Item = {
  id: number;
  guid: string;
  version: number;
  created: string;
  modified: string;
  author: number;
  editor: number;
  authorApp: number;
  editorApp: number;
  fields: Fields;
};

export type ItemRow = Omit<Item, 'fields'> & { fields: string };

/** Numbers of the person and the app that write, and the second they do it in. */
export type Signature = { person: number; app: number; at: string };

export const itemCells = 'id, guid, version, created, modified, author, editor, authorApp, editorApp, fields';

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
  remove(list: List, id: number, unchanged: (item: Item) => void): boolean;
};

export function openItems(store: Store, lists: ListBook): ItemBook {
  const find = (list: List, id: number) => {
    const row = store.first<ItemRow>(
      `SELECT ${itemCells} FROM item WHERE list = ? AND id = ?`,
      list.number,
      id,
    );
    return row ? itemOf(row) : undefined;
  };

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
        const made: Item = {
          id: lists.nextItem(list),
          guid: randomUUID(),
          version: 1,
          created: by.at,
          modified: by.at,
          author: by.person,
          editor: by.person,
          authorApp: by.app,
          editorApp: by.app,
          fields,
        };
        for (const column of list.columns.values()) replaceValue(store, list, column, made, undefined);
        store.run(
          `INSERT INTO item (list, ${itemCells}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          list.number,
          made.id,
          made.guid,
          made.version,
          made.created,
          made.modified,
          made.author,
          made.editor,
          made.authorApp,
          made.editorApp,
          JSON.stringify(fields),
        );
        return made;
      });
    },
    change: (list, id, writing, by, unchanged) =>
      store.together(() => {
        const before = find(list, id);
        if (!before) return undefined;
        unchanged(before);
        const fields: Fields = { ...before.fields };
        const changed = {
          ...before,
          version: before.version + 1,
          modified: by.at,
          editor: by.person,
          editorApp: by.app,
          fields,
        };
        for (const [column, value] of writing) {
          if (value === null) {
            refuseMissing(column);
            delete fields[column.name];
          } else {
            setField(fields, column.name, value);
          }
        }
        for (const column of writing.keys()) replaceValue(store, list, column, changed, before);
        store.run(
          'UPDATE item SET version = ?, modified = ?, editor = ?, editorApp = ?, fields = ? WHERE list = ? AND id = ?',
          changed.version,
          changed.modified,
          changed.editor,
          changed.editorApp,
          JSON.stringify(fields),
          list.number,
          id,
        );
        return changed;
      }),
    remove: (list, id, unchanged) =>
      store.together(() => {
        const item = find(list, id);
        if (!item) return false;
        unchanged(item);
        for (const column of list.columns.values()) removeValue(store, list, column, item);
        store.run('DELETE FROM item WHERE list = ? AND id = ?', list.number, id);
        lists.retireItem(list, id);
        return true;
      }),
  };
}

export function itemOf(row: ItemRow): Item {
  return { ...row, fields: JSON.parse(row.fields) as Fields };
}

function refuseMissing(column: ListColumn): void {
  // Assumed: the API holds what the form demands.
  if (column.required) throw invalidRequest(`Field '${column.name}' is required`);
}

function replaceValue(
  store: Store,
  list: List,
  column: ListColumn,
  item: Item,
  before: Item | undefined,
): void {
  if (!column.indexed) return;
  const value = fieldOf(item.fields, column.name);
  const old = before ? fieldOf(before.fields, column.name) : undefined;
  if (value === old) return;
  if (before) removeValue(store, list, column, before);
  if (value === undefined) return;
  const cell = comparable(value);
  if (column.enforceUniqueValues && isTaken(store, list, column, cell, item.id)) {
    throw invalidRequest('One or more fields with unique constraints already has the provided value.');
  }
  store.run(
    'INSERT INTO item_value (list, "column", value, item) VALUES (?, ?, ?, ?)',
    list.number,
    column.number,
    cell,
    item.id,
  );
}

function removeValue(store: Store, list: List, column: ListColumn, item: Item): void {
  const value = fieldOf(item.fields, column.name);
  if (!column.indexed || value === undefined) return;
  store.run(
    'DELETE FROM item_value WHERE list = ? AND "column" = ? AND value = ? AND item = ?',
    list.number,
    column.number,
    comparable(value),
    item.id,
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
