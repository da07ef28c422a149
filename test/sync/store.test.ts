import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Wish } from '../../src/commands.ts';
import { forgetOthers, openDatabase } from '../../src/sync/database.ts';
import { emptyMarks } from '../../src/sync/marks.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import type { Disk } from '../../src/sync/storeParts.ts';
import { type Fault, type ModelSite, modelSite } from '../modelSite.ts';
import {
  type Clock,
  diskOf as diskIn,
  isSettled,
  openStoreOn,
  patience,
  quiet,
  titles,
  until,
} from './openStores.ts';
import { assign, fillSmallOffice, log, service } from './smallOffice.ts';

let site: ModelSite;
let storage: IDBFactory;
let clock: Clock;

beforeEach(() => {
  site = modelSite();
  fillSmallOffice(site);
  storage = new IDBFactory();
  clock = patience();
});

const diskOf = (owner: string) => diskIn(storage, owner);

async function open(owner = 'anna', disk?: Disk): Promise<Store> {
  return openStoreOn(site, clock, { owner, disk: disk ?? (await diskOf(owner)) });
}

const isInTrouble = (store: Store) => () => store.snapshot().trouble !== undefined;
async function openOffice(owner?: string): Promise<Store> {
  const store = await open(owner);
  store.show(service);
  await until(store, isSettled(store));
  return store;
}

function failAll(name: string, fault: Fault): void {
  site.faultFor = (call) => (call.startsWith(name) ? fault : undefined);
}

const mend = () => {
  site.faultFor = () => undefined;
};

describe('the store', () => {
  it('reads the room and its shelves', async () => {
    const store = await openOffice();
    const { world, trouble } = store.snapshot();
    expect(trouble).toBeUndefined();
    expect(world.units.get('service-kost')?.title).toBe('service-kost');
    expect([...world.assignments.values()]).toHaveLength(4);
  });

  it('a refused wish stores nothing and says why', async () => {
    const store = await openOffice();
    const writes = site.calls.length;
    expect(await store.dispatch(log('   ', 'a-1'))).toEqual({ refused: 'titleMissing', field: 'title' });
    expect(await store.dispatch(assign('resor', 'styrelsen'))).toMatchObject({ refused: 'unitOutside' });
    expect(site.calls).toHaveLength(writes);
    expect(store.snapshot().waiting).toEqual([]);
  });

  it('[S5] shows a line at once, and the answer changes nothing but the mark', async () => {
    const store = await openOffice();
    await store.dispatch(log('Sopsortering', 'a-1'));
    const before = titles(store);
    expect(before).toEqual(['Sopsortering']);
    expect(store.snapshot().unsent.has('a-1')).toBe(true);
    const seen: string[][] = [];
    store.subscribe(() => seen.push(titles(store)));
    await until(store, isSettled(store));
    expect(store.snapshot().unsent.size).toBe(0);
    expect(seen.every((titlesThen) => titlesThen.join() === before.join())).toBe(true);
  });

  it('[S3] keeps a line that cannot be sent, and sends it when the site is back', async () => {
    const store = await openOffice();
    failAll('', { reason: 'offline' });
    await store.dispatch(log('Sopsortering', 'a-1'));
    await until(store, isInTrouble(store));
    expect(store.snapshot()).toMatchObject({
      waiting: [{ title: 'Sopsortering' }],
      trouble: { reason: 'offline' },
    });
    expect(titles(store)).toEqual(['Sopsortering']);
    mend();
    await quiet();
    clock.pass(60_000);
    await until(store, isSettled(store));
    expect(site.rows.get('activities\na-1')?.row.title).toBe('Sopsortering');
    expect(store.snapshot().trouble).toBeUndefined();
  });

  it('[S3] a line left unsent is sent after a reload, by its author only', async () => {
    const store = await openOffice();
    failAll('create', { reason: 'offline' });
    await store.dispatch(log('Sopsortering', 'a-1'));
    await until(store, isInTrouble(store));
    store.close();
    mend();
    const other = await openOffice('bo');
    expect(titles(other)).toEqual([]);
    expect(site.rows.has('activities\na-1')).toBe(false);
    other.close();
    const again = await openOffice('anna');
    expect(titles(again)).toEqual(['Sopsortering']);
    expect(site.rows.has('activities\na-1')).toBe(true);
  });

  it('asks nothing of a throttling site before the time that it named', async () => {
    const store = await openOffice();
    failAll('', { reason: 'throttled', retryAfterMs: 90_000 });
    await store.dispatch(log('Sopsortering', 'a-1'));
    await until(store, isInTrouble(store));
    const calls = site.calls.length;
    store.refresh();
    await store.dispatch(log('En till', 'a-2'));
    clock.pass(89_000);
    expect(site.calls).toHaveLength(calls);
    mend();
    clock.pass(1_000);
    await until(store, isSettled(store));
    expect(site.rows.has('activities\na-2')).toBe(true);
  });

  it('shows a line that the site refuses with its reason, and lets the user try again', async () => {
    const store = await openOffice();
    failAll('create', { reason: 'forbidden' });
    await store.dispatch(log('Sopsortering', 'a-1'));
    await until(store, () => store.snapshot().stuck.length === 1);
    const [held] = store.snapshot().stuck;
    expect(held?.stuck).toEqual({ why: 'failed', reason: 'forbidden' });
    mend();
    store.retry(held?.command.key ?? '');
    await until(store, () => site.rows.has('activities\na-1') && isSettled(store)());
    expect(store.snapshot().stuck).toEqual([]);
  });

  it('a stuck line does not hold up the next one, and goes when the user takes it away', async () => {
    const store = await openOffice();
    let isFirst = true;
    site.faultFor = (call) => {
      if (call !== 'create activities' || !isFirst) return undefined;
      isFirst = false;
      return { reason: 'invalid' };
    };
    await store.dispatch(log('Fastnar', 'a-1'));
    await store.dispatch(log('Går fram', 'a-2'));
    await until(store, () => site.rows.has('activities\na-2') && isSettled(store)());
    expect(titles(store)).toEqual(['Går fram']);
    store.discard(store.snapshot().stuck[0]?.command.key ?? '');
    await until(store, () => store.snapshot().stuck.length === 0);
    store.close();
    expect(titles(await openOffice())).toEqual(['Går fram']);
  });

  it('says that the first reading failed, and shows the room when it succeeds', async () => {
    failAll('changes', { reason: 'forbidden' });
    const store = await open();
    store.show(service);
    await until(store, () => store.snapshot().loading === 'failed');
    expect(store.snapshot().trouble?.reason).toBe('forbidden');
    mend();
    store.refresh();
    await until(store, isSettled(store));
  });

  it('works without storage, and says that it cannot keep what is unsent', async () => {
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const broken: Disk = {
      pending: { read: () => Promise.resolve({ commands: [], unreadable: 0 }), swap: full },
      confirmed: { read: full, save: full },
      forget: () => Promise.resolve(),
    };
    const store = await open('anna', broken);
    store.show(service);
    await until(store, isSettled(store));
    await store.dispatch(log('Sopsortering', 'a-1'));
    expect(store.snapshot().isKept).toBe(false);
    await until(store, isSettled(store));
    expect(site.rows.has('activities\na-1')).toBe(true);
  });

  it('takes in what others wrote, and what they deleted by hand', async () => {
    const first = await openOffice('anna');
    await first.dispatch(log('Sopsortering', 'a-1'));
    await until(first, isSettled(first));
    const second = await openOffice('bo');
    expect(titles(second)).toEqual(['Sopsortering']);
    site.delete('activities', 'a-1');
    second.refresh();
    await until(second, () => titles(second).length === 0);
  });
});

