import { countUnit } from '../../src/countUnit.ts';
import { confirmedOnDisk } from '../../src/sync/confirmedOnDisk.ts';
import { decide } from '../../src/decide.ts';
import { openAuthor } from '../../src/sync/author.ts';
import { openCourier } from '../../src/sync/courier.ts';
import { forgetOwn, openDatabase } from '../../src/sync/database.ts';
import { pendingOnDisk } from '../../src/sync/pendingOnDisk.ts';
import type { SyncedSite } from '../../src/sync/site.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import { openStore } from '../../src/sync/store.ts';
import type { Disk } from '../../src/sync/storeParts.ts';
import { aloneTabs, type Tabs } from '../../src/sync/tabs.ts';

/** A clock that stands still until told: what was put off runs when its time comes. */
export function patience(startMs = Date.parse('2023-08-25T10:00:00')) {
  let waiting: { atMs: number; run: () => void }[] = [];
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    later(delayMs: number, run: () => void) {
      const entry = { atMs: nowMs + delayMs, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    pass(ms: number) {
      nowMs += ms;
      const due = waiting.filter(({ atMs }) => atMs <= nowMs);
      waiting = waiting.filter(({ atMs }) => atMs > nowMs);
      for (const { run } of due) run();
    },
  };
}

export type Clock = ReturnType<typeof patience>;

export async function diskOf(storage: IDBFactory, owner: string): Promise<Disk> {
  const database = await openDatabase(storage, owner);
  return {
    pending: pendingOnDisk(database),
    confirmed: confirmedOnDisk(database),
    forget: () => forgetOwn(storage, database, owner),
  };
}

let commandCount = 0;
const nextKey = () => `command-${String((commandCount += 1)).padStart(6, '0')}`;

/** `knows`: the version of the lists that the app is written for; a site that says nothing is of the first. */
type Own = { owner?: string; disk?: Disk; tabs?: Tabs; newKey?: () => string; knows?: number };

export function openStoreOn(
  site: SyncedSite,
  clock: Clock,
  { owner = 'anna', disk, tabs = aloneTabs(), newKey = nextKey, knows = 1 }: Own = {},
): Promise<Store> {
  return openStore({
    site,
    disk,
    tabs,
    person: { id: owner, name: owner },
    now: () => new Date(clock.nowMs()),
    newKey,
    random: () => 1,
    later: clock.later,
    hire: () =>
      Promise.resolve({
        decide,
        openAuthor,
        openCourier: (own) => openCourier({ ...own, count: countUnit, knows }),
      }),
  });
}

/** Resolves when the store says what is waited for; the test's time limit ends it otherwise. */
export function until(store: Store, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = store.subscribe(() => {
      if (!holds()) return;
      leave();
      resolve();
    });
  });
}

export const isSettled = (store: Store) => () =>
  store.snapshot().waiting.length === 0 && store.snapshot().loading === 'ready';

/** Lets everything that has been started come to rest: what is left waits for the clock. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export const titles = (store: Store) =>
  [...store.snapshot().world.activities.values()].map(({ title }) => title);

/** The tabs of one person in one browser: the lock goes to the next when its holder is closed. */
export function oneBrowser(): () => Tabs {
  const open: { listener: ((message: unknown) => void) | undefined; lead: (() => void) | undefined }[] = [];
  let leader: (typeof open)[number] | undefined;
  const handOver = () => {
    leader = open.find(({ lead }) => lead !== undefined);
    leader?.lead?.();
  };
  return () => {
    const own: (typeof open)[number] = { listener: undefined, lead: undefined };
    open.push(own);
    return {
      lead(run) {
        own.lead = run;
        if (!leader) handOver();
      },
      post(message) {
        const copy = structuredClone(message);
        for (const other of open) if (other !== own) queueMicrotask(() => other.listener?.(copy));
      },
      listen(run) {
        own.listener = run;
      },
      close() {
        open.splice(open.indexOf(own), 1);
        own.listener = undefined;
        if (leader === own) handOver();
      },
    };
  };
}
