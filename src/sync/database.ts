import { type DBSchema, type IDBPDatabase, wrap } from 'idb';
import type { Drafts } from '../environment.ts';

/** What lies on the device for one tenant, site and user. */
export interface OnDevice extends DBSchema {
  /** Commands that the site has not confirmed, by their key. */
  pending: { key: string; value: unknown };
  /** Confirmed records in chunks, by number: row by row would be seventy times slower to write. */
  chunks: { key: number; value: unknown };
  /** What the chunks are worth: which version of the records, and which shelves have been read. */
  marks: { key: string; value: unknown };
  /** What somebody is writing and has not sent anywhere, by its name. */
  drafts: { key: string; value: unknown };
}

export type Database = IDBPDatabase<OnDevice>;

const prefix = 'kaskad/';
const version = 3;

/**
 * Opens the user's own database: one for each tenant, site and user, so that nobody ever sees or sends what a
 * colleague wrote on a shared meeting-room machine. Rejects when the browser gives no storage.
 */
export function openDatabase(storage: IDBFactory, owner: string): Promise<Database> {
  // idb's own openDB takes only the global IndexedDB; the port hands us one.
  const request = storage.open(prefix + owner, version);
  request.onupgradeneeded = () => {
    const { result } = request;
    for (const name of ['pending', 'chunks', 'marks', 'drafts']) {
      // Earlier versions had fewer; what lies there stays.
      if (!result.objectStoreNames.contains(name)) result.createObjectStore(name);
    }
  };
  const opened = wrap(request) as unknown as Promise<Database>;
  // Another tab with a newer version of the app must not wait for this one to be closed.
  return opened.then((database) => {
    database.addEventListener('versionchange', () => database.close());
    return database;
  });
}

/**
 * On a change of user the others' confirmed records go: they are not this user's to read. Their pending lines stay,
 * unseen and unsent, until they return.
 */
export async function forgetOthers(storage: IDBFactory, owner: string): Promise<void> {
  const all = (await storage.databases?.()) ?? [];
  for (const { name } of all) {
    if (!name?.startsWith(prefix) || name === prefix + owner) continue;
    const database = await openDatabase(storage, name.slice(prefix.length));
    const transaction = database.transaction(['chunks', 'marks'], 'readwrite');
    await Promise.all([
      transaction.objectStore('chunks').clear(),
      transaction.objectStore('marks').clear(),
      transaction.done,
    ]);
    database.close();
  }
}

/** Where the lists are, so that they are looked for once on each device. What is read is checked by whoever uses it. */
export type Addresses = {
  read(): Promise<Record<string, string> | undefined>;
  write(addresses: Record<string, string>): Promise<void>;
};

export function addressesOnDisk(database: Database): Addresses {
  return {
    async read() {
      const known: unknown = await database.get('marks', 'addresses');
      return known === undefined ? undefined : (known as Record<string, string>);
    },
    async write(addresses) {
      await database.put('marks', addresses, 'addresses');
    },
  };
}

/** [M10] What is being written, kept on the device; another user's stays, unseen, until they return. */
export function draftsOnDisk(database: Database): Drafts {
  return {
    read: (name) => database.get('drafts', name),
    async write(name, draft) {
      await database.put('drafts', draft, name);
    },
  };
}

/** Takes everything of this user off the device. Resolves when it is gone, or will go with the last tab that is open. */
export function forgetOwn(storage: IDBFactory, database: Database, owner: string): Promise<void> {
  database.close();
  return new Promise((resolve, reject) => {
    const request = storage.deleteDatabase(prefix + owner);
    request.addEventListener('success', () => resolve());
    request.addEventListener('blocked', () => resolve());
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The database could not be deleted')),
    );
  });
}
