import { itemCells, type Item } from './item.ts';
import type { List } from './listBook.ts';
import type { Store } from './store.ts';

/** An item at its latest place in the log; without the item where it was removed. */
export type Change = { sequence: number; id: number; item: Item | undefined };

/**
 * What has changed since, oldest first. Each item stands in the log once, at its latest change: one that is changed
 * while somebody reads page by page moves to the end and is met again there.
 */
export function changesAfter(
  store: Store,
  list: List,
  { after, deletedAfter }: { after: number; deletedAfter: number },
  most: number,
): Change[] {
  const items = store.all<Item>(
    `SELECT ${itemCells} FROM item WHERE list = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
    list.number,
    after,
    most,
  );
  const removed = store.all<{ sequence: number; id: number }>(
    'SELECT sequence, item AS id FROM tombstone WHERE list = ? AND sequence > ? ORDER BY sequence LIMIT ?',
    list.number,
    Math.max(after, deletedAfter),
    most,
  );
  const changes: Change[] = items.map((item) => ({ sequence: item.sequence, id: item.id, item }));
  for (const one of removed) changes.push({ ...one, item: undefined });
  if (removed.length > 0) changes.sort((a, b) => a.sequence - b.sequence);
  return changes.slice(0, most);
}
