import { assignmentKey } from '../../src/assignments/assignment.ts';
import type { Wish } from '../../src/commands.ts';
import type { Records } from '../../src/world.ts';
import type { ModelSite } from '../modelSite.ts';

/** A region, its board, one department with two units, and two goals that the department holds in 2023. */
export function fillSmallOffice(site: ModelSite): void {
  for (const [n, key] of ['resor', 'avfall'].entries()) site.write('goals', goal(key, n));
  site.write('units', unit('regionen', 'region', null));
  site.write('units', unit('styrelsen', 'board', 'regionen'));
  site.write('units', unit('service', 'department', 'styrelsen'));
  site.write('units', unit('service-kost', 'unit', 'service'));
  site.write('units', unit('service-stad', 'unit', 'service'));
  for (const unitKey of ['styrelsen', 'service']) {
    for (const goalKey of ['resor', 'avfall'])
      site.write('assignments', assignment(goalKey, unitKey, unitKey));
  }
}

function goal(key: string, order = 0): Records['goals'] {
  return {
    key,
    title: `Målet ${key}`,
    removed: false,
    description: null,
    isMeasured: true,
    isCarried: true,
    theme: null,
    fromYear: 2023,
    toYear: 2026,
    order,
    state: 'active',
  };
}

function unit(key: string, level: Records['units']['level'], parentKey: string | null): Records['units'] {
  return {
    key,
    title: key,
    removed: false,
    level,
    parentKey,
    departmentKey: level === 'unit' ? (parentKey ?? key) : key,
    character: 'operational',
    heads: { head: null, acting: null, delegate: null },
    active: true,
    movedFrom: [],
    order: 0,
  };
}

export function assignment(
  goalKey: string,
  unitKey: string,
  departmentKey: string,
  state: Records['assignments']['state'] = 'assigned',
): Records['assignments'] {
  return {
    key: assignmentKey(2023, goalKey, unitKey),
    title: `${unitKey}: ${goalKey}`,
    removed: false,
    year: 2023,
    goalKey,
    unitKey,
    shelf: `2023/${departmentKey}`,
    unitShelf: `2023/${unitKey}`,
    state,
    requestedBy: null,
    requestedOn: null,
    consultation: 'none',
    consultedBy: null,
    consultedOn: null,
    note: null,
  };
}

export const service = { year: 2023, roomKey: 'service' } as const;

export function assign(goalKey: string, unitKey: string): Wish {
  return { do: 'assignGoal', goalKey, unitKey, ...service };
}

export function log(title: string, activityKey: string, unitKey = 'service-kost'): Wish {
  return {
    do: 'logActivity',
    activityKey,
    title,
    goalKeys: ['avfall'],
    kind: 'targeted',
    unitKey,
    ...service,
  };
}
