import { type Change, isSame } from '../basics/change.ts';
import { isDay, yearOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { weighPlan } from '../basics/plan.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Period, Periods } from './period.ts';

/** What is decided about a period before it is closed. */
export type PeriodPlan = Pick<Period, 'title' | 'kind' | 'starts' | 'ends' | 'dueOn' | 'boardMeetingOn'>;

/** Plan a period, or change what was planned. Only those who own the site may: SharePoint says so, not we. */
export type SavePeriod = {
  readonly do: 'savePeriod';
  readonly year: number;
  readonly roomKey: Key;
  readonly periodKey: Key;
  /** What its author saw; `null` for a new one. */
  readonly was: PeriodPlan | null;
  readonly to: PeriodPlan;
};

export const longestPeriodName = 100;

/** [F35] A period has a name, ends no earlier than it begins and belongs to the year in which it ends; one year has one full year. */
export function savePeriod(
  { year, periodKey, was, to }: SavePeriod,
  { periods }: { readonly periods: Periods },
): Change[] | Refusal {
  const plan = { ...to, title: to.title.trim() };
  const there = periods.get(periodKey);
  const wrong = wrongIn(plan, year) ?? takenYear(periods, year, periodKey, plan);
  if (wrong) return wrong;
  if (!there) {
    const row: Period = {
      key: periodKey,
      removed: false,
      year,
      ...plan,
      state: 'open',
      closedOn: null,
      closedBy: null,
      snapshotUrl: null,
      snapshotChecksum: null,
    };
    return [{ kind: 'create', list: 'periods', row }];
  }
  if (there.state !== 'open') {
    const isTaken = was === null && !there.removed && !isSame(pick(there), plan);
    return isTaken ? { refused: 'keyTaken', field: 'title' } : { refused: 'periodClosed', field: '' };
  }
  return weighPlan('periods', there, was, plan);
}

function pick({ title, kind, starts, ends, dueOn, boardMeetingOn }: PeriodPlan): PeriodPlan {
  return { title, kind, starts, ends, dueOn, boardMeetingOn };
}

function wrongIn(
  { title, starts, ends, dueOn, boardMeetingOn }: PeriodPlan,
  year: number,
): Refusal | undefined {
  if (title === '') return { refused: 'nameMissing', field: 'title' };
  if (title.length > longestPeriodName)
    return { refused: 'titleTooLong', field: 'title', limit: longestPeriodName };
  if (!isDay(starts)) return { refused: 'dayMissing', field: 'starts' };
  if (!isDay(ends)) return { refused: 'dayMissing', field: 'ends' };
  if (dueOn !== null && !isDay(dueOn)) return { refused: 'dayMissing', field: 'dueOn' };
  if (boardMeetingOn !== null && !isDay(boardMeetingOn))
    return { refused: 'dayMissing', field: 'boardMeetingOn' };
  if (ends < starts) return { refused: 'endsBeforeStart', field: 'ends' };
  return yearOf(ends) === year ? undefined : { refused: 'endsOtherYear', field: 'ends', limit: year };
}

function takenYear(
  periods: Periods,
  year: number,
  periodKey: Key,
  { kind }: PeriodPlan,
): Refusal | undefined {
  if (kind !== 'fullYear') return undefined;
  const others = [...periods.values()].filter(
    (one) => one.key !== periodKey && one.year === year && one.kind === 'fullYear' && !one.removed,
  );
  return others.length > 0 ? { refused: 'yearTaken', field: 'kind', limit: year } : undefined;
}
