import { type Change, type Clash, type FieldChanges, weigh } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { changedByBoth, isRefusal, type Refusal } from '../basics/refusal.ts';
import type { Goals } from '../goals/goal.ts';
import type { Units } from '../organisation/unit.ts';
import { unitWithin } from '../organisation/unitWithin.ts';
import { type Activities, type Activity, yearOfActivity } from './activity.ts';
import { cleanTitle, datesRefusal, earlyRefusal, goalsRefusal, titleRefusal } from './activityLine.ts';

/** What people may change of an activity; where it stands and who logged it stays. */
export const changeable = [
  'title',
  'goalKeys',
  'stageGoalKey',
  'kind',
  'state',
  'responsibleId',
  'responsibleName',
  'starts',
  'due',
  'expectedEffect',
  'description',
] as const satisfies readonly (keyof Activity)[];

const person = ['responsibleId', 'responsibleName'] as const;

type Changeable = (typeof changeable)[number];

/** What the author saw and what they want, for each field that they touched. */
export type ActivityChanges = {
  readonly [F in Changeable]?: { readonly was: Activity[F]; readonly to: Activity[F] };
};

/** Change, finish or drop an activity. */
export type ChangeActivity = {
  readonly do: 'changeActivity';
  readonly activityKey: Key;
  readonly year: number;
  readonly roomKey: Key;
  readonly fields: ActivityChanges;
};

type Handed = { readonly goals: Goals; readonly units: Units; readonly activities: Activities };

export function changeActivity(
  { activityKey, roomKey, fields }: ChangeActivity,
  { goals, units, activities }: Handed,
): Change[] | Refusal {
  const activity = activities.get(activityKey);
  if (!activity || activity.removed) return { refused: 'activityUnknown', field: 'activityKey' };
  const wanted = cleaned(fields);
  const open = weighActivity(activity, wanted);
  // [V8] What is there already is done, whatever has become of the unit and the goals since.
  if ('length' in open && open.length === 0) return [];
  const unit = unitWithin(units, activity.unitKey, roomKey);
  if (isRefusal(unit)) return unit;
  const refusal =
    (wanted.title ? titleRefusal(wanted.title.to) : undefined) ??
    (wanted.goalKeys ? goalsRefusal(goals, wanted.goalKeys.to, yearOfActivity(activity)) : undefined) ??
    touchedDatesRefusal(activity, wanted);
  if (refusal) return refusal;
  return 'fields' in open ? changedByBoth(open) : open;
}

/** The changes as they are shown and sent. */
export function cleaned({ title, goalKeys, ...rest }: ActivityChanges): ActivityChanges {
  return {
    ...(title && { title: { ...title, to: cleanTitle(title.to) } }),
    ...(goalKeys && { goalKeys: { ...goalKeys, to: [...new Set(goalKeys.to)] } }),
    ...rest,
  };
}

/**
 * [V9] Holds wishes against the activity of now. Id and name are one person: of two namesakes only the id differs,
 * and taking theirs must not leave my name beside it.
 */
export function weighActivity(activity: Activity, fields: FieldChanges): Change[] | Clash {
  const weighed = weigh('activities', activity, fields);
  if (!('fields' in weighed) || !person.some((field) => weighed.fields[field])) return weighed;
  const both = person.flatMap((field) => {
    const change = fields[field];
    return change ? [[field, { mine: change.to, theirs: activity[field] }] as const] : [];
  });
  return { ...weighed, fields: { ...weighed.fields, ...Object.fromEntries(both) } };
}

/** [V7], [V11] An edit of other things is never held up by an activity's dates. */
function touchedDatesRefusal(activity: Activity, { starts, due }: ActivityChanges): Refusal | undefined {
  if (!starts && !due) return undefined;
  return (
    earlyRefusal(yearOfActivity(activity), { starts: starts?.to, due: due?.to }) ??
    datesRefusal({ starts: starts ? starts.to : activity.starts, due: due ? due.to : activity.due })
  );
}

/** The fields in which the two differ, as a wish to turn one into the other; a person is always told whole. */
export function changesBetween(was: Activity, to: Activity): ActivityChanges {
  const differs = (field: Changeable) => JSON.stringify(was[field]) !== JSON.stringify(to[field]);
  const isPerson = (field: Changeable) => person.some((part) => part === field);
  const touched = changeable.filter((field) => (isPerson(field) ? person.some(differs) : differs(field)));
  return Object.fromEntries(touched.map((field) => [field, { was: was[field], to: to[field] }]));
}
