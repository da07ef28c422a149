import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween, isDay, yearOf } from '../../src/basics/day.ts';

describe('a day', () => {
  it.each(['2023-08-25', '2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ['29 February outside a leap year', '2023-02-29'],
    ['29 February in a hundredth year', '1900-02-29'],
    ['29 February two hundred years after a leap year', '2200-02-29'],
    ['30 February', '2024-02-30'],
    ['31 April', '2023-04-31'],
    ['month 13', '2023-13-01'],
    ['month 0', '2023-00-10'],
    ['day 0', '2023-01-00'],
    ['day 32', '2023-01-32'],
    ['no zeros', '2023-8-25'],
    ['a time after it', '2023-08-25T00:00:00Z'],
    ['a line break after it', '2023-08-25\n'],
    ['a space before it', ' 2023-08-25'],
    ['other digits', '２０２３-08-25'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is exactly what the calendar has, month by month', () => {
    const triple = fc.tuple(
      fc.integer({ min: 1900, max: 2400 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(triple, ([year, month, day]) => {
        const text = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
        const date = new Date(Date.UTC(year, month - 1, day));
        const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        return isDay(text) === isReal;
      }),
      { seed: 2023, numRuns: 2000 },
    );
  });

  it('is told by the clock on the wall, also a minute before midnight', () => {
    expect(dayOf(new Date(2023, 7, 25, 23, 59))).toBe('2023-08-25');
    expect(dayOf(new Date(2023, 7, 26, 0, 0))).toBe('2023-08-26');
    expect(dayOf(new Date(2023, 0, 5, 0, 0))).toBe('2023-01-05');
  });

  it('is as far from another as the calendar says', () => {
    const someDay = fc.integer({ min: -200_000, max: 200_000 });
    const dayAt = (n: number) => new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(someDay, someDay, (a, b) => daysBetween(dayAt(a), dayAt(b)) === b - a),
      { seed: 2023, numRuns: 2000 },
    );
  });

  it('knows its year', () => {
    expect(yearOf('2023-08-25')).toBe(2023);
  });
});
