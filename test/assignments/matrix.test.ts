import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hangingOn } from '../../src/activities/hangingOn.ts';
import type { Assignment } from '../../src/assignments/assignment.ts';
import { upperRooms } from '../../src/organisation/boards.ts';
import { cellOf } from '../../src/assignments/cell.ts';
import {
  type Cell,
  firstWants,
  isTicked,
  type Matrix,
  matrixOf,
  planOf,
  type Wants,
  wanted,
  wishesOf,
} from '../../src/assignments/matrix.ts';
import type { Command } from '../../src/commands.ts';
import { decide } from '../../src/decide.ts';
import { isRefusal } from '../../src/basics/refusal.ts';
import type { Unit } from '../../src/organisation/unit.ts';
import { put, type Tables } from '../../src/world.ts';
import {
  aGoal,
  anActivity,
  anAssignment,
  anna,
  aUnit,
  board,
  cleaning,
  kitchen,
  region,
  service,
  smallRegion,
  staff,
  travel,
  waste,
  worldOf,
} from '../builders.ts';

const year = 2023;
const states = ['requested', 'assigned', 'withdrawn'] as const;

/** The small region, with these assignments of the two units of Service besides. */
function withRows(...rows: Assignment[]): Tables {
  const world = smallRegion();
  for (const row of rows) world.assignments.put(row);
  return world;
}

function ticks(matrix: Matrix, wants: Wants): string[] {
  const cells = matrix.rows.flatMap((row) => row.cells);
  return cells.filter((cell) => isTicked(cell, wants)).map(({ name }) => name);
}

function cellIn(matrix: Matrix, goalKey: string, unitKey: string): Cell {
  const cell = matrix.rows.flatMap((row) => row.cells).find(({ name }) => name === cellOf(goalKey, unitKey));
  if (!cell) throw new Error('no such cell');
  return cell;
}

/** Saves what is wanted, as the store would: each wish is decided, and what it changes is there for the next. */
function save(world: Tables, room: Unit, wants: Wants): number {
  const plan = planOf(matrixOf(world, year, room), wants);
  const wishes = wishesOf(plan, wants, year, room.key);
  for (const [n, wish] of wishes.entries()) {
    const command: Command = { ...wish, key: `c-${n}`, by: anna, on: '2023-08-25' };
    const changes = decide(command, world);
    if (isRefusal(changes)) throw new Error(changes.refused);
    for (const change of changes) {
      const row =
        change.kind === 'create'
          ? change.row
          : {
              ...world.assignments.get(change.key),
              ...Object.fromEntries(Object.entries(change.fields).map(([name, { to }]) => [name, to])),
            };
      put(world, {
        list: 'assignments',
        row: row as Assignment,
        etag: '1',
        itemId: '1',
        modified: '',
      } as never);
    }
  }
  return wishes.length;
}

describe('what the matrix shows', () => {
  it('units down and goals across, in the organisation’s order, with how each goal stands', () => {
    const world = withRows(anAssignment(waste, kitchen, { state: 'requested' }));
    const { goals, rows } = matrixOf(world, year, service);
    expect(goals.map(({ key }) => key)).toEqual(['resor', 'avfall']);
    expect(rows.map(({ unit }) => unit.key)).toEqual([kitchen.key, cleaning.key]);
    expect(rows[0]?.cells.map(({ standing }) => standing)).toEqual(['none', 'requested']);
  });

  it('[A2] a department hands down what it holds, a board to its departments, the region everything to its boards', () => {
    const world = smallRegion();
    world.goals.put(aGoal({ key: 'vatten', order: 3 }));
    world.goals.put(aGoal({ key: 'gammalt', toYear: 2022, fromYear: 2020 }));
    const keys = (room: Unit) => matrixOf(world, year, room).goals.map(({ key }) => key);
    expect(keys(service)).toEqual(['resor', 'avfall']);
    expect(keys(staff)).toEqual([]);
    expect(keys(region)).toEqual(['resor', 'avfall', 'vatten']);
    const rowKeys = (room: Unit) => matrixOf(world, year, room).rows.map(({ unit }) => unit.key);
    expect(rowKeys(board)).toEqual(['service', 'stab']);
    expect(rowKeys(region)).toEqual(['styrelsen']);
  });

  it('the rooms above departments are the boards with somebody below, and then the region', () => {
    const world = smallRegion();
    world.units.put(aUnit({ key: 'tom', level: 'board', parentKey: 'regionen', order: 0 }));
    world.units.put(aUnit({ key: 'halsa', level: 'board', parentKey: 'regionen', order: 2 }));
    world.units.put(aUnit({ key: 'vard', parentKey: 'halsa' }));
    expect(upperRooms(world.units).map(({ key }) => key)).toEqual(['styrelsen', 'halsa', 'regionen']);
    expect(upperRooms(worldOf({ units: [service] }).units)).toEqual([]);
  });
});

