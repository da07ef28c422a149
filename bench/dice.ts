export type Dice = {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 below `sides`. */
  below(sides: number): number;
  of<T>(things: readonly T[]): T;
};

/** Numbers that look thrown and are the same for the same seed, on every machine (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (sides: number) => Math.floor(next() * sides);
  return {
    next,
    below,
    of<T>(things: readonly T[]): T {
      const drawn = things[below(things.length)];
      if (drawn === undefined) throw new Error('Nothing to draw from');
      return drawn;
    },
  };
}
