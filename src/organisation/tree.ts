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

/** Every unit somewhere below, closed ones too. */
export function allBelow(units: Units, key: Key): Unit[] {
  const found = new Map<Key, Unit>();
  const walk = (from: Key) => {
    for (const unit of units.by('parent', from)) {
      // A row edited by hand can make a circle.
      if (unit.key === key || found.has(unit.key)) continue;
      found.set(unit.key, unit);
      walk(unit.key);
    }
  };
  walk(key);
  return [...found.values()];
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

export function inTheirOrder(a: Unit, b: Unit): number {
  return a.order - b.order || alphabet.compare(a.title, b.title);
}

/** The shelf that a unit's records of a year stand on together with the rest of its department. */
export function shelfOf(year: number, unit: Unit): string {
  return `${year}/${unit.departmentKey}`;
}

export function unitShelfOf(year: number, unit: Unit): string {
  return `${year}/${unit.key}`;
}

type Shelved<R> = { by(index: 'shelf' | 'unitShelf', value: string): Iterable<R> };

/**
 * [O16] What stands with a room in a year. A unit sees its own and that of the units right below it; a department the whole of
 * its shelf, and what units that have come to it since then left where they were.
 */
export function rowsAt<R extends { readonly key: Key }>(
  rows: Shelved<R>,
  units: Units,
  year: number,
  room: Unit,
): R[] {
  const of = (unit: Unit) => [...rows.by('unitShelf', unitShelfOf(year, unit))];
  if (room.level === 'unit') return [room, ...unitsBelow(units, room.key)].flatMap(of);
  const found = new Map<Key, R>();
  for (const row of rows.by('shelf', shelfOf(year, room))) found.set(row.key, row);
  if (room.level !== 'department') return [...found.values()];
  for (const unit of allBelow(units, room.key)) {
    if (unit.movedFrom.length > 0) for (const row of of(unit)) found.set(row.key, row);
  }
  return [...found.values()];
}
