import { describe, expect, it } from 'vitest';
import { inPlaceOfGlobals, jumpingClock } from '../../bench/jumpingClock.ts';

const slowly = (ms: number): typeof fetch => {
  const { setTimeout: later } = globalThis;
  return async () => {
    await new Promise((resolve) => later(resolve, ms));
    return new Response('ok');
  };
};

describe('a clock that jumps', () => {
  it('runs what was put off in its turn, and not what was called off', async () => {
    const clock = jumpingClock(0);
    const ran: string[] = [];
    clock.later(5000, () => ran.push(`second ${clock.nowMs()}`));
    clock.later(1000, () => ran.push(`first ${clock.nowMs()}`));
    clock.later(2000, () => ran.push('never'))();
    await clock.runUntil(() => ran.length === 2);
    expect(ran).toEqual(['first 1000', 'second 5000']);
  });

  it('stands still while a call is out', async () => {
    const clock = jumpingClock(0);
    const send = clock.awaiting(slowly(30));
    let answeredAt = -1;
    clock.later(1000, () => undefined);
    void send('https://graph.microsoft.com/').then(() => (answeredAt = clock.nowMs()));
    await clock.runUntil(() => answeredAt >= 0);
    expect(answeredAt).toBe(0);
  });

  it('says so when nobody waits for anything, or for too long', async () => {
    await expect(jumpingClock(0).runUntil(() => false)).rejects.toThrow('Nobody waits');
    const clock = jumpingClock(0);
    const again = (): void => void clock.later(24 * 60 * 60 * 1000, again);
    again();
    await expect(clock.runUntil(() => false)).rejects.toThrow('after a week');
  });

  it('stands in for the global ones, and gives them back, also after a failure', async () => {
    const { fetch: ownFetch, setTimeout: ownTimeout } = globalThis;
    const clock = jumpingClock(0);
    const waited = await inPlaceOfGlobals(clock, slowly(1), async () => {
      await fetch('https://graph.microsoft.com/');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      return clock.nowMs();
    });
    expect(waited).toBe(60_000);
    const failing = inPlaceOfGlobals(clock, slowly(1), () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect([globalThis.fetch, globalThis.setTimeout]).toEqual([ownFetch, ownTimeout]);
  });
});
