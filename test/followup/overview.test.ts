import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import { Table } from '../../src/basics/rows.ts';
import { type Tally, type TallyIndex, tallyIndexes } from '../../src/followup/tally.ts';
import { factsOf } from '../../src/followup/facts.ts';
import { gapsOf } from '../../src/followup/gaps.ts';
import { type Overview, overviewOf } from '../../src/followup/overview.ts';
import {
  anAssignment,
  aGoal,
  board,
  kitchen,
  region,
  regionTables,
  service,
  staff,
  worldOf,
} from '../builders.ts';
import { anyRows, type Rows } from './anyRows.ts';
import { tallied } from './tallied.ts';

/** The overview's numbers by looking through all rows, word for word as the rules say it. */
function slowOverview(rows: Rows) {
  const isOf2023 = (goal: Rows['goals'][number]) =>
    goal.state === 'active' && goal.fromYear <= 2023 && (goal.toYear === null || goal.toYear >= 2023);
  const has = (unit: string, goal: string) =>
    rows.assignments.some(
      (row) =>
        row.year === 2023 &&
        row.unitKey === unit &&
        row.goalKey === goal &&
        row.state === 'assigned' &&
        !row.removed,
    );
  const goals = rows.goals.filter((goal) => isOf2023(goal) && has(board.key, goal.key));
  const live = rows.activities.filter(
    (row) => !row.removed && row.state !== 'dropped' && row.shelf.startsWith('2023/'),
  );
  const waits = (row: Activity) => !row.goalKeys.some((goal) => has(row.unitKey, goal));
  const isCounted = (row: Activity) => row.kind !== 'ordinary' && !waits(row);
  return rows.units
    .filter((unit) => unit.level === 'department')
    .map((department) => {
      const units = rows.units.filter((unit) => unit.parentKey === department.key && unit.active);
      const inside = new Set([department.key, ...units.map(({ key }) => key)]);
      const ours = live.filter((row) => inside.has(row.unitKey));
      return {
        key: department.key,
        cells: goals.map((goal) => {
          const under = ours.filter((row) => row.goalKeys.includes(goal.key) && has(row.unitKey, goal.key));
          return {
            goal: goal.key,
            isHeld: has(department.key, goal.key),
            unitsHolding: units.filter((unit) => has(unit.key, goal.key)).length,
            activities: under.filter((row) => row.kind !== 'ordinary').length,
            finished: under.filter((row) => row.kind !== 'ordinary' && row.state === 'done').length,
            ordinary: under.filter((row) => row.kind === 'ordinary').length,
          };
        }),
        own: ours.filter((row) => row.unitKey === department.key && isCounted(row)).length,
        counted: ours.filter(isCounted).length,
        ordinary: ours.filter((row) => row.kind === 'ordinary' && !waits(row)).length,
        waiting: ours.filter(waits).length,
      };
    });
}

function told({ departments }: Overview) {
  return departments.map(({ unit, cells, own, counted, ordinary, waiting }) => ({
    key: unit.key,
    cells: cells.map(({ goal, state, ...cell }) => ({
      goal: goal.key,
      isHeld: state === 'assigned',
      unitsHolding: cell.unitsHolding,
      activities: cell.activities,
      finished: cell.finished,
      ordinary: cell.ordinary,
    })),
    own,
    counted,
    ordinary,
    waiting,
  }));
}

