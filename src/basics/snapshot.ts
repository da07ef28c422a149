import type { ListName, Row } from './change.ts';
import type { Key } from './key.ts';
import type { Person } from './person.ts';

/** What stood in the lists when a period was closed. */
export type Snapshot = {
  readonly periodKey: Key;
  readonly year: number;
  /** ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly by: Person;
  readonly rows: { readonly [L in ListName]?: readonly Row[] };
};
