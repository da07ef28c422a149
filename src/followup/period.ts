import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Person } from '../basics/person.ts';
import type { Indexes, Rows } from '../basics/rows.ts';

/** A stretch of time that is followed up and reported to the board. */
export type Period = Row & {
  readonly year: number;
  readonly kind: 'interim' | 'fullYear';
  readonly starts: Day;
  readonly ends: Day;
  readonly dueOn: Day | null;
  readonly boardMeetingOn: Day | null;
  readonly state: 'open' | 'closing' | 'closed';
  readonly closedOn: Day | null;
  readonly closedBy: Person | null;
  readonly snapshotUrl: string | null;
  readonly snapshotChecksum: string | null;
};

export type Periods = Rows<Period, never>;
export const periodIndexes: Indexes<Period, never> = {};
