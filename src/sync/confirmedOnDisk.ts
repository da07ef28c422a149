import * as v from 'valibot';
import type { ListName } from '../basics/change.ts';
import { isKey } from '../basics/key.ts';
import { recordsVersion, type Stored } from '../world.ts';
import type { Database } from './database.ts';

/** The confirmed records as they were when the tab was last open. */
export type ConfirmedOnDisk = {
  /** Everything that is readable, and the shelves that it is complete for. */
  read(): Promise<{ stored: Stored[]; shelves: string[] }>;
  /** Writes the chunks that changed; what failed is written the next time. */
  save(chunks: ReadonlyMap<number, readonly Stored[]>, shelves: readonly string[]): Promise<void>;
};

const listName = v.picklist([
  'goals',
  'stageGoals',
  'units',
  'assignments',
  'activities',
] satisfies ListName[]);
const stored = v.object({
  list: listName,
  row: v.looseObject({ key: v.pipe(v.string(), v.check(isKey)), title: v.string(), removed: v.boolean() }),
  itemId: v.string(),
  etag: v.string(),
  commandKey: v.string(),
});
const chunk = v.array(stored);
const marks = v.object({ version: v.literal(recordsVersion), shelves: v.array(v.string()) });

export function confirmedOnDisk(database: Database): ConfirmedOnDisk {
  return {
    async read() {
      const mark = v.safeParse(marks, await database.get('marks', 'confirmed'));
      const kept = { stored: [] as Stored[], shelves: mark.success ? mark.output.shelves : [] };
      // Records of another version of the app are read anew from the site; they are a copy, and nobody's work.
      if (!mark.success) {
        await database.clear('chunks');
        return kept;
      }
      for (const raw of await database.getAll('chunks')) {
        const read = v.safeParse(chunk, raw);
        if (read.success) kept.stored.push(...(read.output as unknown as Stored[]));
        // A damaged chunk makes the rest incomplete: it is shown, but read anew before it is trusted.
        else kept.shelves = [];
      }
      return kept;
    },
    async save(chunks, shelves) {
      const transaction = database.transaction(['chunks', 'marks'], 'readwrite', { durability: 'relaxed' });
      for (const [number, rows] of chunks) void transaction.objectStore('chunks').put(rows, number);
      void transaction.objectStore('marks').put({ version: recordsVersion, shelves }, 'confirmed');
      await transaction.done;
    },
  };
}