describe('the device', () => {
  /** What was written behind the user's back is on disk: a save is one transaction, and a read after it waits for it. */
  async function reopen(owner = 'anna'): Promise<Store> {
    const store = await open(owner);
    store.show(service);
    return store;
  }

  it('[S9] shows the room from disk before anything is asked of the site', async () => {
    const first = await openOffice();
    await first.dispatch(log('Sopsortering', 'a-1'));
    await until(first, isSettled(first));
    first.close();
    failAll('', { reason: 'offline' });
    const calls = site.calls.length;
    const again = await open();
    again.show(service);
    expect(again.snapshot().loading).toBe('ready');
    expect(titles(again)).toEqual(['Sopsortering']);
    expect(site.calls).toHaveLength(calls);
    await until(again, isInTrouble(again));
    expect(again.snapshot().loading).toBe('ready');
  });

  it('[S9] a room that was never read is not shown as empty', async () => {
    (await openOffice()).close();
    failAll('', { reason: 'offline' });
    const again = await open();
    again.show({ year: 2024, roomKey: 'service' });
    expect(again.snapshot().loading).toBe('first');
    await until(again, () => again.snapshot().loading === 'failed');
  });

  it('[S10] forgets the records of the one who sat here before, and keeps their unsent lines for them', async () => {
    const anna = await openOffice('anna');
    failAll('create', { reason: 'offline' });
    await anna.dispatch(log('Annas rad', 'a-1'));
    await until(anna, isInTrouble(anna));
    anna.close();
    await forgetOthers(storage, 'bo');
    mend();
    const disk = await diskOf('anna');
    expect(await disk.confirmed.read()).toEqual({ chunks: [], marks: emptyMarks(), damaged: 0 });
    expect(await disk.pending.read()).toMatchObject({ commands: [{ title: 'Annas rad' }], unreadable: 0 });
    const back = await openOffice('anna');
    expect(site.rows.get('activities\na-1')?.row.title).toBe('Annas rad');
    expect(titles(back)).toEqual(['Annas rad']);
  });

  it('[S11] a line that speaks of a room that is not open waits for that room to be read, and is not refused', async () => {
    const first = await openOffice();
    failAll('create', { reason: 'offline' });
    await first.dispatch(assign('avfall', 'service-kost'));
    await until(first, isInTrouble(first));
    first.close();
    await forgetOthers(storage, 'bo');
    mend();
    const again = await open();
    again.show(undefined);
    await until(again, isSettled(again));
    expect(again.snapshot().stuck).toEqual([]);
    expect(site.rows.get('assignments\n2023/avfall/service-kost')?.row).toMatchObject({ state: 'assigned' });
  });

  it('opens what the first version of the app left, and sends it', async () => {
    await new Promise<void>((resolve, reject) => {
      const request = storage.open('kaskad/anna', 1);
      request.addEventListener('upgradeneeded', () => {
        const command = {
          ...log('Från förr', 'a-1'),
          key: 'old-1',
          by: { id: 'anna', name: 'anna' },
          on: '2023-08-24',
        };
        request.result.createObjectStore('pending').put(command, 'old-1');
      });
      request.addEventListener('error', () => reject(new Error('not opened')));
      request.addEventListener('success', () => {
        request.result.close();
        resolve();
      });
    });
    await openOffice();
    expect(site.rows.get('activities\na-1')?.row.title).toBe('Från förr');
  });

  it('sets a damaged chunk aside and reads it anew, and loses no line that is readable', async () => {
    const first = await openOffice();
    failAll('create', { reason: 'offline' });
    await first.dispatch(log('Läsbar', 'a-1'));
    await until(first, isInTrouble(first));
    first.close();
    const database = await openDatabase(storage, 'anna');
    await database.put('chunks', '[{"list":"goals","row":"nonsense"}]', 0);
    await database.put('chunks', '[{"list":"goals","row":{"key":', 1);
    await database.put('pending', { do: 'something from the future' }, 'later-1');
    failAll('', { reason: 'offline' });
    const again = await reopen();
    expect(again.snapshot().loading).toBe('first');
    mend();
    clock.pass(1000);
    await until(again, isSettled(again));
    expect(titles(again)).toEqual(['Läsbar']);
    expect(await database.get('pending', 'later-1')).toEqual({ do: 'something from the future' });
  });
});

