import type { Change } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { weighPlan } from '../basics/plan.ts';
import type { Refusal } from '../basics/refusal.ts';
import { firstFree, slugOf } from '../basics/slug.ts';
import type { Goal, Goals } from './goal.ts';

/** What is decided about a goal. */
export type GoalPlan = Pick<
  Goal,
  'title' | 'description' | 'isMeasured' | 'isCarried' | 'theme' | 'fromYear' | 'toYear' | 'order' | 'state'
>;

/** Set a goal, or change what was set. Only those who own the site may: SharePoint says so, not we. */
export type SaveGoal = {
  readonly do: 'saveGoal';
  readonly year: number;
  readonly roomKey: Key;
  readonly goalKey: Key;
  /** What its author saw; `null` for a new one. */
  readonly was: GoalPlan | null;
  readonly to: GoalPlan;
};

export const longestGoalName = 150;
const longestDescription = 10_000;

/** [G5] Two who set the same goal mean the same one, so the key says what it is. */
export function goalKeyOf(title: string): Key {
  return slugOf(title) || 'mal';
}

/** The key of a new goal; where its own is another's by now, renamed since it was set, the next that is free. */
export function newGoalKey(goals: Goals, title: string): Key {
  return firstFree(goalKeyOf(title), (key) => isFreeFor(title, goals.get(key)));
}

/** [G6] A goal has a name and never ends before it begins; what somebody else has decided meanwhile is not overwritten unseen. */
export function saveGoal(
  { goalKey, was, to }: SaveGoal,
  { goals }: { readonly goals: Goals },
): Change[] | Refusal {
  const plan: GoalPlan = { ...to, title: to.title.trim().replaceAll(/\s+/g, ' ') };
  if (plan.title === '') return { refused: 'nameMissing', field: 'title' };
  if (plan.title.length > longestGoalName)
    return { refused: 'titleTooLong', field: 'title', limit: longestGoalName };
  if ((plan.description ?? '').length > longestDescription)
    return { refused: 'commentTooLong', field: 'description', limit: longestDescription };
  if (!isYear(plan.fromYear)) return { refused: 'yearMissing', field: 'fromYear' };
  if (plan.toYear !== null && !isYear(plan.toYear)) return { refused: 'yearMissing', field: 'toYear' };
  if (plan.toYear !== null && plan.toYear < plan.fromYear)
    return { refused: 'goalEndsEarly', field: 'toYear', limit: plan.fromYear };
  const there = goals.get(goalKey);
  if (!there) return [{ kind: 'create', list: 'goals', row: { key: goalKey, removed: false, ...plan } }];
  return weighPlan('goals', there, was, plan);
}

/** A year that somebody can have meant. */
export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1900 && year <= 2200;
}

/** What was taken away, or is called the same, is the same thing set once more. */
export function isFreeFor(title: string, there: Pick<Goal, 'title' | 'removed'> | undefined): boolean {
  return there === undefined || there.removed || slugOf(there.title) === slugOf(title);
}
