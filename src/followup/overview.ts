import type { Key } from '../basics/key.ts';
import { type Goal, type Goals, holdsIn, inOrder } from '../goals/goal.ts';
import { departmentsOf } from '../organisation/boards.ts';
import { isWithin, unitsBelow } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import { type GoalTally, type Packed, type Tallies, tallyKey } from './tally.ts';

type Handed = { readonly goals: Goals; readonly units: Units; readonly tallies: Tallies };

/** A board's whole area in a year: departments down, goals across. Counted from tallies, so that nobody's rows are read. */
export type Overview = {
  readonly board: Unit;
  readonly year: number;
  /** [F13] The goals that the board holds: what could be held below it. */
  readonly goals: readonly Goal[];
  readonly departments: readonly OverviewRow[];
} & Totals;

/** A department with everything in it, or a unit alone. */
export type OverviewRow = {
  readonly unit: Unit;
  /** False until anything of it has been counted: nobody knows, which is not none. */
  readonly isCounted: boolean;
  /** In the order of the overview's goals. */
  readonly cells: readonly OverviewCell[];
  /** A department's units, those within units too; none below a unit. */
  readonly units: readonly OverviewRow[];
  /** Activities of the department itself, its units left out. */
  readonly own: number;
} & Totals;

/** Each activity once, whatever number of goals it has. */
export type Totals = { readonly counted: number; readonly ordinary: number; readonly waiting: number };

export type OverviewCell = {
  readonly goal: Goal;
  /** How the goal stands with the row's own department or unit. */
  readonly state: GoalTally['state'];
  readonly unitsHolding: number;
  readonly unitsAgreed: number;
  readonly unitsToTalk: number;
  /** Targeted and enabling, not dropped, of those who hold the goal. */
  readonly activities: number;
  readonly finished: number;
  readonly ordinary: number;
  /** The latest word on how it goes, of the row's own or its units', and when it was said. */
  readonly status: GoalTally['status'];
  readonly statusOn: GoalTally['statusOn'];
};

export function overviewOf(world: Handed, year: number, board: Unit): Overview {
  const ofBoard = packedOf(world, year, board.key);
  const held = heldBy(ofBoard);
  const goals = inOrder(
    [...world.goals.values()].filter((goal) => held.has(goal.key) && holdsIn(goal, year)),
  );
  const departments = departmentsOf(world.units)
    .filter((department) => isWithin(world.units, department.key, board.key))
    .map((department) => departmentRow(world, year, goals, department))
    .map((row) => asCounted(row, row.isCounted || ofBoard !== undefined));
  const own = totalsOf(ofBoard);
  return { board, year, goals, departments, ...departments.reduce(plus, own) };
}

/** Of sixty departments one has changed: what was counted of the others' tallies is counted no second time. */
const countedRows = new WeakMap<Unit, { readonly from: readonly unknown[]; readonly row: OverviewRow }>();

function departmentRow(world: Handed, year: number, goals: readonly Goal[], department: Unit): OverviewRow {
  const units = unitsInside(world.units, department.key);
  const own = packedOf(world, year, department.key);
  const packed = units.map((unit) => packedOf(world, year, unit.key));
  const from = [own, goals.length, ...goals, ...units, ...packed];
  const known = countedRows.get(department);
  if (known?.from.length === from.length && known.from.every((one, n) => one === from[n])) return known.row;
  const row = countedRow(
    department,
    own,
    goals,
    units.map((unit, n) => unitRow(packed[n], goals, unit)),
  );
  countedRows.set(department, { from, row });
  return row;
}

function countedRow(
  department: Unit,
  own: Packed | undefined,
  goals: readonly Goal[],
  rows: readonly OverviewRow[],
): OverviewRow {
  const cells = cellsOf(own, goals).map((cell, n): OverviewCell => {
    const below = rows.flatMap((row) => row.cells[n] ?? []);
    const sum = (count: (one: OverviewCell) => number) => below.reduce((all, one) => all + count(one), 0);
    return {
      ...cell,
      unitsHolding: below.filter(({ state }) => state === 'assigned').length,
      unitsAgreed: sum((one) => one.unitsAgreed),
      unitsToTalk: sum((one) => one.unitsToTalk),
      activities: cell.activities + sum((one) => one.activities),
      finished: cell.finished + sum((one) => one.finished),
      ordinary: cell.ordinary + sum((one) => one.ordinary),
      ...latestOf([cell, ...below]),
    };
  });
  const totals = rows.reduce(plus, totalsOf(own));
  const isCounted = own !== undefined || rows.some((row) => row.isCounted);
  return { unit: department, isCounted, cells, units: rows, own: own?.counted ?? 0, ...totals };
}

