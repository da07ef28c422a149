import type { Person } from '../basics/person.ts';
import type { Unit, Units } from './unit.ts';

/** What somebody is to a room; what the site lets them write is SharePoint's own answer, whatever stands here. */
export type Role = 'strategist' | 'head' | 'staff';

/**
 * [O40] Who sees to the whole is named in the settings; whoever heads the room, or one above it, answers for it; everybody else
 * works there. Where nobody is named, anybody may be the one.
 */
export function roleIn(
  units: Units,
  room: Unit | undefined,
  strategists: readonly Person[],
  personId: string,
): Role {
  if (strategists.length === 0 || strategists.some(({ id }) => id === personId)) return 'strategist';
  return room && leads(units, room, personId) ? 'head' : 'staff';
}

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
