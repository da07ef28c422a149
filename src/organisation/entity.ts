import { isKey, type Key } from '../basics/key.ts';
import type { Unit } from './unit.ts';

/** What a tab is configured to show, as Teams keeps it: `department/regionservice`. */
export function entityOf(room: Unit): string {
  return `${room.level === 'unit' ? 'unit' : 'department'}/${room.key}`;
}

/** A tab of all departments; `/` keeps every department's apart from it. */
export const overviewEntity = 'overview';

/** The room that an entity id or a link from outside names, if it is one of ours. Whether it exists is another question. */
export function roomOf(entityId: string): Key | undefined {
  const [, , key] = /^(department|unit)\/(.+)$/.exec(entityId) ?? [];
  return key !== undefined && isKey(key) ? key : undefined;
}
