import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/sync/snapshot.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import { type Clock, diskOf, isSettled, openStoreOn, patience, quiet, titles, until } from './openStores.ts';
import { assign, fillSmallOffice, log, service } from './smallOffice.ts';

let site: ModelSite;
let clock: Clock;
let store: Store;

beforeEach(async () => {
  site = modelSite();
  fillSmallOffice(site);
  clock = patience();
  store = await openStoreOn(site, clock, { disk: await diskOf(new IDBFactory(), 'anna') });
  store.show(service);
  await until(store, isSettled(store));
});

const activity = () => site.rows.get('activities\na-1')?.row;
const rename = (was: string, to: string) =>
  ({ do: 'changeActivity', activityKey: 'a-1', fields: { title: { was, to } }, ...service }) as const;
const disconnect = () => {
  site.faultFor = () => ({ reason: 'offline' });
};

describe('undo', () => {
  it('takes a logged line back after it was sent, as a new command: the row stays and is hidden', async () => {
    await store.dispatch(log('Sopsortering', 'a-1'));
    await quiet();
    expect(activity()).toMatchObject({ removed: false });
    expect(await store.undo()).toBeUndefined();
    expect(titles(store)).toEqual([]);
    await quiet();
    expect(activity()).toMatchObject({ removed: true });
    expect(store.snapshot().undoable).toBeUndefined();
  });

  it('a line that has not left the device is forgotten without a word to the site', async () => {
    // Told to wait, the tab holds back what comes after.
    site.faultFor = () => ({ reason: 'throttled', retryAfterMs: 30_000 });
    await store.dispatch(log('Först', 'a-0'));
    await quiet();
    await store.dispatch(log('Sopsortering', 'a-1'));
    expect(await store.undo()).toBeUndefined();
    expect(titles(store)).toEqual(['Först']);
    site.faultFor = () => undefined;
    clock.pass(60_000);
    await quiet();
    expect(activity()).toBeUndefined();
    expect(site.rows.has('activities\na-0')).toBe(true);
  });

  it('takes back several assignments of one click together', async () => {
    await store.dispatchAll([assign('resor', 'service-kost'), assign('avfall', 'service-kost')]);
    await quiet();
    expect(store.snapshot().undoable?.wishes).toHaveLength(2);
    await store.undo();
    await quiet();
    const held = [...store.snapshot().world.assignments.by('unitShelf', '2023/service-kost')];
    expect(held).toEqual([]);
  });

  it('takes back a change of a field, one click at a time, newest first', async () => {
    await store.dispatch(log('Ett', 'a-1'));
    await quiet();
    await store.dispatch(rename('Ett', 'Två'));
    await store.dispatch(rename('Två', 'Tre'));
    await quiet();
    await store.undo();
    expect(titles(store)).toEqual(['Två']);
    await store.undo();
    await quiet();
    expect(activity()).toMatchObject({ title: 'Ett' });
  });

  it('[S8] does not take back what somebody has changed since: their words stay, and the author is asked', async () => {
    await store.dispatch(log('Ett', 'a-1'));
    await quiet();
    await store.dispatch(rename('Ett', 'Två'));
    await quiet();
    const there = activity();
    if (there) site.write('activities', { ...there, title: 'Bos' });
    store.refresh();
    await until(store, () => titles(store).includes('Bos'));
    expect(await store.undo()).toMatchObject({ refused: 'changedByBoth' });
    expect(activity()).toMatchObject({ title: 'Bos' });
  });
});

describe('edits in haste', () => {
  it('of the same activity become one command before anything is sent', async () => {
    await store.dispatch(log('Ett', 'a-1'));
    await quiet();
    disconnect();
    // The first edit is on its way when the network goes; those after it have certainly not been sent.
    await store.dispatch(rename('Ett', 'Två'));
    await quiet();
    await store.dispatch(rename('Två', 'Tre'));
    await store.dispatch(rename('Tre', 'Fyra'));
    expect(store.snapshot().waiting).toHaveLength(2);
    expect(titles(store)).toEqual(['Fyra']);
    // The last try without a network has come to its end.
    await quiet();
    site.faultFor = () => undefined;
    clock.pass(60_000);
    await quiet();
    expect(activity()).toMatchObject({ title: 'Fyra' });
    expect(site.calls.filter((call) => call === 'update activities').length).toBeLessThanOrEqual(3);
  });

  it('a waiting line that is corrected after it was tried becomes a change, never a second line', async () => {
    site.faultFor = (call) =>
      call === 'create activities' ? { reason: 'offline', isDone: true } : undefined;
    await store.dispatch(log('Fel', 'a-1'));
    await quiet();
    const [waiting] = store.snapshot().waiting;
    expect(await store.replace(waiting?.key ?? '', log('Rätt', 'a-1'))).toBeUndefined();
    site.faultFor = () => undefined;
    clock.pass(60_000);
    await quiet();
    expect(activity()).toMatchObject({ title: 'Rätt' });
    expect(titles(store)).toEqual(['Rätt']);
  });
});

