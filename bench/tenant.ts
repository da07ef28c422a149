import type { ListName, Row } from '../src/basics/change.ts';
import type { Configuration } from '../src/environment.ts';
import { graphClient } from '../src/graph/client.ts';
import { listsOf } from '../src/lists/addresses.ts';
import { lists } from '../src/lists/lists.ts';
import { provision } from '../src/lists/provision.ts';
import { encodeRow } from '../src/lists/record.ts';
import { openSite } from '../src/lists/site.ts';
import type { SyncedSite } from '../src/sync/site.ts';
import { type LocalGraph, openGraph } from '../standin/graph/graph.ts';
import type { Throttling } from '../standin/graph/throttle.ts';
import { createTokens } from '../standin/tokens.ts';
import type { BenchOrganisation } from './organisation.ts';
import { clientId, directory, owner, secret } from './standinPeople.ts';

/** The stand-in's Graph in this process and in memory, with the product's own lists. */
export type Tenant = {
  readonly graph: LocalGraph;
  /** Straight into Graph: the same request that a browser would send, without the socket. */
  readonly fetch: typeof fetch;
  readonly token: string;
  /** The site's address in Graph, and each list's. */
  readonly sitePath: string;
  readonly listPath: (list: ListName) => string;
  /** Names for config.json that spare the looking up. */
  readonly ids: NonNullable<Configuration['site']['ids']>;
  /** The product's own client and lists on a network of one's own. */
  site(send: typeof fetch, now: () => Date, ids?: Configuration['site']['ids']): SyncedSite;
  call(method: string, path: string, body?: object): Promise<unknown>;
  /** Everything of the organisation, in batches of twenty. */
  moveIn(organisation: Omit<BenchOrganisation, 'year'>): Promise<void>;
  close(): void;
};

export async function openTenant(
  nowMs: () => number,
  { throttling = 'none' }: { throttling?: Throttling } = {},
): Promise<Tenant> {
  const tokens = createTokens(secret);
  const graph = openGraph({
    file: ':memory:',
    verifyToken: (token) => tokens.verify(token),
    now: () => new Date(nowMs()),
    clock: nowMs,
    throttling,
  });
  graph.setDirectory(directory);
  const { accessToken: token } = await tokens.issue({
    person: owner,
    tenantId: directory.tenantId,
    clientId,
    scopes: ['User.Read', 'Sites.ReadWrite.All', 'Sites.Manage.All'],
  });
  const send: typeof fetch = (input, init) => graph.fetch(new Request(input, init));
  const clientOn = (network: typeof fetch, now: () => Date) =>
    graphClient({ fetch: network, getToken: () => Promise.resolve(token), now });
  const ownClient = clientOn(send, () => new Date(nowMs()));
  const { hostname, path } = directory.site;
  await provision(ownClient, { hostname, path });

  async function call(method: string, asked: string, body?: object): Promise<unknown> {
    const response = await send(`https://graph.microsoft.com/v1.0${asked}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${asked}: ${response.status} ${text.slice(0, 300)}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  const { id: siteId } = (await call('GET', `/sites/${hostname}:${path}`)) as { id: string };
  const sitePath = `/sites/${siteId}`;
  const found = new Map((await listsOf(ownClient, sitePath)).map(({ displayName, id }) => [displayName, id]));
  const ids = { siteId, lists: Object.fromEntries(found) };
  const listPath = (list: ListName) => `${sitePath}/lists/${found.get(lists[list].name) ?? ''}`;

  async function fillList(list: ListName, rows: Iterable<Row>): Promise<void> {
    let requests: object[] = [];
    const flush = async () => {
      if (requests.length === 0) return;
      const answer = (await call('POST', '/$batch', { requests })) as { responses: { status: number }[] };
      const failed = answer.responses.find(({ status }) => status !== 201);
      if (failed) throw new Error(`A row was not taken: ${JSON.stringify(failed).slice(0, 500)}`);
      requests = [];
    };
    for (const row of rows) {
      const headers = { 'Content-Type': 'application/json' };
      const body = { fields: encodeRow(list, row, row.key) };
      requests.push({
        id: String(requests.length),
        method: 'POST',
        url: `${listPath(list)}/items`,
        headers,
        body,
      });
      if (requests.length === 20) await flush();
    }
    await flush();
  }

  return {
    graph,
    fetch: send,
    token,
    sitePath,
    listPath,
    ids,
    site: (network, now, known) =>
      openSite(clientOn(network, now), { hostname, path, ...(known ? { ids: known } : {}) }, now),
    call,
    async moveIn({ goals, units, assignments, activities }) {
      await fillList('goals', goals);
      await fillList('units', units);
      await fillList('assignments', assignments);
      await fillList('activities', activities());
    },
    close: () => graph.close(),
  };
}
