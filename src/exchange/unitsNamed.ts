import type { Unit, Units } from '../organisation/unit.ts';
import { sameName } from './cellValues.ts';

/** The active units of that name, within a department of that name where one is given. */
export function unitsNamed(units: Units, name: string, department: string): Unit[] {
  const [wanted, above] = [sameName(name), sameName(department)];
  const named = byName(units).get(wanted) ?? [];
  if (department === '') {
    // A department that has a unit of its own name is meant itself.
    const departments = named.filter(({ level }) => level !== 'unit');
    return departments.length === 1 ? departments : named;
  }
  return named.filter((unit) => sameName(units.get(unit.departmentKey)?.title ?? '') === above);
}

const known = new WeakMap<Units, ReadonlyMap<string, Unit[]>>();

/** Looked up for every row of a file, of the same units. */
function byName(units: Units): ReadonlyMap<string, Unit[]> {
  const there = known.get(units);
  if (there) return there;
  const made = new Map<string, Unit[]>();
  for (const unit of units.values()) {
    if (!unit.active) continue;
    const name = sameName(unit.title);
    made.set(name, [...(made.get(name) ?? []), unit]);
  }
  known.set(units, made);
  return made;
}
