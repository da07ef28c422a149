import { describe, expect, it } from 'vitest';
import { countUnit } from '../../src/countUnit.ts';
import { departmentTally } from '../../src/followup/departmentTally.ts';
import { departmentsOf, unitShelfOf } from '../../src/organisation/tree.ts';
import type { Records, Stored } from '../../src/world.ts';
import { regionTables } from '../builders.ts';

const year = 2023;

function stored(
  list: 'assignments' | 'activities',
  row: Records['assignments'] | Records['activities'],
): Stored {
  return { list, row, itemId: row.key, etag: '"1"', commandKey: 'c', changedAt: '2023-08-25T08:00:00Z' };
}

/** The demonstration region with every unit's tally counted. */
function counted() {
  const tables = regionTables();
  for (const unit of tables.units.values()) {
    const shelf = unitShelfOf(year, unit);
    const rows = [
      ...[...tables.assignments.by('unitShelf', shelf)].map((row) => stored('assignments', row)),
      ...[...tables.activities.by('unitShelf', shelf)].map((row) => stored('activities', row)),
    ];
    tables.tallies.put(countUnit(year, unit.key, rows));
  }
  return tables;
}

describe('a department as the tallies tell it', () => {
  it('[F8] the demonstration: goals held 4,4,4,4,4,3,3,3,3, and ten activities in all', () => {
    const tables = counted();
    const told = departmentsOf(tables.units).map((department) => departmentTally(tables, year, department));
    expect(told.map((tally) => tally?.goals)).toEqual([4, 4, 4, 4, 4, 3, 3, 3, 3]);
    expect(told.reduce((sum, tally) => sum + (tally?.activities ?? 0), 0)).toBe(10);
    expect(told[0]).toEqual({ goals: 4, activities: 5 });
  });

  it('[F8] says nothing of a year that has not been counted', () => {
    const tables = counted();
    const [department] = departmentsOf(tables.units);
    expect(department && departmentTally(tables, 2024, department)).toBeUndefined();
  });
});