describe('the overview of a board', () => {
  it('[F13][F14] is what a slow and obvious count of all rows gives', () => {
    fc.assert(
      fc.property(anyRows, fc.subarray(['avfall', 'energi', 'resor']), (drawn, onBoard) => {
        const held = onBoard.map((key) => anAssignment(aGoal({ key }), board));
        const rows = { ...drawn, assignments: [...drawn.assignments, ...held] };
        const world = tallied(worldOf(rows), 2023);
        expect(told(overviewOf(world, 2023, board))).toEqual(slowOverview(rows));
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('tells of the demonstration region three measures that never mix', () => {
    const world = tallied(regionTables(), 2023);
    const regionBoard = world.units.get('regionstyrelsen');
    if (!regionBoard) throw new Error('There is no board');
    const { possible, departments, activities, ordinary, waiting } = factsOf(
      overviewOf(world, 2023, regionBoard),
    );
    expect({ possible, activities, ordinary, waiting }).toEqual({
      possible: 4,
      activities: 10,
      ordinary: 1,
      waiting: 0,
    });
    expect(departments.map(({ held }) => held)).toEqual([4, 4, 4, 4, 4, 3, 3, 3, 3]);
    expect(departments.filter(({ hasAssigned }) => hasAssigned).map(({ title }) => title)).toEqual([
      'Regionservice',
    ]);
    expect(departments.filter(({ hasOwnActivity }) => hasOwnActivity).map(({ title }) => title)).toEqual([
      'Regionservice',
      'Regionstaben',
      'Fastighet',
      'Digitalisering och IT',
    ]);
  });

  it('[F31] of a place that nothing was ever written of says none, once the board is counted', () => {
    const held = [anAssignment(aGoal({ key: 'avfall' }), board)];
    const rows = { goals: [aGoal({ key: 'avfall' })], units: [region, board, staff, service, kitchen] };
    const { tallies, ...world } = tallied(worldOf({ ...rows, assignments: held, activities: [] }), 2023);
    for (const key of ['stab', 'service', kitchen.key]) tallies.remove(`2023/${key}`);
    const overview = overviewOf({ ...world, tallies }, 2023, board);
    const lines = overview.departments.flatMap((row) => [row, ...row.units]);
    expect(lines.map(({ isCounted }) => isCounted)).toEqual([true, true, true]);
    expect(
      gapsOf(overview)
        .map(({ kind, departmentKey }) => `${kind} ${departmentKey}`)
        .sort(),
    ).toEqual(['noGoals service', 'noGoals stab']);
  });

  it('[F14] counts what has changed anew, whatever was counted before', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (before, after) => {
        const held = ['avfall', 'energi', 'resor'].map((key) => anAssignment(aGoal({ key }), board));
        const withBoard = ({ assignments, ...rows }: Rows) => ({
          ...rows,
          assignments: [...assignments, ...held],
        });
        const first = tallied(worldOf(withBoard(before)), 2023);
        overviewOf(first, 2023, board);
        const rows = { ...withBoard(after), goals: before.goals, units: before.units };
        const second = tallied(worldOf(rows), 2023);
        // All but one tally are those that have been counted.
        for (const unit of ['stab', 'service-kost']) {
          const tally = second.tallies.get(`2023/${unit}`);
          if (tally) first.tallies.put(tally);
        }
        const fresh = { ...first, tallies: new Table<Tally, TallyIndex>(tallyIndexes) };
        for (const tally of first.tallies.values()) fresh.tallies.put(structuredClone(tally));
        expect(overviewOf(first, 2023, board)).toEqual(overviewOf(fresh, 2023, board));
      }),
      { seed: 2023, numRuns: 200 },
    );
  });

  it('the latest word of a department or its units is told, its own of two on one day', () => {
    const world = tallied(regionTables(), 2023);
    const say = (unit: string, status: 'onPlan' | 'offPlan', statusOn: string) => {
      const tally = world.tallies.get(`2023/${unit}`);
      const goal = tally?.packed.goals['avfall'];
      if (!tally || !goal) throw new Error(`${unit} is not counted`);
      const goals = { ...tally.packed.goals, avfall: { ...goal, status, statusOn } };
      world.tallies.put({ ...tally, packed: { ...tally.packed, goals } });
    };
    const latestWord = () => {
      const regionBoard = world.units.get('regionstyrelsen');
      const overview = regionBoard && overviewOf(world, 2023, regionBoard);
      const row = overview?.departments.find(({ unit }) => unit.key === 'regionservice');
      return row?.cells.find(({ goal }) => goal.key === 'avfall')?.status;
    };
    expect(latestWord()).toBeNull();
    say('regionservice-kost', 'offPlan', '2023-08-20');
    expect(latestWord()).toBe('offPlan');
    say('regionservice', 'onPlan', '2023-08-20');
    expect(latestWord()).toBe('onPlan');
    say('regionservice-lokalvard', 'offPlan', '2023-08-21');
    expect(latestWord()).toBe('offPlan');
  });

  it('says of a department that nobody has counted that it is not known', () => {
    const world = regionTables();
    const regionBoard = world.units.get('regionstyrelsen');
    const overview = regionBoard && overviewOf(world, 2023, regionBoard);
    expect(overview?.departments.map(({ isCounted }) => isCounted)).toEqual(Array(9).fill(false));
  });
});
