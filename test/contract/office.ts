import type { ListName } from '../../src/basics/change.ts';
import type { SyncedSite } from '../../src/sync/site.ts';
import { anActivity, kitchen, travel } from '../builders.ts';

/** A site as two people see it, and somebody's hand at work behind both. */
export type Office = {
  readonly anna: SyncedSite;
  readonly bo: SyncedSite;
  removeByHand(list: ListName, key: string): Promise<void>;
  /** Makes the delta tokens that were given so far too old. */
  expireTokens(list: ListName): Promise<void>;
  close(): Promise<void>;
};

/** Activities of one unit that differ by their number, and what is done with them. */
export const line = (n: number, fields: Partial<ReturnType<typeof anActivity>> = {}) =>
  anActivity(kitchen, [travel], { key: `a-${n}`, title: `Rad ${n}`, ...fields });
export const creation = (row: ReturnType<typeof line>) =>
  ({ kind: 'create', list: 'activities', row }) as const;
export const change = (key: string, was: string, to: string | null, field = 'title') =>
  ({ kind: 'update', list: 'activities', key, fields: { [field]: { was, to } } }) as const;
