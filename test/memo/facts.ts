import { countedOverview } from '../../src/followup/countedOverview.ts';
import { firstHeadings, type Headings } from '../../src/memo/headings.ts';
import { type MemoFacts, memoFactsOf } from '../../src/memo/memoFacts.ts';
import type { Tables } from '../../src/world.ts';
import { readDemo } from '../../scripts/demo.ts';
import { indicatorsOf, measurementsOf, periodsOf } from '../../scripts/seedRows.ts';
import { regionTables } from '../builders.ts';

/** The demonstration region with its periods and indicators. */
export function demoTables(): Tables {
  const tables = regionTables();
  const organisation = readDemo();
  for (const row of periodsOf(organisation)) tables.periods.put(row);
  for (const row of indicatorsOf(organisation)) tables.indicators.put(row);
  for (const row of measurementsOf(organisation)) tables.measurements.put(row);
  return tables;
}

export function demoOverview(tables: Tables) {
  const board = tables.units.get('regionstyrelsen');
  if (!board) throw new Error('There is no board');
  return countedOverview(tables, 2023, board);
}

export function demoFacts(tables = demoTables()): MemoFacts {
  return memoFactsOf(demoOverview(tables), tables);
}

export function someHeadings(fields: Partial<Headings> = {}): Headings {
  const known = {
    board: 'Regionstyrelsen',
    name: 'Ingrid Sandell',
    mail: 'ingrid@region.example',
    day: '2023-08-25',
    year: 2023,
  };
  return { ...firstHeadings(undefined, known), ...fields };
}