describe('[A10] what stands ticked in advance', () => {
  const first = (world: Tables, unitKey?: string) => {
    const matrix = matrixOf(world, year, service);
    return ticks(matrix, firstWants(matrix, unitKey));
  };
  const all = [kitchen, cleaning].flatMap(({ key }) => [cellOf('resor', key), cellOf('avfall', key)]);

  it('on first use every goal to every unit', () => {
    expect(first(smallRegion())).toEqual(all);
  });

  it('later what is held, and everything only for a unit to which nothing was handed down', () => {
    const world = withRows(anAssignment(travel, kitchen));
    expect(first(world)).toEqual([cellOf('resor', kitchen.key), ...all.slice(2)]);
  });

  it('a unit from which a goal was taken back is no unit that nobody has thought of', () => {
    expect(first(withRows(anAssignment(travel, kitchen, { state: 'withdrawn' })))).toEqual(all.slice(2));
  });

  it('a goal that is asked for can be granted with the rest', () => {
    expect(first(withRows(anAssignment(travel, kitchen, { state: 'requested' })))).toEqual(all);
  });

  it('opened for one unit: what it lacks, and nothing for others', () => {
    const world = withRows(
      anAssignment(travel, kitchen),
      anAssignment(waste, kitchen, { state: 'withdrawn' }),
    );
    expect(first(world, kitchen.key)).toEqual(all.slice(0, 2));
  });
});

describe('[A11] what hangs on a goal', () => {
  it('are the unit’s own activities of every kind that are not dropped', () => {
    const rows = [
      anActivity(kitchen, [waste], { key: 'a-1' }),
      anActivity(kitchen, [waste, travel], { key: 'a-2', kind: 'ordinary', state: 'done' }),
      anActivity(kitchen, [waste], { key: 'a-3', state: 'dropped' }),
      anActivity(kitchen, [waste], { key: 'a-4', removed: true }),
      anActivity(kitchen, [travel], { key: 'a-5' }),
      anActivity(cleaning, [waste], { key: 'a-6' }),
    ];
    const world = worldOf({ activities: rows });
    const found = hangingOn(world, `${year}/${kitchen.key}`, 'avfall');
    expect(found.map(({ key }) => key)).toEqual(['a-1', 'a-2']);
  });
});

describe('[A12] what others change while the matrix is open', () => {
  const before = matrixOf(smallRegion(), year, service);
  const wants = firstWants(before);
  const meanwhile = (state: Assignment['state']) =>
    matrixOf(withRows(anAssignment(travel, kitchen, { state })), year, service);

  it('a tick falls where the goal was taken back since, and says so; ticked again it is meant for what stands there', () => {
    const matrix = meanwhile('withdrawn');
    const cell = cellIn(matrix, 'resor', kitchen.key);
    expect(isTicked(cell, wants)).toBe(false);
    const plan = planOf(matrix, wants);
    expect(plan.overtaken).toEqual([cell]);
    expect(plan.assign).toHaveLength(3);
    const again = wanted(wants, [cell], true);
    expect(planOf(matrix, again).overtaken).toEqual([]);
    expect(wishesOf(planOf(matrix, again), again, year, service.key)).toContainEqual(
      expect.objectContaining({
        do: 'assignGoal',
        goalKey: 'resor',
        unitKey: kitchen.key,
        seen: 'withdrawn',
      }),
    );
  });

  it('what others have handed down is not handed down again, and what they ask for is granted', () => {
    expect(planOf(meanwhile('assigned'), wants).assign).toHaveLength(3);
    expect(planOf(meanwhile('requested'), wants).assign).toHaveLength(4);
  });

  it('a cell that nobody here has touched follows the others', () => {
    const untouched = wanted(wants, [cellIn(before, 'resor', kitchen.key)], false);
    expect(isTicked(cellIn(meanwhile('assigned'), 'resor', kitchen.key), untouched)).toBe(true);
    expect(planOf(meanwhile('assigned'), untouched).withdraw).toEqual([]);
  });
});

it('saving gives exactly what is ticked, and saving again changes nothing', () => {
  const units = [kitchen, cleaning, aUnit({ key: 'service-bil', level: 'unit', parentKey: 'service' })];
  const goals = [travel, waste];
  const rows = fc
    .array(fc.tuple(fc.nat(2), fc.nat(1), fc.constantFrom(...states), fc.boolean()), { maxLength: 6 })
    .map((some) =>
      some.flatMap(([unit, goal, state, removed]) => {
        const [its, what] = [units[unit], goals[goal]];
        return its && what ? anAssignment(what, its, { state, removed }) : [];
      }),
    );
  const steps = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(rows, steps, fc.boolean(), (some, hand, isForOne) => {
      const world = withRows(...some);
      for (const unit of units) world.units.put(unit);
      const matrix = matrixOf(world, year, service);
      const cells = matrix.rows.flatMap((row) => row.cells);
      let wants = firstWants(matrix, isForOne ? kitchen.key : undefined);
      for (const [from, to, isOn] of hand) wants = wanted(wants, cells.slice(from, to), isOn);
      const meant = ticks(matrix, wants);
      save(world, service, wants);
      const after = matrixOf(world, year, service);
      const held = after.rows.flatMap((row) => row.cells).filter(({ standing }) => standing === 'assigned');
      expect(held.map(({ name }) => name)).toEqual(meant);
      expect(save(world, service, wants)).toBe(0);
    }),
    { seed: 20_230_825, numRuns: 300 },
  );
});
