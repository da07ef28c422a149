import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { isWithin } from './tree.ts';
import type { Unit, Units } from './unit.ts';

/** [O1] The unit that a command speaks of: it exists, is active, and stands within the room that the user is in. */
export function unitWithin(units: Units, unitKey: Key, roomKey: Key): Unit | Refusal {
  const unit = units.get(unitKey);
  if (!unit || unit.removed) return { refused: 'unitUnknown', field: 'unitKey' };
  if (!unit.active) return { refused: 'unitInactive', field: 'unitKey' };
  if (!isWithin(units, unitKey, roomKey)) return { refused: 'unitOutside', field: 'unitKey' };
  return unit;
}
