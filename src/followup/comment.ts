import type { Row } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import type { Indexes, Rows } from '../basics/rows.ts';

/** What somebody says of an activity or an assignment, with or without how it stands. */
export type Comment = Row & {
  /** The activity or assignment that it speaks of. */
  readonly subjectKey: Key;
  readonly shelf: string;
  readonly unitShelf: string;
  readonly periodKey: Key | null;
  readonly status: 'onPlan' | 'atRisk' | 'offPlan' | null;
  readonly text: string | null;
  readonly by: Person | null;
  readonly on: Day | null;
  /** True where it says why something was put right in a period that was closed already. */
  readonly isCorrection: boolean;
};

export type CommentIndex = 'shelf' | 'unitShelf' | 'subject';
export type Comments = Rows<Comment, CommentIndex>;

export const commentIndexes: Indexes<Comment, CommentIndex> = {
  shelf: (comment) => [comment.shelf],
  unitShelf: (comment) => [comment.unitShelf],
  subject: (comment) => [comment.subjectKey],
};
