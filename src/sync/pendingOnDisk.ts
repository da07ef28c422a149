import type { Command } from '../commands.ts';
import type { Database } from './database.ts';

/** Where unsent commands lie until the site has them. */
export type PendingOnDisk = {
  /** The commands left from earlier, oldest first, and how many could not be read. */
  read(): Promise<{ commands: Command[]; unreadable: number }>;
  /** Resolves when both are on the disk itself, not merely on their way there: all of it or nothing. */
  swap(removed: readonly string[], added: readonly Command[]): Promise<void>;
};

export function pendingOnDisk(database: Database): PendingOnDisk {
  return {
    async read() {
      const rows = await database.getAll('pending');
      if (rows.length === 0) return { commands: [], unreadable: 0 };
      // Mostly nothing waits: the shapes of commands are fetched when something does.
      const { commandIn } = await import('./commandShape.ts');
      // What cannot be read stays on disk: a later version of the app may understand it.
      const commands = rows.flatMap((row) => commandIn(row) ?? []);
      return { commands, unreadable: rows.length - commands.length };
    },
    async swap(removed, added) {
      const transaction = database.transaction('pending', 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      await Promise.all([
        ...removed.map((old) => store.delete(old)),
        ...added.map((wanted) => store.put(wanted, wanted.key)),
        transaction.done,
      ]);
    },
  };
}
