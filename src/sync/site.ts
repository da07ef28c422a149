import type { Change, ListName } from '../basics/change.ts';
import type { Stored } from '../world.ts';

/** What sync needs of the site that it is given; it never knows that SharePoint is behind it. Failures are GraphFailures. */
export type SyncedSite = {
  read(readings: readonly { list: ListName; shelf?: string }[]): Promise<{
    stored: Stored[];
    setAside: readonly { list: ListName; itemId: string; why: string }[];
  }>;
  find(list: ListName, key: string): Promise<Stored | undefined>;
  create(change: Change & { kind: 'create' }, commandKey: string): Promise<Stored>;
  update(change: Change & { kind: 'update' }, over: Stored): Promise<Stored>;
};
