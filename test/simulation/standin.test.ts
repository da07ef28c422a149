import { expect, it } from 'vitest';
import { openTenant } from '../tenant.ts';
import type { VirtualClock } from './clock.ts';
import type { Ground } from './ground.ts';
import { playHistory } from './run.ts';
import { standinGround } from './standinGround.ts';

/** Fewer and shorter than on the model site, since each question goes through all of Graph's ways. */
const histories = 30;
const steps = 25;

async function inProcess(clock: VirtualClock): Promise<Ground & { close(): void }> {
  const now = () => new Date(clock.nowMs());
  const tenant = openTenant(now);
  const people = tenant.organisation.people.filter(({ siteRole }) => siteRole === 'member');
  const personOf = (user: string) =>
    user === 'owner' ? tenant.people.owner : (people[['anna', 'bo', 'cia'].indexOf(user)]?.id ?? '');
  const ground = await standinGround({
    where: tenant.configuration.site,
    now,
    graphAs: (user, scopes) => tenant.graphFor(personOf(user), scopes),
    async remove(path) {
      const token = await tenant.tokenFor(tenant.people.owner, ['Sites.ReadWrite.All']);
      const request = new Request(`https://graph.microsoft.com/v1.0${path}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${token}` },
      });
      const answer = await tenant.graph.fetch(request);
      if (!answer.ok) throw new Error(`${path} could not be deleted: ${answer.status}`);
    },
  });
  return { ...ground, close: () => tenant.close() };
}

it('[S1] [S3] [S4] [S5] [S6] [S7] [S8] hold on the stand-in too, through the lists of the product', async () => {
  const told: string[] = [];
  for (let seed = 1; seed <= histories; seed += 1) {
    let close: () => void = () => undefined;
    const { violations } = await playHistory(seed, {
      steps,
      async groundOf(clock) {
        const ground = await inProcess(clock);
        close = () => ground.close();
        return ground;
      },
    });
    close();
    if (violations.length > 0) told.push(`${seed}: ${violations.join('; ')}`);
  }
  expect(told).toEqual([]);
}, 170_000);
