import { describe, expect, test } from 'vitest';
import { holds, parseFilter } from '../../../standin/graph/filter.ts';

describe('filters', () => {
  test('[C52] conditions are read in order, with their values in their own types', () => {
    expect(parseFilter("fields/A eq 'it''s' and fields/B ge -1.5 and startswith(fields/C,'x')")).toEqual([
      { field: 'A', operator: 'eq', value: "it's" },
      { field: 'B', operator: 'ge', value: -1.5 },
      { field: 'C', operator: 'startswith', value: 'x' },
    ]);
    expect(parseFilter('fields/A ne true')).toEqual([{ field: 'A', operator: 'ne', value: true }]);
  });

  test('[C58] a long hostile filter is refused in linear time', () => {
    for (const filter of [
      "'".repeat(200_001),
      'fields/A '.repeat(50_000),
      `fields/A eq ${'1'.repeat(200_000)}x`,
    ]) {
      expect(() => parseFilter(filter)).toThrow('Invalid filter clause');
    }
  });

  test('[C53] a row without a value fits ne and nothing else', () => {
    const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'startswith'] as const;
    expect(operators.filter((operator) => holds(operator, undefined, 'a'))).toEqual(['ne']);
  });
});
