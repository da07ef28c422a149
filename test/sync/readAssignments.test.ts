import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { holds } from '../../src/assignments/assignment.ts';
import type { Wish } from '../../src/commands.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import { anActivity, aUnit, waste } from '../builders.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import { type Clock, isSettled, openStoreOn, patience, quiet, until } from './openStores.ts';
import { assignment, fillSmallOffice } from './smallOffice.ts';

const hourMs = 60 * 60 * 1000;
const boardKey = 'styrelsen';
const departments = Array.from({ length: 60 }, (_, n) => aUnit({ key: `avd-${n}`, parentKey: boardKey }));
const places = [boardKey, ...departments.map(({ key }) => key)].map(
  (roomKey) => ({ year: 2023, roomKey, only: 'assignments' }) as const,
);
const overview = { year: 2023 } as const;

let site: ModelSite;
let clock: Clock;

beforeEach(() => {
  site = modelSite();
  fillSmallOffice(site);
  for (const unit of departments) {
    site.write('units', unit);
    site.write('assignments', assignment('resor', unit.key, unit.key));
    site.write('activities', anActivity(unit, [waste], { key: `a-${unit.key}` }));
  }
  clock = patience();
});

async function openOverview(): Promise<Store> {
  const store = await openStoreOn(site, clock);
  store.show(overview);
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

const holdersOf = (store: Store, goalKey: string) =>
  departments.filter(({ key }) => holds(store.snapshot().world.assignments, 2023, goalKey, key));

async function passMinute(): Promise<void> {
  clock.pass(60_000);
  await quiet();
}

const assignTo = (unitKey: string): Wish => ({
  do: 'assignGoal',
  year: 2023,
  goalKey: 'avfall',
  unitKey,
  roomKey: boardKey,
  seen: 'none',
});

describe('[S20] handing down from a board, whose departments the overview does not read', () => {
  it('reads each department’s assignments once, after a token, and nothing of what they do', async () => {
    const store = await openOverview();
    expect(holdersOf(store, 'resor')).toEqual([]);
    const asked = await askedBy(() => store.readAssignments(places));
    expect(asked.filter((call) => call === 'talk')).toHaveLength(2);
    expect(asked.filter((call) => call === 'changes assignments')).toHaveLength(1);
    expect(asked.filter((call) => call === 'rows assignments')).toHaveLength(61);
    expect(asked.filter((call) => call.endsWith('activities') || call.endsWith('comments'))).toEqual([]);
    expect(holdersOf(store, 'resor')).toHaveLength(60);
  });

  it('asks for what has changed the next time, in one ask, and has it', async () => {
    const store = await openOverview();
    await store.readAssignments(places);
    site.write('assignments', assignment('avfall', 'avd-7', 'avd-7'));
    site.write('assignments', assignment('resor', 'avd-8', 'avd-8', 'withdrawn'));
    expect(await askedBy(() => store.readAssignments(places))).toEqual(['talk', 'changes assignments']);
    expect(holdersOf(store, 'avfall').map(({ key }) => key)).toEqual(['avd-7']);
    expect(holdersOf(store, 'resor')).toHaveLength(59);
  });

  it('costs the pulls of the overview nothing', async () => {
    const store = await openOverview();
    const before = await askedBy(passMinute);
    await store.readAssignments(places);
    expect(await askedBy(passMinute)).toEqual(before);
  });

  it('reads anew after a refused token, and after a day', async () => {
    const store = await openOverview();
    await store.readAssignments(places);
    site.write('assignments', assignment('avfall', 'avd-1', 'avd-1'));
    site.expire('assignments');
    await store.readAssignments(places);
    expect(holdersOf(store, 'avfall')).toHaveLength(1);
    clock.pass(25 * hourMs);
    await quiet();
    site.write('assignments', assignment('avfall', 'avd-2', 'avd-2'));
    await store.readAssignments(places);
    expect(holdersOf(store, 'avfall')).toHaveLength(2);
  });

  it('leaves the shown room as it is, also when its token is refused', async () => {
    const store = await openStoreOn(site, clock);
    store.show({ year: 2023, roomKey: 'service' });
    await until(store, isSettled(store));
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.snapshot().loading));
    site.expire('assignments');
    await store.readAssignments(places);
    expect(new Set(seen)).toEqual(new Set(['ready']));
  });

  it('rejects when they cannot be read, and says nothing to the rest of the screen', async () => {
    const store = await openOverview();
    site.faultFor = (call) => (call === 'talk' ? { reason: 'offline' } : undefined);
    await expect(store.readAssignments(places)).rejects.toMatchObject({ reason: 'offline' });
    expect(store.snapshot()).toMatchObject({ loading: 'ready', trouble: undefined });
    expect(holdersOf(store, 'resor')).toEqual([]);
  });

  it('one save to all of them is sent without reading what they do', async () => {
    const store = await openOverview();
    await store.readAssignments(places);
    const asked = await askedBy(async () => {
      expect(await store.dispatchAll(departments.map(({ key }) => assignTo(key)))).toBeUndefined();
      await until(store, isSettled(store));
    });
    expect(asked.filter((call) => call === 'create assignments')).toHaveLength(60);
    expect(asked.filter((call) => call === 'rows assignments')).toEqual([]);
    expect([...site.rows.values()].filter(({ row }) => row.key.startsWith('2023/avfall/avd-'))).toHaveLength(
      60,
    );
  });

  it('after a reload, what waits reads the shelves that it speaks of, and is sent', async () => {
    const store = await openOverview();
    await store.readAssignments(places);
    site.faultFor = (call) => (call === 'create assignments' ? { reason: 'unavailable' } : undefined);
    expect(await store.dispatchAll([assignTo('avd-3'), assignTo('avd-4')])).toBeUndefined();
    await quiet();
    site.faultFor = () => undefined;
    await passMinute();
    await until(store, isSettled(store));
    expect(site.rows.has('assignments\n2023/avfall/avd-4')).toBe(true);
  });
});
