import { assignmentKey } from '../../src/assignments/assignment.ts';
import type { Wish } from '../../src/commands.ts';
import type { Store } from '../../src/sync/snapshot.ts';
import { openDevice } from '../device.ts';
import { jumpingClock } from '../jumpingClock.ts';
import { memoryDisk } from '../memoryDisk.ts';
import { largeRegion, organisationOf } from '../organisation.ts';
import { openTenant, type Tenant } from '../tenant.ts';
import { mortalNetwork } from './mortalNetwork.ts';

export type BulkRun = {
  readonly doubled: number;
  readonly missing: number;
  readonly stuck: number;
  /** Units whose tally does not say what they hold. */
  readonly wrongTallies: number;
  /** Until every assignment is on the site. */
  readonly batchesToSend: number;
  readonly unitsToSend: number;
  readonly minutesToSend: number;
  /** From then on until every tally is counted. */
  readonly batchesToCount: number;
  readonly unitsToCount: number;
  readonly minutesInAll: number;
  readonly throttled: number;
  /** Processor time of all of it but the stand-in. */
  readonly ownCpuMs: number;
  /** The longest time that a page would not have answered in. */
  readonly longestMs: number;
};

/** `BENCH_UNITS` makes it smaller, for trying out. */
export const size = {
  ...largeRegion,
  activities: 0,
  units: Number(process.env['BENCH_UNITS'] ?? largeRegion.units),
};
const organisation = organisationOf(size);
const { year } = organisation;
const place = { year, roomKey: 'regionen' };
const doers = organisation.units.filter(({ level }) => level === 'unit');
const wishes = doers.flatMap(({ key: unitKey }) =>
  organisation.goals.map(({ key: goalKey }): Wish => ({
    do: 'assignGoal',
    goalKey,
    unitKey,
    seen: 'none',
    ...place,
  })),
);

export async function runBulk(how: { crashes: boolean; appPerMinute: number }): Promise<BulkRun> {
  const clock = jumpingClock();
  const tenant = await openTenant(clock.nowMs);
  try {
    await tenant.moveIn({ ...organisation, assignments: [] });
    tenant.graph.setThrottling({ budgets: { appPerMinute: how.appPerMinute, userPerFiveMinutes: 1e9 } });
    const disk = memoryDisk();
    const open = async (network: typeof fetch, later: typeof clock.later): Promise<Store> => {
      const site = tenant.site(network, () => new Date(clock.nowMs()), tenant.ids);
      const store = await openDevice(site, { nowMs: clock.nowMs, later }, disk);
      store.show(place);
      return store;
    };
    const mortal = mortalNetwork(tenant.fetch, clock, how.crashes ? wishes.length / 20 / 2 : Infinity);
    let store = await open(mortal.fetch, mortal.later);
    await clock.runUntil(() => store.snapshot().loading === 'ready');
    clock.pass(60_000);
    tenant.graph.resetMeter();
    const pauses = longestPause();
    const began = { ms: clock.nowMs(), cpu: process.cpuUsage(), graphCpuMs: mortal.cpuMs() };
    const refusal = await store.dispatchAll(wishes);
    if (refusal) throw new Error(`Refused: ${refusal.refused}`);
    const isSent = () => store.snapshot().waiting.length === 0;
    await clock.runUntil(() => isSent() || !mortal.isAlive());
    let reborn: ReturnType<typeof mortalNetwork> | undefined;
    if (!mortal.isAlive()) {
      reborn = mortalNetwork(tenant.fetch, clock, Infinity);
      store = await open(reborn.fetch, reborn.later);
      await clock.runUntil(isSent);
    }
    const sent = { ms: clock.nowMs(), ...tenant.graph.units() };
    let known = 0;
    // A unit is counted when its tally is there; looking is the test's own and costs the client nothing.
    await clock.runUntil(
      () => (known = talliesKnown(store)) >= doers.length || clock.nowMs() - sent.ms > 6 * 3600_000,
    );
    await clock.rest();
    const all = tenant.graph.units();
    const { user, system } = process.cpuUsage(began.cpu);
    const graphCpuMs = mortal.cpuMs() + (reborn?.cpuMs() ?? 0) - began.graphCpuMs;
    const longestMs = pauses.stop();
    const stuck = store.snapshot().stuck.length;
    store.close();
    return {
      ...(await found(tenant)),
      stuck,
      wrongTallies: doers.length - known,
      batchesToSend: sent.roundTrips,
      unitsToSend: sent.units,
      minutesToSend: (sent.ms - began.ms) / 60_000,
      batchesToCount: all.roundTrips - sent.roundTrips,
      unitsToCount: all.units - sent.units,
      minutesInAll: (clock.nowMs() - began.ms) / 60_000,
      throttled: mortal.throttled() + (reborn?.throttled() ?? 0),
      ownCpuMs: (user + system) / 1000 - graphCpuMs,
      longestMs,
    };
  } finally {
    tenant.close();
  }
}

function talliesKnown(store: Store): number {
  let right = 0;
  for (const { packed } of store.snapshot().world.tallies.values())
    if (organisation.goals.every(({ key }) => packed.goals[key]?.state === 'assigned')) right += 1;
  return right;
}

async function found(tenant: Tenant): Promise<{ doubled: number; missing: number }> {
  tenant.graph.setThrottling('none');
  const counts = new Map<string, number>();
  let path: string | undefined =
    `${tenant.listPath('assignments')}/items?$select=id&$expand=fields($select=Key)&$top=5000`;
  while (path !== undefined) {
    const page = (await tenant.call('GET', path)) as Page;
    for (const { fields } of page.value) counts.set(fields.Key, (counts.get(fields.Key) ?? 0) + 1);
    path = page['@odata.nextLink']?.replace(/^.*\/v1\.0/, '');
  }
  const keys = doers.flatMap((unit) =>
    organisation.goals.map((goal) => assignmentKey(year, goal.key, unit.key)),
  );
  return {
    doubled: [...counts.values()].reduce((sum, count) => sum + count - 1, 0),
    missing: keys.filter((key) => !counts.has(key)).length,
  };
}

type Page = { value: { fields: { Key: string } }[]; '@odata.nextLink'?: string };

/** How long nothing else could have run, at the longest: what a person would feel as a page that hangs. */
function longestPause(): { stop(): number } {
  let lastMs = performance.now();
  let longestMs = 0;
  let isOn = true;
  const look = () => {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
    if (isOn) setImmediate(look);
  };
  setImmediate(look);
  return {
    stop() {
      isOn = false;
      return longestMs;
    },
  };
}
