import { type DBSchema, type IDBPDatabase, wrap } from 'idb';
import * as v from 'valibot';
import { isDay } from '../basics/day.ts';
import { isKey } from '../basics/key.ts';
import type { Command } from '../commands.ts';

/** Where unsent commands lie until the site has them. */
export type PendingOnDisk = {
  /** The commands left from earlier, oldest first. */
  read(): Promise<Command[]>;
  /** Resolves when the command is on the disk itself, not merely on its way there. */
  add(command: Command): Promise<void>;
  remove(key: string): Promise<void>;
};

interface Schema extends DBSchema {
  pending: { key: string; value: unknown };
}

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

/**
 * Opens the user's own database: one per tenant, site and user, so that nobody ever sees or sends what a
 * colleague wrote on a shared meeting-room machine.
 */
export async function openPending(storage: IDBFactory, owner: string): Promise<PendingOnDisk> {
  const database = await open(storage, `kaskad/${owner}`);
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

/** idb's own openDB takes only the global IndexedDB; the port hands us one. */
function open(storage: IDBFactory, name: string): Promise<IDBPDatabase<Schema>> {
  const request = storage.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore('pending');
  return wrap(request) as unknown as Promise<IDBPDatabase<Schema>>;
}
