import * as v from 'valibot';
import type { Change, ListName } from '../basics/change.ts';
import type { Configuration } from '../environment.ts';
import { getAll } from '../graph/batch.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import type { Stored } from '../world.ts';
import { listNames, lists } from './lists.ts';
import { columnNames, decodeItem, encodeChange, encodeRow, type SetAside } from './record.ts';

/** What to read: a whole list, or what stands on one shelf of it. */
export type Reading = { readonly list: ListName; readonly shelf?: string };

/** The one place where the lists are read and written. Every call throws a GraphFailure when it does not succeed. */
export type Site = {
  read(readings: readonly Reading[]): Promise<{ stored: Stored[]; setAside: SetAside[] }>;
  find(list: ListName, key: string): Promise<Stored | undefined>;
  create(change: Change & { kind: 'create' }, commandKey: string): Promise<Stored>;
  /** Writes over exactly the version that was read; anything newer is a conflict. */
  update(change: Change & { kind: 'update' }, over: Stored): Promise<Stored>;
};

const withId = v.object({ id: v.string() });
const listPage = v.object({
  value: v.array(v.object({ id: v.string(), displayName: v.string() })),
  '@odata.nextLink': v.optional(v.string()),
});
const itemPage = v.object({ value: v.array(v.unknown()), '@odata.nextLink': v.optional(v.string()) });

/** Graph gives at most this many rows a page, whatever is asked. */
const rowsPerPage = 5000;

export function openSite(graph: Graph, where: Configuration['site'], now: () => Date): Site {
  let addresses: Promise<Record<ListName, string>> | undefined;

  /** Asked once; a failure is forgotten, so that the next call asks again. */
  function addressOf(list: ListName): Promise<string> {
    addresses ??= findLists(graph, where).catch((failure: unknown) => {
      addresses = undefined;
      throw failure;
    });
    return addresses.then((found) => found[list]);
  }

  const itemsPath = async (list: ListName, query: string) => `${await addressOf(list)}/items?${query}`;

  async function find(list: ListName, key: string): Promise<Stored | undefined> {
    const query = `${selected(list)}&$filter=${equals('Key', key)}`;
    const page = pageIn(await graph.get(await itemsPath(list, query)));
    const found = page.value.map((raw) => decodeItem(list, raw)).find((row) => !isSetAside(row));
    return found as Stored | undefined;
  }

  return {
    find,

    async read(readings) {
      const stored: Stored[] = [];
      const setAside: SetAside[] = [];
      let open = await Promise.all(
        readings.map(async ({ list, shelf }) => {
          const filter = shelf === undefined ? '' : `&$filter=${equals('Shelf', shelf)}`;
          return { list, path: await itemsPath(list, `${selected(list)}&$top=${rowsPerPage}${filter}`) };
        }),
      );
      while (open.length > 0) {
        const bodies = await getAll(
          graph,
          open.map(({ path }) => path),
          now,
        );
        open = open.flatMap(({ list }, n) => {
          const page = pageIn(bodies[n]);
          for (const raw of page.value) {
            const row = decodeItem(list, raw);
            if (isSetAside(row)) setAside.push(row);
            else stored.push(row);
          }
          const next = page['@odata.nextLink'];
          return next === undefined ? [] : [{ list, path: relative(next) }];
        });
      }
      return { stored, setAside };
    },

    async create(change, commandKey) {
      const body = { fields: encodeRow(change.list, change.row, commandKey) };
      return storedIn(change.list, await graph.post(`${await addressOf(change.list)}/items`, body));
    },

    async update(change, over) {
      const path = `${await addressOf(change.list)}/items/${over.itemId}`;
      const body = { fields: encodeChange(change.list, change.fields) };
      const answer = await graph.patch(path, body, over.etag);
      return storedIn(change.list, answer);
    },
  };
}

async function findLists(graph: Graph, where: Configuration['site']): Promise<Record<ListName, string>> {
  const sitePath = await findSite(graph, where);
  const found = new Map((await listsOf(graph, sitePath)).map(({ displayName, id }) => [displayName, id]));
  const addresses: Partial<Record<ListName, string>> = {};
  for (const list of listNames) {
    const id = found.get(lists[list].name);
    if (id === undefined) {
      throw new GraphFailure('notFound', `The site has no list ${lists[list].name}`, { code: 'listMissing' });
    }
    addresses[list] = `${sitePath}/lists/${id}`;
  }
  return addresses as Record<ListName, string>;
}

/** The site's own address in Graph, by host name and path. */
export async function findSite(graph: Graph, { hostname, path }: Configuration['site']): Promise<string> {
  const site = v.safeParse(withId, await graph.get(`/sites/${hostname}:${path}`));
  if (!site.success)
    throw new GraphFailure('unavailable', 'The site came back in a form that is not Graph’s');
  return `/sites/${site.output.id}`;
}

/** Every list of the site by id and name. */
export async function listsOf(
  graph: Graph,
  sitePath: string,
): Promise<{ id: string; displayName: string }[]> {
  const all: { id: string; displayName: string }[] = [];
  let path: string | undefined = `${sitePath}/lists?$select=id,displayName`;
  while (path !== undefined) {
    const page: v.SafeParseResult<typeof listPage> = v.safeParse(listPage, await graph.get(path));
    if (!page.success)
      throw new GraphFailure('unavailable', 'The lists came back in a form that is not Graph’s');
    all.push(...page.output.value);
    path =
      page.output['@odata.nextLink'] === undefined ? undefined : relative(page.output['@odata.nextLink']);
  }
  return all;
}

function selected(list: ListName): string {
  return `$select=id,eTag&$expand=fields($select=${columnNames(list).join(',')})`;
}

/** Graph doubles quotes inside a text and does not decode what is not encoded. */
function equals(column: string, text: string): string {
  return `fields/${column} eq '${encodeURIComponent(text.replaceAll("'", "''"))}'`;
}

/** A link from Graph as the path that graph-client and $batch want. */
function relative(link: string): string {
  const { pathname, search } = new URL(link);
  return pathname.replace(/^\/v1\.0/, '') + search;
}

function pageIn(body: unknown): v.InferOutput<typeof itemPage> {
  const page = v.safeParse(itemPage, body);
  if (!page.success)
    throw new GraphFailure('unavailable', 'The rows came back in a form that is not Graph’s');
  return page.output;
}

function storedIn(list: ListName, body: unknown): Stored {
  const row = decodeItem(list, body);
  if (isSetAside(row))
    throw new GraphFailure('unavailable', `The written row came back unreadable: ${row.why}`);
  return row;
}

function isSetAside(row: Stored | SetAside): row is SetAside {
  return 'why' in row;
}
