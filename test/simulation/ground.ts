import type { ListName } from '../../src/basics/change.ts';
import type { SyncedSite } from '../../src/sync/site.ts';
import type { Stored } from '../../src/world.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import type { VirtualClock } from './clock.ts';

export type RowName = { readonly list: ListName; readonly key: string };
export type NewRow = { readonly list: ListName; readonly row: Stored['row'] };

/** A site to play on: as its users reach it, and as somebody sees it who stands beside it. */
export type Ground = {
  siteOf(user: string): SyncedSite;
  /** What stands under each of these keys. */
  rows(names: readonly RowName[]): Promise<(Stored | undefined)[]>;
  all(): Promise<Stored[]>;
  /** Somebody writes a row by hand, on the site's own pages. */
  write(list: ListName, row: Stored['row']): Promise<void>;
  /** The same with rows that are all new. */
  furnish(rows: readonly NewRow[]): Promise<void>;
  /** Somebody deletes a row by hand. */
  remove(list: ListName, key: string): Promise<void>;
  /** Makes every token of the list's changes too old; nothing where that cannot be arranged. */
  expire(list: ListName): void;
  /** Earlier states of the row, where the site can tell. */
  earlier(list: ListName, key: string): readonly Stored[];
};

export function modelGround(clock: VirtualClock): Ground {
  const site: ModelSite = modelSite({ keepsVersions: true, now: () => new Date(clock.nowMs()) });
  const done = Promise.resolve();
  return {
    siteOf: () => ({
      talk(asks) {
        site.calls.length = 0;
        return site.talk(asks);
      },
    }),
    rows: (names) => Promise.resolve(names.map(({ list, key }) => site.rows.get(`${list}\n${key}`))),
    all: () => Promise.resolve([...site.rows.values()]),
    write(list, row) {
      site.write(list, row);
      return done;
    },
    furnish(rows) {
      for (const { list, row } of rows) site.write(list, row);
      return done;
    },
    remove(list, key) {
      site.delete(list, key);
      return done;
    },
    expire: (list) => site.expire(list),
    earlier: (list, key) => site.versions(list, key),
  };
}
