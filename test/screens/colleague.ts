import { v7 } from 'uuid';
import type { ListName } from '../../src/basics/change.ts';
import { GraphFailure } from '../../src/graph/failure.ts';
import { openSite } from '../../src/lists/site.ts';
import type { Records } from '../../src/world.ts';
import type { Tenant } from '../tenant.ts';

type Item = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> };

/** Somebody else at another desk, who writes in the site's list at the same time. */
export function colleague({ configuration, graphFor, people }: Tenant) {
  const { hostname, path } = configuration.site;
  const graph = graphFor(people.owner);
  const site = openSite(graph, configuration.site, () => new Date());

  async function itemsPath(): Promise<string> {
    const { id } = (await graph.get(`/sites/${hostname}:${path}`)) as { id: string };
    return `/sites/${id}/lists/Activities/items`;
  }

  async function allRows(): Promise<Item[]> {
    const all = (await graph.get(`${await itemsPath()}?$expand=fields&$top=200`)) as { value: Item[] };
    return all.value;
  }

  async function rowWith(title: string): Promise<Item> {
    const found = (await allRows()).find(({ fields }) => fields['Title'] === title);
    if (!found) throw new Error(`There is no ${title}`);
    return found;
  }

  return {
    async changes(title: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
      await graph.patch(`${await itemsPath()}/${(await rowWith(title)).id}/fields`, fields);
    },
    async adds<L extends ListName>(list: L, ...rows: readonly Records[L][]): Promise<void> {
      const asks = rows.map((row) => {
        const change = { kind: 'create', list, row } as const;
        return { ask: 'create', change, commandKey: v7() } as const;
      });
      // As many as one batch takes.
      for (let n = 0; n < asks.length; n += 20) {
        const answers = await site.talk(asks.slice(n, n + 20));
        for (const answer of answers) if (answer instanceof GraphFailure) throw answer;
      }
    },
    async all(): Promise<Readonly<Record<string, unknown>>[]> {
      return (await allRows()).map(({ fields }) => fields);
    },
    async sees(title: string): Promise<Readonly<Record<string, unknown>>> {
      return (await rowWith(title)).fields;
    },
  };
}
