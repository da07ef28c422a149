import type { Tenant } from '../tenant.ts';

type Item = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> };

/** What the site holds in a list, and somebody who changes it there by hand, the owner of the site. */
export function siteFields({ configuration, graphFor, people }: Tenant, list: string) {
  const graph = graphFor(people.owner);
  const { hostname, path } = configuration.site;

  async function itemsPath(): Promise<string> {
    const { id } = (await graph.get(`/sites/${hostname}:${path}`)) as { id: string };
    return `/sites/${id}/lists/${list}/items`;
  }

  async function items(): Promise<readonly Item[]> {
    const { value } = (await graph.get(`${await itemsPath()}?$expand=fields&$top=200`)) as { value: Item[] };
    return value;
  }

  return {
    all: async () => (await items()).map(({ fields }) => fields),
    async changes(key: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
      const found = (await items()).find((item) => item.fields['Key'] === key);
      if (!found) throw new Error(`There is no ${key}`);
      await graph.patch(`${await itemsPath()}/${found.id}/fields`, fields);
    },
  };
}
