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
export type Matrix = {
  readonly goals: readonly Goal[];
  readonly rows: readonly { readonly unit: Unit; readonly cells: readonly Cell[] }[];
};

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

/** [A10] On first use, where nothing has been handed down yet, everything is ticked; later, what is held. */
export function firstTicks({ rows }: Matrix): Set<string> {
  const cells = rows.flatMap((row) => row.cells);
  const isUntouched = cells.every(({ standing }) => standing === 'none');
  const ticked = cells.filter(({ standing }) => isUntouched || standing === 'assigned');
  return new Set(ticked.map(({ name }) => name));
}

/** What saving would do, before it is done. */
export type Plan = {
  readonly assign: readonly Cell[];
  readonly withdraw: readonly Cell[];
};

export function planOf({ rows }: Matrix, ticked: ReadonlySet<string>): Plan {
  const cells = rows.flatMap((row) => row.cells);
  return {
    assign: cells.filter(({ name, standing }) => ticked.has(name) && standing !== 'assigned'),
    withdraw: cells.filter(({ name, standing }) => !ticked.has(name) && standing === 'assigned'),
  };
}

/** The wishes of one save; what each cell was when its author looked goes with it. */
export function wishesOf(plan: Plan, year: number, roomKey: Key): (AssignGoal | WithdrawGoal)[] {
  return [
    ...plan.assign.map(({ goalKey, unitKey, standing }): AssignGoal => ({
      do: 'assignGoal',
      year,
      roomKey,
      goalKey,
      unitKey,
      seen: standing,
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
export function requestsFor(
  { units, assignments }: Omit<Handed, 'goals'>,
  year: number,
  room: Unit,
): Assignment[] {
  return unitsBelow(units, room.key).flatMap((unit) =>
    [...assignments.by('unitShelf', unitShelfOf(year, unit))].filter(({ state }) => state === 'requested'),
  );
}

/** True when the room could hand this goal down: it holds it, or is the region. */
export function canHandDown({ assignments }: Handed, year: number, room: Unit, goalKey: Key): boolean {
  return room.level === 'region' || holds(assignments, year, goalKey, room.key);
}
