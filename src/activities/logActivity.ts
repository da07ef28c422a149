import type { Change } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import type { Goals } from '../goals/goal.ts';
import { shelfOf, unitShelfOf } from '../organisation/tree.ts';
import type { Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import type { Activities, Activity } from './activity.ts';
import { cleanTitle, goalsRefusal, titleRefusal } from './activityLine.ts';

/** Write down something that a unit does for a goal. */
export type LogActivity = {
  readonly do: 'logActivity';
  readonly activityKey: Key;
  readonly year: number;
  readonly title: string;
  readonly goalKeys: readonly Key[];
  readonly kind: Activity['kind'];
  readonly unitKey: Key;
  readonly roomKey: Key;
};

type Handed = { readonly goals: Goals; readonly units: Units; readonly activities: Activities };

export function logActivity(
  command: LogActivity & { readonly by: Person },
  { goals, units, activities }: Handed,
): Change[] | Refusal {
  const { activityKey, year, goalKeys, kind, unitKey, roomKey, by } = command;
  // [V4] Logging the same line twice is logging it once.
  if (activities.get(activityKey)) return [];
  const title = cleanTitle(command.title);
  const refusal = titleRefusal(title);
  if (refusal) return refusal;
  const unit = unitWithin(units, unitKey, roomKey);
  if (isRefusal(unit)) return unit;
  const goalRefusal = goalsRefusal(goals, goalKeys, year);
  if (goalRefusal) return goalRefusal;
  // [V3] A unit that does not hold the goal may write its activity all the same: it waits, and nothing typed is lost.
  const row: Activity = {
    key: activityKey,
    title,
    removed: false,
    unitKey,
    shelf: shelfOf(year, unit),
    unitShelf: unitShelfOf(year, unit),
    goalKeys: [...new Set(goalKeys)],
    stageGoalKey: null,
    kind,
    state: 'ongoing',
    responsibleId: by.id,
    responsibleName: by.name,
    starts: null,
    due: null,
    expectedEffect: null,
    description: null,
  };
  return [{ kind: 'create', list: 'activities', row }];
}
