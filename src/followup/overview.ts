import type { Key } from '../basics/key.ts';
import { type Goal, type Goals, holdsIn, inOrder } from '../goals/goal.ts';
import { departmentsOf, isWithin, unitsBelow } from '../organisation/tree.ts';
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
  /** The latest word on how it goes, of the row's own or its units'. */
  readonly status: GoalTally['status'];
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

function departmentRow(world: Handed, year: number, goals: readonly Goal[], department: Unit): OverviewRow {
  const units = unitsInside(world.units, department.key);
  const own = packedOf(world, year, department.key);
  const rows = units.map((unit) => unitRow(packedOf(world, year, unit.key), goals, unit));
  const cells = goals.map((goal, n): OverviewCell => {
    const cell = cellOf(own, goal);
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
      status: latestStatus([own, ...units.map((unit) => packedOf(world, year, unit.key))], goal.key),
    };
  });
  const totals = rows.reduce(plus, totalsOf(own));
  const isCounted = own !== undefined || rows.some((row) => row.isCounted);
  return { unit: department, isCounted, cells, units: rows, own: own?.counted ?? 0, ...totals };
}

/** [F31] A place of which nothing was ever written has no tally: where those above it are counted, that is none. */
function asCounted(row: OverviewRow, isCounted: boolean): OverviewRow {
  return { ...row, isCounted, units: row.units.map((unit) => ({ ...unit, isCounted })) };
}

function unitRow(packed: Packed | undefined, goals: readonly Goal[], unit: Unit): OverviewRow {
  const cells = goals.map((goal) => cellOf(packed, goal));
  return {
    unit,
    isCounted: packed !== undefined,
    cells,
    units: [],
    own: packed?.counted ?? 0,
    ...totalsOf(packed),
  };
}

/** [F14] Under a goal only what stands with those who hold it is counted; what waits is told beside it. */
function cellOf(packed: Packed | undefined, goal: Goal): OverviewCell {
  const tally = packed?.goals[goal.key];
  const isHeld = tally?.state === 'assigned';
  const count = (isAsked: (kind: string, state: string) => boolean) =>
    isHeld ? countIn(tally.activities, isAsked) : 0;
  const isCounted = (kind: string, state: string) => kind !== 'ordinary' && state !== 'dropped';
  return {
    goal,
    state: tally?.state ?? 'none',
    unitsHolding: 0,
    unitsAgreed: isHeld && tally.consultation === 'agreed' ? 1 : 0,
    unitsToTalk: isHeld && tally.consultation === 'discuss' ? 1 : 0,
    activities: count(isCounted),
    finished: count((kind, state) => isCounted(kind, state) && state === 'done'),
    ordinary: count((kind, state) => kind === 'ordinary' && state !== 'dropped'),
    status: tally?.status ?? null,
  };
}

function countIn(
  activities: GoalTally['activities'],
  isAsked: (kind: string, state: string) => boolean,
): number {
  return Object.entries(activities).reduce((sum, [name, n]) => {
    const [kind = '', state = ''] = name.split('/');
    return isAsked(kind, state) ? sum + n : sum;
  }, 0);
}

function latestStatus(all: readonly (Packed | undefined)[], goalKey: Key): GoalTally['status'] {
  const told = all.flatMap((packed) => {
    const tally = packed?.goals[goalKey];
    return tally?.status ? [{ status: tally.status, on: tally.statusOn ?? '' }] : [];
  });
  return (
    told.reduce<(typeof told)[number] | undefined>(
      (latest, one) => (latest && latest.on >= one.on ? latest : one),
      undefined,
    )?.status ?? null
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
