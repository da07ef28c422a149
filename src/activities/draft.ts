import { type Activity } from './activity.ts';
import { type ActivityChanges, changesBetween } from './changeActivity.ts';

/** What somebody is writing over an activity: for each touched field what they saw, and what they want. */
export type Draft = ActivityChanges;

/** The activity as the form shows it: what is typed, and of all else the newest. */
export function drafted(newest: Activity, draft: Draft): Activity {
  return { ...newest, ...valuesOf(draft, 'to') };
}

/** The draft after somebody has typed. What they saw first stays what they saw, however the row changes meanwhile. */
export function typed(newest: Activity, draft: Draft, wanted: Partial<Activity>): Draft {
  const seen = { ...newest, ...valuesOf(draft, 'was') };
  return changesBetween(seen, { ...drafted(newest, draft), ...wanted });
}

function valuesOf(draft: Draft, side: 'was' | 'to'): Partial<Activity> {
  return Object.fromEntries(Object.entries(draft).map(([field, change]) => [field, change[side]]));
}
