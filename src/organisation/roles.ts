import type { Person } from '../basics/person.ts';
import { leads } from './leads.ts';
import type { Settings } from './setting.ts';
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

/** The setting that names those who see to the whole. */
export const rolesSetting = 'roles';

/** [O42] Those who see to the whole, as the settings name them; what cannot be read names nobody. */
export function strategistsIn(settings: Settings): readonly Person[] {
  const setting = settings.get(rolesSetting);
  if (!setting || setting.removed || setting.value === null) return [];
  try {
    const read = JSON.parse(setting.value) as unknown;
    const named =
      typeof read === 'object' && read !== null && 'strategists' in read ? read.strategists : undefined;
    return Array.isArray(named) ? named.filter(isPerson).map(({ id, name }) => ({ id, name })) : [];
  } catch {
    return [];
  }
}

export function rolesText(strategists: readonly Person[]): string {
  return JSON.stringify({ strategists: strategists.map(({ id, name }) => ({ id, name })) });
}

function isPerson(value: unknown): value is Person {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'name' in value &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    value.id !== ''
  );
}
