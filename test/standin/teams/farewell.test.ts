import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFarewell } from '../../../standin/teams/farewell.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function farewell() {
  const tell = vi.fn<() => void>();
  const opened = openFarewell(tell);
  let isOver = false;
  const leave = async () => {
    await opened.leave();
    isOver = true;
  };
  const isOverAfter = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return isOver;
  };
  return { ...opened, tell, leave, isOverAfter };
}

describe('leaving a tab', () => {
  it('that has not asked to be told takes no time, and nothing is said to it', async () => {
    const { tell, leave, isOverAfter } = farewell();
    void leave();
    expect(await isOverAfter(0)).toBe(true);
    expect(tell).not.toHaveBeenCalled();
  });

  it('that has asked waits until it is ready', async () => {
    const { tell, wanted, ready, leave, isOverAfter } = farewell();
    wanted();
    void leave();
    expect(tell).toHaveBeenCalledOnce();
    expect(await isOverAfter(2000)).toBe(false);
    ready();
    expect(await isOverAfter(0)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that does not answer is waited for three seconds', async () => {
    const { wanted, leave, isOverAfter } = farewell();
    wanted();
    void leave();
    expect(await isOverAfter(2999)).toBe(false);
    expect(await isOverAfter(1)).toBe(true);
  });

  it('is said once, however many leave it', async () => {
    const { tell, wanted, ready, leave } = farewell();
    wanted();
    const both = Promise.all([leave(), leave()]);
    ready();
    await both;
    await leave();
    expect(tell).toHaveBeenCalledOnce();
  });

  it('whose page has begun anew does not wait for what the earlier page had asked for', async () => {
    const before = farewell();
    before.wanted();
    before.forgotten();
    void before.leave();
    expect(await before.isOverAfter(0)).toBe(true);
    const meanwhile = farewell();
    meanwhile.wanted();
    void meanwhile.leave();
    meanwhile.forgotten();
    expect(await meanwhile.isOverAfter(0)).toBe(true);
  });
});
