import { beforeEach, describe, expect, it } from 'vitest';
import type { Tally } from '../../src/followup/tally.ts';
import { tooManyRows } from '../../src/graph/failure.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import { type Clock, isSettled, openStoreOn, patience, quiet, until } from './openStores.ts';
import { assign, fillSmallOffice, log, service } from './smallOffice.ts';

let site: ModelSite;
let clock: Clock;
let store: Store;

beforeEach(async () => {
  site = modelSite();
  fillSmallOffice(site);
  clock = patience();
  store = await openStoreOn(site, clock);
  store.show(service);
  await until(store, isSettled(store));
});

const tally = (unitKey: string) => site.rows.get(`tallies\n2023/${unitKey}`)?.row as Tally | undefined;

describe('tallies', () => {
  it('are counted and written after a save, for the units that it touched', async () => {
    await store.dispatchAll([assign('avfall', 'service-kost'), log('Sopsortering', 'a-1')]);
    await quiet();
    expect(tally('service-kost')?.packed).toMatchObject({
      counted: 1,
      goals: { avfall: { state: 'assigned', activities: { 'targeted/ongoing': 1 } } },
    });
    expect(tally('service-stad')).toBeUndefined();
  });

  it('are written over no newer count: on a conflict the unit is counted again', async () => {
    await store.dispatch(assign('avfall', 'service-kost'));
    await quiet();
    const there = tally('service-kost');
    // Somebody else's save comes between our reading and our writing.
    site.faultFor = (call) => {
      if (call === 'rows activities' && there) {
        site.faultFor = () => undefined;
        site.write('tallies', { ...there, packed: { ...there.packed, counted: 7 } });
      }
      return undefined;
    };
    await store.dispatch(log('Sopsortering', 'a-1'));
    await quiet();
    expect(tally('service-kost')?.packed.counted).toBe(1);
  });

  it('wait on the device when they cannot be written, and nothing is said to the user of it', async () => {
    site.faultFor = (call) => (call === 'create tallies' ? { reason: 'offline' } : undefined);
    await store.dispatch(log('Sopsortering', 'a-1'));
    await quiet();
    expect(tally('service-kost')).toBeUndefined();
    site.faultFor = () => undefined;
    clock.pass(60_000);
    await quiet();
    expect(tally('service-kost')?.packed.waiting).toBe(1);
  });

  it('a person who may not write them saves all the same', async () => {
    site.faultFor = (call) => (call.endsWith('e tallies') ? { reason: 'forbidden' } : undefined);
    await store.dispatch(log('Sopsortering', 'a-1'));
    await quiet();
    expect(store.snapshot()).toMatchObject({ waiting: [], stuck: [], trouble: undefined });
  });

  it('[F6] verifying counts every unit from its activities, says how many had drifted, and mends them', async () => {
    await store.dispatchAll([assign('avfall', 'service-kost'), log('Sopsortering', 'a-1')]);
    await quiet();
    const there = tally('service-kost');
    if (there) site.write('tallies', { ...there, packed: { ...there.packed, counted: 99 } });
    site.write('activities', {
      ...(site.rows.get('activities\na-1')?.row as object),
      key: 'a-2',
      unitKey: 'service-stad',
      unitShelf: '2023/service-stad',
    } as never);
    // Five places; the board and the department hold goals but have no tally yet, Kost's is wrong, Städ's is missing.
    expect(await store.verify(2023)).toEqual({ counted: 5, drifted: 4 });
    expect(tally('service-kost')?.packed.counted).toBe(1);
    expect(tally('service-stad')?.packed.waiting).toBe(1);
    expect(await store.verify(2023)).toEqual({ counted: 5, drifted: 0 });
  });

  it('[F7] verifying reads a department with too many rows to filter unit by unit', async () => {
    await store.dispatchAll([assign('avfall', 'service-kost'), log('Sopsortering', 'a-1')]);
    await quiet();
    let isRefused = false;
    site.faultFor = (call) => {
      if (call !== 'rows activities' || isRefused) return undefined;
      isRefused = true;
      return { reason: 'throttled', status: 429, code: tooManyRows };
    };
    const there = tally('service-kost');
    if (there) site.write('tallies', { ...there, packed: { ...there.packed, counted: 99 } });
    await store.verify(2023);
    expect(isRefused).toBe(true);
    expect(tally('service-kost')?.packed.counted).toBe(1);
  });
});
