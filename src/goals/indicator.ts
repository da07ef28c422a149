import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Indexes, Rows } from '../basics/rows.ts';

/** What a measured goal is followed up by, for the whole region: never for a part of it. */
export type Indicator = Row & {
  readonly goalKey: Key;
  /** What it is counted in: `ton CO2e`, `kWh/m²`, `%`. */
  readonly measureUnit: string;
  /** Which way is better. */
  readonly direction: 'down' | 'up';
  readonly baselineYear: number;
  readonly baselineValue: number;
  readonly targetYear: number;
  readonly targetValue: number;
};

export type IndicatorIndex = 'goal';
export type Indicators = Rows<Indicator, IndicatorIndex>;
export const indicatorIndexes: Indexes<Indicator, IndicatorIndex> = {
  goal: (indicator) => [indicator.goalKey],
};

/**
 * [F19] The outcome of an indicator in a period. It has no department and no unit: what is measured region-wide can be told
 * of nobody in particular.
 */
export type Measurement = Row & {
  readonly indicatorKey: Key;
  readonly periodKey: Key;
  readonly year: number;
  readonly value: number;
  readonly comment: string | null;
  readonly source: string | null;
};

/** What is to be known here of the periods that are told of. */
export type SpanIn = {
  get(periodKey: Key):
    | {
        readonly title: string;
        readonly year: number;
        readonly kind: 'interim' | 'fullYear';
        readonly ends: Day;
        readonly removed: boolean;
      }
    | undefined;
};

export type MeasurementIndex = 'indicator';
export type Measurements = Rows<Measurement, MeasurementIndex>;
export const measurementIndexes: Indexes<Measurement, MeasurementIndex> = {
  indicator: (measurement) => [measurement.indicatorKey],
};

/** There is one outcome for each indicator and period, and the key says so. */
export function measurementKey(indicatorKey: Key, periodKey: Key): Key {
  return `${indicatorKey}/${periodKey}`;
}
