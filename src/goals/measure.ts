import { type Change, type FieldChanges, weigh } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { changedByBoth, type Refusal } from '../basics/refusal.ts';
import {
  type Indicators,
  type Measurement,
  measurementKey,
  type Measurements,
  type SpanIn,
} from './indicator.ts';

/** What is told of an outcome. */
export type Outcome = Pick<Measurement, 'value' | 'comment' | 'source'>;

/** Put in the outcome of an indicator in a period, for the whole region. */
export type Measure = {
  readonly do: 'measure';
  /** The year that it is the outcome of. */
  readonly year: number;
  readonly roomKey: Key;
  readonly indicatorKey: Key;
  readonly periodKey: Key;
  /** What its author saw there; `null` where there was nothing. */
  readonly was: Outcome | null;
  readonly to: Outcome;
};

type Handed = {
  readonly indicators: Indicators;
  readonly measurements: Measurements;
  readonly periods: SpanIn;
};

/** [F34] One outcome for each indicator and period; what somebody else has put in meanwhile is not overwritten unseen. */
export function measure(
  { year, indicatorKey, periodKey, was, to }: Measure,
  { indicators, measurements, periods }: Handed,
): Change[] | Refusal {
  const indicator = indicators.get(indicatorKey);
  if (!indicator || indicator.removed) return { refused: 'indicatorUnknown', field: 'indicatorKey' };
  const period = periods.get(periodKey);
  if (!period || period.removed || period.year !== year)
    return { refused: 'periodUnknown', field: 'periodKey' };
  if (!Number.isFinite(to.value)) return { refused: 'valueMissing', field: 'value' };
  const key = measurementKey(indicatorKey, periodKey);
  const there = measurements.get(key);
  const outcome: Outcome = { value: to.value, comment: filled(to.comment), source: filled(to.source) };
  if (!there) {
    const title = `${indicator.title} ${year}`.slice(0, 255);
    const row: Measurement = { key, title, removed: false, indicatorKey, periodKey, year, ...outcome };
    return [{ kind: 'create', list: 'measurements', row }];
  }
  const fields: FieldChanges = there.removed
    ? { removed: { was: true, to: false }, ...changesTo(outcome, there) }
    : changesTo(outcome, was);
  const weighed = weigh('measurements', there, fields);
  return 'fields' in weighed ? changedByBoth(weighed) : weighed;
}

/** What its author left as it was is left to the others. */
function changesTo(to: Outcome, was: Outcome | null): FieldChanges {
  const names = ['value', 'comment', 'source'] as const;
  return Object.fromEntries(
    names
      .filter((name) => was === null || was[name] !== to[name])
      .map((name) => [name, { was: was?.[name] ?? null, to: to[name] }]),
  );
}

function filled(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
