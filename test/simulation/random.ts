/** Dice with a seed: the same seed throws the same for ever, so that a history can be played again. */
export type Dice = {
  /** From 0 up to, but never, 1. */
  next(): number;
  chance(probability: number): boolean;
  /** From 0 up to, but never, `below`. */
  whole(below: number): number;
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of the names, each as often as its weight says. */
  weighted<N extends string>(weights: Readonly<Record<N, number>>): N;
  shuffled<T>(all: readonly T[]): T[];
};

/** mulberry32: one number of state, good enough to choose what happens next. */
export function openDice(seed: number): Dice {
  let state = seed | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  const whole = (below: number) => Math.floor(next() * below);

  return {
    next,
    chance: (probability) => next() < probability,
    whole,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error('There is nothing to pick from');
      return from[whole(from.length)] as T;
    },
    weighted<N extends string>(weights: Readonly<Record<N, number>>): N {
      const all = Object.entries(weights) as [N, number][];
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of all) {
        left -= weight;
        if (left < 0) return name;
      }
      return all[0]?.[0] as N;
    },
    shuffled: (all) =>
      all
        .map((one) => ({ one, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one),
  };
}
