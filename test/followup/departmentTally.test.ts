import { describe, expect, it } from 'vitest';
import { departmentTally } from '../../src/followup/departmentTally.ts';
import { departmentsOf } from '../../src/organisation/tree.ts';
import { regionTables } from '../builders.ts';
import { tallied } from './tallied.ts';

const year = 2023;

const counted = () => tallied(regionTables(), year);

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
