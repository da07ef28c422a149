import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { History } from '../../src/basics/version.ts';
import { GraphFailure } from '../../src/graph/failure.ts';
import { isKept } from '../../src/sync/past.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import { anActivity, aUnit, waste } from '../builders.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import { type Clock, isSettled, openStoreOn, patience, quiet, until } from './openStores.ts';
import { fillSmallOffice, log, service } from './smallOffice.ts';

const property = aUnit({ key: 'fastighet', parentKey: 'styrelsen' });
const there = { year: 2023, roomKey: property.key };
const minuteMs = 60_000;
const moment = '2023-08-25T08:30:00Z';
const row = (n: number, title = `Rad ${n}`) => anActivity(property, [waste], { key: `a-${n}`, title });

let site: ModelSite;
let clock: Clock;

beforeEach(() => {
  clock = patience(Date.parse('2023-08-25T08:00:00Z'));
  site = modelSite({ keepsVersions: true, now: () => new Date(clock.nowMs()) });
  fillSmallOffice(site);
  site.write('units', property);
  for (let n = 1; n <= 45; n += 1) site.write('activities', row(n));
});

async function openTab(): Promise<Store> {
  const store = await openStoreOn(site, clock);
  store.show(service);
  await until(store, isSettled(store));
  await quiet();
  return store;
}

const named = (n: number) => ({ list: 'activities', key: `a-${n}` }) as const;
const all = Array.from({ length: 45 }, (_, n) => named(n + 1));
const titlesOf = (read: History | GraphFailure | undefined) =>
  read && 'versions' in read ? read.versions.map(({ row: { title } }) => title) : read?.reason;

/** What is asked of the site while this goes on. */
async function askedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = site.calls.length;
  await work();
  return site.calls.slice(before);
}

describe('[S21] what has changed, and what a record has been', () => {
  it('names the rows that were written from the moment on, the latest first, read anew after two minutes', async () => {
    const store = await openTab();
    expect(await store.changedSince([there], moment)).toEqual([]);
    clock.pass(31 * minuteMs);
    site.write('activities', row(7, 'Ändrad'));
    clock.pass(minuteMs);
    site.write('activities', { ...row(9), removed: true });
    const changed = await store.changedSince([there], moment);
    expect(changed).toEqual([
      { ...named(9), changedAt: '2023-08-25T08:32:00Z' },
      { ...named(7), changedAt: '2023-08-25T08:31:00Z' },
    ]);
    expect(await askedBy(() => store.changedSince([there], moment))).toEqual([]);
    clock.pass(minuteMs);
    expect(await store.changedSince([there], '2023-08-25T08:32:00Z')).toHaveLength(1);
    expect(await store.changedSince([], moment)).toEqual([]);
  });

  it('reads histories twenty in a round, in the order in which they were asked for', async () => {
    const store = await openTab();
    await store.changedSince([there], moment);
    site.write('activities', row(45, 'Två'));
    const read: (History | GraphFailure)[] = [];
    const asked = await askedBy(async () => void read.push(...(await store.histories(all))));
    expect(asked.filter((call) => call === 'talk')).toHaveLength(3);
    expect(asked.filter((call) => call === 'versions activities')).toHaveLength(45);
    expect(read.slice(0, 2).map(titlesOf)).toEqual([['Rad 1'], ['Rad 2']]);
    expect(titlesOf(read[44])).toEqual(['Rad 45', 'Två']);
  });

  it('keeps what was read before a failure, and tells each of the rest that it failed', async () => {
    const store = await openTab();
    await store.changedSince([there], moment);
    let talks = 0;
    site.faultFor = (call) => (call === 'talk' && (talks += 1) > 1 ? { reason: 'offline' } : undefined);
    const read = await store.histories(all);
    expect(read.map((one) => (one instanceof GraphFailure ? one.reason : 'read'))).toEqual([
      ...Array.from({ length: 20 }, () => 'read'),
      ...Array.from({ length: 25 }, () => 'offline'),
    ]);
    expect(store.snapshot().trouble).toBeUndefined();
  });

  it('one that is gone, and one that the site has not heard of, fail alone', async () => {
    const store = await openTab();
    await store.changedSince([there], moment);
    site.delete('activities', 'a-2');
    const read = await store.histories([named(1), named(2), { list: 'activities', key: 'a-unknown' }]);
    expect(read.map(titlesOf)).toEqual([['Rad 1'], 'notFound', 'notFound']);
  });

  it('lets what is to be sent go between two rounds', async () => {
    const store = await openTab();
    await store.changedSince([there], moment);
    let arrive: () => void = () => undefined;
    site.travel = (_, leg) => (leg === 'back' ? new Promise((resolve) => (arrive = resolve)) : undefined);
    const before = site.calls.length;
    const reading = store.histories(all);
    await quiet();
    await store.dispatch(log('Skriven medan', 'a-new'));
    await quiet();
    site.travel = () => undefined;
    arrive();
    await reading;
    await until(store, isSettled(store));
    const calls = site.calls.slice(before);
    expect(calls.indexOf('create activities')).toBeGreaterThan(0);
    expect(calls.lastIndexOf('versions activities')).toBeGreaterThan(calls.indexOf('create activities'));
  });

  it('an eTag tells that a list keeps no versions: written often, and only one is known', () => {
    const one = { number: 1, row: row(1), by: null, at: moment };
    expect(isKept('"f0e1,1"', [one])).toBe(true);
    expect(isKept('"f0e1,4"', [one])).toBe(false);
    expect(isKept('"f0e1,4"', [one, { ...one, number: 2 }])).toBe(true);
    expect(isKept('"f0e1,4"', [])).toBe(true);
    expect(isKept('"7"', [one])).toBe(true);
  });
});
