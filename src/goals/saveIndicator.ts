import { type Change, update } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { weighPlan } from '../basics/plan.ts';
import type { Refusal } from '../basics/refusal.ts';
import { firstFree, slugOf } from '../basics/slug.ts';
import type { Goals } from './goal.ts';
import type { Indicator, Indicators } from './indicator.ts';
import { isFreeFor, isYear } from './saveGoal.ts';

export type IndicatorPlan = Omit<Indicator, 'key' | 'removed'>;

/** Set an indicator, change it, or take it away. Only those who own the site may: SharePoint says so, not we. */
export type SaveIndicator = {
  readonly do: 'saveIndicator';
  readonly year: number;
  readonly roomKey: Key;
  readonly indicatorKey: Key;
  /** What its author saw; `null` for a new one. */
  readonly was: IndicatorPlan | null;
  /** `null` takes it away. */
  readonly to: IndicatorPlan | null;
};

export const longestIndicatorName = 150;
const longestMeasureUnit = 40;

/** [G9] Two who set the same indicator of a goal mean the same one. */
export function indicatorKeyOf(goalKey: Key, title: string): Key {
  return `${goalKey}-${slugOf(title) || 'matetal'}`.slice(0, 100).replace(/-+$/, '');
}

/** The key of a new one; where its own is another's by now, the next that is free. */
export function newIndicatorKey(indicators: Indicators, goalKey: Key, title: string): Key {
  return firstFree(indicatorKeyOf(goalKey, title), (key) => isFreeFor(title, indicators.get(key)));
}

/** [G10] An indicator has a name, a goal, a unit that it is counted in, and a target that comes no earlier than its baseline. */
export function saveIndicator(
  { indicatorKey, was, to }: SaveIndicator,
  { goals, indicators }: { readonly goals: Goals; readonly indicators: Indicators },
): Change[] | Refusal {
  const there = indicators.get(indicatorKey);
  if (to === null) return there ? update('indicators', there, { removed: true }) : [];
  const plan: IndicatorPlan = {
    ...to,
    title: to.title.trim().replaceAll(/\s+/g, ' '),
    measureUnit: to.measureUnit.trim(),
  };
  const refusal = wrongIn(plan, goals);
  if (refusal) return refusal;
  if (there) return weighPlan('indicators', there, was, plan);
  return [{ kind: 'create', list: 'indicators', row: { key: indicatorKey, removed: false, ...plan } }];
}

function wrongIn(plan: IndicatorPlan, goals: Goals): Refusal | undefined {
  if (plan.title === '') return { refused: 'nameMissing', field: 'title' };
  if (plan.title.length > longestIndicatorName)
    return { refused: 'titleTooLong', field: 'title', limit: longestIndicatorName };
  const goal = goals.get(plan.goalKey);
  if (!goal || goal.removed) return { refused: 'goalUnknown', field: 'goalKey' };
  if (plan.measureUnit === '') return { refused: 'measureUnitMissing', field: 'measureUnit' };
  if (plan.measureUnit.length > longestMeasureUnit)
    return { refused: 'titleTooLong', field: 'measureUnit', limit: longestMeasureUnit };
  if (!isYear(plan.baselineYear)) return { refused: 'yearMissing', field: 'baselineYear' };
  if (!isYear(plan.targetYear)) return { refused: 'yearMissing', field: 'targetYear' };
  if (plan.targetYear < plan.baselineYear)
    return { refused: 'goalEndsEarly', field: 'targetYear', limit: plan.baselineYear };
  if (!Number.isFinite(plan.baselineValue)) return { refused: 'valueMissing', field: 'baselineValue' };
  return Number.isFinite(plan.targetValue) ? undefined : { refused: 'valueMissing', field: 'targetValue' };
}
