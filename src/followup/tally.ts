import type { Assignment } from '../assignments/assignment.ts';
import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { type Indexes, type Rows } from '../basics/rows.ts';
import type { Comment } from './comment.ts';

/** What one unit holds and does in one year, counted once so that the overview need not read every activity. A cache. */
export type Tally = Row & { readonly year: number; readonly packed: Packed };

export type Packed = {
  readonly goals: Readonly<Record<Key, GoalTally>>;
  /** Each activity once, whatever number of goals it has. */
  readonly counted: number;
  readonly ordinary: number;
  readonly waiting: number;
  /** How many rows were counted: a quick sign that something is missing. */
  readonly sourceCount: number;
  /** The latest change of any row that was counted, ISO 8601; empty where there is none. */
  readonly asOf: string;
};

export type GoalTally = {
  readonly state: Assignment['state'] | 'none';
  readonly consultation: Assignment['consultation'];
  /** `targeted/ongoing` → how many. */
  readonly activities: Readonly<Record<string, number>>;
  readonly status: Comment['status'];
  readonly statusOn: Day | null;
};

export type TallyIndex = 'year';
export type Tallies = Rows<Tally, TallyIndex>;

export const tallyIndexes: Indexes<Tally, TallyIndex> = { year: (tally) => [String(tally.year)] };

export function tallyKey(year: number, unitKey: Key): Key {
  return `${year}/${unitKey}`;
}
