import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/sync/snapshot.ts';
import type { Tabs } from '../../src/sync/tabs.ts';
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

let site: ModelSite;
let storage: IDBFactory;
let clock: Clock;
let newTab: () => Tabs;

beforeEach(() => {
  site = modelSite();
  fillSmallOffice(site);
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

const creates = () => site.calls.filter((call) => call === 'create activities');

describe('two tabs of one person', () => {
  it('[S7] a line written in either is sent once, by the one that leads, and shown in both', async () => {
    const first = await openTab();
    const second = await openTab();
    await second.dispatch(log('Från den andra', 'a-1'));
    await first.dispatch(log('Från den första', 'a-2'));
    expect(titles(second)).toContain('Från den andra');
    await quiet();
    expect(creates()).toHaveLength(2);
    for (const tab of [first, second]) {
      expect(titles(tab).sort()).toEqual(['Från den andra', 'Från den första']);
      expect(tab.snapshot().waiting).toEqual([]);
      expect(tab.snapshot().unsent.size).toBe(0);
    }
  });

  it('[S7] closing the one that sends hands over: nothing waits for ever, nothing is sent twice', async () => {
    const first = await openTab();
    const second = await openTab();
    site.faultFor = (call) => (call === 'create activities' ? { reason: 'offline' } : undefined);
    await second.dispatch(log('Väntar', 'a-1'));
    await quiet();
    expect(second.snapshot().waiting).toHaveLength(1);
    site.faultFor = () => undefined;
    first.close();
    await quiet();
    clock.pass(60_000);
    await quiet();
    expect(second.snapshot().waiting).toEqual([]);
    expect(site.rows.get('activities\na-1')?.row.title).toBe('Väntar');
    expect([...site.rows.values()].filter(({ list }) => list === 'activities')).toHaveLength(1);
  });

  it('a line that the site refuses is shown as stuck in both, and freed in both', async () => {
    const first = await openTab();
    const second = await openTab();
    site.faultFor = (call) => (call === 'create activities' ? { reason: 'forbidden' } : undefined);
    await second.dispatch(log('Nekad', 'a-1'));
    await quiet();
    expect(first.snapshot().stuck).toHaveLength(1);
    expect(second.snapshot().stuck).toHaveLength(1);
    site.faultFor = () => undefined;
    second.retry(second.snapshot().stuck[0]?.command.key ?? '');
    await quiet();
    expect(first.snapshot().stuck).toEqual([]);
    expect(second.snapshot().stuck).toEqual([]);
    expect(site.rows.has('activities\na-1')).toBe(true);
  });

  it('what one tab took back is gone in the other', async () => {
    const first = await openTab();
    const second = await openTab();
    site.faultFor = (call) => (call === 'talk' ? { reason: 'offline' } : undefined);
    await second.dispatch(log('Bort', 'a-1'));
    await quiet();
    second.discard(second.snapshot().waiting[0]?.key ?? '');
    await quiet();
    expect(titles(first)).toEqual([]);
    expect(first.snapshot().waiting).toEqual([]);
  });
});
