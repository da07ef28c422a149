import * as v from 'valibot';
import { isDay } from '../basics/day.ts';
import { isKey } from '../basics/key.ts';
import type { Command } from '../commands.ts';
import type { Database } from './database.ts';

/** Where unsent commands lie until the site has them. */
export type PendingOnDisk = {
  /** The commands left from earlier, oldest first. */
  read(): Promise<Command[]>;
  /** Resolves when the command is on the disk itself, not merely on its way there. */
  add(command: Command): Promise<void>;
  remove(key: string): Promise<void>;
};

const key = v.pipe(v.string(), v.check(isKey, 'not a key'));
const signed = {
  key,
  by: v.object({ id: v.string(), name: v.string() }),
  on: v.pipe(v.string(), v.check(isDay, 'not a day')),
};
const command = v.variant('do', [
  v.object({
    do: v.literal('assignGoal'),
    ...signed,
    year: v.number(),
    goalKey: v.string(),
    unitKey: v.string(),
    roomKey: v.string(),
  }),
  v.object({
    do: v.literal('logActivity'),
    ...signed,
    activityKey: key,
    year: v.number(),
    title: v.string(),
    goalKeys: v.array(v.string()),
    kind: v.picklist(['targeted', 'ordinary', 'enabling']),
    unitKey: v.string(),
    roomKey: v.string(),
  }),
]);

export function pendingOnDisk(database: Database): PendingOnDisk {
  return {
    async read() {
      const rows = await database.getAll('pending');
      // What cannot be read stays on disk: a later version of the app may understand it.
      return rows.flatMap((row) => {
        const read = v.safeParse(command, row);
        return read.success ? [read.output] : [];
      });
    },
    async add(wanted) {
      const transaction = database.transaction('pending', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(wanted, wanted.key), transaction.done]);
    },
    async remove(done) {
      await database.delete('pending', done);
    },
  };
}
