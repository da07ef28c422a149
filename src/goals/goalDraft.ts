import type { Goal } from './goal.ts';
import type { Indicator } from './indicator.ts';
import { numberIn } from './numberIn.ts';
import type { GoalPlan } from './saveGoal.ts';
import type { IndicatorPlan } from './saveIndicator.ts';

/** Years and values as they are being typed: what is no number yet is kept as it was written. */
type Typed<P, K extends keyof P> = Omit<P, K> & { readonly [N in K]: P[N] | string };
export type GoalDraft = Typed<GoalPlan, 'fromYear' | 'toYear'>;
export type IndicatorDraft = Typed<
  IndicatorPlan,
  'baselineYear' | 'baselineValue' | 'targetYear' | 'targetValue'
>;

export function goalPlanOf(goal: Goal | GoalDraft): GoalDraft {
  const { title, description, isMeasured, isCarried, theme, fromYear, toYear, order, state } = goal;
  return { title, description, isMeasured, isCarried, theme, fromYear, toYear, order, state };
}

export function indicatorPlanOf(indicator: Indicator): IndicatorPlan {
  const { title, goalKey, measureUnit, direction } = indicator;
  const { baselineYear, baselineValue, targetYear, targetValue } = indicator;
  return { title, goalKey, measureUnit, direction, baselineYear, baselineValue, targetYear, targetValue };
}

/** What is no number is none, and the rule says so beside its field. */
export function goalIn(draft: GoalDraft): GoalPlan {
  const { fromYear, toYear } = draft;
  return { ...draft, fromYear: yearIn(fromYear), toYear: toYear === null ? null : yearIn(toYear) };
}

export function indicatorIn(draft: IndicatorDraft): IndicatorPlan {
  const { baselineYear, baselineValue, targetYear, targetValue } = draft;
  return {
    ...draft,
    baselineYear: yearIn(baselineYear),
    baselineValue: valueIn(baselineValue),
    targetYear: yearIn(targetYear),
    targetValue: valueIn(targetValue),
  };
}

/** A year as soon as it is one; an empty field is none. */
export function typedYear(text: string): number | string {
  return /^\d{4}$/.test(text.trim()) ? Number(text) : text;
}

function yearIn(typed: number | string): number {
  return typeof typed === 'number' ? typed : Number.NaN;
}

function valueIn(typed: number | string): number {
  return typeof typed === 'number' ? typed : (numberIn(typed) ?? Number.NaN);
}
