import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultYear } from '../../src/followup/defaultYear.ts';
import { aPeriod, smallRegion } from '../builders.ts';

const whole2023 = aPeriod({
  key: '2023-helar',
  kind: 'fullYear',
  ends: '2023-12-31',
  dueOn: '2024-01-31',
});
const interim2024 = aPeriod({ key: '2024-delar', year: 2024, starts: '2024-01-01', ends: '2024-08-31' });
const yearOn = (today: string, ...periods: ReturnType<typeof aPeriod>[]) => {
  const { periods: table } = smallRegion();
  for (const period of periods) table.put(period);
  return defaultYear(table, today);
};

describe('the year that the tab opens with', () => {
  it('[F46] is that of the period that is due next: in January still last year', () => {
    expect(yearOn('2023-12-31', whole2023, interim2024)).toBe(2023);
    expect(yearOn('2024-01-15', whole2023, interim2024)).toBe(2023);
    expect(yearOn('2024-01-31', whole2023)).toBe(2023);
    expect(yearOn('2024-02-01', whole2023, interim2024)).toBe(2024);
  });

  it('[F46] closed, late, removed or not begun, a period has no say', () => {
    expect(yearOn('2024-01-15', { ...whole2023, state: 'closed' }, interim2024)).toBe(2024);
    expect(yearOn('2024-01-15', { ...whole2023, removed: true })).toBe(2024);
    expect(yearOn('2024-03-01', whole2023)).toBe(2024);
    expect(yearOn('2023-12-31', { ...interim2024, starts: '2024-01-01' })).toBe(2023);
    // While it is being closed it is still what everybody is busy with.
    expect(yearOn('2024-01-15', { ...whole2023, state: 'closing' }, interim2024)).toBe(2023);
  });

  it('[F46] without periods is that of the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2090 }), (year) => {
        expect(yearOn(`${year}-01-01`)).toBe(year);
        expect(yearOn(`${year}-12-31`)).toBe(year);
      }),
      { seed: 2023, numRuns: 50 },
    );
  });
});
