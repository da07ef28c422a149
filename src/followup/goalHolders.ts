import type { Key } from '../basics/key.ts';
import { type Goal, holdsIn } from '../goals/goal.ts';
import type { Units } from '../organisation/unit.ts';
import type { Tallies } from './tally.ts';

export type Holders = { readonly year: number; readonly departments: number; readonly units: number };

/**
 * [G11] Who loses a goal that is ended or made shorter, year by year, as far as the years have been counted; nothing where no
 * year is lost. Told before it is saved.
 */
export function holdersLosing(
  { tallies, units }: { readonly tallies: Tallies; readonly units: Units },
  goal: Goal,
  next: Pick<Goal, 'fromYear' | 'toYear' | 'state'>,
): Holders[] {
  const losing = new Map<number, Holders>();
  const after = { ...goal, ...next };
  for (const { year, key, packed } of tallies.values()) {
    if (!holdsIn(goal, year) || holdsIn(after, year)) continue;
    const unit = units.get(key.slice(key.indexOf('/') + 1));
    const isHeld = isHeldIn(packed.goals, goal.key) && unit?.active === true;
    const before = losing.get(year) ?? { year, departments: 0, units: 0 };
    losing.set(year, {
      year,
      departments: before.departments + Number(isHeld && unit.level === 'department'),
      units: before.units + Number(isHeld && unit.level === 'unit'),
    });
  }
  return [...losing.values()].sort((a, b) => a.year - b.year);
}

/** True where some year in which the goal has held is no longer one. */
export function isShorter(
  goal: Goal,
  { fromYear, toYear, state }: Pick<Goal, 'fromYear' | 'toYear' | 'state'>,
): boolean {
  if (goal.state === 'ended') return false;
  return (
    state === 'ended' || fromYear > goal.fromYear || (toYear !== null && toYear < (goal.toYear ?? Infinity))
  );
}

function isHeldIn(goals: Readonly<Record<Key, { readonly state: string }>>, goalKey: Key): boolean {
  return goals[goalKey]?.state === 'assigned';
}