describe('a line that is written anew while it waits', () => {
  beforeEach(async () => {
    // What was told to wait holds back what comes after.
    site.faultFor = () => ({ reason: 'throttled', retryAfterMs: 30_000 });
    await store.dispatch(log('Först', 'a-0'));
    await quiet();
    await store.dispatch(log('Fel', 'a-1'));
    const more = { description: { was: null, to: 'Mer' } };
    await store.dispatch({ ...rename('Fel', 'Fel igen'), roomKey: 'service-kost' });
    await store.dispatch({ ...rename('', ''), fields: more });
  });
  const written = () =>
    store.snapshot().waiting.find((one) => 'title' in one && one.title === 'Fel')?.key ?? '';

  it('[S8] is its author’s latest word: nobody is asked to choose between two wordings of their own', async () => {
    expect(await store.replace(written(), log('Rätt', 'a-1'))).toBeUndefined();
    site.faultFor = () => undefined;
    clock.pass(60_000);
    await quiet();
    expect(store.snapshot().stuck).toEqual([]);
    expect(activity()).toMatchObject({ title: 'Rätt', description: 'Mer' });
  });

  it('[S3] keeps its place in the line, also after a reload', async () => {
    const storage = new IDBFactory();
    const own = await openStoreOn(site, clock, { disk: await diskOf(storage, 'bo'), owner: 'bo' });
    site.faultFor = () => undefined;
    own.show(service);
    await until(own, isSettled(own));
    site.faultFor = () => ({ reason: 'throttled', retryAfterMs: 30_000 });
    await own.dispatch(log('Först', 'a-3'));
    await quiet();
    await own.dispatch(log('Fel', 'a-2'));
    const fields = { description: { was: null, to: 'Mer' } };
    await own.dispatch({ ...rename('', ''), activityKey: 'a-2', fields });
    const line = own.snapshot().waiting[1];
    await own.replace(line?.key ?? '', log('Rätt', 'a-2'));
    own.close();
    const again = await openStoreOn(site, clock, { disk: await diskOf(storage, 'bo'), owner: 'bo' });
    expect(again.snapshot().waiting.map(({ do: deed }) => deed)).toEqual([
      'logActivity',
      'logActivity',
      'changeActivity',
    ]);
    expect(titles(again)).toContain('Rätt');
    again.close();
  });
});

describe('a clash', () => {
  beforeEach(async () => {
    await store.dispatch(log('Ett', 'a-1'));
    await quiet();
    disconnect();
    await store.dispatch(rename('Ett', 'Annas'));
    await quiet();
    const there = activity();
    if (there) site.write('activities', { ...there, title: 'Bos' });
    site.faultFor = () => undefined;
    clock.pass(60_000);
    await quiet();
  });

  it('shows theirs, keeps mine aside with both values, and sends nothing', () => {
    expect(titles(store)).toEqual(['Bos']);
    expect(store.snapshot().stuck).toMatchObject([
      { stuck: { refusal: { clash: { fields: { title: { mine: 'Annas', theirs: 'Bos' } } } } } },
    ]);
    expect(activity()).toMatchObject({ title: 'Bos' });
  });

  it('is settled for mine, by one who has seen theirs', async () => {
    await store.settle(store.snapshot().stuck[0]?.command.key ?? '', 'mine');
    await quiet();
    expect(activity()).toMatchObject({ title: 'Annas' });
    expect(store.snapshot().stuck).toEqual([]);
  });

  it('is settled for theirs, and nothing is left waiting', async () => {
    await store.settle(store.snapshot().stuck[0]?.command.key ?? '', 'theirs');
    await quiet();
    expect(activity()).toMatchObject({ title: 'Bos' });
    expect(store.snapshot()).toMatchObject({ stuck: [], waiting: [] });
  });
});
