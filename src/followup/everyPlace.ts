import type { Key } from '../basics/key.ts';
import type { Units } from '../organisation/unit.ts';

/** [F40] Every department, board and region: their shelves hold everything of the year, what was said of it too. */
export function everyPlace(
  units: Units,
  year: number,
): { readonly year: number; readonly roomKey: Key; readonly withComments: true }[] {
  const keys = new Set([...units.values()].map(({ departmentKey }) => departmentKey));
  return [...keys].map((roomKey) => ({ year, roomKey, withComments: true as const }));
}
