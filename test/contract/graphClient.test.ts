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
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { fill, key, newItem, newList, place } from './lists.ts';
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
/** What the chain has sent, with the headers that its links put on. */
const sent: { url: string; headers: Headers }[] = [];
/** How the next answers are spoiled before the chain sees them. */
let spoiled: Response[] = [];

class Watch implements Middleware {
  #next: Middleware | undefined;
  setNext(next: Middleware): void {
    this.#next = next;
  }
  async execute(context: Context): Promise<void> {
    const { request, options } = context;
    sent.push({
      url: typeof request === 'string' ? request : request.url,
      headers: new Headers(options?.headers),
    });
    const instead = spoiled.shift();
    if (instead) context.response = instead;
    else await this.#next?.execute(context);
  }
}

beforeAll(async () => {
  contract = await startContract();
  const chain: Middleware[] = [
    new AuthenticationHandler({ getAccessToken: () => contract.token(owner) }),
    new RetryHandler(new RetryHandlerOptions(0, 3)),
    new TelemetryHandler(),
    new Watch(),
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
beforeEach(() => {
  sent.length = 0;
  spoiled = [];
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

  test('[C85] pages with the headers that are given to it, stops where it is told, and goes on', async () => {
    const list = await newList(contract.call, contract.site, [key, place]);
    await fill(
      contract.call,
      list,
      Array.from({ length: 450 }, (_, at) => ({ Key: `k${at}`, Place: at % 2 === 0 ? 'here' : 'there' })),
    );
    const prefer = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    const first: PageCollection = await client
      .api(`${list}/items`)
      .headers(prefer)
      .filter("fields/Place eq 'here'")
      .expand('fields($select=Key)')
      .top(100)
      .get();
    const seen: unknown[] = [];
    const iterator = new PageIterator(
      client,
      first,
      (item) => seen.push(part(item, 'fields', 'Key')) !== 150,
      { headers: prefer },
    );
    await iterator.iterate();
    expect([seen.length, iterator.isComplete()]).toEqual([150, false]);
    await iterator.resume();
    expect(iterator.isComplete()).toBe(true);
    expect(seen).toEqual(Array.from({ length: 225 }, (_, at) => `k${at * 2}`));
    // The client does not carry the first call's headers on to the next pages by itself.
    const forgetful = new PageIterator(client, first, () => true);
    await expect(forgetful.iterate()).rejects.toMatchObject({ statusCode: 400, code: 'invalidRequest' });
  });

  test('[C85] sends a batch whose members wait for each other', async () => {
    const list = await newList(contract.call, contract.site, [key]);
    await newItem(contract.call, list, { Key: 'taken' });
    const write = (id: string, Key: string, dependsOn?: string[]) => ({
      id,
      request: new Request(`https://graph.microsoft.com${list}/items`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ fields: { Key } }),
      }),
      ...(dependsOn ? { dependsOn } : {}),
    });
    const serial = new BatchRequestContent([
      write('1', 'a'),
      write('2', 'taken', ['1']),
      write('3', 'c', ['2']),
    ]);
    const answer = new BatchResponseContent(await client.api('/$batch').post(await serial.getContent()));
    expect(['1', '2', '3'].map((id) => answer.getResponseById(id).status)).toEqual([201, 400, 424]);
    const refused: unknown = await answer.getResponseById('2').json();
    expect(part(refused, 'error', 'code')).toBe('invalidRequest');
  });

  test('[C85] its chain signs, tells who it is, and tries again when it is told to wait', async () => {
    const busy = () => new Response('{}', { status: 503, headers: { 'Retry-After': '0' } });
    spoiled = [busy(), busy()];
    const me: unknown = await client.api('/me').get();
    expect(part(me, 'id')).toBe(contract.facts.owner.id);
    expect(sent).toHaveLength(3);
    for (const { url, headers } of sent) {
      expect(url).toBe('https://graph.microsoft.com/v1.0/me');
      expect(headers.get('authorization')).toMatch(/^Bearer /);
      expect(headers.get('sdkversion')).toMatch(/^graph-js\/3\.0\.7/);
    }
    expect(sent[2]?.headers.get('retry-attempt')).toBe('2');
  });

  test('[C85] fails with an error that carries status, code, message, date and request id', async () => {
    const failure: unknown = await client
      .api(`${contract.site}/lists/Nothing`)
      .get()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GraphError);
    expect(failure).toMatchObject({
      statusCode: 404,
      code: 'itemNotFound',
      message: 'The specified list was not found',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      date: expect.any(Date),
      body: expect.stringContaining('itemNotFound'),
    });
    expect(failure instanceof GraphError && failure.headers?.get('request-id')).toBe(
      failure instanceof GraphError && failure.requestId,
    );
  });
});
