import { type Change, update } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { type Goals, holdsIn } from '../goals/goal.ts';
import type { Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import { type Assignment, assignmentKey, assignmentOf, type Assignments, stateClash } from './assignment.ts';

/** Ask the head for a goal that one's unit does not hold. */
export type RequestGoal = {
  readonly do: 'requestGoal';
  readonly year: number;
  readonly goalKey: Key;
  readonly unitKey: Key;
  readonly roomKey: Key;
  /** How the goal stood with the unit when the author looked. */
  readonly seen: Assignment['state'] | 'none';
};

type Handed = { readonly goals: Goals; readonly units: Units; readonly assignments: Assignments };

export function requestGoal(
  command: RequestGoal & { readonly by: Person; readonly on: Day },
  { goals, units, assignments }: Handed,
): Change[] | Refusal {
  const { year, goalKey, unitKey, roomKey, seen, by, on } = command;
  const unit = unitWithin(units, unitKey, roomKey);
  if (isRefusal(unit)) return unit;
  const goal = goals.get(goalKey);
  if (!goal || goal.removed) return { refused: 'goalUnknown', field: 'goalKey' };
  if (!holdsIn(goal, year)) return { refused: 'goalNotThisYear', field: 'goalKey', limit: year };
  const there = assignments.get(assignmentKey(year, goalKey, unitKey));
  if (!there) {
    const row = {
      ...assignmentOf(year, goal, unit),
      state: 'requested',
      requestedBy: by,
      requestedOn: on,
    } as const;
    return [{ kind: 'create', list: 'assignments', row }];
  }
  // [A8] A goal that is held already needs no asking, and the first who asked has asked for all.
  if (!there.removed && there.state !== 'withdrawn') return [];
  // [A6] Somebody has taken it back since the author looked.
  if (!there.removed && seen !== 'withdrawn') return stateClash(there, 'requested');
  return update<Assignment>('assignments', there, {
    state: 'requested',
    removed: false,
    requestedBy: by,
    requestedOn: on,
  });
}
