import type { Indicator, Measurement } from './indicator.ts';

/** An indicator's way from its baseline to its target, region-wide. */
export type Trend = {
  readonly indicator: Indicator;
  /** The baseline and the outcomes, oldest first. */
  readonly points: readonly TrendPoint[];
  /** What the straight way from baseline to target would be in the latest point's year. */
  readonly expected: number;
  readonly latest: TrendPoint;
  /** True when the latest outcome is as good as the straight way, or better. */
  readonly isOnTheWay: boolean;
  /** Change since the baseline, as a share of it: −0.12 is twelve per cent less. `undefined` where the baseline is 0. */
  readonly change: number | undefined;
};

export type TrendPoint = {
  readonly year: number;
  readonly value: number;
  readonly isBaseline: boolean;
  readonly comment: string | null;
  readonly source: string | null;
};

/** [F20] Outcomes in the order of their years, the baseline first; an outcome of the baseline's own year takes its place. */
export function trendOf(indicator: Indicator, measurements: Iterable<Measurement>): Trend {
  const { baselineYear, baselineValue } = indicator;
  const outcomes = [...measurements]
    .filter((one) => one.indicatorKey === indicator.key && !one.removed)
    .sort((a, b) => a.year - b.year || (a.key < b.key ? -1 : 1))
    .map(({ year, value, comment, source }): TrendPoint => ({
      year,
      value,
      comment,
      source,
      isBaseline: false,
    }));
  const baseline: TrendPoint = {
    year: baselineYear,
    value: baselineValue,
    isBaseline: true,
    comment: null,
    source: null,
  };
  const points = [baseline, ...outcomes];
  const latest = points.at(-1) ?? baseline;
  const expected = expectedIn(indicator, latest.year);
  return {
    indicator,
    points,
    expected,
    latest,
    isOnTheWay: indicator.direction === 'down' ? latest.value <= expected : latest.value >= expected,
    change: baselineValue === 0 ? undefined : (latest.value - baselineValue) / Math.abs(baselineValue),
  };
}

/** On the straight line from baseline to target; before the one it is the baseline, after the other the target. */
function expectedIn(
  { baselineYear, baselineValue, targetYear, targetValue }: Indicator,
  year: number,
): number {
  if (year >= targetYear) return targetValue;
  if (year <= baselineYear) return baselineValue;
  const share = (year - baselineYear) / (targetYear - baselineYear);
  return baselineValue + (targetValue - baselineValue) * share;
}
