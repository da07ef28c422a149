import type { Person } from '../basics/person.ts';
import { rolesSetting, strategistsNamed } from '../basics/strategists.ts';
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

/** Those who see to the whole, as the settings name them. */
export function strategistsIn(settings: Settings): readonly Person[] {
  const setting = settings.get(rolesSetting);
  return setting && !setting.removed ? strategistsNamed(setting.value) : [];
}
