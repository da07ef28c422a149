import { describe, expect, test } from 'vitest';
import { readMoment, siteMidnight, wholeSeconds } from '../../../standin/graph/times.ts';

const midnightOf = (text: string) => wholeSeconds(siteMidnight(readMoment(text) ?? new Date(Number.NaN)));

describe('times', () => {
  test('[C28] fractions of a second are cut, not rounded', () => {
    expect(wholeSeconds(new Date('2023-08-25T09:30:15.999Z'))).toBe('2023-08-25T09:30:15Z');
  });

  test('[C29] the midnight of a day is an hour earlier in summer, and right on the days of change', () => {
    expect(midnightOf('2023-01-10')).toBe('2023-01-09T23:00:00Z');
    expect(midnightOf('2023-07-10')).toBe('2023-07-09T22:00:00Z');
    // Summer time begins at 01:00 UTC on 26 March and ends at 01:00 UTC on 29 October 2023.
    expect(midnightOf('2023-03-26T12:00:00Z')).toBe('2023-03-25T23:00:00Z');
    expect(midnightOf('2023-03-27T00:00:00Z')).toBe('2023-03-26T22:00:00Z');
    expect(midnightOf('2023-10-29T12:00:00Z')).toBe('2023-10-28T22:00:00Z');
    expect(midnightOf('2023-10-30T12:00:00Z')).toBe('2023-10-29T23:00:00Z');
  });

  test('[C31] a date that does not exist, or has no time zone, is no date', () => {
    for (const text of [
      '2023-02-29',
      '2023-13-01',
      '2023-08-25T12:00',
      '25/8/2023',
      '2023-08-25T25:00:00Z',
      '1899-12-31',
    ]) {
      expect(readMoment(text)).toBeUndefined();
    }
    expect(readMoment('2024-02-29')).toBeDefined();
  });
});
