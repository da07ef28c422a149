import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { largeRegion, organisationOf, type Size } from '../../bench/organisation.ts';

const small: Size = { seed: 7, goals: 3, departments: 5, units: 40, activities: 500 };

function fingerprint(size: Size): string {
  const { goals, units, assignments, activities } = organisationOf(size);
  const hash = createHash('sha256');
  for (const row of [...goals, ...units, ...assignments, ...activities()]) hash.update(JSON.stringify(row));
  return hash.digest('hex').slice(0, 16);
}

describe('organisations for the bench', () => {
  it('are the same for the same seed, on every machine, and others for another', () => {
    // A changed generator makes older results unlike newer ones: then this number changes, and RESULTS.md is written anew.
    expect(fingerprint(small)).toBe('0e676540b398ce40');
    expect(fingerprint(small)).toBe(fingerprint({ ...small }));
    expect(fingerprint({ ...small, seed: 8 })).not.toBe(fingerprint(small));
  });

  it('give the same activities however often and far they are read', () => {
    const { activities } = organisationOf(small);
    const all = [...activities()];
    expect(all).toHaveLength(small.activities);
    const some: unknown[] = [];
    for (const activity of activities()) if (some.push(activity) === 10) break;
    expect(some).toEqual(all.slice(0, 10));
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  it('have exactly the size that was asked for, and every row in its place', () => {
    for (const size of [
      small,
      { ...small, units: 0 },
      { ...small, activities: 0 },
      { ...largeRegion, activities: 0 },
    ]) {
      const { units, assignments, activities, goals } = organisationOf(size);
      expect(units.filter(({ level }) => level === 'department')).toHaveLength(size.departments);
      expect(units.filter(({ level }) => level === 'unit')).toHaveLength(size.units);
      const keys = new Set(units.map(({ key }) => key));
      expect(keys.size).toBe(units.length);
      expect(units.every(({ parentKey }) => parentKey === null || keys.has(parentKey))).toBe(true);
      expect(assignments.every(({ unitKey }) => keys.has(unitKey))).toBe(true);
      const goalKeys = new Set(goals.map(({ key }) => key));
      for (const activity of activities()) {
        expect(keys.has(activity.unitKey)).toBe(true);
        expect(activity.goalKeys.every((key) => goalKeys.has(key))).toBe(true);
      }
    }
  });

  it('have departments of skewed size, or even ones', () => {
    const sizes = (skew: number) => {
      const { units } = organisationOf({ ...small, units: 100, skew });
      return ['d001', 'd005'].map((key) => units.filter(({ parentKey }) => parentKey === key).length);
    };
    expect(sizes(0)).toEqual([20, 20]);
    const [first = 0, last = 0] = sizes(1);
    expect(first).toBeGreaterThan(4 * last);
  });
});
