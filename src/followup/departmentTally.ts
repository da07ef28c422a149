import type { Key } from '../basics/key.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { type Tallies, tallyKey } from './tally.ts';

/** A department with its units, as the tallies tell it: goals it holds itself, activities of all of it. */
export type DepartmentTally = { readonly goals: number; readonly activities: number };

/** [F8] The department's own goals, and each activity of it and its units once. `undefined` until anything was counted. */
export function departmentTally(
  { units, tallies }: { readonly units: Units; readonly tallies: Tallies },
  year: number,
  department: Unit,
): DepartmentTally | undefined {
  const inside: Key[] = [department.key];
  for (const unit of units.values()) if (isInside(unit, department)) inside.push(unit.key);
  const counted = inside.flatMap((unitKey) => tallies.get(tallyKey(year, unitKey)) ?? []);
  if (counted.length === 0) return undefined;
  const own = tallies.get(tallyKey(year, department.key));
  return {
    goals: Object.values(own?.packed.goals ?? {}).filter(({ state }) => state === 'assigned').length,
    activities: counted.reduce((sum, { packed }) => sum + packed.counted, 0),
  };
}

function isInside(unit: Unit, department: Unit): boolean {
  return unit.departmentKey === department.key && unit.key !== department.key;
}
