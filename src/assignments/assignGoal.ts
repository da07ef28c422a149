import { type Change, update } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { type Goals, holdsIn } from '../goals/goal.ts';
import type { Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import {
  type Assignment,
  assignmentKey,
  assignmentOf,
  type Assignments,
  holds,
  stateClash,
} from './assignment.ts';

/** Hand a goal down to a unit. */
export type AssignGoal = {
  readonly do: 'assignGoal';
  readonly year: number;
  readonly goalKey: Key;
  readonly unitKey: Key;
  /** Where the hand that assigns stands: a department for its units, the region for its boards. */
  readonly roomKey: Key;
  /** How the goal stood with the unit when the author looked; lines of the app's first version do not say. */
  readonly seen?: Assignment['state'] | 'none';
};

type Handed = { readonly goals: Goals; readonly units: Units; readonly assignments: Assignments };

export function assignGoal(command: AssignGoal, { goals, units, assignments }: Handed): Change[] | Refusal {
  const { year, goalKey, unitKey, roomKey } = command;
  const unit = unitWithin(units, unitKey, roomKey);
  if (isRefusal(unit)) return unit;
  const goal = goals.get(goalKey);
  if (!goal || goal.removed) return { refused: 'goalUnknown', field: 'goalKey' };
  if (!holdsIn(goal, year)) return { refused: 'goalNotThisYear', field: 'goalKey', limit: year };
  // [A2] One can only hand down what one holds. Boards get their goals from the region, which holds them all.
  const room = units.get(roomKey);
  if (room?.level !== 'region' && !holds(assignments, year, goalKey, roomKey)) {
    return { refused: 'goalNotHeld', field: 'goalKey' };
  }
  const there = assignments.get(assignmentKey(year, goalKey, unitKey));
  // [A6] Somebody else has withdrawn it since the author looked.
  if (there?.state === 'withdrawn' && !there.removed && (command.seen ?? 'withdrawn') !== 'withdrawn') {
    return stateClash(there, 'assigned');
  }
  // [A3] Assigning again changes nothing; [A4] over a request or a withdrawn assignment it is a change of that row.
  if (there) return update<Assignment>('assignments', there, { state: 'assigned', removed: false });
  const row = assignmentOf(year, goal, unit);
  return [{ kind: 'create', list: 'assignments', row }];
}
