import { frozenBy, frozenRefusal } from '../followup/freezing.ts';
import type { Period, Periods } from '../followup/period.ts';
import type { Goals } from '../goals/goal.ts';
import { type Indicator, type Indicators, measurementKey, type Measurements } from '../goals/indicator.ts';
import { type Measure, measure, type Outcome } from '../goals/measure.ts';
import { sameName, yearIn } from './cellValues.ts';
import {
  type Draft,
  type FieldDiff,
  type ImportPlan,
  lineOf,
  outcomeOf,
  type PlanOf,
  withoutDoubles,
} from './importPlan.ts';
import { RowReader } from './rowReader.ts';

export type MeasurementWorld = {
  readonly goals: Goals;
  readonly indicators: Indicators;
  readonly measurements: Measurements;
  readonly periods: Periods;
};

type MeasurementDraft = Draft & {
  readonly indicator: Indicator | undefined;
  readonly period: Period | undefined;
  readonly said: { readonly value: number | undefined; readonly comment: string; readonly source: string };
};

/** [I21] What a file of outcomes comes to. A year alone is its full year's period. An empty cell leaves what is there as it is. */
export function planMeasurements(of: PlanOf, world: MeasurementWorld): ImportPlan {
  const drafts = of.rows.map((file) => draftOf(new RowReader(file, of.mapping), world));
  const doubles = withoutDoubles(drafts);
  const lines = drafts.map((draft) => {
    const isDouble = doubles.has(draft);
    const { row, indicator, period, said } = draft;
    if (isDouble || row.problems.length > 0 || !indicator || !period || said.value === undefined)
      return lineOf(draft, { isDouble, changes: [], diffs: [] });
    const there = world.measurements.get(measurementKey(indicator.key, period.key));
    const was: Outcome | null =
      there && !there.removed ? { value: there.value, comment: there.comment, source: there.source } : null;
    const to: Outcome = {
      value: said.value,
      comment: said.comment || (was?.comment ?? null),
      source: said.source || (was?.source ?? null),
    };
    const wish: Measure = {
      do: 'measure',
      year: period.year,
      roomKey: of.roomKey,
      indicatorKey: indicator.key,
      periodKey: period.key,
      was,
      to,
    };
    const changes = outcomeOf(row, measure(wish, world));
    const frozen = there ?? changes.flatMap((one) => (one.kind === 'create' ? [one.row] : []))[0];
    const closed =
      changes.length > 0 && frozen
        ? frozenBy([{ list: 'measurements', row: frozen }], world.periods)
        : undefined;
    if (closed) row.refuse(frozenRefusal(closed));
    return lineOf(draft, { isDouble, changes, diffs: was ? diffsOf(was, to) : [], wish });
  });
  return { kind: 'measurements', lines, wishes: lines.flatMap(({ wish }) => wish ?? []) };
}

function draftOf(row: RowReader, world: MeasurementWorld): MeasurementDraft {
  const name = row.needed('indicator');
  const indicator = name === '' ? undefined : indicatorOf(row, name, world);
  const periodName = row.needed('period');
  const period = periodName === '' ? undefined : periodOf(row, periodName, world.periods);
  const value = row.number('value');
  if (value === undefined && row.problems.every(({ field }) => field !== 'value'))
    row.problem('missing', 'value', '');
  const said = { value, comment: row.text('comment', 10_000, true), source: row.text('source') };
  const about = indicator && period ? measurementKey(indicator.key, period.key) : undefined;
  return {
    row,
    title: indicator?.title ?? name,
    place: period?.title ?? periodName,
    indicator,
    period,
    said,
    about,
    says: JSON.stringify(said),
  };
}

function indicatorOf(
  row: RowReader,
  name: string,
  { indicators, goals }: MeasurementWorld,
): Indicator | undefined {
  const goal = sameName(row.text('goal'));
  const [found, ...others] = [...indicators.values()].filter(
    ({ title, goalKey }) =>
      sameName(title) === sameName(name) &&
      (goal === '' || sameName(goals.get(goalKey)?.title ?? '') === goal),
  );
  if (found && others.length === 0) return found;
  row.problem(others.length > 0 ? 'several' : 'indicatorUnknown', 'indicator', name);
  return undefined;
}

function periodOf(row: RowReader, name: string, periods: Periods): Period | undefined {
  const year = yearIn(name);
  const [found, ...others] = [...periods.values()].filter((period) =>
    year === undefined
      ? sameName(period.title) === sameName(name)
      : period.year === year && period.kind === 'fullYear',
  );
  if (found && others.length === 0) return found;
  row.problem(others.length > 0 ? 'several' : 'periodUnknown', 'period', name);
  return undefined;
}

function diffsOf(was: Outcome, to: Outcome): FieldDiff[] {
  return (['value', 'comment', 'source'] as const)
    .filter((field) => was[field] !== to[field])
    .map((field) => ({ field, from: was[field], to: to[field] }));
}
