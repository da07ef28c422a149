import { describe, expect, it } from 'vitest';
import type { Indicator, Measurement } from '../../src/goals/indicator.ts';
import { trendOf } from '../../src/goals/trend.ts';
import { lists } from '../../src/lists/lists.ts';

const travel: Indicator = {
  key: 'resor-co2',
  title: 'Koldioxid från resor',
  removed: false,
  goalKey: 'resor',
  measureUnit: 'ton CO2e',
  direction: 'down',
  baselineYear: 2015,
  baselineValue: 1678,
  targetYear: 2025,
  targetValue: 1510.2,
};
const outcome = (year: number, value: number, fields: Partial<Measurement> = {}): Measurement => ({
  key: `resor-co2/${year}`,
  title: `resor-co2 ${year}`,
  removed: false,
  indicatorKey: 'resor-co2',
  periodKey: `${year}-helar`,
  year,
  value,
  comment: null,
  source: null,
  ...fields,
});

describe('the trend of an indicator', () => {
  it('[F20] goes from the baseline through the outcomes in the order of their years', () => {
    const { points, latest, change } = trendOf(travel, [outcome(2022, 1500), outcome(2019, 1650)]);
    expect(points.map(({ year, value, isBaseline }) => [year, value, isBaseline])).toEqual([
      [2015, 1678, true],
      [2019, 1650, false],
      [2022, 1500, false],
    ]);
    expect(latest.year).toBe(2022);
    expect(change).toBeCloseTo(-0.1061, 4);
  });

  it.each([
    // Half way in time is half the change: 1,594.1 is the most that is on the way.
    [2020, 1594, true],
    [2020, 1595, false],
    [2030, 1510, true],
    [2030, 1511, false],
  ])('[F20] in %i an outcome of %f is on the way: %s', (year, value, isOnTheWay) =>
    expect(trendOf(travel, [outcome(year, value)]).isOnTheWay).toBe(isOnTheWay),
  );

  it('[F20] more is better where the direction is up', () => {
    const organic: Indicator = { ...travel, direction: 'up', baselineValue: 27.2, targetValue: 60 };
    expect(trendOf(organic, [outcome(2020, 44)]).isOnTheWay).toBe(true);
    expect(trendOf(organic, [outcome(2020, 43)]).isOnTheWay).toBe(false);
  });

  it('[F20] without outcomes it is the baseline, and what belongs to others or is removed is left out', () => {
    const trend = trendOf(travel, [
      outcome(2020, 1, { removed: true }),
      outcome(2021, 2, { indicatorKey: 'avfall-ton' }),
    ]);
    expect(trend.points).toHaveLength(1);
    expect(trend.change).toBe(0);
    expect(trendOf({ ...travel, baselineValue: 0 }, []).change).toBeUndefined();
  });

  it('[F19] an outcome has no place for a department or a unit', () => {
    expect(Object.keys(lists.measurements.columns).sort()).toEqual([
      'comment',
      'indicatorKey',
      'periodKey',
      'source',
      'value',
      'year',
    ]);
    expect(
      Object.keys(lists.indicators.columns).filter((name) => /unit|department|shelf/i.test(name)),
    ).toEqual(['measureUnit']);
  });
});
