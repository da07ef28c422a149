import fc from 'fast-check';
import type { Activity } from '../../src/activities/activity.ts';
import type { Assignment } from '../../src/assignments/assignment.ts';
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
} from '../builders.ts';

export type Rows = { goals: Goal[]; units: Unit[]; assignments: Assignment[]; activities: Activity[] };

export const rooms = [service, staff, kitchen, cleaning];
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
/** Any rows of a small region, with every kind of row that must not count. */
export const anyRows: fc.Arbitrary<Rows> = fc
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
