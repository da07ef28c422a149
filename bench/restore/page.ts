// Runs in the browser. What it finds stands on `window`, where the bench asks for it.
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import { departmentsOf } from '../../src/organisation/boards.ts';
import { confirmedOnDisk } from '../../src/sync/confirmedOnDisk.ts';
import { emptyConfirmed } from '../../src/sync/confirmed.ts';
import { openDatabase } from '../../src/sync/database.ts';
import { emptyMarks } from '../../src/sync/marks.ts';
import { pendingOnDisk } from '../../src/sync/pendingOnDisk.ts';
import { openStore } from '../../src/sync/store.ts';
import { aloneTabs } from '../../src/sync/tabs.ts';
import { emptyTables, put, type Stored, type World } from '../../src/world.ts';
import { openInChunks, openItsOwn } from './tanstack.ts';

export type Shown = { readonly ms: number; readonly activities: number };
export type RestorePage = {
  /** Takes the rows from the address and writes them in each of the ways; not timed. */
  fill(address: string): Promise<number>;
  run(name: CaseName, address: string): Promise<Shown>;
};
/** `Map`: every department instead of one. */
export type CaseName =
  | 'ours'
  | 'oursMap'
  | 'rowByRow'
  | 'tanstack'
  | 'tanstackMap'
  | 'tanstackFromChunks'
  | 'parseOnly';

const year = 2023;
const room = 'd022';
const owner = 'bench';
const rowDatabase = 'rows';

/** The same records as one text. */
let json = '';

async function fill(address: string): Promise<number> {
  const rows = (await (await fetch(address)).json()) as Stored[];
  const confirmed = emptyConfirmed();
  for (const stored of rows) confirmed.put(stored);
  const database = await openDatabase(indexedDB, owner);
  await confirmedOnDisk(database).save(confirmed.takeChanged(), emptyMarks(), true);
  database.close();
  const byRow = await rowsDatabase();
  for (let from = 0; from < rows.length; from += 5000) {
    const transaction = byRow.transaction('rows', 'readwrite');
    for (const stored of rows.slice(from, from + 5000))
      transaction.objectStore('rows').put(stored, `${stored.list} ${stored.row.key}`);
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('error', reject);
    });
  }
  byRow.close();
  await openItsOwn.fill(rows);
  return rows.length;
}

/** The product, from its own disk to what the panel shows, as start.tsx opens it. */
async function ours(shown: (world: World) => number): Promise<number> {
  const database = await openDatabase(indexedDB, owner);
  const store = await openStore({
    site: { talk: () => new Promise(() => undefined) },
    disk: {
      pending: pendingOnDisk(database),
      confirmed: confirmedOnDisk(database),
      forget: () => Promise.resolve(),
    },
    tabs: aloneTabs(),
    person: { id: owner, name: owner },
    now: () => new Date(),
    newKey: () => crypto.randomUUID(),
    random: Math.random,
    later: () => () => undefined,
    hire: () => new Promise(() => undefined),
  });
  const activities = shown(store.snapshot().world);
  store.close();
  database.close();
  return activities;
}

/** The same tables out of a store with one entry a row, all asked for at once, which is the fastest way. */
async function rowByRow(): Promise<number> {
  const database = await rowsDatabase();
  const request = database.transaction('rows').objectStore('rows').getAll();
  const rows = await new Promise<Stored[]>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as Stored[]));
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
  });
  const tables = emptyTables();
  for (const stored of rows) put(tables, stored);
  database.close();
  return inOneRoom(tables);
}

/** The floor. */
function parseOnly(): Promise<number> {
  const rows = JSON.parse(json) as Stored[];
  if (rows.length === 0) throw new Error('There is nothing to read');
  return Promise.resolve(Number.NaN);
}

function inOneRoom(world: World): number {
  const unit = world.units.get(room);
  if (!unit) throw new Error('The room was not restored');
  return coverageOfRoom(world, year, unit).activities.length;
}

function inEveryRoom(world: World): number {
  let activities = 0;
  for (const unit of departmentsOf(world.units))
    activities += coverageOfRoom(world, year, unit).activities.length;
  return activities;
}

function rowsDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(rowDatabase, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
}

const cases: Readonly<Record<CaseName, () => Promise<number>>> = {
  ours: () => ours(inOneRoom),
  oursMap: () => ours(inEveryRoom),
  rowByRow,
  tanstack: () => openItsOwn.restore(`${year}/${room}`),
  tanstackMap: () => openItsOwn.restoreAll(),
  tanstackFromChunks: () => openInChunks(owner, `${year}/${room}`),
  parseOnly,
};

const restore: RestorePage = {
  fill,
  async run(name, address) {
    if (name === 'parseOnly') json = await (await fetch(address)).text();
    const began = performance.now();
    const activities = await cases[name]();
    return { ms: performance.now() - began, activities };
  },
};
Object.assign(window, { restore });
