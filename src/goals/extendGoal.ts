import { type Change, weigh } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { changedByBoth, type Refusal } from '../basics/refusal.ts';
import type { Goals } from './goal.ts';

/** Let a goal hold until another year. Nothing is copied: it is the same goal. */
export type ExtendGoal = {
  readonly do: 'extendGoal';
  readonly year: number;
  readonly roomKey: Key;
  readonly goalKey: Key;
  /** The last year that its author saw; `null`: until further notice. */
  readonly was: number | null;
  readonly to: number | null;
};

/** [G4] A goal never ends before it begins, and what somebody else has decided meanwhile is not overwritten unseen. */
export function extendGoal(
  { goalKey, was, to }: ExtendGoal,
  { goals }: { readonly goals: Goals },
): Change[] | Refusal {
  const goal = goals.get(goalKey);
  if (!goal || goal.removed) return { refused: 'goalUnknown', field: 'goalKey' };
  if (to !== null && to < goal.fromYear)
    return { refused: 'goalEndsEarly', field: 'to', limit: goal.fromYear };
  const weighed = weigh('goals', goal, { toYear: { was, to } });
  return 'fields' in weighed ? changedByBoth(weighed) : weighed;
}
