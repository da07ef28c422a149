import type { Fault, Planner } from '../../standin/graph/faults/fault.ts';
import { diceOf } from '../dice.ts';

/** How often each thing goes wrong: 28 calls in a hundred, of which ten are done all the same. */
const shares = {
  throttled: 0.1,
  unavailable: 0.05,
  resetBefore: 0.03,
  lostWithTimeout: 0.05,
  lostWithReset: 0.05,
} as const;

type Name = keyof typeof shares;

const faultyShare = Object.values(shares).reduce((sum, share) => sum + share, 0);

/** So many calls does it take at the least, one for each row, when every failed one is made once more. */
export function floorOf(rows: number): number {
  return Math.ceil(rows / (1 - faultyShare));
}

/** What goes wrong with each call, by the dice; the same seed throws the same in the order of the calls. */
export function mixedFaults(seed: number): Planner {
  const dice = diceOf(seed);
  return ({ isMember }) => {
    let left = dice.next();
    const retryAfterSeconds = 1 + dice.below(10);
    for (const name of Object.keys(shares) as Name[]) {
      left -= shares[name];
      if (left < 0) return [faultOf(name, isMember, retryAfterSeconds)];
    }
    return [];
  };
}

/** A member of a batch has no connection of its own that could break: it is said to have taken too long. */
function faultOf(name: Name, isMember: boolean, retryAfterSeconds: number): Fault {
  switch (name) {
    case 'throttled':
      return { kind: 'throttled', retryAfterSeconds };
    case 'unavailable':
      return { kind: 'unavailable' };
    case 'resetBefore':
      return isMember ? { kind: 'gatewayTimeout' } : { kind: 'reset' };
    case 'lostWithTimeout':
      return { kind: 'lost', instead: 'gatewayTimeout' };
    case 'lostWithReset':
      return { kind: 'lost', instead: isMember ? 'gatewayTimeout' : 'reset' };
  }
}
