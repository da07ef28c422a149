import type { Indicator, Measurement, SpanIn } from './indicator.ts';

/** An indicator's way from its baseline to its target, region-wide. */
export type Trend = {
  readonly indicator: Indicator;
  /** The baseline and the outcomes of whole years, oldest first. */
  readonly points: readonly TrendPoint[];
  /** What interim reports have told, oldest first. */
  readonly interims: readonly InterimPoint[];
  /** What the straight way from baseline to target would be in the latest point's year. */
  readonly expected: number;
  readonly latest: TrendPoint;
  /** [F54] The latest interim outcome of a year whose own is not there yet, where nothing later is known. */
  readonly soFar: InterimPoint | undefined;
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

export type InterimPoint = TrendPoint & { readonly period: string };

/**
 * [F20] Outcomes in the order of their years, the baseline first; an outcome of the baseline's own year takes its place.
 * [F54] An interim report's outcome is never the year's: it stands beside the trend, is held against no target, and is told as
 * the latest only until its year's own is there.
 */
export function trendOf(indicator: Indicator, measurements: Iterable<Measurement>, periods: SpanIn): Trend {
  const { baselineYear, baselineValue } = indicator;
  const all = [...measurements]
    .filter((one) => one.indicatorKey === indicator.key && !one.removed)
    .sort((a, b) => a.year - b.year || (a.key < b.key ? -1 : 1));
  const interimOf = ({ periodKey }: Measurement) => {
    const period = periods.get(periodKey);
    // Outcomes from before there were periods are those of whole years.
    return period?.kind === 'interim' ? period : undefined;
  };
  const outcomes = all.filter((one) => !interimOf(one)).map(pointOf);
  const interims = all
    .flatMap((one) => {
      const period = interimOf(one);
      return period ? [{ point: { ...pointOf(one), period: period.title }, ends: period.ends }] : [];
    })
    .sort((a, b) => (a.ends < b.ends ? -1 : 1))
    .map(({ point }) => point);
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
  const lastInterim = interims.at(-1);
  return {
    indicator,
    points,
    interims,
    expected,
    latest,
    soFar: lastInterim && (latest.isBaseline || lastInterim.year > latest.year) ? lastInterim : undefined,
    isOnTheWay: indicator.direction === 'down' ? latest.value <= expected : latest.value >= expected,
    change: baselineValue === 0 ? undefined : (latest.value - baselineValue) / Math.abs(baselineValue),
  };
}

function pointOf({ year, value, comment, source }: Measurement): TrendPoint {
  return { year, value, comment, source, isBaseline: false };
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
