import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import type { Assignment } from '../../src/assignments/assignment.ts';
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import type { Goal } from '../../src/goals/goal.ts';
import type { Unit } from '../../src/organisation/unit.ts';
import {
  aGoal,
  anActivity,
  anAssignment,
  board,
  cleaning,
  kitchen,
  region,
  service,
  staff,
  worldOf,
} from '../builders.ts';

/** The numbers of a room by looking through everything, word for word as the rules say it. */
function slowCount(rows: Rows, room: Unit) {
  const goals = rows.goals.filter(
    (goal) =>
      !goal.removed &&
      goal.state === 'active' &&
      goal.fromYear <= 2023 &&
      (goal.toYear === null || goal.toYear >= 2023),
  );
  const has = (unit: string, goal: string) =>
    rows.assignments.some(
      (row) =>
        row.year === 2023 &&
        row.unitKey === unit &&
        row.goalKey === goal &&
        row.state === 'assigned' &&
        !row.removed,
    );
  const below = rows.units.filter((unit) => unit.parentKey === room.key && unit.active && !unit.removed);
  const here = new Set([room.key, ...below.map((unit) => unit.key)]);
  const mine = rows.activities.filter((activity) => {
    if (activity.removed || !activity.shelf.startsWith('2023/')) return false;
    return room.level === 'unit' ? here.has(activity.unitKey) : activity.shelf === `2023/${room.key}`;
  });
  const waits = (activity: Activity) => !activity.goalKeys.some((goal) => has(activity.unitKey, goal));
  const counted = mine.filter(
    (activity) => activity.kind !== 'ordinary' && activity.state !== 'dropped' && !waits(activity),
  );
  const standing = mine.filter((activity) => activity.state !== 'dropped');
  return {
    held: goals
      .filter((goal) => has(room.key, goal.key))
      .map((goal) => ({
        goal: goal.key,
        units: below.filter((unit) => has(unit.key, goal.key)).length,
        activities: counted.filter(
          ({ goalKeys, unitKey }) => goalKeys.includes(goal.key) && has(unitKey, goal.key),
        ).length,
      })),
    units: below.map((unit) => ({
      unit: unit.key,
      goals: goals.filter((goal) => has(unit.key, goal.key)).map(({ key }) => key),
      activities: counted.filter(({ unitKey }) => unitKey === unit.key).length,
    })),
    listed: mine.map(({ key }) => key).sort(),
    counted: counted.length,
    ordinary: standing.filter((activity) => activity.kind === 'ordinary' && !waits(activity)).length,
    waiting: standing.filter(waits).length,
  };
}

type Rows = { goals: Goal[]; units: Unit[]; assignments: Assignment[]; activities: Activity[] };

const rooms = [service, staff, kitchen, cleaning];
const goalKeys = ['avfall', 'energi', 'resor'];
const goals = fc
  .tuple(...goalKeys.map(() => fc.record({ fromYear: year(), toYear: fc.option(year()), isEnded: rarely() })))
  .map((spans) =>
    spans.map(({ isEnded, ...span }, n) =>
      aGoal({ key: goalKeys[n] ?? '', order: n, state: isEnded ? 'ended' : 'active', ...span }),
    ),
  );
const assignment = fc.record({
  goal: fc.constantFrom(...goalKeys),
  unit: fc.constantFrom(...rooms),
  year: fc.constantFrom(2022, 2023, 2023, 2023),
  state: fc.constantFrom<Assignment['state']>('assigned', 'assigned', 'requested', 'withdrawn'),
  removed: rarely(),
});
const activity = fc.record({
  unit: fc.constantFrom(...rooms),
  goals: fc.uniqueArray(fc.constantFrom(...goalKeys), { maxLength: 3 }),
  kind: fc.constantFrom<Activity['kind']>('targeted', 'ordinary', 'enabling'),
  state: fc.constantFrom<Activity['state']>('planned', 'ongoing', 'done', 'dropped'),
  removed: rarely(),
  lastYear: rarely(),
});
const rows: fc.Arbitrary<Rows> = fc
  .record({
    goals,
    isCleaningActive: fc.boolean(),
    assignments: fc.array(assignment, { maxLength: 20 }),
    activities: fc.array(activity, { maxLength: 20 }),
  })
  .map((drawn) => ({
    goals: drawn.goals,
    units: [region, board, service, staff, kitchen, { ...cleaning, active: drawn.isCleaningActive }],
    // The last row of a key stands, as in a list.
    assignments: [
      ...new Map(
        drawn.assignments.map(({ goal, unit, ...fields }) => {
          const row = anAssignment(aGoal({ key: goal }), unit, fields);
          return [row.key, row] as const;
        }),
      ).values(),
    ],
    activities: drawn.activities.map(({ unit, goals: named, lastYear, ...fields }, n) =>
      anActivity(
        unit,
        named.map((key) => aGoal({ key })),
        {
          ...fields,
          key: `a-${String(n).padStart(2, '0')}`,
          ...(lastYear ? { shelf: `2022/${unit.departmentKey}`, unitShelf: `2022/${unit.key}` } : {}),
        },
      ),
    ),
  }));

function year() {
  return fc.integer({ min: 2021, max: 2025 });
}

function rarely() {
  return fc.constantFrom(false, false, false, true);
}

it('[F2][F3] coverage is what a slow and obvious count gives', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(...rooms), (drawn, room) => {
      const coverage = coverageOfRoom(worldOf(drawn), 2023, room);
      expect({
        held: coverage.held.map(({ goal, ...numbers }) => ({ goal: goal.key, ...numbers })),
        units: coverage.units.map(({ unit, goals: theirs, activities }) => ({
          unit: unit.key,
          goals: theirs.map(({ key }) => key),
          activities,
        })),
        listed: coverage.activities.map(({ key }) => key).sort(),
        counted: coverage.counted,
        ordinary: coverage.ordinary,
        waiting: coverage.waiting,
      }).toEqual(slowCount(drawn, room));
    }),
    { seed: 2023, numRuns: 1000 },
  );
});
