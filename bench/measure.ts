/** One way of doing a thing. `run` is timed; what it returns is kept beside the time. */
export type Case = {
  name: string;
  run: (round: number) => Promise<Counted | void>;
  /** Whether it did what it should; not timed. */
  check?: () => void;
};

/** What a run cost beside time. */
export type Counted = { requests?: number; units?: number; bytes?: number };

export type Measured = {
  name: string;
  /** Of every round, in their order. */
  ms: number[];
  medianMs: number;
  /** Of the last round. */
  counted: Counted;
};

/**
 * Each case once a round, and the rounds turn the order: what the machine does meanwhile falls on all of them alike,
 * and none always comes first.
 */
export async function interleaved(cases: readonly Case[], rounds: number): Promise<Measured[]> {
  const measured = cases.map(({ name }) => ({ name, ms: [] as number[], counted: {} as Counted }));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < cases.length; turn += 1) {
      const at = (turn + round) % cases.length;
      const [one, into] = [cases[at], measured[at]];
      if (!one || !into) continue;
      const began = performance.now();
      const counted = await one.run(round);
      into.ms.push(performance.now() - began);
      one.check?.();
      into.counted = counted ?? {};
    }
  }
  return measured.map((one) => ({ ...one, medianMs: medianOf(one.ms) }));
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** How many times as long a peer took, as a reader wants it: `4.1×`. */
export function ratioOf(peerMs: number, oursMs: number): string {
  const ratio = peerMs / oursMs;
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)}×`;
}
