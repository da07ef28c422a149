/** A clock that stands still while anything is under way, and then jumps to the next moment that somebody waits for. */
export type JumpingClock = {
  nowMs(): number;
  /** Nobody was there for so long: what waits runs later than it asked to. */
  pass(ms: number): void;
  /** Runs something after a while; gives back how to call it off. */
  later(delayMs: number, run: () => void): () => void;
  /** The same fetch; until it has answered, no time passes. */
  awaiting(send: typeof fetch): typeof fetch;
  /** Waits until what has been started waits for the clock itself. */
  rest(): Promise<void>;
  /** Lets time pass until it holds. Throws when nobody waits for anything any more, or at a moment too far away. */
  runUntil(holds: () => boolean): Promise<void>;
};

/** Nothing that is measured here takes a week; who still waits then waits for ever. */
const longestMs = 7 * 24 * 60 * 60 * 1000;

export function jumpingClock(startMs = Date.parse('2023-08-25T10:00:00')): JumpingClock {
  let waiting: { readonly atMs: number; readonly run: () => void }[] = [];
  let nowMs = startMs;
  let underWay = 0;

  // A few rounds of the event loop with no call out.
  async function rest(): Promise<void> {
    for (let still = 0; still < 4; still = underWay === 0 ? still + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve));
  }

  function jump(): void {
    const atMs = waiting.reduce((next, entry) => Math.min(next, entry.atMs), Infinity);
    if (atMs === Infinity) throw new Error('Nobody waits for the clock, and yet it is not done');
    if (atMs - startMs > longestMs) throw new Error('It is not done after a week');
    nowMs = Math.max(nowMs, atMs);
    const due = waiting.filter((entry) => entry.atMs <= nowMs);
    waiting = waiting.filter((entry) => entry.atMs > nowMs);
    for (const { run } of due) run();
  }

  return {
    nowMs: () => nowMs,
    pass(ms) {
      nowMs += ms;
    },
    later(delayMs, run) {
      const entry = { atMs: nowMs + delayMs, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((one) => one !== entry);
      };
    },
    awaiting: (send) => async (input, init) => {
      underWay += 1;
      try {
        return await send(input, init);
      } finally {
        underWay -= 1;
      }
    },
    rest,
    async runUntil(holds) {
      for (;;) {
        await rest();
        if (holds()) return;
        jump();
      }
    },
  };
}

/**
 * Runs what knows no port, with this fetch and this clock in the place of the global ones: a library that is measured
 * must not be changed for it.
 */
export async function inPlaceOfGlobals<T>(
  clock: JumpingClock,
  send: typeof fetch,
  run: () => Promise<T>,
): Promise<T> {
  const { fetch: ownFetch, setTimeout: ownTimeout } = globalThis;
  globalThis.fetch = clock.awaiting(send);
  // Nobody here calls one off, so what names it need not be Node's own.
  const later = (work: () => void, delayMs = 0) => void clock.later(delayMs, work);
  globalThis.setTimeout = later as unknown as typeof setTimeout;
  try {
    let ended: { readonly value: T } | { readonly failure: unknown } | undefined;
    void run().then(
      (value) => (ended = { value }),
      (failure: unknown) => (ended = { failure }),
    );
    await clock.runUntil(() => ended !== undefined);
    if (ended && 'value' in ended) return ended.value;
    throw ended?.failure;
  } finally {
    globalThis.fetch = ownFetch;
    globalThis.setTimeout = ownTimeout;
  }
}
