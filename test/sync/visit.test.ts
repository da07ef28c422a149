import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/sync/snapshot.ts';
import { anActivity, aUnit, waste } from '../builders.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import {
  type Clock,
  diskOf,
  isSettled,
  oneBrowser,
  openStoreOn,
  patience,
  quiet,
  titles,
  until,
} from './openStores.ts';
import { fillSmallOffice, log, service } from './smallOffice.ts';

const hourMs = 60 * 60 * 1000;
const [property, finance] = ['fastighet', 'ekonomi'].map((key) => aUnit({ key, parentKey: 'styrelsen' })) as [
  ReturnType<typeof aUnit>,
  ReturnType<typeof aUnit>,
];
const there = { year: 2023, roomKey: property.key };
const alsoThere = { year: 2023, roomKey: finance.key };
const readingOfTwo = ['rows activities', 'rows activities', 'rows assignments', 'rows assignments'];

let site: ModelSite;
let storage: IDBFactory;
let clock: Clock;
let newTab: ReturnType<typeof oneBrowser>;

beforeEach(() => {
  site = modelSite();
  fillSmallOffice(site);
  for (const unit of [property, finance]) {
    site.write('units', unit);
    site.write(
      'activities',
      anActivity(unit, [waste], { key: `a-${unit.key}`, title: `Görs i ${unit.key}` }),
    );
  }
  storage = new IDBFactory();
  clock = patience();
  newTab = oneBrowser();
});

async function openTab(): Promise<Store> {
  const store = await openStoreOn(site, clock, { disk: await diskOf(storage, 'anna'), tabs: newTab() });
  store.show(service);
  await until(store, isSettled(store));
  await quiet();
  return store;
}

/** What is asked of the site while this goes on. */
async function askedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = site.calls.length;
  await work();
  return site.calls.slice(before);
}

