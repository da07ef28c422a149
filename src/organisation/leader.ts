import type { Person } from '../basics/person.ts';
import type { Unit } from './unit.ts';

/** [A14] Whoever answers for a unit: its head, else the one who acts in their place, else whoever it was delegated to. */
export function leaderOf({ heads: { head, acting, delegate } }: Unit): Person | null {
  return [head, acting, delegate].find((person) => person !== null && person.id !== '') ?? null;
}
