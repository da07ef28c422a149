import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Wish } from '../../src/commands.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import { aUnit } from '../builders.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import { type Clock, diskOf, isSettled, openStoreOn, patience, quiet, until } from './openStores.ts';
import { assign, fillSmallOffice, service } from './smallOffice.ts';

let site: ModelSite;
let clock: Clock;
let storage: IDBFactory;
const units = Array.from({ length: 300 }, (_, n) => `service-${String(n).padStart(3, '0')}`);
const wishes: Wish[] = units.flatMap((unit) => [assign('resor', unit), assign('avfall', unit)]);

beforeEach(() => {
  site = modelSite();
  fillSmallOffice(site);
  for (const key of units) site.write('units', aUnit({ key, level: 'unit', parentKey: 'service' }));
  clock = patience();
  storage = new IDBFactory();
});

async function open(): Promise<Store> {
  const store = await openStoreOn(site, clock, { disk: await diskOf(storage, 'anna') });
  store.show(service);
  await until(store, () => store.snapshot().loading === 'ready');
  return store;
}

/** Lets the clock run until the large save has come so far. */
async function runUntil(store: Store, holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) {
    await quiet();
    clock.pass(60_000);
  }
  expect(holds()).toBe(true);
  expect(store.snapshot().stuck).toEqual([]);
}

const assigned = () => [...site.rows.values()].filter(({ list }) => list === 'assignments').length - 4;

describe('a large save', () => {
  it('is sent twenty at a time within our share of the minute, and shows how far it has come', async () => {
    const store = await open();
    await store.dispatchAll(wishes);
    expect(store.snapshot().groups).toMatchObject([{ size: 600, left: 600 }]);
    await until(store, () => store.snapshot().trouble !== undefined);
    // 1,000 units a minute are at most 500 writes, and the opening has cost some of them.
    expect(assigned()).toBeGreaterThan(300);
    expect(assigned()).toBeLessThanOrEqual(500);
    expect(store.snapshot().trouble).toMatchObject({ reason: 'throttled' });
    expect(store.snapshot().groups[0]?.left).toBe(600 - assigned());
    await runUntil(store, isSettled(store));
    expect(assigned()).toBe(600);
    expect(store.snapshot().groups).toEqual([]);
  });

  it('can be cancelled: what is saved stays, the rest is forgotten on disk too', async () => {
    const store = await open();
    await store.dispatchAll(wishes);
    await quiet();
    await store.cancel(store.snapshot().groups[0]?.key ?? '');
    const saved = assigned();
    store.close();
    const again = await open();
    await runUntil(again, isSettled(again));
    expect(assigned()).toBe(saved);
    expect(saved).toBeLessThan(600);
  });

  it('goes on after a reload in the middle: none doubled, none missing', async () => {
    const store = await open();
    await store.dispatchAll(wishes);
    await quiet();
    const before = assigned();
    store.close();
    expect(before).toBeLessThan(600);
    const again = await open();
    expect(again.snapshot().groups).toMatchObject([{ size: 600 }]);
    await runUntil(again, isSettled(again));
    expect(assigned()).toBe(600);
  });

  it('is taken back as one', async () => {
    const store = await open();
    await store.dispatchAll(wishes);
    await runUntil(store, isSettled(store));
    await store.undo();
    await runUntil(store, isSettled(store));
    const left = [...store.snapshot().world.assignments.values()].filter(({ unitKey }) =>
      units.includes(unitKey),
    );
    expect(left).toEqual([]);
  });
});
