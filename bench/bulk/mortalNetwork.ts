import type { JumpingClock } from '../jumpingClock.ts';

/**
 * The network and the clock of a tab that dies at a certain call: that one still reaches Graph, and from then on
 * nothing comes back and nothing that was put off is run. What the stand-in used of the processor is kept apart.
 */
export function mortalNetwork(send: typeof fetch, clock: JumpingClock, diesAt: number) {
  let calls = 0;
  let throttled = 0;
  let cpuMs = 0;
  let isAlive = true;
  const reaching = clock.awaiting(async (input, init) => {
    const before = process.cpuUsage();
    const answer = await send(input, init);
    if (answer.status === 429 || (await answer.clone().text()).includes('"status":429')) throttled += 1;
    const { user, system } = process.cpuUsage(before);
    cpuMs += (user + system) / 1000;
    return answer;
  });
  const network: typeof fetch = async (input, init) => {
    if (!isAlive) return never();
    const answer = await reaching(input, init);
    calls += 1;
    if (calls >= diesAt) isAlive = false;
    return isAlive ? answer : never();
  };
  return {
    fetch: network,
    later(delayMs: number, run: () => void): () => void {
      return clock.later(delayMs, () => {
        if (isAlive) run();
      });
    },
    isAlive: () => isAlive,
    cpuMs: () => cpuMs,
    throttled: () => throttled,
  };
}

function never(): Promise<Response> {
  return new Promise(() => undefined);
}
