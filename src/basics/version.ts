import type { Row } from './change.ts';
import type { Person } from './person.ts';

/** A record as it stood once. */
export type Version = {
  /** The site's count of the record's versions; the first is 1, and may have been thrown away since. */
  readonly number: number;
  readonly row: Row;
  /** Who wrote it so; nobody where it was an app or an account that is gone. */
  readonly by: Person | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
};

/** What the site remembers of a record. */
export type History = {
  /** Oldest first, the present one last. */
  readonly versions: readonly Version[];
  /** How many could not be read: edited by hand, or from before a column was there. */
  readonly skipped: number;
  /** False where the record has changed and the list keeps nothing of it. */
  readonly isKept: boolean;
};
