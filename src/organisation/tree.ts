import type { Key } from '../basics/key.ts';
import type { Unit, Units } from './unit.ts';

// Å, Ä and Ö come last: the organisation's names are Swedish whatever language the screen speaks.
const alphabet = new Intl.Collator('sv');

/** Active units right below, in the organisation's own order and then by the Swedish alphabet. */
export function unitsBelow(units: Units, key: Key): Unit[] {
  return (
    [...units.by('parent', key)]
      // A row edited by hand can stand below itself; it is not one of its own units.
      .filter((unit) => unit.active && unit.key !== key)
      .sort(inTheirOrder)
  );
}

/** True when the unit is the room itself or stands somewhere below it. */
export function isWithin(units: Units, unitKey: Key, roomKey: Key): boolean {
  const seen = new Set<Key>();
  for (
    let key: Key | null = unitKey;
    key !== null && !seen.has(key);
    key = units.get(key)?.parentKey ?? null
  ) {
    if (key === roomKey) return true;
    // A row edited by hand can make a circle; without this it would hold the screen for ever.
    seen.add(key);
  }
  return false;
}

/** The active departments of every board, in order. */
export function departmentsOf(units: Units): Unit[] {
  return atLevel(units, 'department');
}

/** The active boards and then the regions, as far as anything stands below them: whoever hands down to whole departments or boards. */
export function upperRooms(units: Units): Unit[] {
  return [...atLevel(units, 'board'), ...atLevel(units, 'region')].filter(
    ({ key }) => unitsBelow(units, key).length > 0,
  );
}

function atLevel(units: Units, level: Unit['level']): Unit[] {
  return [...units.values()].filter((unit) => unit.level === level && unit.active).sort(inTheirOrder);
}

function inTheirOrder(a: Unit, b: Unit): number {
  return a.order - b.order || alphabet.compare(a.title, b.title);
}

/** The shelf that a unit's records of a year stand on together with the rest of its department. */
export function shelfOf(year: number, unit: Unit): string {
  return `${year}/${unit.departmentKey}`;
}

export function unitShelfOf(year: number, unit: Unit): string {
  return `${year}/${unit.key}`;
}
