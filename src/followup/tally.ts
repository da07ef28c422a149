import { type Activity, counts, isWaiting } from '../activities/activity.ts';
import type { Assignment, Assignments } from '../assignments/assignment.ts';
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

/**
 * [F6] A unit's tally, counted anew from all of the unit's own rows of the year. Counting again gives the same, so a
 * lost or repeated writing heals itself.
 */
export function tallyOf(
  year: number,
  unitKey: Key,
  rows: {
    readonly assignments: Assignments;
    readonly activities: readonly Activity[];
    readonly comments: readonly Comment[];
    readonly asOf: string;
  },
): Tally {
  const unitShelf = tallyKey(year, unitKey);
  const activities = rows.activities.filter((row) => !row.removed);
  const live = activities.filter((row) => row.state !== 'dropped');
  const assigned = [...rows.assignments.by('unitShelf', unitShelf)];
  const goalKeys = new Set([
    ...assigned.map(({ goalKey }) => goalKey),
    ...activities.flatMap((activity) => activity.goalKeys),
  ]);
  const goals: Record<Key, GoalTally> = {};
  for (const goalKey of [...goalKeys].sort()) {
    const assignment = assigned.find((row) => row.goalKey === goalKey);
    const under = activities.filter((activity) => activity.goalKeys.includes(goalKey));
    const subjects = new Set([...(assignment ? [assignment.key] : []), ...under.map(({ key }) => key)]);
    const latest = latestStatus(rows.comments.filter(({ subjectKey }) => subjects.has(subjectKey)));
    goals[goalKey] = {
      state: assignment?.state ?? 'none',
      consultation: assignment?.consultation ?? 'none',
      activities: countBy(under),
      status: latest?.status ?? null,
      statusOn: latest?.on ?? null,
    };
  }
  return {
    key: unitShelf,
    title: unitShelf,
    removed: false,
    year,
    packed: {
      goals,
      counted: activities.filter((row) => counts(row, rows.assignments)).length,
      ordinary: live.filter((row) => row.kind === 'ordinary' && !isWaiting(row, rows.assignments)).length,
      waiting: live.filter((row) => isWaiting(row, rows.assignments)).length,
      sourceCount: activities.length + assigned.length,
      asOf: rows.asOf,
    },
  };
}

function countBy(activities: readonly Activity[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { kind, state } of activities) {
    const name = `${kind}/${state}`;
    counted[name] = (counted[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counted).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function latestStatus(comments: readonly Comment[]): Comment | undefined {
  return comments
    .filter((comment) => comment.status !== null && !comment.removed)
    .reduce<Comment | undefined>((latest, one) => (latest && latest.key > one.key ? latest : one), undefined);
}
