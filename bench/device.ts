import { countUnit } from '../src/countUnit.ts';
import { decide } from '../src/decide.ts';
import { openAuthor } from '../src/sync/author.ts';
import { openCourier } from '../src/sync/courier.ts';
import type { SyncedSite } from '../src/sync/site.ts';
import type { Store } from '../src/sync/snapshot.ts';
import { openStore } from '../src/sync/store.ts';
import type { Disk } from '../src/sync/storeParts.ts';
import { aloneTabs } from '../src/sync/tabs.ts';
import type { JumpingClock } from './jumpingClock.ts';
import { owner } from './standinPeople.ts';

/** Of the whole run: keys sort by the time they were made, as those of the product do. */
let keys = 0;

/** A key that is new in this run. */
export function newKey(): string {
  keys += 1;
  return `018a0000-0000-7000-8000-${String(keys).padStart(12, '0')}`;
}

/** The product's own store, as a tab has it, on this disk. */
export function openDevice(
  site: SyncedSite,
  clock: Pick<JumpingClock, 'nowMs' | 'later'>,
  disk: Disk,
): Promise<Store> {
  return openStore({
    site,
    disk,
    tabs: aloneTabs(),
    person: { id: owner.id, name: owner.name },
    now: () => new Date(clock.nowMs()),
    newKey,
    random: Math.random,
    later: clock.later,
    hire: () =>
      Promise.resolve({
        decide,
        openAuthor,
        openCourier: (own) => openCourier({ ...own, count: countUnit, knows: 1 }),
      }),
  });
}

/** Nothing waits to be sent, and what is shown has been read. */
export function isSettled(store: Store): boolean {
  const { waiting, loading } = store.snapshot();
  return waiting.length === 0 && loading === 'ready';
}
