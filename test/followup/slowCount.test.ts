import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import type { Unit } from '../../src/organisation/unit.ts';
import { worldOf } from '../builders.ts';
import { anyRows, rooms, type Rows } from './anyRows.ts';

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

it('[F2][F3] coverage is what a slow and obvious count gives', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(...rooms), (drawn, room) => {
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
