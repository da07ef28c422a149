import { tallyOf } from '../../src/followup/tallyOf.ts';
import { unitShelfOf } from '../../src/organisation/tree.ts';
import type { Tables } from '../../src/world.ts';

/** The same tables with every unit's tally of the year counted, as the site keeps it. */
export function tallied(tables: Tables, year: number): Tables {
  for (const unit of tables.units.values()) {
    const shelf = unitShelfOf(year, unit);
    tables.tallies.put(
      tallyOf(year, unit.key, {
        assignments: tables.assignments,
        activities: [...tables.activities.by('unitShelf', shelf)],
        comments: [...tables.comments.by('unitShelf', shelf)],
        asOf: '2023-08-25T08:00:00Z',
      }),
    );
  }
  return tables;
}
