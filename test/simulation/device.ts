import { commandIn } from '../../src/sync/commandShape.ts';
import { confirmedOnDisk } from '../../src/sync/confirmedOnDisk.ts';
import type { Database } from '../../src/sync/database.ts';
import { pendingOnDisk } from '../../src/sync/pendingOnDisk.ts';
import type { Disk } from '../../src/sync/storeParts.ts';
import type { VirtualClock } from './clock.ts';
import type { Dice } from './random.ts';

/** Whether a tab is still there, and open. What was promised to one that is gone is never kept. */
export type Life = { isAlive: boolean; isOpen: boolean };

/** One user's disk, which outlives the tabs that write on it. */
export type Device = {
  /** The product's own reading and writing, on a database of Maps, as this tab has it open. */
  diskFor(life: Life): Disk;
  /** Keys of commands that have ever reached the disk itself. */
  readonly kept: ReadonlySet<string>;
  /** Keys of the commands that lie there now. */
  pendingKeys(): Iterable<string>;
  /** Something could not be written for want of room. */
  hasFailed(): boolean;
  /** Something is on its way to the disk. */
  isBusy(): boolean;
};

type StoreName = 'pending' | 'chunks' | 'marks';
type Stores = Record<StoreName, Map<string | number, unknown>>;
type Writing = (stores: Stores) => void;

/** A killed tab's transactions reach the disk one by one or not at all. */
const landsAfterDeath = 0.5;

/**
 * `isFull` says of each writing whether the disk has no room for it. A transaction takes a while, comes after the one
 * before, and is done as a whole or not at all.
 */
export function openDevice(clock: VirtualClock, dice: Dice, isFull: () => boolean): Device {
  const stores: Stores = { pending: new Map(), chunks: new Map(), marks: new Map() };
  const kept = new Set<string>();
  const cutOff = new Set<Life>();
  let busyUntilMs = 0;
  let under = 0;
  let hasFailed = false;

  /** Runs after everything that was asked of the disk before. */
  function inTurn(life: Life, run: () => void): void {
    busyUntilMs = Math.max(busyUntilMs, clock.nowMs()) + dice.between(1, 15);
    under += 1;
    clock.later(busyUntilMs - clock.nowMs(), () => {
      under -= 1;
      // What is cut off is cut off from there on: a later transaction never lands without an earlier one.
      if (!life.isAlive && !dice.chance(landsAfterDeath)) cutOff.add(life);
      if (!cutOff.has(life)) run();
    });
  }

  function read<T>(life: Life, run: () => T): Promise<T> {
    return new Promise((resolve) => inTurn(life, () => life.isAlive && resolve(run())));
  }

  function transaction(life: Life): { write(writing: Writing): void; done: Promise<void> } {
    const writings: Writing[] = [];
    const done = new Promise<void>((resolve, reject) =>
      inTurn(life, () => {
        if (isFull()) {
          hasFailed = true;
          if (life.isAlive) reject(new DOMException('There is no room', 'QuotaExceededError'));
          return;
        }
        for (const writing of writings) writing(stores);
        for (const key of stores.pending.keys()) kept.add(String(key));
        if (life.isAlive) resolve();
      }),
    );
    return { write: (writing) => void writings.push(writing), done };
  }

  function databaseFor(life: Life): Database {
    const writer = (name: StoreName, write: (writing: Writing) => void) => ({
      put(value: unknown, key: string | number) {
        const copy = copyOf(name, value);
        write((all) => void all[name].set(key, copy));
        return Promise.resolve();
      },
      delete(key: string | number) {
        write((all) => void all[name].delete(key));
        return Promise.resolve();
      },
      clear() {
        write((all) => all[name].clear());
        return Promise.resolve();
      },
    });
    return {
      get: (name: StoreName, key: string) => read(life, () => copyOf(name, stores[name].get(key))),
      // IndexedDB gives them back in the order of their keys, whatever order they came in.
      getAll: (name: StoreName) =>
        read(life, () =>
          [...stores[name]].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => copyOf(name, value)),
        ),
      clear(name: StoreName) {
        const { write, done } = transaction(life);
        write((all) => all[name].clear());
        return done;
      },
      transaction(names: StoreName | StoreName[]) {
        const { write, done } = transaction(life);
        const objectStore = (name: StoreName) => writer(name, write);
        return { objectStore, store: objectStore(([names] as StoreName[][]).flat()[0] as StoreName), done };
      },
    } as unknown as Database;
  }

  return {
    diskFor(life) {
      const database = databaseFor(life);
      return {
        pending: {
          ...pendingOnDisk(database),
          async read() {
            // As the product reads it, but with the shapes at hand: fetching them would take time outside of the clock.
            const rows: readonly unknown[] = await database.getAll('pending');
            const commands = rows.flatMap((row) => commandIn(row) ?? []);
            return { commands, unreadable: rows.length - commands.length };
          },
        },
        confirmed: confirmedOnDisk(database),
        forget: () => Promise.resolve(),
      };
    },
    kept,
    pendingKeys: () => [...stores.pending.keys()].map(String),
    hasFailed: () => hasFailed,
    isBusy: () => under > 0,
  };
}

/** The value as it is at this moment, as cheaply as can be: rows never change, and marks are Maps and Sets of small things. */
function copyOf(name: StoreName, value: unknown): unknown {
  if (value === undefined || name === 'pending') return structuredClone(value);
  if (name === 'chunks') return value;
  const parts = Object.entries(value as object).map(([part, of]: [string, unknown]) => {
    if (of instanceof Map) return [part, new Map(of)];
    return [part, of instanceof Set ? new Set(of) : of];
  });
  return Object.fromEntries(parts) as unknown;
}
