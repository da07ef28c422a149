/** Time that passes only when told to, and as fast as the machine can think. */
export type VirtualClock = {
  nowMs(): number;
  later(delayMs: number, run: () => void): () => void;
  /** Resolves after that long. */
  rest(delayMs: number): Promise<void>;
  /** Runs what falls due within that time, one thing after the other, each with all that it sets in motion. */
  pass(ms: number): Promise<void>;
  /** The machine has slept: timers come late. */
  skip(ms: number): void;
  /** Lets everything that can go on now go on. */
  settle(): Promise<void>;
  /** Work outside of this clock, for example a real answer of the stand-in's: time stands still until it is done. */
  outside<T>(work: Promise<T>): Promise<T>;
  /** Called whenever everything has come to rest. */
  onRest: () => void;
};

type Due = { readonly atMs: number; readonly order: number; readonly run: () => void };

const startMs = Date.parse('2023-08-25T08:00:00Z');

export function openClock(): VirtualClock {
  let nowMs = startMs;
  let order = 0;
  let outside = 0;
  /** The next one stands last. */
  const due: Due[] = [];

  function later(delayMs: number, run: () => void): () => void {
    order += 1;
    const one: Due = { atMs: nowMs + Math.max(0, delayMs), order, run };
    let at = due.length;
    while (at > 0 && isBefore(due[at - 1] as Due, one)) at -= 1;
    due.splice(at, 0, one);
    return () => {
      const place = due.indexOf(one);
      if (place !== -1) due.splice(place, 1);
    };
  }

  async function settle(): Promise<void> {
    // Node's next tick comes when no promise has anything left to do, however long their chain was, and costs far less
    // than a turn of the event loop. What is outside of this clock needs those turns.
    do await (outside > 0 ? turn() : tick());
    while (outside > 0);
    clock.onRest();
  }

  const clock: VirtualClock = {
    nowMs: () => nowMs,
    later,
    rest: (delayMs) => new Promise((resolve) => void later(delayMs, resolve)),
    async pass(ms) {
      await settle();
      const untilMs = nowMs + ms;
      for (let next = due.at(-1); next && next.atMs <= untilMs; next = due.at(-1)) {
        due.pop();
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
        await settle();
      }
      nowMs = Math.max(nowMs, untilMs);
    },
    skip(ms) {
      nowMs += ms;
    },
    settle,
    async outside(work) {
      outside += 1;
      try {
        return await work;
      } finally {
        outside -= 1;
      }
    },
    onRest: () => undefined,
  };
  return clock;
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));
const tick = () => new Promise<void>((resolve) => process.nextTick(resolve));

function isBefore(one: Due, other: Due): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}
