import type { Key } from '../basics/key.ts';
import type { Goal, Goals } from '../goals/goal.ts';
import { holdsIn, inOrder } from '../goals/goal.ts';
import { unitsBelow, unitShelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import type { AssignGoal } from './assignGoal.ts';
import { type Assignment, type Assignments, goalKeysHeld, holds, standingOf } from './assignment.ts';
import { cellOf } from './cell.ts';
import type { WithdrawGoal } from './withdrawGoal.ts';

type Handed = { readonly goals: Goals; readonly units: Units; readonly assignments: Assignments };

/** Units down, goals across: what can be handed down from a room, one and the same at every level. */
export type Matrix = { readonly goals: readonly Goal[]; readonly rows: readonly MatrixRow[] };
export type MatrixRow = { readonly unit: Unit; readonly cells: readonly Cell[] };

export type Cell = {
  readonly name: string;
  readonly goalKey: Key;
  readonly unitKey: Key;
  readonly standing: Assignment['state'] | 'none';
};

export function matrixOf({ goals, units, assignments }: Handed, year: number, room: Unit): Matrix {
  const all = [...goals.values()].filter((goal) => holdsIn(goal, year));
  const held = new Set(goalKeysHeld(assignments, unitShelfOf(year, room)));
  // [A2] The region holds them all; everybody else hands down what they hold themselves.
  const handed = inOrder(room.level === 'region' ? all : all.filter((goal) => held.has(goal.key)));
  const rows = unitsBelow(units, room.key).map((unit) => ({
    unit,
    cells: handed.map((goal) => ({
      name: cellOf(goal.key, unit.key),
      goalKey: goal.key,
      unitKey: unit.key,
      standing: standingOf(assignments, year, goal.key, unit.key),
    })),
  }));
  return { goals: handed, rows };
}

/** What is wanted of a cell that may be otherwise, and how the goal stood with the unit when it was wanted. */
export type Want = { readonly to: boolean; readonly seen: Cell['standing'] };
export type Wants = ReadonlyMap<string, Want>;

/**
 * [A10] What stands ticked before anybody has ticked anything, besides what is held: every goal for a unit to which
 * nothing has been handed down yet and from which nothing was taken back, so that on first use one save is enough. Opened
 * for one unit: all that this one lacks, and nothing for the others.
 */
export function firstWants({ rows }: Matrix, unitKey?: Key): Wants {
  const meant = rows.filter(({ unit, cells }) =>
    unitKey === undefined
      ? cells.every(({ standing }) => standing === 'none' || standing === 'requested')
      : unit.key === unitKey,
  );
  return wanted(
    new Map(),
    meant.flatMap(({ cells }) => cells),
    true,
  );
}

/** The wants once these cells have been ticked or unticked by a hand that sees how they stand. */
export function wanted(wants: Wants, cells: readonly Cell[], to: boolean): Wants {
  const after = new Map(wants);
  for (const { name, standing } of cells) {
    // Back to how it stands, there is nothing to want, and what others do to the cell is followed again.
    if (to === (standing === 'assigned')) after.delete(name);
    else after.set(name, { to, seen: standing });
  }
  return after;
}

/** [A12] Somebody has taken the goal back since it was ticked: the tick was meant for something else, and falls. */
function isOvertaken({ name, standing }: Cell, wants: Wants): boolean {
  const want = wants.get(name);
  return want !== undefined && want.to && standing === 'withdrawn' && want.seen !== 'withdrawn';
}

export function isTicked(cell: Cell, wants: Wants): boolean {
  const isHeld = cell.standing === 'assigned';
  return isOvertaken(cell, wants) ? isHeld : (wants.get(cell.name)?.to ?? isHeld);
}

/** What saving would do, before it is done. */
export type Plan = {
  readonly assign: readonly Cell[];
  readonly withdraw: readonly Cell[];
  /** Cells that others have changed since they were ticked. */
  readonly overtaken: readonly Cell[];
};

export function planOf({ rows }: Matrix, wants: Wants): Plan {
  const cells = rows.flatMap((row) => row.cells);
  return {
    assign: cells.filter((cell) => cell.standing !== 'assigned' && isTicked(cell, wants)),
    withdraw: cells.filter((cell) => cell.standing === 'assigned' && !isTicked(cell, wants)),
    overtaken: cells.filter((cell) => isOvertaken(cell, wants)),
  };
}

/** The wishes of one save; how each cell stood when it was wanted goes with it. */
export function wishesOf(
  plan: Plan,
  wants: Wants,
  year: number,
  roomKey: Key,
): (AssignGoal | WithdrawGoal)[] {
  return [
    ...plan.assign.map(({ name, goalKey, unitKey, standing }): AssignGoal => ({
      do: 'assignGoal',
      year,
      roomKey,
      goalKey,
      unitKey,
      seen: wants.get(name)?.seen ?? standing,
    })),
    ...plan.withdraw.map(({ goalKey, unitKey }): WithdrawGoal => ({
      do: 'withdrawGoal',
      year,
      roomKey,
      goalKey,
      unitKey,
      seen: 'assigned',
    })),
  ];
}

/** Requests that wait for the room's word. */
export function requestsFor({ goals, units, assignments }: Handed, year: number, room: Unit): Assignment[] {
  const order = new Map(inOrder(goals.values()).map(({ key }, at) => [key, at]));
  return unitsBelow(units, room.key).flatMap((unit) =>
    [...assignments.by('unitShelf', unitShelfOf(year, unit))]
      .filter(({ state }) => state === 'requested')
      .sort((a, b) => (order.get(a.goalKey) ?? 0) - (order.get(b.goalKey) ?? 0)),
  );
}

/** True when the room could hand this goal down: it holds it, or is the region. */
export function canHandDown({ assignments }: Handed, year: number, room: Unit, goalKey: Key): boolean {
  return room.level === 'region' || holds(assignments, year, goalKey, room.key);
}
