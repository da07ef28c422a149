import { expect, test } from 'vitest';
import { graphClient } from '../../src/graph/client.ts';
import type { VirtualClock } from '../simulation/clock.ts';
import type { Ground } from '../simulation/ground.ts';
import { playHistory } from '../simulation/run.ts';
import { standinGround } from '../simulation/standinGround.ts';
import { callTo } from './call.ts';
import { onlyHere } from './onlyHere.ts';
import { member, owner } from './people.ts';
import { startContract } from './server.ts';

const histories = 30;
/** Few, since every answer is waited for. */
const steps = 12;

async function overHttp(clock: VirtualClock): Promise<Ground & { close(): Promise<void> }> {
  const now = () => new Date(clock.nowMs());
  const contract = await startContract({ now });
  const { hostname, path } = contract.facts;
  const call = callTo(contract.origin, await contract.token(owner));
  const ground = await standinGround({
    where: { hostname, path },
    now,
    graphAs: (user, scopes) =>
      graphClient(
        {
          fetch: (input, init) =>
            fetch(new Request(input).url.replace('https://graph.microsoft.com', contract.origin), init),
          getToken: (wanted) => contract.token(user === 'bo' ? member : owner, [...wanted]),
          now,
        },
        scopes,
      ),
    async remove(item) {
      await call('DELETE', item);
    },
  });
  return { ...ground, close: () => contract.close() };
}

test('[S1] [S3] [S4] [S5] [S6] [S7] [S8] hold through HTTP', { timeout: 600_000 }, async () => {
  onlyHere('a hundred thousand calls in a storm of our own');
  const told: string[] = [];
  for (let seed = 1; seed <= histories; seed += 1) {
    let close: () => Promise<void> = () => Promise.resolve();
    const { violations } = await playHistory(seed, {
      steps,
      async groundOf(clock) {
        const ground = await overHttp(clock);
        close = () => ground.close();
        return ground;
      },
    });
    await close();
    if (violations.length > 0) told.push(`${seed}: ${violations.join('; ')}`);
  }
  expect(told).toEqual([]);
});
