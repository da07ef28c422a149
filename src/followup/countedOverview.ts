import type { Activities } from '../activities/activity.ts';
import type { Assignments } from '../assignments/assignment.ts';
import { Table } from '../basics/rows.ts';
import type { Goals } from '../goals/goal.ts';
import { isWithin, unitShelfOf } from '../organisation/tree.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import type { Comments } from './comment.ts';
import { type Overview, overviewOf } from './overview.ts';
import { tallyIndexes, type Tally, type TallyIndex } from './tally.ts';
import { tallyOf } from './tallyOf.ts';

type Handed = {
  readonly goals: Goals;
  readonly units: Units;
  readonly assignments: Assignments;
  readonly activities: Activities;
  readonly comments: Comments;
};

/** [M1] The overview counted from the rows themselves, not from the kept tallies: what is reported to a board must not have drifted. */
export function countedOverview(world: Handed, year: number, board: Unit): Overview {
  const { goals, units, assignments, activities, comments } = world;
  const tallies = new Table<Tally, TallyIndex>(tallyIndexes);
  for (const unit of units.values()) {
    if (!isWithin(units, unit.key, board.key)) continue;
    const shelf = unitShelfOf(year, unit);
    tallies.put(
      tallyOf(year, unit.key, {
        assignments,
        activities: [...activities.by('unitShelf', shelf)],
        comments: [...comments.by('unitShelf', shelf)],
        asOf: '',
      }),
    );
  }
  return overviewOf({ goals, units, tallies }, year, board);
}
