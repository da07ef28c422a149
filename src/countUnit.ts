import type { Key } from './basics/key.ts';
import type { Tally } from './followup/tally.ts';
import { tallyOf } from './followup/tallyOf.ts';
import { emptyTables, put, type Stored } from './world.ts';

/** The unit's tally of the year, counted from rows as they came from the site. */
export function countUnit(year: number, unitKey: Key, stored: readonly Stored[]): Tally {
  const tables = emptyTables();
  for (const one of stored) put(tables, one);
  return tallyOf(year, unitKey, {
    assignments: tables.assignments,
    activities: [...tables.activities.values()],
    comments: [...tables.comments.values()],
    asOf: stored.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), ''),
  });
}
