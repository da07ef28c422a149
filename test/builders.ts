import { readDemo } from '../scripts/demo.ts';
import { activitiesOf, assignmentsOf, goalsOf, stageGoalsOf, unitsOf } from '../scripts/seedRows.ts';
import type { Activity } from '../src/activities/activity.ts';
import { type Assignment, assignmentKey, assignmentTitle } from '../src/assignments/assignment.ts';
import type { Person } from '../src/basics/person.ts';
import type { Period } from '../src/followup/period.ts';
import type { Goal, StageGoal } from '../src/goals/goal.ts';
import type { Indicator } from '../src/goals/indicator.ts';
import { shelfOf, unitShelfOf } from '../src/organisation/tree.ts';
import type { Unit } from '../src/organisation/unit.ts';
import { emptyTables, type Records, type Tables } from '../src/world.ts';

/** Records that are right in every field, so that a test names only what it is about. */

const year = 2023;
export const anna: Person = { id: 'a0000000-0000-4000-8000-000000000001', name: 'Anna Berg' };

export function aGoal(fields: Partial<Goal> = {}): Goal {
  const { key = 'resor' } = fields;
  return {
    key,
    title: `Målet ${key}`,
    removed: false,
    description: null,
    isMeasured: false,
    isCarried: true,
    theme: null,
    fromYear: 2023,
    toYear: 2026,
    order: 1,
    state: 'active',
    ...fields,
  };
}

export function aStageGoal(fields: Partial<StageGoal> = {}): StageGoal {
  return {
    key: 'fossilfri-2030',
    title: 'Fossilfri drift',
    removed: false,
    goalKey: 'resor',
    due: '2030-12-31',
    ...fields,
  };
}

/** A unit below `parentKey`; its department is that parent, unless it is a department or higher itself. */
export function aUnit(fields: Partial<Unit> = {}): Unit {
  const { key = 'service', level = 'department', parentKey = 'styrelsen' } = fields;
  return {
    key,
    title: `Enheten ${key}`,
    removed: false,
    level,
    parentKey,
    departmentKey: level === 'unit' && parentKey !== null ? parentKey : key,
    character: 'operational',
    heads: { head: null, acting: null, delegate: null },
    active: true,
    order: 1,
    movedFrom: [],
    ...fields,
  };
}

/** The goal handed down to the unit, and standing. */
export function anAssignment(goal: Goal, unit: Unit, fields: Partial<Assignment> = {}): Assignment {
  const { year: its = year } = fields;
  return {
    key: assignmentKey(its, goal.key, unit.key),
    title: assignmentTitle(unit.title, goal.title, its),
    removed: false,
    year: its,
    goalKey: goal.key,
    unitKey: unit.key,
    shelf: shelfOf(its, unit),
    unitShelf: unitShelfOf(its, unit),
    state: 'assigned',
    requestedBy: null,
    requestedOn: null,
    consultation: 'none',
    consultedBy: null,
    consultedOn: null,
    note: null,
    ...fields,
  };
}

/** Something targeted and ongoing that the unit does for the goals. */
export function anActivity(unit: Unit, goals: readonly Goal[], fields: Partial<Activity> = {}): Activity {
  return {
    key: 'a-1',
    title: 'Nya recept',
    removed: false,
    unitKey: unit.key,
    shelf: shelfOf(year, unit),
    unitShelf: unitShelfOf(year, unit),
    goalKeys: goals.map((goal) => goal.key),
    stageGoalKey: null,
    kind: 'targeted',
    state: 'ongoing',
    responsibleId: anna.id,
    responsibleName: anna.name,
    starts: null,
    due: null,
    expectedEffect: null,
    description: null,
    ideaKey: null,
    continuesKey: null,
    meetingId: null,
    handedOver: null,
    handedOverAs: null,
    ...fields,
  };
}

export function worldOf(rows: { readonly [L in keyof Records]?: Iterable<Records[L]> }): Tables {
  const tables = emptyTables();
  for (const row of rows.goals ?? []) tables.goals.put(row);
  for (const row of rows.stageGoals ?? []) tables.stageGoals.put(row);
  for (const row of rows.units ?? []) tables.units.put(row);
  for (const row of rows.assignments ?? []) tables.assignments.put(row);
  for (const row of rows.activities ?? []) tables.activities.put(row);
  return tables;
}

/** A region with a board, the department Service with the units Kost and Städ, and the department Stab. */
export const region = aUnit({ key: 'regionen', level: 'region', parentKey: null });
export const board = aUnit({ key: 'styrelsen', level: 'board', parentKey: 'regionen' });
export const service = aUnit({ key: 'service', title: 'Service', order: 1 });
export const staff = aUnit({ key: 'stab', title: 'Stab', order: 2 });
export const kitchen = aUnit({ key: 'service-kost', title: 'Kost', level: 'unit', parentKey: 'service' });
export const cleaning = aUnit({ key: 'service-stad', title: 'Städ', level: 'unit', parentKey: 'service' });
export const travel = aGoal({ key: 'resor', order: 1 });
export const waste = aGoal({ key: 'avfall', order: 2 });

/** Service holds both goals; Stab and the units hold none. */
export function smallRegion(): Tables {
  return worldOf({
    goals: [travel, waste],
    units: [region, board, service, staff, kitchen, cleaning],
    assignments: [board, service].flatMap((unit) => [anAssignment(travel, unit), anAssignment(waste, unit)]),
  });
}

/** The demonstration region through the same mapping as its seeding. */
export function regionTables(): Tables {
  const organisation = readDemo();
  const units = unitsOf(organisation);
  return worldOf({
    goals: goalsOf(organisation),
    stageGoals: stageGoalsOf(organisation),
    units: units.values(),
    assignments: assignmentsOf(organisation, units),
    activities: [...activitiesOf(organisation, units)].map(({ row }) => row),
  });
}

/** An interim report's period, open. */
export function aPeriod(fields: Partial<Period> = {}): Period {
  return {
    key: '2023-delar-augusti',
    title: 'Delår augusti',
    removed: false,
    year,
    kind: 'interim',
    starts: '2023-01-01',
    ends: '2023-08-31',
    dueOn: null,
    boardMeetingOn: null,
    state: 'open',
    closedOn: null,
    closedBy: null,
    snapshotUrl: null,
    snapshotChecksum: null,
    ...fields,
  };
}

export function anIndicator(goal: Goal, fields: Partial<Indicator> = {}): Indicator {
  return {
    key: 'co2',
    title: 'Utsläpp från resor',
    removed: false,
    goalKey: goal.key,
    measureUnit: 'ton CO2',
    direction: 'down',
    baselineYear: 2015,
    baselineValue: 1678,
    targetYear: 2026,
    targetValue: 1510,
    ...fields,
  };
}
