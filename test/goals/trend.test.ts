import { describe, expect, it } from 'vitest';
import type { Indicator, Measurement } from '../../src/goals/indicator.ts';
import { trendOf as trendIn } from '../../src/goals/trend.ts';
import { lists } from '../../src/lists/lists.ts';
import { aPeriod } from '../builders.ts';

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

const periods = new Map([
  ['2023-delar-april', aPeriod({ key: '2023-delar-april', title: 'Delår april', ends: '2023-04-30' })],
  ['2023-delar-augusti', aPeriod({ key: '2023-delar-augusti', title: 'Delår augusti', ends: '2023-08-31' })],
  ['2023-helar', aPeriod({ key: '2023-helar', title: 'Helår', kind: 'fullYear', ends: '2023-12-31' })],
]);
const trendOf = (indicator: Indicator, measurements: Iterable<Measurement>) =>
  trendIn(indicator, measurements, periods);
const interim = (periodKey: string, value: number) =>
  outcome(2023, value, { key: `x/${periodKey}`, periodKey });

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

  it('[F54] an interim outcome is not the year’s: it stands beside, and nothing is held against the target by it', () => {
    const before = trendOf(travel, [outcome(2022, 1500)]);
    const trend = trendOf(travel, [
      outcome(2022, 1500),
      interim('2023-delar-augusti', 900),
      interim('2023-delar-april', 400),
    ]);
    expect(trend).toMatchObject({
      latest: before.latest,
      isOnTheWay: before.isOnTheWay,
      change: before.change,
      expected: before.expected,
      points: before.points,
    });
    expect(trend.interims.map(({ period, value }) => [period, value])).toEqual([
      ['Delår april', 400],
      ['Delår augusti', 900],
    ]);
    expect(trend.soFar).toMatchObject({ period: 'Delår augusti', year: 2023, value: 900 });
  });

  it('[F54] it is told as the latest until the full year is there, in whatever order they come', () => {
    const year = outcome(2023, 1490);
    const part = interim('2023-delar-augusti', 900);
    for (const all of [
      [year, part],
      [part, year],
    ]) {
      const trend = trendOf(travel, all);
      expect(trend.soFar).toBeUndefined();
      expect(trend.latest).toMatchObject({ year: 2023, value: 1490 });
      expect(trend.points).toHaveLength(2);
      expect(trend.interims).toHaveLength(1);
    }
    expect(trendOf(travel, [part, outcome(2024, 1400)]).soFar).toBeUndefined();
  });

  it('[F54] the first outcome of all may be an interim one', () => {
    const trend = trendOf(travel, [interim('2023-delar-april', 400)]);
    expect(trend.latest.isBaseline).toBe(true);
    expect(trend.soFar?.value).toBe(400);
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
