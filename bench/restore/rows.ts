import { type BenchOrganisation } from '../organisation.ts';
import type { Stored } from '../../src/world.ts';

/** Everything that a device would have read of the organisation, as the site told it. */
export function* storedRows({ goals, units, assignments, activities }: BenchOrganisation): Iterable<Stored> {
  let number = 0;
  const stored = (list: Stored['list'], row: Stored['row']): Stored => {
    number += 1;
    return {
      list,
      row,
      itemId: String(number),
      etag: `"c0ffee00-0000-4000-8000-${String(number).padStart(12, '0')},1"`,
      commandKey: row.key,
      changedAt: '2023-08-25T08:00:00Z',
    };
  };
  for (const row of goals) yield stored('goals', row);
  for (const row of units) yield stored('units', row);
  for (const row of assignments) yield stored('assignments', row);
  for (const row of activities()) yield stored('activities', row);
}
