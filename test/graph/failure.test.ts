import { describe, expect, it } from 'vitest';
import { type FailureReason, reasonOf, retryAfterMs } from '../../src/graph/failure.ts';

const now = new Date('2023-08-25T08:00:00Z');

describe('how long Graph asks us to wait', () => {
  it.each<[string | null, number]>([
    ['5', 5000],
    [' 120 ', 120_000],
    ['2.128', 3000],
    ['0.2', 1000],
    ['0', 0],
    ['Fri, 25 Aug 2023 08:00:30 GMT', 30_000],
    ['Fri, 25 Aug 2023 07:59:30 GMT', 0],
    ['Fri, 99 Aug 2023 08:00:30 GMT', 0],
    [null, 0],
    ['', 0],
    ['soon', 0],
    ['soon 2050', 0],
    ['-5', 0],
    ['1e3', 0],
    ['Infinity', 0],
    ['NaN', 0],
    ['5, 6', 0],
  ])('%j is %i ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});

it.each<[number, FailureReason]>([
  [400, 'invalid'],
  [401, 'signedOut'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [405, 'invalid'],
  [409, 'conflict'],
  [410, 'notFound'],
  [412, 'conflict'],
  [413, 'invalid'],
  [422, 'invalid'],
  [429, 'throttled'],
  [500, 'unavailable'],
  [501, 'unavailable'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
  [302, 'unavailable'],
])('status %i means %s', (status, reason) => {
  expect(reasonOf(status)).toBe(reason);
});
