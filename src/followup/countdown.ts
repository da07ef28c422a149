import { type Day, daysBetween } from '../basics/day.ts';
import type { Period, Periods } from './period.ts';

/** [F11] What has to be told in an open period, and how many days are left of it; below zero it is late and still open. */
export type Countdown = { readonly period: Period; readonly days: number };

/** The year's open period that ends first, of those that have begun; one that is late only where no other is open. */
export function countdownOf(periods: Periods, year: number, today: Day): Countdown | undefined {
  const open = openPeriods(periods, year, today);
  return open.find(({ days }) => days >= 0) ?? open.at(-1);
}

/** The year's open periods that have begun, the one that is due first before the others. */
export function openPeriods(periods: Periods, year: number, today: Day): Countdown[] {
  return [...periods.values()]
    .filter((period) => period.year === year && period.state === 'open' && period.starts <= today)
    .map((period) => ({ period, days: daysBetween(today, period.dueOn ?? period.ends) }))
    .sort((a, b) => a.days - b.days || (a.period.key < b.period.key ? -1 : 1));
}
