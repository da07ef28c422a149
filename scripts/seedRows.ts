import { v7 } from 'uuid';
import { assignmentOf } from '../src/assignments/assignment.ts';
import { measurementKey } from '../src/goals/indicator.ts';
import { shelfOf, unitShelfOf } from '../src/organisation/tree.ts';
import type { Unit } from '../src/organisation/unit.ts';
import type { Records } from '../src/world.ts';
import type { Organisation } from '../standin/demo/organisation.ts';

/** The rows that the lists would hold for an organisation file: one function a list. */
export function goalsOf({ goals }: Organisation): Records['goals'][] {
  return goals.map((goal, n) => ({
    ...goal,
    removed: false,
    order: n + 1,
    state: 'active',
  }));
}

export function stageGoalsOf({ stageGoals }: Organisation): Records['stageGoals'][] {
  return stageGoals.map(({ key, title, goal, due }) => ({ key, title, removed: false, goalKey: goal, due }));
}

export function periodsOf({ periods }: Organisation): Records['periods'][] {
  return periods.map(({ due, boardMeeting, ...period }) => ({
    ...period,
    removed: false,
    dueOn: due,
    boardMeetingOn: boardMeeting ?? null,
    state: 'open',
    closedOn: null,
    closedBy: null,
    snapshotUrl: null,
    snapshotChecksum: null,
  }));
}

export function indicatorsOf({ indicators }: Organisation): Records['indicators'][] {
  return indicators.map(({ key, title, goal, measureUnit, direction, baseline, target }) => ({
    key,
    title,
    removed: false,
    goalKey: goal,
    measureUnit,
    direction,
    baselineYear: baseline.year,
    baselineValue: baseline.value,
    targetYear: target.year,
    targetValue: target.value,
  }));
}

/** Outcomes of whole years, from before the organisation had periods. */
export function measurementsOf({ indicators }: Organisation): Records['measurements'][] {
  return indicators.flatMap(({ key, title, outcomes }) =>
    outcomes.map(({ year, value, source }) => {
      const periodKey = `${year}-helar`;
      return {
        key: measurementKey(key, periodKey),
        title: `${title} ${year}`,
        removed: false,
        indicatorKey: key,
        periodKey,
        year,
        value,
        comment: null,
        source,
      };
    }),
  );
}

export function unitsOf({ units, people }: Organisation): Map<string, Unit> {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const departmentOf = (key: string): string => {
    const unit = byKey.get(key);
    return unit?.level === 'unit' && unit.parent !== null ? departmentOf(unit.parent) : key;
  };
  const rows = units.map((unit, n): Unit => {
    const head = people.find(({ id }) => id === unit.head);
    return {
      key: unit.key,
      title: unit.title,
      removed: false,
      level: unit.level,
      parentKey: unit.parent,
      departmentKey: departmentOf(unit.key),
      character: unit.character,
      heads: { head: head ? { id: head.id, name: head.name } : null, acting: null, delegate: null },
      active: true,
      order: n + 1,
      movedFrom: [],
    };
  });
  return new Map(rows.map((row) => [row.key, row]));
}

export function assignmentsOf(
  organisation: Organisation,
  units: ReadonlyMap<string, Unit>,
): Records['assignments'][] {
  const goals = new Map(goalsOf(organisation).map((goal) => [goal.key, goal]));
  return organisation.assignments.flatMap(({ goal: goalKey, units: unitKeys }) =>
    unitKeys.flatMap((unitKey) => {
      const [goal, unit] = [goals.get(goalKey), units.get(unitKey)];
      return goal && unit ? [assignmentOf(organisation.year, goal, unit)] : [];
    }),
  );
}

/** An activity with who wrote it and on which day, oldest first. */
type Logged = {
  readonly row: Records['activities'];
  readonly writer: Organisation['people'][number];
  readonly added: string;
};

export function* activitiesOf(
  { activities, people, year }: Organisation,
  units: ReadonlyMap<string, Unit>,
): Iterable<Logged> {
  const inOrder = [...activities].sort((a, b) => a.added.localeCompare(b.added));
  for (const [n, activity] of inOrder.entries()) {
    const writer = people.find(({ id }) => id === activity.responsible);
    const unit = units.get(activity.unit);
    if (!writer || !unit) throw new Error(`The activity “${activity.title}” has no writer or unit.`);
    const row: Records['activities'] = {
      key: v7({ msecs: Date.parse(`${activity.added}T08:00:00Z`) + n }),
      title: activity.title,
      removed: false,
      unitKey: unit.key,
      shelf: shelfOf(year, unit),
      unitShelf: unitShelfOf(year, unit),
      goalKeys: activity.goals,
      stageGoalKey: activity.stageGoal ?? null,
      kind: activity.kind,
      state: activity.state,
      responsibleId: writer.id,
      responsibleName: writer.name,
      starts: null,
      due: null,
      expectedEffect: null,
      description: null,
      ideaKey: null,
      continuesKey: null,
      meetingId: null,
      handedOver: null,
      handedOverAs: null,
    };
    yield { row, writer, added: activity.added };
  }
}
