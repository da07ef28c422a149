import * as v from 'valibot';
import type { ListName } from '../basics/change.ts';
import type { Configuration } from '../environment.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { listNames, lists } from './lists.ts';
import { relative } from './page.ts';

/** Where each list is in Graph: `/sites/{id}/lists/{id}`. */
export type Addresses = Readonly<Record<ListName, string>>;

/** Where addresses are kept from one opening to the next. Neither failing nor forgetting does harm. */
export type Memory = {
  read(): Promise<Readonly<Record<string, string>> | undefined>;
  write(addresses: Readonly<Record<string, string>>): Promise<void>;
};

const withId = v.object({ id: v.string() });
const listPage = v.object({
  value: v.array(
    v.object({ id: v.string(), displayName: v.string(), description: v.optional(v.string(), '') }),
  ),
  '@odata.nextLink': v.optional(v.string()),
});
const kept = v.record(v.string(), v.pipe(v.string(), v.regex(/^\/sites\/[^/?#]+\/lists\/[^/?#]+$/)));

export type AddressBook = {
  find(): Promise<Addresses>;
  /** Asks Graph again, once for all who found these wanting. */
  findAnew(stale: Addresses): Promise<Addresses>;
};

/** Finds the lists once: in the configuration, else as remembered, else by asking Graph. Throws GraphFailures. */
export function openAddressBook(graph: Graph, where: Configuration['site'], memory?: Memory): AddressBook {
  let known: Promise<Addresses> | undefined;
  let anew: { readonly stale: Addresses; readonly finding: Promise<Addresses> } | undefined;

  /** A failure is not kept, so that the next call tries again. */
  function keep(finding: Promise<Addresses>): Promise<Addresses> {
    const mine = finding.catch((failure: unknown) => {
      if (known === mine) known = anew = undefined;
      throw failure;
    });
    known = mine;
    return mine;
  }

  async function askGraph(): Promise<Addresses> {
    const addresses = await discover(graph, where);
    await memory?.write(addresses).catch(() => undefined);
    return addresses;
  }

  async function findFirst(): Promise<Addresses> {
    return configured(where) ?? (await remembered(memory)) ?? (await askGraph());
  }

  async function forgetAndAsk(): Promise<Addresses> {
    await memory?.write({}).catch(() => undefined);
    return askGraph();
  }

  return {
    find: () => known ?? keep(findFirst()),
    findAnew(stale) {
      if (anew?.stale !== stale) anew = { stale, finding: keep(forgetAndAsk()) };
      return anew.finding;
    },
  };
}

function configured({ ids }: Configuration['site']): Addresses | undefined {
  if (!ids) return undefined;
  const addresses: Record<string, string> = {};
  for (const list of listNames) {
    const id = ids.lists[lists[list].name];
    if (id !== undefined) addresses[list] = `/sites/${ids.siteId}/lists/${id}`;
  }
  return whole(addresses);
}

async function remembered(memory: Memory | undefined): Promise<Addresses | undefined> {
  const read = v.safeParse(kept, await memory?.read().catch(() => undefined));
  return read.success ? whole(read.output) : undefined;
}

/** Nothing, unless every list is there: a newer version may have more of them. */
function whole(addresses: Readonly<Record<string, string>>): Addresses | undefined {
  return listNames.every((list) => list in addresses) ? addresses : undefined;
}

async function discover(graph: Graph, where: Configuration['site']): Promise<Addresses> {
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
  return addresses as Addresses;
}

/** The site's own address in Graph, by host name and path. */
export async function findSite(
  graph: Graph,
  { hostname, path }: Pick<Configuration['site'], 'hostname' | 'path'>,
): Promise<string> {
  const site = v.safeParse(withId, await graph.get(`/sites/${hostname}:${path}`));
  if (!site.success)
    throw new GraphFailure('unavailable', 'The site came back in a form that is not Graph’s');
  return `/sites/${site.output.id}`;
}

/** Every list of the site by id, name and description. */
export async function listsOf(
  graph: Graph,
  sitePath: string,
): Promise<{ id: string; displayName: string; description: string }[]> {
  const all: { id: string; displayName: string; description: string }[] = [];
  let path: string | undefined = `${sitePath}/lists?$select=id,displayName,description`;
  while (path !== undefined) {
    const page: v.SafeParseResult<typeof listPage> = v.safeParse(listPage, await graph.get(path));
    if (!page.success)
      throw new GraphFailure('unavailable', 'The lists came back in a form that is not Graph’s');
    all.push(...page.output.value);
    const next: string | undefined = page.output['@odata.nextLink'];
    path = next === undefined ? undefined : relative(next);
  }
  return all;
}
