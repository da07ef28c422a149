import type { Day } from '../basics/day.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Overview, OverviewRow } from './overview.ts';
import type { Period, Periods } from './period.ts';

/** How many held goals there are, and of how many nobody has told how it goes. */
export type Missing = {
  readonly held: number;
  readonly missing: number;
  /** Where something is missing, in the organisation's order. */
  readonly departments: readonly MissingRow[];
};

export type MissingRow = {
  readonly unit: Unit;
  readonly held: number;
  readonly missing: number;
  /** The department itself and its units, as far as something is missing there. */
  readonly places: readonly Unit[];
};

/**
 * [F52] What is missing in a period, by the tallies: each goal that a department or a unit of it holds, of which nothing was
 * said since the period began. What was said no later than the last day of an earlier period belongs to that one. Within a
 * department a unit's word counts for the department, too. Of what has not been counted nothing is known.
 */
export function missingCheckIns(overview: Overview, period: Period, periods: Periods): Missing {
  const lastEnd = lastEndBefore(period, periods);
  const isTold = (on: Day | null) => on !== null && on >= period.starts && on > lastEnd;
  const missingIn = ({ cells }: OverviewRow) =>
    cells.filter(({ state, statusOn }) => state === 'assigned' && !isTold(statusOn)).length;
  const rows = overview.departments
    .filter(({ isCounted }) => isCounted)
    .map((department): MissingRow => {
      const places = [department, ...department.units];
      return {
        unit: department.unit,
        held: sumOf(places, ({ cells }) => cells.filter(({ state }) => state === 'assigned').length),
        missing: sumOf(places, missingIn),
        places: places.filter((place) => missingIn(place) > 0).map(({ unit }) => unit),
      };
    });
  return {
    held: sumOf(rows, ({ held }) => held),
    missing: sumOf(rows, ({ missing }) => missing),
    departments: rows.filter(({ missing }) => missing > 0),
  };
}

function lastEndBefore({ ends, year }: Period, periods: Periods): Day {
  return [...periods.values()]
    .filter((one) => one.year === year && one.ends < ends)
    .reduce((last, one) => (one.ends > last ? one.ends : last), '');
}

function sumOf<T>(all: readonly T[], count: (one: T) => number): number {
  return all.reduce((sum, one) => sum + count(one), 0);
}
