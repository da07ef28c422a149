import * as v from 'valibot';
import type { ListName } from '../../src/basics/change.ts';
import type { Graph } from '../../src/graph/client.ts';
import { lists } from '../../src/lists/lists.ts';
import { columnNames, decodeItem } from '../../src/lists/record.ts';
import { findSite, listsOf } from '../../src/lists/site.ts';
import type { DeltaSite } from '../modelSite.ts';
import type { DeltaEntry } from '../modelList.ts';

const page = v.object({
  value: v.array(v.looseObject({ id: v.string(), deleted: v.optional(v.unknown()) })),
  '@odata.nextLink': v.optional(v.string()),
  '@odata.deltaLink': v.optional(v.string()),
});

/** Graph's delta as the model tells it. The token is the whole link: what was asked for first stands in it. */
export function deltaOverGraph(graph: Graph, where: Parameters<typeof findSite>[1]): DeltaSite['delta'] {
  const firstPath = async (list: ListName, token: string | undefined) => {
    const site = await findSite(graph, where);
    const found = (await listsOf(graph, site)).find(({ displayName }) => displayName === lists[list].name);
    if (!found) throw new Error(`No list ${list}`);
    const query = `$select=id,eTag&$expand=fields($select=${columnNames(list).join(',')})&$top=2`;
    return `${site}/lists/${found.id}/items/delta?${query}${token === undefined ? '' : `&token=${token}`}`;
  };

  return async (list, token) => {
    const entries: DeltaEntry[] = [];
    let path = token?.startsWith('/') ? token : await firstPath(list, token);
    for (;;) {
      const { value, ...links } = v.parse(page, await graph.get(path));
      for (const raw of value) entries.push(entryOf(list, raw));
      if (links['@odata.deltaLink'] !== undefined)
        return { entries, token: relative(links['@odata.deltaLink']) };
      path = relative(links['@odata.nextLink'] ?? '');
    }
  };
}

function entryOf(list: ListName, raw: { id: string; deleted?: unknown }): DeltaEntry {
  if (raw.deleted) return { kind: 'gone', itemId: raw.id };
  const stored = decodeItem(list, raw);
  if ('why' in stored) throw new Error(`Unreadable: ${stored.why}`);
  return { kind: 'row', stored };
}

function relative(link: string): string {
  const { pathname, search } = new URL(link);
  return pathname.replace(/^\/v1\.0/, '') + search;
}
