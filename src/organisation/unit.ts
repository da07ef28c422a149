import type { Row } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Indexes, Rows } from '../basics/rows.ts';

/** A place in the organisation's tree: the region, a board's administration, a department, or a unit below it. */
export type Unit = Row & {
  readonly level: 'region' | 'board' | 'department' | 'unit';
  readonly parentKey: Key | null;
  /** The department whose shelf the unit's records stand on; the board and the region use their own key. */
  readonly departmentKey: Key;
  readonly character: 'operational' | 'administrative';
  readonly heads: Heads;
  readonly active: boolean;
  readonly order: number;
  /** [O12] Where it stood before it came to its department, oldest first: what was written for the years until then, and planned for the next, may lie there still. */
  readonly movedFrom: readonly FormerPlace[];
};

export type FormerPlace = { readonly year: number; readonly departmentKey: Key };

export type Heads = {
  readonly head: Person | null;
  readonly acting: Person | null;
  readonly delegate: Person | null;
};

export type UnitIndex = 'parent';
export type Units = Rows<Unit, UnitIndex>;

export const unitIndexes: Indexes<Unit, UnitIndex> = {
  parent: (unit) => (unit.parentKey === null ? [] : [unit.parentKey]),
};