/** [F31] A place of which nothing was ever written has no tally: where those above it are counted, that is none. */
function asCounted(row: OverviewRow, isCounted: boolean): OverviewRow {
  if (row.isCounted === isCounted && row.units.every((unit) => unit.isCounted === isCounted)) return row;
  return { ...row, isCounted, units: row.units.map((unit) => ({ ...unit, isCounted })) };
}

function unitRow(packed: Packed | undefined, goals: readonly Goal[], unit: Unit): OverviewRow {
  const cells = cellsOf(packed, goals);
  return {
    unit,
    isCounted: packed !== undefined,
    cells,
    units: [],
    own: packed?.counted ?? 0,
    ...totalsOf(packed),
  };
}

/** Of three thousand units one has changed: what was counted of a tally is counted no second time. */
const countedCells = new WeakMap<Packed, readonly OverviewCell[]>();

function cellsOf(packed: Packed | undefined, goals: readonly Goal[]): readonly OverviewCell[] {
  const known = packed && countedCells.get(packed);
  if (known?.length === goals.length && known.every(({ goal }, n) => goal === goals[n])) return known;
  const cells = goals.map((goal) => cellOf(packed, goal));
  if (packed) countedCells.set(packed, cells);
  return cells;
}

/** [F14] Under a goal only what stands with those who hold it is counted; what waits is told beside it. */
function cellOf(packed: Packed | undefined, goal: Goal): OverviewCell {
  const tally = packed?.goals[goal.key];
  const isHeld = tally?.state === 'assigned';
  return {
    goal,
    state: tally?.state ?? 'none',
    unitsHolding: 0,
    unitsAgreed: isHeld && tally.consultation === 'agreed' ? 1 : 0,
    unitsToTalk: isHeld && tally.consultation === 'discuss' ? 1 : 0,
    ...workIn(isHeld ? tally.activities : {}),
    status: tally?.status ?? null,
    statusOn: tally?.statusOn ?? null,
  };
}

function workIn(
  activities: GoalTally['activities'],
): Pick<OverviewCell, 'activities' | 'finished' | 'ordinary'> {
  const work = { activities: 0, finished: 0, ordinary: 0 };
  for (const [name, n] of Object.entries(activities)) {
    const [kind, state] = name.split('/');
    if (state === 'dropped') continue;
    if (kind === 'ordinary') work.ordinary += n;
    else work.activities += n;
    if (kind !== 'ordinary' && state === 'done') work.finished += n;
  }
  return work;
}

/** Of several words said on one day the first cell's stands: a department's own before its units'. */
function latestOf(cells: readonly OverviewCell[]): Pick<OverviewCell, 'status' | 'statusOn'> {
  return cells
    .filter(({ status }) => status !== null)
    .reduce<Pick<OverviewCell, 'status' | 'statusOn'>>(
      (latest, { status, statusOn }) =>
        latest.status !== null && (latest.statusOn ?? '') >= (statusOn ?? '') ? latest : { status, statusOn },
      { status: null, statusOn: null },
    );
}

function packedOf({ tallies }: Handed, year: number, unitKey: Key): Packed | undefined {
  const tally = tallies.get(tallyKey(year, unitKey));
  return tally && !tally.removed ? tally.packed : undefined;
}

function heldBy(packed: Packed | undefined): Set<Key> {
  const all = Object.entries(packed?.goals ?? {});
  return new Set(all.filter(([, { state }]) => state === 'assigned').map(([goalKey]) => goalKey));
}

function totalsOf(packed: Packed | undefined): Totals {
  return {
    counted: packed?.counted ?? 0,
    ordinary: packed?.ordinary ?? 0,
    waiting: packed?.waiting ?? 0,
  };
}

function plus(sum: Totals, one: Totals): Totals {
  return {
    counted: sum.counted + one.counted,
    ordinary: sum.ordinary + one.ordinary,
    waiting: sum.waiting + one.waiting,
  };
}

/** The active units of a department, those within units too, in the order of the tree. */
function unitsInside(units: Units, key: Key, seen = new Set<Key>([key])): Unit[] {
  return unitsBelow(units, key).flatMap((unit) => {
    // A circle of parents made by hand ends here.
    if (seen.has(unit.key)) return [];
    seen.add(unit.key);
    return [unit, ...unitsInside(units, unit.key, seen)];
  });
}
