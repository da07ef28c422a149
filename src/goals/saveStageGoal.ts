import { type Change, update } from '../basics/change.ts';
import { isDay } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { weighPlan } from '../basics/plan.ts';
import type { Refusal } from '../basics/refusal.ts';
import { firstFree, slugOf } from '../basics/slug.ts';
import type { Goals, StageGoal, StageGoals } from './goal.ts';
import { isFreeFor } from './saveGoal.ts';

export type StageGoalPlan = Pick<StageGoal, 'title' | 'goalKey' | 'due'>;

/** Set a stage goal, change it, or take it away. Only those who own the site may: SharePoint says so, not we. */
export type SaveStageGoal = {
  readonly do: 'saveStageGoal';
  readonly year: number;
  readonly roomKey: Key;
  readonly stageGoalKey: Key;
  /** What its author saw; `null` for a new one. */
  readonly was: StageGoalPlan | null;
  /** `null` takes it away. */
  readonly to: StageGoalPlan | null;
};

export const longestStageGoalName = 200;

/** [G7] Two who set the same stage goal of a goal mean the same one. */
export function stageGoalKeyOf(goalKey: Key, title: string): Key {
  return `${goalKey}-${slugOf(title) || 'etapp'}`.slice(0, 150).replace(/-+$/, '');
}

/** The key of a new one; where its own is another's by now, the next that is free. */
export function newStageGoalKey(stageGoals: StageGoals, goalKey: Key, title: string): Key {
  return firstFree(stageGoalKeyOf(goalKey, title), (key) => isFreeFor(title, stageGoals.get(key)));
}

/** [G8] A stage goal has a name, a goal and a day. */
export function saveStageGoal(
  { stageGoalKey, was, to }: SaveStageGoal,
  { goals, stageGoals }: { readonly goals: Goals; readonly stageGoals: StageGoals },
): Change[] | Refusal {
  const there = stageGoals.get(stageGoalKey);
  if (to === null) return there ? update('stageGoals', there, { removed: true }) : [];
  const plan: StageGoalPlan = { ...to, title: to.title.trim().replaceAll(/\s+/g, ' ') };
  if (plan.title === '') return { refused: 'nameMissing', field: 'title' };
  if (plan.title.length > longestStageGoalName)
    return { refused: 'titleTooLong', field: 'title', limit: longestStageGoalName };
  const goal = goals.get(plan.goalKey);
  if (!goal || goal.removed) return { refused: 'goalUnknown', field: 'goalKey' };
  if (!isDay(plan.due)) return { refused: 'dayMissing', field: 'due' };
  if (there) return weighPlan('stageGoals', there, was, plan);
  return [{ kind: 'create', list: 'stageGoals', row: { key: stageGoalKey, removed: false, ...plan } }];
}
