import { type Change, update } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Period, Periods } from './period.ts';

/** One step of closing a period. Only those who own the site may: SharePoint says so, not we. */
export type ClosePeriod = {
  readonly do: 'closePeriod';
  readonly year: number;
  readonly roomKey: Key;
  readonly periodKey: Key;
  readonly step:
    | { readonly to: 'closing' }
    /** The snapshot is written: where it lies, and the SHA-256 of its bytes. */
    | { readonly to: 'closed'; readonly url: string; readonly checksum: string }
    /** Called off before it was closed. */
    | { readonly to: 'open' };
};

/**
 * [F36] Open → closing → closed, and back only from closing: what is closed stays closed. From the first step on nothing of the
 * period can be changed, so that what the snapshot holds is what was there. Each step taken twice is taken once; two who close
 * the same period write one snapshot's address, the first one's.
 */
export function closePeriod(
  { periodKey, step, by, on }: ClosePeriod & { readonly by: Person; readonly on: Day },
  { periods }: { readonly periods: Periods },
): Change[] | Refusal {
  const period = periods.get(periodKey);
  if (!period || period.removed) return { refused: 'periodUnknown', field: 'periodKey' };
  const { state } = period;
  switch (step.to) {
    case 'closing':
      return state === 'open' ? update<Period>('periods', period, { state: 'closing' }) : [];
    case 'open':
      if (state === 'closed') return { refused: 'periodClosed', field: '' };
      return update<Period>('periods', period, { state: 'open' });
    case 'closed':
      if (state === 'closed') return [];
      if (state === 'open') return { refused: 'closingCalledOff', field: '' };
      return update<Period>('periods', period, {
        state: 'closed',
        closedOn: on,
        closedBy: { id: by.id, name: by.name },
        snapshotUrl: step.url,
        snapshotChecksum: step.checksum,
      });
  }
}
