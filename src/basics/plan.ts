import {
  type Change,
  type FieldChanges,
  isSame,
  type ListName,
  type Row,
  type Value,
  weigh,
} from './change.ts';
import { changedByBoth, type Refusal } from './refusal.ts';

/** What is decided about a record, field by field. */
export type Plan = { readonly [field: string]: Value };

/**
 * Holds a plan against the record that stands there. `was`: what its author saw, `null` where they saw nothing and mean to
 * make it. The same plan made by two people is one record; under another plan the name is taken.
 */
export function weighPlan(list: ListName, there: Row, was: Plan | null, to: Plan): Change[] | Refusal {
  const current = there as unknown as Plan;
  const fields = Object.keys(to);
  const isAsWanted = fields.every((field) => isSame(current[field] ?? null, to[field] ?? null));
  if (was === null && !there.removed && !isAsWanted) return { refused: 'keyTaken', field: 'title' };
  const seen = was === null || there.removed ? current : was;
  // What its author left as it was is nobody's wish, whatever others have made of it.
  const changes: FieldChanges = Object.fromEntries(
    fields
      .filter((field) => !isSame(seen[field] ?? null, to[field] ?? null))
      .map((field) => [field, { was: seen[field] ?? null, to: to[field] ?? null }]),
  );
  const weighed = weigh(list, there, {
    ...(there.removed ? { removed: { was: true, to: false } } : {}),
    ...changes,
  });
  return 'fields' in weighed ? changedByBoth(weighed) : weighed;
}
