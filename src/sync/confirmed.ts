import type { ListName, Value } from '../basics/change.ts';
import { emptyTables, put, type Stored, type Tables } from '../world.ts';
import { openChunks } from './chunks.ts';

/** The records as the site last told them, with each one's version. */
export type Confirmed = {
  readonly tables: Tables;
  find(list: ListName, key: string): Stored | undefined;
  put(stored: Stored): void;
  /** A whole list, or one shelf of it, as just read: what is no longer there has been deleted by hand. */
  replace(list: ListName, shelf: string | undefined, rows: readonly Stored[]): void;
  /** The chunks that have changed since they were last taken, for the disk. */
  takeChanged(): Map<number, readonly Stored[]>;
};

export function emptyConfirmed(): Confirmed {
  const tables = emptyTables();
  const known = new Map<string, Stored>();
  const chunks = openChunks();
  const nameOf = (list: ListName, key: string) => `${list}\n${key}`;

  function take(stored: Stored): void {
    const name = nameOf(stored.list, stored.row.key);
    // The site's answer to a reading is mostly what we have; writing it to disk again would be work for nothing.
    const before = known.get(name);
    if (before?.etag === stored.etag && before.itemId === stored.itemId) return;
    known.set(name, stored);
    put(tables, stored);
    chunks.touch(name);
  }

  return {
    tables,
    find: (list, key) => known.get(nameOf(list, key)),
    put: take,
    replace(list, shelf, rows) {
      const here = new Set(rows.map((stored) => stored.row.key));
      for (const [name, stored] of known) {
        if (stored.list !== list || here.has(stored.row.key)) continue;
        if (shelf !== undefined && (stored.row as { shelf?: Value }).shelf !== shelf) continue;
        known.delete(name);
        tables[list].remove(stored.row.key);
        chunks.remove(name);
      }
      for (const stored of rows) take(stored);
    },
    takeChanged() {
      const taken = new Map<number, readonly Stored[]>();
      for (const [number, names] of chunks.takeChanged()) {
        taken.set(
          number,
          names.flatMap((name) => known.get(name) ?? []),
        );
      }
      return taken;
    },
  };
}
