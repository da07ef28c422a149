import { describe, expect, it } from 'vitest';
import { doubtOf } from '../../src/goals/doubt.ts';

describe('an outcome worth another look', () => {
  it('[F55] is a share of more than a hundred per cent', () => {
    expect(doubtOf(100, '%', 27)).toBeUndefined();
    expect(doubtOf(100.1, ' % ', 27)).toEqual({ why: 'overHundred' });
    expect(doubtOf(120, 'ton', 100)).toBeUndefined();
  });

  it('[F55] or more than ten times the last one, either way from nought', () => {
    expect(doubtOf(16_780, 'ton CO2e', 1678)).toBeUndefined();
    expect(doubtOf(16_781, 'ton CO2e', 1678)).toEqual({ why: 'tenTimes', last: 1678 });
    expect(doubtOf(-16_781, 'kg', 1678)).toEqual({ why: 'tenTimes', last: 1678 });
    expect(doubtOf(5, 'kg', 0)).toBeUndefined();
    expect(doubtOf(5, 'kWh/m²', undefined)).toBeUndefined();
  });
});
