import { type Day, daysBetween } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { slugOf } from '../basics/slug.ts';
import type { Period, Periods } from './period.ts';
import type { PeriodPlan } from './savePeriod.ts';

/** The year's periods in the order in which they end. */
export function periodsOf(periods: Periods, year: number): Period[] {
  return [...periods.values()]
    .filter((period) => period.year === year)
    .sort((a, b) => (a.ends === b.ends ? (a.key < b.key ? -1 : 1) : a.ends < b.ends ? -1 : 1));
}

export type PeriodStanding = 'open' | 'soon' | 'late' | 'closing' | 'closed';

const soonDays = 14;

/** [F44] Soon due from two weeks before its last day, late the day after; what is being closed, or is closed, is due no more. */
export function standingOf({ state, dueOn, ends }: Period, today: Day): { is: PeriodStanding; days: number } {
  const days = daysBetween(today, dueOn ?? ends);
  if (state !== 'open') return { is: state, days };
  return { is: days < 0 ? 'late' : days <= soonDays ? 'soon' : 'open', days };
}

/** [F45] A period's key says its year and its name, so that two who plan the same period make one. */
export function periodKeyOf(year: number, title: string): Key {
  const slug = slugOf(title);
  return slug === '' ? `${year}-period` : `${year}-${slug}`;
}

/** What most organisations report, where the year has none of its kind: to be put in by one click. */
export function usualPlans(periods: Periods, year: number): PeriodPlan[] {
  const kinds = new Set(periodsOf(periods, year).map(({ kind }) => kind));
  const plan = (kind: Period['kind'], title: string, lastDay: string): PeriodPlan => ({
    title,
    kind,
    starts: `${year}-01-01`,
    ends: `${year}-${lastDay}`,
    dueOn: null,
    boardMeetingOn: null,
  });
  return [plan('interim', 'Delår augusti', '08-31'), plan('fullYear', 'Helår', '12-31')].filter(
    ({ kind }) => !kinds.has(kind),
  );
}
