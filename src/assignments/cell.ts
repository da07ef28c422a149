import type { Key } from '../basics/key.ts';

/** A cell of the assignment matrix: which goal to which unit, as one word. */
export const cellOf = (goalKey: Key, unitKey: Key): string => `${goalKey}\n${unitKey}`;
