import type { Key } from '../basics/key.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Comment } from './comment.ts';
import type { Overview, OverviewRow } from './overview.ts';

/** What of the overview is looked at; what is left out is all. */
export type OverviewFilter = {
  readonly theme?: string;
  readonly character?: Unit['character'];
  /** How it goes for at least one of the goals; `none`: nobody has said anything. */
  readonly status?: NonNullable<Comment['status']> | 'none';
};

/** The part of the overview that is looked at. Its sums stay those of the whole: a headline never shrinks with a filter. */
export function filtered(overview: Overview, { theme, character, status }: OverviewFilter): Overview {
  const isShown = (goal: Overview['goals'][number]) => theme === undefined || goal.theme === theme;
  const departments = overview.departments
    .filter(({ unit }) => character === undefined || unit.character === character)
    .map((row) => withGoals(row, isShown))
    .filter((row) => status === undefined || hasStatus(row, status));
  return { ...overview, goals: overview.goals.filter(isShown), departments };
}

/** [F30] The filter without a theme that none of the goals has, as of another year's: it would hide everything unseen. */
export function knownFilter(overview: Overview, filter: OverviewFilter): OverviewFilter {
  const { theme, ...others } = filter;
  return theme === undefined || themesOf(overview).includes(theme) ? filter : others;
}

function withGoals(row: OverviewRow, isShown: (goal: Overview['goals'][number]) => boolean): OverviewRow {
  const cells = row.cells.filter(({ goal }) => isShown(goal));
  return { ...row, cells, units: row.units.map((unit) => withGoals(unit, isShown)) };
}

function hasStatus(row: OverviewRow, status: NonNullable<OverviewFilter['status']>): boolean {
  const told = row.cells.map((cell) => cell.status);
  return status === 'none' ? told.every((one) => one === null) : told.includes(status);
}

/** The themes to choose among, each once, in the order of the goals. */
export function themesOf({ goals }: Overview): string[] {
  return [...new Set(goals.flatMap(({ theme }) => theme ?? []))];
}

/** One line of the map: a department, or a unit of a department that is opened. */
export type MapLine = {
  readonly row: OverviewRow;
  readonly level: 1 | 2;
  readonly isOpen: boolean;
};

export function linesOf({ departments }: Overview, open: ReadonlySet<Key>): MapLine[] {
  return departments.flatMap((row): MapLine[] => {
    const isOpen = open.has(row.unit.key) && row.units.length > 0;
    const units = isOpen ? row.units : [];
    return [
      { row, level: 1, isOpen },
      ...units.map((unit): MapLine => ({ row: unit, level: 2, isOpen: false })),
    ];
  });
}
