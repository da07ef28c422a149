import { type Day, yearOf } from '../basics/day.ts';
import type { Periods } from './period.ts';

/** [F46] The year of the period that is due next, of those that have begun and are not closed: in January still last year. */
export function defaultYear(periods: Periods, today: Day): number {
  let [year, next] = [yearOf(today), '9999'];
  for (const period of periods.values()) {
    const due = period.dueOn ?? period.ends;
    const isUnderWay = period.state !== 'closed' && period.starts <= today && due >= today;
    if (isUnderWay && due < next) [year, next] = [period.year, due];
  }
  return year;
}
