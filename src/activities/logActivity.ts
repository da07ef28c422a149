import type { Change } from '../basics/change.ts';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import type { Goals } from '../goals/goal.ts';
import { shelfOf, unitShelfOf } from '../organisation/tree.ts';
import type { Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import type { Activities, Activity } from './activity.ts';
import { cleanTitle, datesRefusal, earlyRefusal, goalsRefusal, titleRefusal } from './activityLine.ts';

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
  /** What the author has said beyond one line. */
  readonly details?: ActivityDetails;
};

/** What may be said of an activity beside its line. What is left out is empty; the responsible one is its author. */
export type ActivityDetails = {
  readonly stageGoalKey?: Key | null;
  readonly state?: Activity['state'];
  /** `null`: nobody yet. Without an id: somebody whom the organisation's directory does not know. */
  readonly responsible?: { readonly id: string | null; readonly name: string } | null;
  readonly starts?: Day | null;
  readonly due?: Day | null;
  readonly expectedEffect?: string | null;
  readonly description?: string | null;
  readonly ideaKey?: Key | null;
  readonly continuesKey?: Key | null;
  readonly meetingId?: string | null;
};

type Handed = { readonly goals: Goals; readonly units: Units; readonly activities: Activities };

export function logActivity(
  command: LogActivity & { readonly by: Person },
  { goals, units, activities }: Handed,
): Change[] | Refusal {
  const { activityKey, year, goalKeys, kind, unitKey, roomKey, by, details = {} } = command;
  // [V4] Logging the same line twice is logging it once.
  if (activities.get(activityKey)) return [];
  const title = cleanTitle(command.title);
  const refusal = titleRefusal(title);
  if (refusal) return refusal;
  const unit = unitWithin(units, unitKey, roomKey);
  if (isRefusal(unit)) return unit;
  const { stageGoalKey, state, starts, due, expectedEffect, description } = details;
  const detailsRefusal =
    goalsRefusal(goals, goalKeys, year) ?? earlyRefusal(year, details) ?? datesRefusal(details);
  if (detailsRefusal) return detailsRefusal;
  const responsible = details.responsible === undefined ? by : details.responsible;
  // [V3] A unit that does not hold the goal may write its activity all the same: it waits, and nothing typed is lost.
  const row: Activity = {
    key: activityKey,
    title,
    removed: false,
    unitKey,
    shelf: shelfOf(year, unit),
    unitShelf: unitShelfOf(year, unit),
    goalKeys: [...new Set(goalKeys)],
    stageGoalKey: stageGoalKey ?? null,
    kind,
    state: state ?? 'ongoing',
    responsibleId: responsible?.id ?? null,
    responsibleName: responsible?.name ?? null,
    starts: starts ?? null,
    due: due ?? null,
    expectedEffect: expectedEffect ?? null,
    description: description ?? null,
    ideaKey: details.ideaKey ?? null,
    continuesKey: details.continuesKey ?? null,
    meetingId: details.meetingId ?? null,
    handedOver: null,
    handedOverAs: null,
  };
  return [{ kind: 'create', list: 'activities', row }];
}
