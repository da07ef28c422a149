import type { Organisation } from './organisationShape.ts';

/** A place in the file and what is wrong there. */
export type Problem = { path: (string | number)[]; reason: string };

type Unit = Organisation['units'][number];

// What may stand directly under what. Units may nest; departments belong to the board, or to the region
// where there is no board.
const parentLevels: Record<Unit['level'], readonly Unit['level'][]> = {
  region: [],
  board: ['region'],
  department: ['board', 'region'],
  unit: ['department', 'unit'],
};

/** Everything that one field says about another: the shape alone cannot see it. */
export function problemsOfReferences(organisation: Organisation): Problem[] {
  const problems: Problem[] = [];
  const add = (path: (string | number)[], reason: string) => problems.push({ path, reason });

  const people = new Set(organisation.people.map((person) => person.id));
  const units = new Map(organisation.units.map((unit) => [unit.key, unit]));
  const goals = new Set(organisation.goals.map((goal) => goal.key));
  const stageGoals = new Map(organisation.stageGoals.map((stageGoal) => [stageGoal.key, stageGoal]));

  const expect = (known: boolean, path: (string | number)[], what: string, key: string) => {
    if (!known) add(path, `there is no ${what} '${key}'`);
  };
  const unique = (list: string, field: string, values: readonly string[]) => {
    const first = new Map<string, number>();
    values.forEach((value, index) => {
      const earlier = first.get(value);
      if (earlier === undefined) first.set(value, index);
      else add([list, index, field], `'${value}' is already the ${field} of ${list}[${earlier}]`);
    });
  };

  unique(
    'people',
    'id',
    organisation.people.map((person) => person.id),
  );
  unique(
    'people',
    'mail',
    organisation.people.map((person) => person.mail.toLowerCase()),
  );
  unique(
    'units',
    'key',
    organisation.units.map((unit) => unit.key),
  );
  unique(
    'goals',
    'key',
    organisation.goals.map((goal) => goal.key),
  );
  unique(
    'periods',
    'key',
    organisation.periods.map(({ key }) => key),
  );
  unique(
    'indicators',
    'key',
    organisation.indicators.map(({ key }) => key),
  );
  organisation.indicators.forEach(({ goal }, n) =>
    expect(goals.has(goal), ['indicators', n, 'goal'], 'goal with key', goal),
  );
  unique(
    'stageGoals',
    'key',
    organisation.stageGoals.map((stageGoal) => stageGoal.key),
  );

  organisation.people.forEach((person, index) => {
    expect(units.has(person.unit), ['people', index, 'unit'], 'unit with key', person.unit);
  });

  problems.push(...problemsOfTree(organisation.units, units));
  organisation.units.forEach((unit, index) => {
    if (unit.head !== undefined)
      expect(people.has(unit.head), ['units', index, 'head'], 'person with id', unit.head);
  });

  organisation.goals.forEach((goal, index) => {
    if (goal.toYear < goal.fromYear) add(['goals', index, 'toYear'], 'is before fromYear');
  });
  organisation.stageGoals.forEach((stageGoal, index) => {
    expect(goals.has(stageGoal.goal), ['stageGoals', index, 'goal'], 'goal with key', stageGoal.goal);
  });

  const assigned = new Set<string>();
  organisation.assignments.forEach((assignment, index) => {
    expect(goals.has(assignment.goal), ['assignments', index, 'goal'], 'goal with key', assignment.goal);
    assignment.units.forEach((key, position) => {
      const path = ['assignments', index, 'units', position];
      expect(units.has(key), path, 'unit with key', key);
      const pair = `${assignment.goal} ${key}`;
      if (assigned.has(pair)) add(path, `'${key}' holds the goal '${assignment.goal}' already`);
      assigned.add(pair);
    });
  });

  organisation.activities.forEach((activity, index) => {
    expect(units.has(activity.unit), ['activities', index, 'unit'], 'unit with key', activity.unit);
    activity.goals.forEach((key, position) => {
      expect(goals.has(key), ['activities', index, 'goals', position], 'goal with key', key);
    });
    const responsiblePath = ['activities', index, 'responsible'];
    expect(people.has(activity.responsible), responsiblePath, 'person with id', activity.responsible);
    if (activity.stageGoal === undefined) return;
    const path = ['activities', index, 'stageGoal'];
    const stageGoal = stageGoals.get(activity.stageGoal);
    expect(stageGoal !== undefined, path, 'stage goal with key', activity.stageGoal);
    if (stageGoal !== undefined && !activity.goals.includes(stageGoal.goal))
      add(path, `belongs to the goal '${stageGoal.goal}', which the activity does not name`);
  });
  return problems;
}

function problemsOfTree(list: readonly Unit[], units: ReadonlyMap<string, Unit>): Problem[] {
  const problems: Problem[] = [];
  const regions = list.filter((unit) => unit.level === 'region');
  if (regions.length === 0)
    problems.push({ path: ['units'], reason: "there must be one unit with level 'region'" });

  list.forEach((unit, index) => {
    const at = (field: string, reason: string) => problems.push({ path: ['units', index, field], reason });
    if (unit.level === 'region') {
      if (unit !== regions[0]) at('level', `there is a region already, '${regions[0]?.key}'`);
      if (unit.parent !== null) at('parent', 'the region stands on top: its parent is null');
      return;
    }
    if (unit.parent === null) {
      at('parent', `a ${unit.level} needs a parent; only the region has none`);
      return;
    }
    const parent = units.get(unit.parent);
    if (parent === undefined) at('parent', `there is no unit with key '${unit.parent}'`);
    else if (isInCycle(unit, units)) at('parent', `'${unit.key}' stands under itself`);
    else if (!parentLevels[unit.level].includes(parent.level))
      at('parent', `a ${unit.level} cannot stand under the ${parent.level} '${parent.key}'`);
  });
  return problems;
}

function isInCycle(start: Unit, units: ReadonlyMap<string, Unit>): boolean {
  const seen = new Set<string>();
  let unit: Unit | undefined = start;
  while (unit !== undefined && unit.parent !== null) {
    if (seen.has(unit.key)) return unit.key === start.key;
    seen.add(unit.key);
    unit = units.get(unit.parent);
  }
  return false;
}