describe('[S6] when faults stop', () => {
  it('two clients and the site hold the same, with every line once', async () => {
    // A fixed sequence of faults, drawn once: every kind, before and after the work was done.
    const kinds: (Fault | undefined)[] = [
      { reason: 'throttled' },
      undefined,
      { reason: 'unavailable', isDone: true },
      { reason: 'offline', isDone: true },
      undefined,
      { reason: 'conflict' },
      { reason: 'offline' },
    ];
    const clients = [await openOffice('anna'), await openOffice('bo')];
    let n = 0;
    site.faultFor = () => kinds[(n += 1) % kinds.length];
    const wishes: Wish[] = [
      log('Ett', 'a-1'),
      assign('avfall', 'service-kost'),
      log('Två', 'a-2', 'service-stad'),
      assign('resor', 'service-kost'),
    ];
    for (const wish of wishes) for (const client of clients) await client.dispatch(wish);
    for (let round = 0; round < 60; round += 1) {
      clock.pass(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    mend();
    for (const client of clients) client.refresh();
    const isDone = (client: Store) => isSettled(client)() && titles(client).length === 2;
    for (let round = 0; round < 60 && !clients.every(isDone); round += 1) {
      clock.pass(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(clients.every(isDone)).toBe(true);
    const rowsOf = (client: Store) =>
      [...client.snapshot().world.assignments.values()].map(({ key, state }) => `${key} ${state}`).sort();
    expect(rowsOf(clients[0] as Store)).toEqual(rowsOf(clients[1] as Store));
    expect([...site.rows.values()].filter(({ list }) => list === 'activities')).toHaveLength(2);
    expect(clients.flatMap((client) => client.snapshot().stuck)).toEqual([]);
  });
});

describe('[S14] the order of wishes', () => {
  it('is kept over a reload, also when the clock was set back between them', async () => {
    let keys = 0;
    let prefix = 'z';
    const newKey = () => `${prefix}-${(keys += 1)}`;
    const first = await openStoreOn(site, clock, { disk: await diskOf('anna'), newKey });
    first.show(service);
    await until(first, isSettled(first));
    failAll('', { reason: 'offline' });
    await first.dispatch(log('Först', 'a-1'));
    const rename = { title: { was: 'Först', to: 'Sedan' } };
    // A key that sorts before the line's own, as one of an earlier moment does.
    prefix = 'a';
    await first.dispatch({ do: 'changeActivity', activityKey: 'a-1', fields: rename, ...service });
    first.close();
    mend();
    const again = await openOffice();
    expect(titles(again)).toEqual(['Sedan']);
    expect(again.snapshot().stuck).toEqual([]);
    expect(site.rows.get('activities\na-1')?.row.title).toBe('Sedan');
  });
});
