import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { changedByBoth, type Refusal } from '../basics/refusal.ts';
import type { Indexes, Rows } from '../basics/rows.ts';
import type { Goal } from '../goals/goal.ts';
import { shelfOf, unitShelfOf } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';

/** One goal handed down to one unit for one year. */
export type Assignment = Row & {
  readonly year: number;
  readonly goalKey: Key;
  readonly unitKey: Key;
  readonly shelf: string;
  readonly unitShelf: string;
  readonly state: 'requested' | 'assigned' | 'withdrawn';
  readonly requestedBy: Person | null;
  readonly requestedOn: Day | null;
  /** The unit head's answer to the assignment: it is recorded, and never blocks. */
  readonly consultation: 'none' | 'agreed' | 'discuss';
  readonly consultedBy: Person | null;
  readonly consultedOn: Day | null;
  readonly note: string | null;
};

export type AssignmentIndex = 'shelf' | 'unitShelf' | 'goal';
export type Assignments = Rows<Assignment, AssignmentIndex>;

export const assignmentIndexes: Indexes<Assignment, AssignmentIndex> = {
  shelf: (assignment) => [assignment.shelf],
  unitShelf: (assignment) => [assignment.unitShelf],
  goal: (assignment) => [assignment.goalKey],
};

/** Two people who assign the same goal to the same unit mean the same row, so the key says what it is. */
export function assignmentKey(year: number, goalKey: Key, unitKey: Key): Key {
  return `${year}/${goalKey}/${unitKey}`;
}

/** What SharePoint's own list shows; a line of text there holds 255 characters. */
export function assignmentTitle(unitTitle: string, goalTitle: string, year: number): string {
  // Half of an emoji left by the cut would be refused.
  return `${unitTitle}: ${goalTitle} ${year}`.slice(0, 255).replace(/\p{Surrogate}$/u, '');
}

/** A goal newly handed down to a unit, with nothing said about it yet. */
export function assignmentOf(year: number, goal: Goal, unit: Unit): Assignment {
  return {
    key: assignmentKey(year, goal.key, unit.key),
    title: assignmentTitle(unit.title, goal.title, year),
    removed: false,
    year,
    goalKey: goal.key,
    unitKey: unit.key,
    shelf: shelfOf(year, unit),
    unitShelf: unitShelfOf(year, unit),
    state: 'assigned',
    requestedBy: null,
    requestedOn: null,
    consultation: 'none',
    consultedBy: null,
    consultedOn: null,
    note: null,
  };
}

/** [A1] A unit holds a goal while the assignment stands; a request or a withdrawn assignment is not enough. */
export function holds(assignments: Assignments, year: number, goalKey: Key, unitKey: Key): boolean {
  const assignment = assignments.get(assignmentKey(year, goalKey, unitKey));
  return assignment !== undefined && !assignment.removed && assignment.state === 'assigned';
}

/** Keys of the goals that the unit holds that year. */
export function goalKeysHeld(assignments: Assignments, unitShelf: string): Key[] {
  const held = [...assignments.by('unitShelf', unitShelf)].filter((row) => row.state === 'assigned');
  return held.map((assignment) => assignment.goalKey);
}

/** How the goal stands with the unit; `none` where nothing has ever been said, or what was said is taken back. */
export function standingOf(
  assignments: Assignments,
  year: number,
  goalKey: Key,
  unitKey: Key,
): Assignment['state'] | 'none' {
  const assignment = assignments.get(assignmentKey(year, goalKey, unitKey));
  return assignment === undefined || assignment.removed ? 'none' : assignment.state;
}

/** The assignment stands otherwise than its author saw. */
export function stateClash({ key, state }: Assignment, mine: Assignment['state']): Refusal {
  return changedByBoth({ list: 'assignments', key, fields: { state: { mine, theirs: state } } });
}
