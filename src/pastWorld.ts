import type { ListName } from './basics/change.ts';
import type { Snapshot } from './basics/snapshot.ts';
import { emptyTables, type Records, type World } from './world.ts';

/** The world as it stood when a period was closed, for every rule and screen that reads a world. */
export function worldOf({ rows }: Snapshot): World {
  const tables = emptyTables();
  for (const list of Object.keys(rows) as ListName[]) {
    // The list's name decides the record's type; TypeScript cannot follow that through a union of tables.
    const table = tables[list] as unknown as { put(row: Records[ListName]): void };
    for (const row of rows[list] ?? []) table.put(row as Records[ListName]);
  }
  return tables;
}
