import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { type Goals, holdsIn } from '../goals/goal.ts';

/** A single line of text in SharePoint holds 255 characters. */
export const longestTitle = 255;

/** Line breaks and control characters come with pasted text; a title is one line, and SharePoint refuses the rest. */
export function cleanTitle(typed: string): string {
  return typed.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

export function titleRefusal(title: string): Refusal | undefined {
  if (title === '') return { refused: 'titleMissing', field: 'title' };
  if (title.length > longestTitle) return { refused: 'titleTooLong', field: 'title', limit: longestTitle };
  return undefined;
}

/** An activity is for at least one goal that can carry activities and holds in the year. */
export function goalsRefusal(goals: Goals, goalKeys: readonly Key[], year: number): Refusal | undefined {
  if (goalKeys.length === 0) return { refused: 'goalMissing', field: 'goalKeys' };
  for (const goalKey of goalKeys) {
    const goal = goals.get(goalKey);
    if (!goal || goal.removed || !goal.isCarried) return { refused: 'goalUnknown', field: 'goalKeys' };
    if (!holdsIn(goal, year)) return { refused: 'goalNotThisYear', field: 'goalKeys', limit: year };
  }
  return undefined;
}

type Dates = { readonly starts?: Day | null | undefined; readonly due?: Day | null | undefined };

/** [V7] An activity is not due before it starts. */
export function datesRefusal({ starts, due }: Dates): Refusal | undefined {
  return starts && due && due < starts ? { refused: 'dueBeforeStart', field: 'due' } : undefined;
}

/** [V11] No date of an activity lies before the year that it belongs to. */
export function earlyRefusal(year: number, { starts, due }: Dates): Refusal | undefined {
  const first = `${String(year).padStart(4, '0')}-01-01`;
  const early = starts && starts < first ? 'starts' : due && due < first ? 'due' : undefined;
  return early && { refused: 'dateBeforeYear', field: early, limit: year };
}
