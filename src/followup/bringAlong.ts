import type { Activities } from '../activities/activity.ts';
import type { Assignment, Assignments } from '../assignments/assignment.ts';
import { type Change, type Row, update, type Value } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { shelfOf, unitShelfOf } from '../organisation/tree.ts';
import type { Units } from '../organisation/unit.ts';
import type { Comments } from './comment.ts';

/** Put a record on the shelf where its unit stands now, after that has moved or has become part of another. */
export type BringAlong = {
  readonly do: 'bringAlong';
  /** Of the shelf that it stands on. */
  readonly year: number;
  /** The department that it stood under. */
  readonly roomKey: Key;
  readonly list: 'assignments' | 'activities' | 'comments';
  readonly rowKey: Key;
  /** Whom it belongs to from now on: of an assignment always the unit that it speaks of. */
  readonly unitKey: Key;
};

type Handed = {
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
};

/** [O15] Wherever it stands, it comes to its unit's shelf of the same year; brought twice, it is there once. */
export function bringAlong(command: BringAlong, world: Handed): Change[] | Refusal {
  const { year, list, rowKey } = command;
  const row: Row | undefined = world[list].get(rowKey);
  if (!row || row.removed) return [];
  // What was handed down was handed to somebody: only what they do can become somebody else's.
  const unitKey = list === 'assignments' ? (row as Assignment).unitKey : command.unitKey;
  const unit = world.units.get(unitKey);
  if (!unit || unit.removed) return { refused: 'unitUnknown', field: 'unitKey' };
  const wanted: Record<string, Value> = { shelf: shelfOf(year, unit), unitShelf: unitShelfOf(year, unit) };
  if (list === 'activities') wanted['unitKey'] = unitKey;
  return update(list, row, wanted as never);
}
