import type { Item } from './item.ts';
import type { List } from './listBook.ts';
import type { Store } from './store.ts';

/** What an item was at one time: the cells of the item that a change replaces. */
export type Version = Pick<Item, 'major' | 'version' | 'modified' | 'editor' | 'editorApp' | 'fields'>;

/** SharePoint's own setting for a new list. Assumed: a list that Graph made has it too. */
const mostVersions = 50;

const cells = 'major, version, modified, editor, editorApp, fields';

/** Keeps the item as it stands, before it is changed, and lets the oldest version go. */
export function keepVersion(store: Store, list: List, item: Item): void {
  store.run(
    `INSERT INTO item_version (list, item, ${cells}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    list.number,
    item.id,
    item.major,
    item.version,
    item.modified,
    item.editor,
    item.editorApp,
    item.fields,
  );
  // The one that is about to be written counts too.
  store.run(
    'DELETE FROM item_version WHERE list = ? AND item = ? AND major <= ?',
    list.number,
    item.id,
    item.major + 1 - mostVersions,
  );
}

/** Newest first, the present one among them. */
export function versionsOf(store: Store, list: List, item: Item): Version[] {
  const earlier = store.all<Version>(
    `SELECT ${cells} FROM item_version WHERE list = ? AND item = ? ORDER BY major DESC`,
    list.number,
    item.id,
  );
  return [item, ...earlier];
}
