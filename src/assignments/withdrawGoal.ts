import { type Change, update } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import type { Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import { type Assignment, assignmentKey, type Assignments, stateClash } from './assignment.ts';

/** Take a goal back from a unit, or say no to its request. The unit's activities stay, and wait. */
export type WithdrawGoal = {
  readonly do: 'withdrawGoal';
  readonly year: number;
  readonly goalKey: Key;
  readonly unitKey: Key;
  readonly roomKey: Key;
  /** How the assignment stood when its author looked at it. */
  readonly seen: Assignment['state'];
};

type Handed = { readonly units: Units; readonly assignments: Assignments };

export function withdrawGoal(command: WithdrawGoal, { units, assignments }: Handed): Change[] | Refusal {
  const { year, goalKey, unitKey, roomKey, seen } = command;
  const unit = unitWithin(units, unitKey, roomKey);
  if (isRefusal(unit)) return unit;
  const there = assignments.get(assignmentKey(year, goalKey, unitKey));
  // [A7] What is not there, or is withdrawn already, needs no withdrawing.
  if (!there || there.removed || there.state === 'withdrawn') return [];
  // [A6] A request that somebody has granted meanwhile is not refused unseen.
  if (there.state !== seen) return stateClash(there, 'withdrawn');
  return update<Assignment>('assignments', there, { state: 'withdrawn' });
}
