import type { ListName, Value } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { emptyTables, put, type Stored, type Tables } from '../world.ts';
import { openChunks } from './chunks.ts';

/** What has come or gone since it was last asked, for the other tabs. */
export type News = {
  readonly stored: readonly Stored[];
  readonly gone: readonly { readonly list: ListName; readonly itemId: string }[];
};

/** The records as the site last told them, with each one's version. */
export type Confirmed = {
  readonly tables: Tables;
  find(list: ListName, key: string): Stored | undefined;
  /** Takes in what the site told; an older version than the known one changes nothing, since answers may come late. */
  put(stored: Stored): void;
  /** The same from another tab, which may not have heard yet that the row is gone. */
  hear(stored: Stored): void;
  /** What lay on the disk, chunk by chunk. */
  restore(chunks: readonly (readonly Stored[])[]): void;
  /** The row is no longer on the site: somebody deleted it by hand. */
  remove(list: ListName, key: string): void;
  /** The same, by SharePoint's own number for the row. */
  removeItem(list: ListName, itemId: string): void;
  /** A whole list, or one shelf of it, as just read: what is no longer there has been deleted by hand. */
  replace(list: ListName, shelf: string | undefined, rows: readonly Stored[]): void;
  /** The chunks that have changed since they were last taken, for the disk. */
  takeChanged(): Map<number, readonly Stored[]>;
  /** Every chunk counts as changed: for the disk that another tab has written until now. */
  touchAll(): void;
  takeNews(): News;
};

export function emptyConfirmed(): Confirmed {
  const tables = emptyTables();
  const known = new Map<string, Stored>();
  const names = new Map<string, string>();
  /** SharePoint's numbers of rows that were there and are not, so that no other tab brings them back from earlier. */
  const gone = new Set<string>();
  const chunks = openChunks();
  /** By name, each row's last word only: what came and went again must not be told as come. */
  let news = new Map<string, Stored | { list: ListName; itemId: string }>();
  const nameOf = (list: ListName, key: string) => `${list}\n${key}`;

  /** Its name, where it says something new. */
  function accept(stored: Stored): string | undefined {
    const name = nameOf(stored.list, stored.row.key);
    const before = known.get(name);
    // The site's answer to a reading is mostly what we have; writing it to disk again would be work for nothing.
    if (before && (before.etag === stored.etag || isOlder(stored, before))) {
      if (before.itemId === stored.itemId) return undefined;
    }
    // A row made anew after somebody deleted it: that the old one is gone says nothing about this.
    if (before && before.itemId !== stored.itemId) names.delete(nameOf(stored.list, before.itemId));
    known.set(name, stored);
    const item = nameOf(stored.list, stored.itemId);
    names.set(item, name);
    gone.delete(item);
    put(tables, stored);
    return name;
  }

  function take(stored: Stored): void {
    const name = accept(stored);
    if (name === undefined) return;
    chunks.touch(name);
    news.set(name, stored);
    news.delete(nameOf(stored.list, stored.itemId));
  }

  function drop(name: string, { list, row, itemId }: Stored): void {
    known.delete(name);
    names.delete(nameOf(list, itemId));
    gone.add(nameOf(list, itemId));
    tables[list].remove(row.key);
    chunks.remove(name);
    news.delete(name);
  }

  function dropNamed(name: string | undefined): void {
    const stored = name === undefined ? undefined : known.get(name);
    if (name !== undefined && stored) drop(name, stored);
  }

  return {
    tables,
    find: (list, key) => known.get(nameOf(list, key)),
    put: take,
    hear(stored) {
      if (!gone.has(nameOf(stored.list, stored.itemId))) take(stored);
    },
    restore(stored) {
      for (const rows of stored) for (const one of rows) accept(one);
      chunks.restore(stored.map((rows) => rows.map(({ list, row }) => nameOf(list, row.key))));
    },
    remove: (list, key) => dropNamed(nameOf(list, key)),
    removeItem(list, itemId) {
      const item = nameOf(list, itemId);
      const name = names.get(item);
      gone.add(item);
      dropNamed(name);
      // Only what the site has told is told on: a row that one reading did not find may be newer than that reading. Another
      // tab may hold it from what was told here before a reading took it away.
      news.set(item, { list, itemId });
    },
    replace(list, shelf, rows) {
      const here = new Set(rows.map((stored) => stored.row.key));
      const there = shelf === undefined ? tables[list].all() : rowsOnShelf(tables, list, shelf);
      for (const { key } of there) if (!here.has(key)) dropNamed(nameOf(list, key));
      for (const stored of rows) take(stored);
    },
    takeChanged() {
      const taken = new Map<number, readonly Stored[]>();
      for (const [number, recordNames] of chunks.takeChanged()) {
        taken.set(
          number,
          recordNames.flatMap((name) => known.get(name) ?? []),
        );
      }
      return taken;
    },
    touchAll() {
      chunks.touchAll();
    },
    takeNews() {
      const taken = [...news.values()];
      news = new Map();
      return {
        stored: taken.flatMap((one) => ('row' in one ? one : [])),
        gone: taken.flatMap((one) => ('row' in one ? [] : one)),
      };
    },
  };
}

/** Rows of the shelf, removed ones too, which no index knows. */
function* rowsOnShelf(tables: Tables, list: ListName, shelf: string): Iterable<{ key: Key }> {
  for (const row of tables[list].all()) if ((row as { shelf?: Value }).shelf === shelf) yield row;
}

/** An eTag ends with a number that grows at each write of the row. Another beginning is another row under the same key. */
const etagPattern = /^"?(.*?)(\d+)"?$/;

function isOlder(told: Stored, known: Stored): boolean {
  const [, row, version] = etagPattern.exec(told.etag) ?? [];
  const [, knownRow, knownVersion] = etagPattern.exec(known.etag) ?? [];
  return row === knownRow && Number(version) < Number(knownVersion);
}
