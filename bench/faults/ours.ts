import type { Wish } from '../../src/commands.ts';
import { isSettled, newKey, openDevice } from '../device.ts';
import { jumpingClock } from '../jumpingClock.ts';
import { memoryDisk } from '../memoryDisk.ts';
import { organisationOf } from '../organisation.ts';
import { openTenant } from '../tenant.ts';
import { faultyNetwork } from './faultyNetwork.ts';
import { mixedFaults } from './mix.ts';
import { type Outcome, outcomeOf, rows } from './outcome.ts';

const office = organisationOf({ seed: 1, goals: 2, departments: 1, units: 4, activities: 0 });
const roomKey = 'd001';

/**
 * The same rows as activities that are logged in the product: all in one go, which it sends in batches, or each when
 * the one before is saved. Its store, outbox, lists and Graph client are those that are shipped.
 */
export async function runOurs(seed: number, how: 'together' | 'oneByOne'): Promise<Outcome> {
  const clock = jumpingClock();
  const tenant = await openTenant(clock.nowMs);
  try {
    await tenant.moveIn(office);
    const listPath = tenant.listPath('activities');
    const network = faultyNetwork(tenant.fetch, { plan: mixedFaults(seed), nowMs: clock.nowMs, listPath });
    const now = () => new Date(clock.nowMs());
    const site = tenant.site(clock.awaiting(network.fetch), now, tenant.ids);
    const store = await openDevice(site, clock, memoryDisk());
    store.show({ year: office.year, roomKey });
    await clock.runUntil(() => isSettled(store));

    const wishes = Array.from({ length: rows }, (_, n) => wishOf(n));
    network.begin();
    const beganMs = clock.nowMs();
    for (const part of how === 'together' ? [wishes] : wishes.map((wish) => [wish])) {
      const refusal = await store.dispatchAll(part);
      if (refusal) throw new Error(`Refused: ${JSON.stringify(refusal)}`);
      await clock.runUntil(() => isSettled(store));
    }
    const minutes = (clock.nowMs() - beganMs) / 60_000;
    const stuck = new Set(store.snapshot().stuck.map(({ command }) => activityOf(command)));
    const told = new Map(
      wishes.map((wish) => [activityOf(wish), stuck.has(activityOf(wish)) ? 'failed' : 'stored'] as const),
    );
    store.close();
    return { ...(await outcomeOf(tenant, listPath, 'Key', told)), sent: network.sent(), minutes };
  } finally {
    tenant.close();
  }
}

function wishOf(n: number): Wish {
  const unitKey = `${roomKey}-e00${1 + (n % 4)}`;
  const about = { title: `Aktivitet ${n}`, goalKeys: ['mal-1'], kind: 'targeted', unitKey } as const;
  return { do: 'logActivity', activityKey: newKey(), year: office.year, roomKey, ...about };
}

function activityOf(wish: Wish): string {
  return 'activityKey' in wish ? wish.activityKey : '';
}
