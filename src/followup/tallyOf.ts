import { type Activity, counts, isWaiting } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import type { Comment } from './comment.ts';
import { type GoalTally, type Tally, tallyKey } from './tally.ts';

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
