import { type GraphFI, GraphBrowser, graphfi } from '@pnp/graph';
import '@pnp/graph/batching.js';
import '@pnp/graph/columns/index.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import { Caching, HttpRequestError, InjectHeaders, type Queryable } from '@pnp/queryable';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { fill, key, newList, place, shelf } from './lists.ts';
import { isTenantRun, notAsked } from './onlyHere.ts';
import { named } from './ownLists.ts';
import { owner } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
let client: GraphFI;
/** What went over the wire: `POST /v1.0/$batch`. */
const sent: string[] = [];

beforeAll(async () => {
  contract = await startContract({ hasOwnLinks: true });
  const token = await contract.token(owner);
  const watched = (instance: Queryable) => {
    instance.on.pre(async (url, init, result) => {
      const { pathname } = new URL(url, contract.origin);
      sent.push(`${init.method ?? 'GET'} ${pathname}`);
      return [url, init, result];
    });
    return instance;
  };
  client = graphfi().using(
    GraphBrowser({ baseUrl: `${contract.origin}/v1.0` }),
    InjectHeaders({ Authorization: `Bearer ${token}` }),
    watched,
  );
});
afterAll(() => contract.close());

const siteIn = (graph: GraphFI) => graph.sites.getById(contract.site.replace('/sites/', ''));
const listIn = (graph: GraphFI, path: string) => siteIn(graph).lists.getById(path.split('/').at(-1) ?? '');

describe('@pnp/graph, unmodified', () => {
  test('[C300] makes, finds, renames and deletes a list', async () => {
    const { lists } = siteIn(client);
    const made: unknown = await lists.add({ displayName: named('PnP'), list: { template: 'genericList' } });
    const id = String(part(made, 'id'));
    const all = await lists.select('id', 'displayName')();
    expect(all).toContainEqual(expect.objectContaining({ id, displayName: named('PnP') }));
    await lists.getById(id).update({ displayName: named('PnP renamed') });
    expect(await lists.getById(id)()).toMatchObject({ displayName: named('PnP renamed') });
    await lists.getById(id).delete();
    await expect(lists.getById(id)()).rejects.toMatchObject({ status: 404, isHttpRequestError: true });
  });

  test('[C300] reads, changes and deletes columns', async () => {
    const list = listIn(client, await newList(contract.call, contract.site, [key, place]));
    const columns = await list.columns();
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['Title', 'Key', 'Place']));
    const id = columns.find(({ name }) => name === 'Place')?.id ?? '';
    await list.columns.getById(id).update({ indexed: true, displayName: 'Plats' });
    expect(await list.columns.getById(id)()).toMatchObject({
      name: 'Place',
      indexed: true,
      displayName: 'Plats',
    });
    await list.columns.getById(id).delete();
    expect((await list.columns()).map(({ name }) => name)).not.toContain('Place');
  });

  test('[C300] creates, reads, changes and deletes items', async () => {
    const list = listIn(client, await newList(contract.call, contract.site, [key, place]));
    const made: unknown = await list.items.add({ fields: { Title: 'x', Key: 'a' } } as never);
    expect(part(made, 'fields')).toMatchObject({ Title: 'x', Key: 'a' });
    // A query keeps what was asked of it before: each call begins anew.
    const item = () => list.items.getById('1');
    expect(await item().expand('fields')()).toMatchObject({ id: '1', fields: { Key: 'a' } });
    await item().update({ fields: { Place: 'here' } });
    const found = await list.items.filter("fields/Key eq 'A'").expand('fields($select=Key,Place)')();
    expect(found.map(({ fields }) => fields)).toMatchObject([{ Key: 'a', Place: 'here' }]);
    const twice: unknown = await list.items
      .add({ fields: { Key: 'a' } } as never)
      .catch((error: unknown) => error);
    expect(twice).toBeInstanceOf(HttpRequestError);
    expect(twice).toMatchObject({ status: 400 });
    await item().delete();
    await expect(item()()).rejects.toMatchObject({ status: 404 });
  });

  test('[C300] walks every page with its async iterator', async () => {
    if (isTenantRun && !contract.origin.startsWith('https://graph.')) notAsked('links that lead elsewhere');
    const path = await newList(contract.call, contract.site, [key]);
    await fill(
      contract.call,
      path,
      Array.from({ length: 45 }, (_, at) => ({ Key: `k${at}` })),
    );
    const sizes: number[] = [];
    const ids: unknown[] = [];
    for await (const page of listIn(client, path).items.top(20)) {
      sizes.push(page.length);
      ids.push(...page.map(({ id }) => id));
    }
    expect(sizes).toEqual([20, 20, 5]);
    expect(ids).toEqual(Array.from({ length: 45 }, (_, at) => String(at + 1)));
    // Without the iterator a call is the first page alone, and nothing says so.
    expect(await listIn(client, path).items.top(20)()).toHaveLength(20);
  });

  test('[C300] sends a batch, in pieces of twenty, and hands each its own answer', async () => {
    const path = await newList(contract.call, contract.site, [key, shelf]);
    sent.length = 0;
    const [batched, execute] = client.batched();
    const writes = Array.from({ length: 25 }, (_, at) =>
      listIn(batched, path).items.add({ fields: { Key: `k${at % 24}`, Shelf: `s${at}` } } as never),
    );
    const ended = Promise.allSettled(writes);
    await execute();
    const answers = await ended;
    expect(answers.map(({ status }) => status)).toEqual([...Array(24).fill('fulfilled'), 'rejected']);
    for (const [at, answer] of answers.slice(0, 24).entries())
      expect(answer).toMatchObject({ value: { fields: { Shelf: `s${at}` } } });
    expect(answers[24]).toMatchObject({ reason: { status: 400 } });
    expect(sent.filter((line) => line.endsWith('/$batch'))).toHaveLength(2);
  });

  test('[C300] answers a second reading from its own cache, and keeps no cache of writes', async () => {
    const path = await newList(contract.call, contract.site, [key]);
    const cached = graphfi(client).using(Caching({ store: 'session' }));
    const read = () => listIn(cached, path).items.expand('fields($select=Key)')();
    expect(await read()).toEqual([]);
    await listIn(cached, path).items.add({ fields: { Key: 'a' } } as never);
    expect(await read()).toEqual([]);
    expect(await listIn(client, path).items.expand('fields($select=Key)')()).toHaveLength(1);
  });
});
