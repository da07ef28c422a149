import type { Snapshot } from '../basics/snapshot.ts';
import type { Period, Periods } from '../followup/period.ts';

/** [M13] What a memo of the year builds on: the snapshot of the period that was closed last, where one was. */
export function basisOf(periods: Periods, year: number): Frozen | undefined {
  const closed = [...periods.values()].flatMap((period): Frozen[] => {
    const { closedOn, snapshotChecksum, state, removed } = period;
    const isThere = !removed && period.year === year && state === 'closed';
    return isThere && closedOn !== null && snapshotChecksum !== null
      ? [{ ...period, closedOn, snapshotChecksum }]
      : [];
  });
  return closed.reduce<Frozen | undefined>(
    (latest, one) => (latest && latest.ends >= one.ends ? latest : one),
    undefined,
  );
}

export type Frozen = Period & { readonly closedOn: string; readonly snapshotChecksum: string };

/** Why the snapshot cannot be built on. */
export type BasisTrouble = 'missing' | 'changed' | 'otherVersion' | 'unreadable' | 'notReached';

export function isSnapshot(read: Snapshot | { readonly trouble: BasisTrouble }): read is Snapshot {
  return !('trouble' in read);
}
