import type { Person } from '../basics/person.ts';
import type { Unit, Units } from './unit.ts';

/** [O41] True for the head, the acting head or the delegate of the room or of a place above it, and for anybody where none of them is named. */
export function leads(units: Units, room: Unit, personId: string): boolean {
  let isNamed = false;
  const seen = new Set<string>();
  for (
    let unit: Unit | undefined = room;
    unit && !seen.has(unit.key);
    unit = units.get(unit.parentKey ?? '')
  ) {
    // A row edited by hand can make a circle.
    seen.add(unit.key);
    for (const person of Object.values<Person | null>(unit.heads)) {
      if (!person?.id) continue;
      if (person.id === personId) return true;
      isNamed = true;
    }
  }
  return !isNamed;
}
