import type { ListName, Value } from '../basics/change.ts';
import { emptyTables, put, type Stored, type Tables } from '../world.ts';

/** The records as the site last told them, with each one's version. */
export type Confirmed = {
  readonly tables: Tables;
  find(list: ListName, key: string): Stored | undefined;
  put(stored: Stored): void;
  /** A whole list, or one shelf of it, as just read: what is no longer there has been deleted by hand. */
  replace(list: ListName, shelf: string | undefined, rows: readonly Stored[]): void;
};

export function emptyConfirmed(): Confirmed {
  const tables = emptyTables();
  const known = new Map<string, Stored>();
  const name = (list: ListName, key: string) => `${list}\n${key}`;

  function take(stored: Stored): void {
    known.set(name(stored.list, stored.row.key), stored);
    put(tables, stored);
  }

  return {
    tables,
    find: (list, key) => known.get(name(list, key)),
    put: take,
    replace(list, shelf, rows) {
      const here = new Set(rows.map((stored) => stored.row.key));
      for (const stored of known.values()) {
        if (stored.list !== list || here.has(stored.row.key)) continue;
        if (shelf !== undefined && (stored.row as { shelf?: Value }).shelf !== shelf) continue;
        known.delete(name(list, stored.row.key));
        tables[list].remove(stored.row.key);
      }
      for (const stored of rows) take(stored);
    },
  };
}
