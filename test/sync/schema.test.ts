import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { schemaGap, schemaVersion, schemaVersionKey, versionIn } from '../../src/basics/schemaVersion.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import { type Clock, isSettled, openStoreOn, patience, quiet, titles, until } from './openStores.ts';
import { fillSmallOffice, log, service } from './smallOffice.ts';

let site: ModelSite;
let clock: Clock;

beforeEach(() => {
  site = modelSite();
  fillSmallOffice(site);
  clock = patience();
});

/** An app as it is, which knows this version of the lists. */
async function open(): Promise<Store> {
  const store = await openStoreOn(site, clock, { knows: schemaVersion });
  store.show(service);
  await until(store, () => store.snapshot().loading !== 'first');
  await quiet();
  return store;
}

function siteIs(version: string): void {
  const row = { key: schemaVersionKey, title: schemaVersionKey, removed: false, value: version };
  site.write('settings', row);
}

const rowsOf = (list: string) => [...site.rows.values()].filter((one) => one.list === list);
const written = () => rowsOf('activities').length;
const newer = String(schemaVersion + 1);

describe('[L8] an app of before at lists of a later version', () => {
  it('shows them and refuses what is dispatched, undone and put right', async () => {
    siteIs(newer);
    const store = await open();
    expect(store.snapshot()).toMatchObject({ loading: 'ready', schema: 'newer' });
    expect(await store.dispatch(log('Nya recept', 'recept'))).toMatchObject({ refused: 'newerSchema' });
    expect(await store.replace('nothing', log('Nya recept', 'recept'))).toMatchObject({
      refused: 'newerSchema',
    });
    expect(store.snapshot().waiting).toEqual([]);
    expect(written()).toBe(0);
  });

  it('keeps what waits, and counts nothing anew', async () => {
    siteIs(String(schemaVersion));
    const store = await open();
    site.faultFor = () => ({ reason: 'offline' });
    await store.dispatch(log('Nya recept', 'recept'));
    await quiet();
    siteIs(newer);
    site.faultFor = () => undefined;
    clock.pass(2 * 60 * 60 * 1000);
    await quiet();
    const { schema, waiting } = store.snapshot();
    expect({ schema, waiting: waiting.length, written: written() }).toEqual({
      schema: 'newer',
      waiting: 1,
      written: 0,
    });
    expect(titles(store)).toEqual(['Nya recept']);
    const before = rowsOf('tallies').length;
    await expect(store.verify(2023)).rejects.toThrow('another version');
    expect(rowsOf('tallies')).toHaveLength(before);
  });
});

describe('[L8] an app at lists of an earlier version', () => {
  it('keeps what is written, and sends it once they are taken forward', async () => {
    const store = await open();
    expect(store.snapshot()).toMatchObject({ loading: 'ready', schema: 'older', trouble: undefined });
    expect(await store.dispatch(log('Nya recept', 'recept'))).toBeUndefined();
    await quiet();
    expect(store.snapshot().waiting).toHaveLength(1);
    expect(written()).toBe(0);
    siteIs(String(schemaVersion));
    store.refresh();
    await until(store, isSettled(store));
    expect(store.snapshot().schema).toBeUndefined();
    expect(written()).toBe(1);
  });

  it('says that it is the lists, where a column that is not there cannot be read', async () => {
    site.faultFor = (call) => (call.includes('units') ? { reason: 'invalid' } : undefined);
    const store = await open();
    expect(store.snapshot()).toMatchObject({ loading: 'failed', schema: 'older' });
    expect(store.snapshot().trouble).toMatchObject({ reason: 'invalid', code: 'olderSchema' });
    site.faultFor = () => undefined;
    siteIs(String(schemaVersion));
    store.refresh();
    await until(store, isSettled(store));
    expect(store.snapshot()).toMatchObject({ schema: undefined, trouble: undefined });
  });
});

describe('[L7] the version that a setting says', () => {
  it.each([
    [undefined, 1],
    [null, 1],
    ['', 1],
    ['två', 1],
    ['-3', 1],
    ['2.5', 1],
    ['2', 2],
    ['17', 17],
  ])('%s is %i', (value, version) => {
    expect(versionIn(value)).toBe(version);
  });

  it('stands before, at or after what the app knows', () => {
    expect([schemaGap('1', 2), schemaGap('2', 2), schemaGap('3', 2)]).toEqual(['older', undefined, 'newer']);
  });
});
