import {
  AuthenticationHandler,
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
  type Context,
  type Middleware,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { key, newList, place } from './lists.ts';
import { owner } from './people.ts';
import { startContract, type Contract } from './server.ts';

/** The last link of the chain: the client believes that it speaks to graph.microsoft.com. */
class Rewrite implements Middleware {
  readonly origin: string;
  constructor(origin: string) {
    this.origin = origin;
  }
  async execute(context: Context): Promise<void> {
    const { request } = context;
    const url = typeof request === 'string' ? request : request.url;
    const here = url.replace('https://graph.microsoft.com', this.origin);
    context.response = await fetch(here, typeof request === 'string' ? context.options : request);
  }
}

let contract: Contract;
let client: Client;
beforeAll(async () => {
  contract = await startContract();
  const chain: Middleware[] = [
    new AuthenticationHandler({ getAccessToken: () => contract.token(owner) }),
    new RetryHandler(new RetryHandlerOptions()),
    new TelemetryHandler(),
    new Rewrite(contract.origin),
  ];
  chain.forEach((link, at) => {
    const next = chain[at + 1];
    if (next) link.setNext?.(next);
  });
  const [first] = chain;
  if (!first) throw new Error('no chain');
  client = Client.initWithMiddleware({ middleware: first });
});
afterAll(() => contract.close());

describe('@microsoft/microsoft-graph-client, unmodified', () => {
  test('[C85] creates, pages through everything with PageIterator, and changes with If-Match', async () => {
    const list = await newList(contract.call, contract.site, [key, place]);
    for (let at = 0; at < 7; at += 1) {
      const made: unknown = await client
        .api(`${list}/items`)
        .post({ fields: { Key: `k${at}`, Title: `Row ${at}` } });
      expect(part(made, 'fields', 'Key')).toBe(`k${at}`);
    }
    const first: PageCollection = await client
      .api(`${list}/items`)
      .expand('fields($select=Key)')
      .top(2)
      .get();
    const seen: unknown[] = [];
    await new PageIterator(client, first, (item) => {
      seen.push(part(item, 'fields', 'Key'));
      return true;
    }).iterate();
    expect(seen).toEqual(['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6']);

    const filter = encodeURIComponent("fields/Key eq 'K3'");
    const found: unknown = await client.api(`${list}/items`).filter(filter).expand('fields').get();
    const etag = String(part(found, 'value', 0, 'eTag'));
    const change = () =>
      client.api(`${list}/items/4/fields`).header('If-Match', etag).patch({ Place: 'here' });
    expect(part(await change(), 'Place')).toBe('here');
    const failure: unknown = await change().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GraphError);
    expect(failure).toMatchObject({
      statusCode: 412,
      code: 'resourceModified',
      requestId: expect.stringMatching(/-/),
    });
    await client.api(`${list}/items/4`).delete();
    await expect(client.api(`${list}/items/4`).get()).rejects.toMatchObject({
      statusCode: 404,
      code: 'itemNotFound',
    });
  });

  test('[C85] sends a batch and reads each answer by its id', async () => {
    const list = await newList(contract.call, contract.site, [key]);
    const address = `https://graph.microsoft.com${list}/items`;
    const write = (Key: string) =>
      new Request(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ fields: { Key } }),
      });
    const content = new BatchRequestContent([
      { id: '1', request: write('a') },
      { id: '2', request: write('b') },
      { id: '3', request: new Request(`${address}?$select=id`, { method: 'GET' }) },
    ]);
    const answer = new BatchResponseContent(await client.api('/$batch').post(await content.getContent()));
    expect(['1', '2', '3'].map((id) => answer.getResponseById(id).status)).toEqual([201, 201, 200]);
  });
});