describe('[S19] looking at other places', () => {
  it('takes one round for all of them, and shows what is done there', async () => {
    const store = await openTab();
    expect(titles(store)).toEqual([]);
    const [round, ...asks] = await askedBy(() => store.visit([there, alsoThere]));
    expect(round).toBe('talk');
    expect(asks.sort()).toEqual(readingOfTwo);
    expect(titles(store).sort()).toEqual(['Görs i ekonomi', 'Görs i fastighet']);
  });

  it('asks nothing within a day, also after a reload, and once more after a day', async () => {
    const store = await openTab();
    await store.visit([there]);
    expect(await askedBy(() => store.visit([there]))).toEqual([]);
    await quiet();
    store.close();
    clock.pass(23 * hourMs);
    const again = await openTab();
    expect(await askedBy(() => again.visit([there]))).toEqual([]);
    clock.pass(hourMs);
    await quiet();
    site.write('activities', anActivity(property, [waste], { key: 'a-new', title: 'Ny sedan igår' }));
    expect(await askedBy(() => again.visit([there]))).toEqual([
      'talk',
      'rows assignments',
      'rows activities',
    ]);
    expect(titles(again)).toContain('Ny sedan igår');
  });

  it('reads only the places that are missing', async () => {
    const store = await openTab();
    await store.visit([there]);
    expect(await askedBy(() => store.visit([there, alsoThere]))).toEqual([
      'talk',
      'rows assignments',
      'rows activities',
    ]);
    expect(await askedBy(() => store.visit([service, { year: 2023 }]))).toEqual([]);
  });

  it('costs later pulls nothing, which keep the places current all the same', async () => {
    const store = await openTab();
    await askedBy(async () => {
      clock.pass(60_000);
      await quiet();
    });
    const before = await askedBy(async () => {
      clock.pass(60_000);
      await quiet();
    });
    await store.visit([there]);
    site.write('activities', anActivity(property, [waste], { key: 'a-new', title: 'Ny därborta' }));
    const after = await askedBy(async () => {
      clock.pass(60_000);
      await quiet();
    });
    expect(after).toEqual(before);
    expect(titles(store)).toContain('Ny därborta');
  });

  it('an earlier year of the own department is a place like any other', async () => {
    const store = await openTab();
    const lastYear = anActivity(aUnit(), [waste], {
      key: 'a-old',
      title: 'Gjordes ifjol',
      shelf: '2022/service',
      unitShelf: '2022/service',
    });
    site.write('activities', lastYear);
    await store.visit([{ year: 2022, roomKey: 'service' }]);
    expect(titles(store)).toEqual(['Gjordes ifjol']);
    expect(store.snapshot().loading).toBe('ready');
  });

  it('rejects without a network, keeps what was shown and its mark as they were, and works when it is back', async () => {
    const store = await openTab();
    site.faultFor = () => ({ reason: 'offline' });
    await expect(store.visit([there])).rejects.toMatchObject({ reason: 'offline' });
    expect(store.snapshot()).toMatchObject({ loading: 'ready', trouble: undefined });
    site.faultFor = () => undefined;
    await store.visit([there]);
    expect(titles(store)).toEqual(['Görs i fastighet']);
  });

  it('asks nothing before the time that the site has named', async () => {
    const store = await openTab();
    site.faultFor = (call) => (call === 'talk' ? { reason: 'throttled', retryAfterMs: 30_000 } : undefined);
    await expect(store.visit([there])).rejects.toMatchObject({ reason: 'throttled' });
    site.faultFor = () => undefined;
    const asked = await askedBy(() =>
      expect(store.visit([there])).rejects.toMatchObject({ reason: 'throttled' }),
    );
    expect(asked).toEqual([]);
  });

  it('waits its turn: a line that is written meanwhile is sent after it, and none is lost', async () => {
    const store = await openTab();
    let arrive: () => void = () => undefined;
    site.travel = (_, leg) => (leg === 'back' ? new Promise((resolve) => (arrive = resolve)) : undefined);
    const visiting = store.visit([there, service]);
    await quiet();
    await store.dispatch(log('Skriven medan', 'a-1'));
    await quiet();
    expect(site.calls.filter((call) => call === 'create activities')).toEqual([]);
    site.travel = () => undefined;
    arrive();
    await visiting;
    await until(store, isSettled(store));
    expect(titles(store)).toContain('Skriven medan');
    expect(site.rows.has('activities\na-1')).toBe(true);
  });

  it('works in a tab while another one leads, and in both', async () => {
    const first = await openTab();
    const second = await openTab();
    await second.visit([there]);
    expect(titles(second)).toEqual(['Görs i fastighet']);
    await first.visit([there]);
    expect(titles(first)).toEqual(['Görs i fastighet']);
  });

  it('rejects when the tab has been closed', async () => {
    const store = await openTab();
    store.close();
    await expect(store.visit([there])).rejects.toThrow('closed');
  });
});

describe('[F40] looking at the overview', () => {
  it('brings its short lists up to date, though they were read this hour', async () => {
    const store = await openTab();
    const asked = await askedBy(() => store.visit([{ year: 2023 }], 0));
    for (const list of ['goals', 'stageGoals', 'units', 'settings', 'periods', 'indicators', 'measurements'])
      expect(asked.some((ask) => ask.startsWith('changes') && ask.endsWith(list))).toBe(true);
    expect(await askedBy(() => store.visit([{ year: 2023 }], hourMs))).toEqual([]);
  });

  it('an outcome that somebody has put in meanwhile is seen', async () => {
    const store = await openTab();
    await store.visit([{ year: 2023 }], 0);
    const key = 'co2/2023-delar-augusti';
    site.write('measurements', {
      key,
      title: 'Utsläpp 2023',
      removed: false,
      indicatorKey: 'co2',
      periodKey: '2023-delar-augusti',
      year: 2023,
      value: 12,
      comment: null,
      source: null,
    });
    await store.visit([{ year: 2023 }], 0);
    expect(store.snapshot().world.measurements.get(key)?.value).toBe(12);
  });
});
