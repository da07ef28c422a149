import * as v from 'valibot';
import type { ListName } from '../basics/change.ts';
import { isKey } from '../basics/key.ts';
import { recordsVersion, type Stored } from '../world.ts';
import type { Database } from './database.ts';
import { emptyMarks, type Marks } from './marks.ts';

/** The confirmed records as they were when the tab was last open. */
export type ConfirmedOnDisk = {
  /** Everything that is readable, how far it can be trusted, and how many chunks could not be read. */
  read(): Promise<{ stored: Stored[]; marks: Marks; damaged: number }>;
  /** Writes the chunks that changed; `isWhole`: they are all there is, and what another tab wrote goes. */
  save(chunks: ReadonlyMap<number, readonly Stored[]>, marks: Marks, isWhole: boolean): Promise<void>;
};

const listNames = [
  'goals',
  'stageGoals',
  'units',
  'assignments',
  'activities',
  'comments',
  'periods',
  'settings',
  'tallies',
] as const satisfies ListName[];
const listName = v.picklist(listNames);
const stored = v.object({
  list: listName,
  row: v.looseObject({ key: v.pipe(v.string(), v.check(isKey)), title: v.string(), removed: v.boolean() }),
  itemId: v.string(),
  etag: v.string(),
  commandKey: v.string(),
  changedAt: v.string(),
});
const chunk = v.array(stored);
const marksSchema = v.object({
  version: v.literal(recordsVersion),
  read: v.map(v.string(), v.number()),
  tokens: v.map(listName, v.object({ token: v.string(), takenMs: v.number() })),
  untallied: v.set(v.string()),
  crowded: v.set(v.string()),
});

export function confirmedOnDisk(database: Database): ConfirmedOnDisk {
  return {
    async read() {
      const known = v.safeParse(marksSchema, await database.get('marks', 'confirmed'));
      // Records of another version of the app are read anew from the site; they are a copy, and nobody's work.
      if (!known.success) {
        await database.clear('chunks');
        return { stored: [], marks: emptyMarks(), damaged: 0 };
      }
      const rows: Stored[] = [];
      let damaged = 0;
      for (const raw of await database.getAll('chunks')) {
        const read = v.safeParse(chunk, raw);
        if (read.success) rows.push(...(read.output as unknown as Stored[]));
        else damaged += 1;
      }
      const { untallied, crowded, ...trusted } = known.output;
      // A damaged chunk makes the rest incomplete: it is shown, but read anew before it is trusted.
      const marks = damaged > 0 ? { ...emptyMarks(), untallied } : { ...trusted, untallied, crowded };
      return { stored: rows, marks, damaged };
    },
    async save(chunks, { read, tokens, untallied, crowded }, isWhole) {
      const transaction = database.transaction(['chunks', 'marks'], 'readwrite', { durability: 'relaxed' });
      if (isWhole) void transaction.objectStore('chunks').clear();
      for (const [number, rows] of chunks) void transaction.objectStore('chunks').put(rows, number);
      const marks = { version: recordsVersion, read, tokens, untallied, crowded };
      void transaction.objectStore('marks').put(marks, 'confirmed');
      await transaction.done;
    },
  };
}
