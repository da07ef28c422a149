import type { Key } from '../basics/key.ts';
import type { Overview, OverviewRow } from './overview.ts';

/** What a department lacks, in the order in which it is mended: goals first, then units, then what is done. */
export const gapKinds = [
  'noGoals',
  'someGoals',
  'notAssigned',
  'unitsWithout',
  'requested',
  'toTalk',
  'noActivity',
] as const;
export type GapKind = (typeof gapKinds)[number];

export type Gap = {
  readonly kind: GapKind;
  readonly departmentKey: Key;
  /** The goals that it is about: those that are missing, requested or to be talked about. */
  readonly goalKeys: readonly Key[];
  /** The units that it is about. */
  readonly unitKeys: readonly Key[];
};

/** [F17] Every gap of a board's area. A department that nothing is known of has none: first it must be counted. */
export function gapsOf(overview: Overview): Gap[] {
  if (overview.goals.length === 0) return [];
  return overview.departments.filter(({ isCounted }) => isCounted).flatMap(gapsOfDepartment);
}

/** The gaps by their kind, each kind once, those without any left out. */
export function byKind(gaps: readonly Gap[]): { readonly kind: GapKind; readonly gaps: readonly Gap[] }[] {
  return gapKinds
    .map((kind) => ({ kind, gaps: gaps.filter((gap) => gap.kind === kind) }))
    .filter((group) => group.gaps.length > 0);
}

function gapsOfDepartment(row: OverviewRow): Gap[] {
  const { unit, cells, units, counted } = row;
  const gaps: Gap[] = [];
  const add = (kind: GapKind, goalKeys: readonly Key[], those: readonly OverviewRow[] = []) =>
    gaps.push({ kind, departmentKey: unit.key, goalKeys, unitKeys: those.map((one) => one.unit.key) });

  const missing = cells.filter(({ state }) => state !== 'assigned').map(({ goal }) => goal.key);
  const holds = cells.length - missing.length;
  if (holds === 0) add('noGoals', missing);
  else if (missing.length > 0) add('someGoals', missing);

  const without = units.filter((one) => one.cells.every(({ state }) => state !== 'assigned'));
  if (holds > 0 && units.length > 0 && without.length === units.length) add('notAssigned', [], units);
  else if (holds > 0 && without.length > 0) add('unitsWithout', [], without);

  const asking = [row, ...units].filter((one) => one.cells.some(({ state }) => state === 'requested'));
  if (asking.length > 0)
    add(
      'requested',
      goalsWhere(asking, ({ state }) => state === 'requested'),
      asking,
    );

  const talking = units.filter((one) => one.cells.some(({ unitsToTalk }) => unitsToTalk > 0));
  if (talking.length > 0)
    add(
      'toTalk',
      goalsWhere(talking, ({ unitsToTalk }) => unitsToTalk > 0),
      talking,
    );

  // [F18] Ordinary work is no activity, but who has written it down has answered.
  if (holds > 0 && counted === 0 && row.ordinary === 0) add('noActivity', []);
  return gaps;
}

function goalsWhere(
  rows: readonly OverviewRow[],
  isAsked: (cell: OverviewRow['cells'][number]) => boolean,
): Key[] {
  return [...new Set(rows.flatMap((row) => row.cells.filter(isAsked).map(({ goal }) => goal.key)))];
}
