import type { Tenant } from '../tenant.ts';

type Item = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> };

/** Somebody else at another desk, who writes in the site's list at the same time. */
export function colleague({ configuration, graphFor, people }: Tenant) {
  const { hostname, path } = configuration.site;
  const graph = graphFor(people.owner);

  async function itemsPath(): Promise<string> {
    const { id } = (await graph.get(`/sites/${hostname}:${path}`)) as { id: string };
    return `/sites/${id}/lists/Activities/items`;
  }

  async function rowWith(title: string): Promise<Item> {
    const all = (await graph.get(`${await itemsPath()}?$expand=fields&$top=200`)) as { value: Item[] };
    const found = all.value.find(({ fields }) => fields['Title'] === title);
    if (!found) throw new Error(`There is no ${title}`);
    return found;
  }

  return {
    async changes(title: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
      await graph.patch(`${await itemsPath()}/${(await rowWith(title)).id}/fields`, fields);
    },
    async sees(title: string): Promise<Readonly<Record<string, unknown>>> {
      return (await rowWith(title)).fields;
    },
  };
}
