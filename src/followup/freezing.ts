import { type Activity, yearOfActivity } from '../activities/activity.ts';
import type { Assignment } from '../assignments/assignment.ts';
import type { Change, ListName, Row } from '../basics/change.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Measurement } from '../goals/indicator.ts';
import type { Comment } from './comment.ts';
import type { Period, Periods } from './period.ts';

const unfrozen: ReadonlySet<string> = new Set(['handedOver', 'handedOverAs']);

/** A record as it is, or as it is about to be made. */
export type Touched = { readonly list: ListName; readonly row: Row };

/**
 * [F33] The period that is being closed, or is closed, and that keeps these records from being changed: an interim report keeps
 * its check-ins and measurements, the full year also the assignments and activities of its year.
 */
export function frozenBy(touched: readonly Touched[], periods: Periods): Period | undefined {
  for (const { list, row } of touched) {
    const period = keeperOf(list, row, periods);
    if (period) return period;
  }
  return undefined;
}

/** True for marks of the handing over to the planning system, which goes on after the year is closed. */
export function isMark(change: Change): boolean {
  return change.kind === 'update' && Object.keys(change.fields).every((name) => unfrozen.has(name));
}

function keeperOf(list: ListName, row: Row, periods: Periods): Period | undefined {
  if (list === 'assignments') return closedYear(periods, (row as Assignment).year);
  if (list === 'activities') return closedYear(periods, yearOfActivity(row as Activity));
  if (list !== 'comments' && list !== 'measurements') return undefined;
  const { periodKey } = row as Comment | Measurement;
  const period = periodKey === null ? undefined : periods.get(periodKey);
  return period && isFrozen(period) ? period : undefined;
}

/** Why nothing of it can be changed, for whoever gives no reason. */
export function frozenRefusal({ state }: Period): Refusal {
  return { refused: state === 'closing' ? 'periodClosing' : 'periodClosed', field: '' };
}

/** The full year's period, where it is being closed or is closed. */
function closedYear(periods: Periods, year: number): Period | undefined {
  for (const period of periods.values())
    if (period.kind === 'fullYear' && period.year === year && isFrozen(period)) return period;
  return undefined;
}

export function isFrozen({ state, removed }: Period): boolean {
  return state !== 'open' && !removed;
}
