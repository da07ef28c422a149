import { isSame, type ListName, type Value } from '../../src/basics/change.ts';
import type { Configuration } from '../../src/environment.ts';
import { everydayScopes, type Graph, setupScopes } from '../../src/graph/client.ts';
import { GraphFailure } from '../../src/graph/failure.ts';
import { findSite, listsOf } from '../../src/lists/addresses.ts';
import { listNames, lists } from '../../src/lists/lists.ts';
import { provision } from '../../src/lists/provision.ts';
import { openSite } from '../../src/lists/site.ts';
import type { Ask, SyncedSite } from '../../src/sync/site.ts';
import type { Stored } from '../../src/world.ts';
import { create, find, update } from '../siteCalls.ts';
import type { Ground } from './ground.ts';

/** A stand-in's Graph as its people reach it. */
export type Ways = {
  readonly where: Configuration['site'];
  readonly now: () => Date;
  /** As the owner of the site, or as one of the three. */
  graphAs(user: string, scopes: readonly string[]): Graph;
  /** Deletes what is there, as its owner does on the site's own pages. */
  remove(path: string): Promise<void>;
};

const owner = 'owner';

/** The product's own lists on a stand-in of Graph, through the product's own code; what is done by hand goes through it too. */
export async function standinGround({ where, now, graphAs, remove }: Ways): Promise<Ground> {
  const setUp = graphAs(owner, setupScopes);
  await provision(setUp, where);
  const siteId = await findSite(setUp, where);
  const ids = new Map((await listsOf(setUp, siteId)).map(({ displayName, id }) => [displayName, id]));
  const sites = new Map<string, SyncedSite>();
  const siteOf = (user: string): SyncedSite => {
    const known = sites.get(user);
    if (known) return known;
    const opened = openSite(graphAs(user, everydayScopes), where, now);
    sites.set(user, opened);
    return opened;
  };
  const site = siteOf(owner);

  /** The rows of each answer; whoever stands beside the site is never in a storm. */
  async function asked(asks: readonly Ask[]): Promise<(readonly Stored[])[]> {
    const answers = await site.talk(asks);
    return answers.map((answer) => {
      if (answer instanceof GraphFailure) throw answer;
      return answer.stored;
    });
  }

  return {
    siteOf,
    async rows(names) {
      const told = await asked(names.map(({ list, key }) => ({ ask: 'find', list, key })));
      return told.map(([stored]) => stored);
    },
    all: async () => (await asked(listNames.map((list) => ({ ask: 'rows', list })))).flat(),
    async furnish(rows) {
      await asked(
        rows.map(({ list, row }) => ({
          ask: 'create',
          change: { kind: 'create', list, row },
          commandKey: 'somebody-else',
        })),
      );
    },
    async write(list, row) {
      const there = await find(site, list, row.key);
      if (!there) {
        await create(site, { kind: 'create', list, row }, 'somebody-else');
        return;
      }
      const fields = fieldsBetween(there.row, row);
      await update(site, { kind: 'update', list, key: row.key, fields }, there);
    },
    async remove(list, key) {
      const there = await find(site, list, key);
      if (there) await remove(`${siteId}/lists/${ids.get(lists[list].name)}/items/${there.itemId}`);
    },
    // Their age would have to be reached by waiting.
    expire: (_list: ListName) => undefined,
    earlier: () => [],
  };
}

function fieldsBetween(was: Stored['row'], to: Stored['row']) {
  const [old, wanted] = [was, to] as unknown as Record<string, Value>[];
  const changed = Object.entries(wanted ?? {}).filter(
    ([field, value]) => !isSame(old?.[field] ?? null, value),
  );
  return Object.fromEntries(
    changed.map(([field, value]) => [field, { was: old?.[field] ?? null, to: value }]),
  );
}
