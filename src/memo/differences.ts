import { isSame, type Value } from '../basics/change.ts';
import type { Draft } from './memo.ts';
import type { LineFacts, MemoFacts } from './memoFacts.ts';
import type { Quote } from './quote.ts';

/** One thing that is not as it was when the draft's facts were taken. */
export type Difference =
  | { readonly what: 'departmentNew' | 'departmentGone'; readonly title: string }
  | { readonly what: 'goals'; readonly title: string }
  | { readonly what: 'activities'; readonly title: string; readonly from: number; readonly to: number }
  | { readonly what: 'otherwise'; readonly title: string }
  | { readonly what: 'goalList' | 'totals' | 'periods' | 'stageGoals' | 'indicators' }
  | { readonly what: 'quoteGone' | 'quoteChanged'; readonly title: string };

/**
 * [M8] What has come between the draft and the live data. Nothing is listed exactly when the facts and the quotes are what
 * they were.
 */
export function differencesBetween(
  { facts: then, quotes }: Pick<Draft, 'facts' | 'quotes'>,
  now: MemoFacts,
  live: readonly Quote[],
): Difference[] {
  const lines = [
    ...then.lines.flatMap((line) => lineDifference(line, now)),
    ...now.lines
      .filter(({ key }) => !then.lines.some((line) => line.key === key))
      .map(({ title }): Difference => ({ what: 'departmentNew', title })),
  ];
  const found: Difference[] = [...goalDifference(then, now), ...lines];
  for (const what of ['periods', 'stageGoals', 'indicators'] as const) {
    if (!isSameFacts(then[what], now[what])) found.push({ what });
  }
  if (found.length === 0 && !isSameFacts(then, now)) found.push({ what: 'totals' });
  return [...found, ...quotes.flatMap((quote) => quoteDifference(quote, live))];
}

function goalDifference(then: MemoFacts, now: MemoFacts): Difference[] {
  return isSameFacts(then.goals, now.goals) ? [] : [{ what: 'goalList' }];
}

function lineDifference(was: LineFacts, now: MemoFacts): Difference[] {
  const is = now.lines.find(({ key }) => key === was.key);
  const { title } = was;
  if (!is) return [{ what: 'departmentGone', title }];
  if (is.counted !== was.counted) return [{ what: 'activities', title, from: was.counted, to: is.counted }];
  const holding = ({ cells }: LineFacts) => cells.map(({ state, unitsHolding }) => ({ state, unitsHolding }));
  if (!isSameFacts(holding(was), holding(is))) return [{ what: 'goals', title }];
  return isSameFacts(was, is) ? [] : [{ what: 'otherwise', title }];
}

/** Facts are plain data: what JSON can hold. */
function isSameFacts(a: object, b: object): boolean {
  return isSame(a as Value, b as Value);
}

function quoteDifference(quote: Quote, live: readonly Quote[]): Difference[] {
  const now = live.find(({ key }) => key === quote.key);
  if (!now) return [{ what: 'quoteGone', title: quote.place }];
  return now.text === quote.text && now.place === quote.place
    ? []
    : [{ what: 'quoteChanged', title: quote.place }];
}

/** [M7] The draft on the live data: what people wrote stays, quotes say what they say now, and those that are gone are out. */
export function broughtUpToDate(
  draft: Draft,
  facts: MemoFacts,
  live: readonly Quote[],
  takenOn: Draft['takenOn'],
): Draft {
  const quotes = draft.quotes.flatMap(({ key }) => live.find((one) => one.key === key) ?? []);
  return { ...draft, facts, quotes, takenOn, basis: null };
}
