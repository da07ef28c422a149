import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part, type Answer } from './call.ts';
import { key, newItem, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { visitor } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

const json = { 'Content-Type': 'application/json' };

function responses(answer: Answer): unknown[] {
  const found = part(answer.body, 'responses');
  if (!Array.isArray(found)) throw new Error(JSON.stringify(answer.body));
  return found;
}

function response(answer: Answer, id: string): unknown {
  return responses(answer).find((one) => part(one, 'id') === id);
}

function statuses(answer: Answer): object {
  return Object.fromEntries(responses(answer).map((one) => [part(one, 'id'), part(one, 'status')]));
}

/** A member that creates an item. */
function creation(list: string, id: string, Key: string, dependsOn: string[] = []): object {
  const body = { fields: { Key } };
  return { id, method: 'POST', url: `${list}/items`, headers: json, body, dependsOn };
}

describe('$batch', () => {
  test('[C62] is 200 outside; inside every member has its own status, headers and body', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [key]);
    const etag = (await newItem(call, list, { Key: 'a' })).text('eTag');
    const change = { method: 'PATCH', url: `${list}/items/1/fields`, headers: { ...json, 'If-Match': etag } };
    const answer = await call('POST', '/$batch', {
      requests: [
        { id: 'read', method: 'GET', url: `${list}/items?$filter=fields/Key eq 'A'&$select=id` },
        { id: 'bare', method: 'GET', url: 'me' },
        { id: 'twice', method: 'POST', url: `${list}/items`, headers: json, body: { fields: { Key: 'a' } } },
        { id: 'change', ...change, body: { Title: 'b' } },
        { id: 'stale', ...change, body: { Title: 'c' } },
        { id: 'gone', method: 'DELETE', url: `${list}/items/7` },
      ],
    });
    expect(answer.status).toBe(200);
    expect(statuses(answer)).toEqual({
      read: 200,
      bare: 200,
      twice: 400,
      change: 200,
      stale: 412,
      gone: 404,
    });
    expect(response(answer, 'read')).toMatchObject({
      headers: { 'OData-Version': '4.0', 'Content-Type': expect.stringContaining('application/json') },
      body: { value: [{ id: '1' }] },
    });
    expect(response(answer, 'stale')).toMatchObject({
      body: { error: { code: 'resourceModified', innerError: {} } },
    });
  });

  test('[C62] a member without content has no body', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    await newItem(call, list, {});
    const answer = await call('POST', '/$batch', {
      requests: [{ id: '1', method: 'DELETE', url: `${list}/items/1` }],
    });
    expect(response(answer, '1')).toMatchObject({ status: 204 });
    expect(response(answer, '1')).not.toHaveProperty('body');
  });

  test('[C63] every member is answered, in whatever order', async () => {
    const { call } = contract;
    const requests = Array.from({ length: 20 }, (_, at) => ({ id: String(at), method: 'GET', url: '/me' }));
    const ids = responses(await call('POST', '/$batch', { requests })).map((one) => String(part(one, 'id')));
    expect(ids.toSorted()).toEqual(requests.map(({ id }) => id).toSorted());
  });

  test('[C63] answers are shuffled', async () => {
    onlyHere('an order that is never the same');
    const { call } = contract;
    const requests = Array.from({ length: 20 }, (_, at) => ({ id: String(at), method: 'GET', url: '/me' }));
    const orders = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const ids = responses(await call('POST', '/$batch', { requests })).map((one) =>
        String(part(one, 'id')),
      );
      orders.add(ids.join());
    }
    expect(orders.size).toBeGreaterThan(1);
    expect(orders).not.toContain(requests.map(({ id }) => id).join());
  });

  test('[C64] more than 20 members are refused whole', async () => {
    const { call } = contract;
    const requests = Array.from({ length: 21 }, (_, at) => ({ id: String(at), method: 'GET', url: '/me' }));
    const answer = await call('POST', '/$batch', { requests });
    expect(answer.refusal()).toBe(
      '400 MaximumValueExceeded: Number of batch request steps exceeds the maximum value of 20.',
    );
  });

  test('[C65] ids are unique and urls relative', async () => {
    const { call } = contract;
    const read = { method: 'GET', url: '/me' };
    const twice = await call('POST', '/$batch', {
      requests: [
        { id: '1', ...read },
        { id: '1', ...read },
      ],
    });
    expect(twice.status).toBe(400);
    const absolute = { id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' };
    expect((await call('POST', '/$batch', { requests: [absolute] })).status).toBe(400);
  });

  test('[C80] a member with an unknown path is 501', async () => {
    onlyHere('what the stand-in leaves out');
    const { call } = contract;
    for (const url of ['/v1.0/me', '/nothing/here']) {
      const answer = await call('POST', '/$batch', { requests: [{ id: '1', method: 'GET', url }] });
      expect(response(answer, '1')).toMatchObject({ status: 501 });
    }
  });

  test('[C66] a member whose dependence failed is 424, and so are those that depend on it', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [key]);
    const serial = await call('POST', '/$batch', {
      requests: [
        creation(list, '1', 'a'),
        creation(list, '2', 'a', ['1']),
        creation(list, '3', 'c', ['2']),
        creation(list, '4', 'd', ['3']),
      ],
    });
    expect(statuses(serial)).toEqual({ 1: 201, 2: 400, 3: 424, 4: 424 });
    const same = await call('POST', '/$batch', {
      requests: [creation(list, '1', 'b'), creation(list, '2', 'a', ['1']), creation(list, '3', 'e', ['1'])],
    });
    expect(statuses(same)).toEqual({ 1: 201, 2: 400, 3: 201 });
    expect((await call('GET', `${list}/items`)).rows()).toHaveLength(3);
    const lost = await call('POST', '/$batch', { requests: [creation(list, '1', 'z', ['nobody'])] });
    expect(lost.status).toBe(400);
  });

  test('[C130] all members wait for nothing, for the one before or for one and the same; others are refused whole', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [key]);
    const sent = (dependences: string[][]) =>
      call('POST', '/$batch', {
        requests: dependences.map((dependsOn, n) => creation(list, String(n + 1), `k-${n}`, dependsOn)),
      });
    for (const mixed of [
      // Two pairs, each in its own order: what a client with several lists would like to send.
      [[], ['1'], [], ['3']],
      [[], ['1'], ['2'], ['1']],
      [[], [], ['1', '2']],
    ]) {
      expect((await sent(mixed)).status).toBe(400);
    }
    expect((await call('GET', `${list}/items`)).rows()).toEqual([]);
    for (const dependences of [
      [[], [], []],
      [[], ['1'], ['2']],
      [[], ['1'], ['1']],
    ]) {
      expect((await sent(dependences)).status).toBe(200);
    }
  });

  test('[C67] a write without Content-Type or body refuses the whole batch, and nothing is written', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const good = { id: '1', method: 'POST', url: `${list}/items`, headers: json, body: { fields: {} } };
    const text = '400 BadRequest: Write request id : 2 does not contain Content-Type header or body.';
    for (const bad of [{ body: { fields: {} } }, { headers: json }]) {
      const requests = [good, { id: '2', method: 'POST', url: `${list}/items`, ...bad }];
      expect((await call('POST', '/$batch', { requests })).refusal()).toBe(text);
    }
    expect((await call('GET', `${list}/items`)).rows()).toEqual([]);
  });

  test('[C68] a member may do no more than its caller', async () => {
    const { call, site, as, anonymous } = contract;
    const list = await newList(call, site);
    const requests = [
      { id: 'write', method: 'POST', url: `${list}/items`, headers: json, body: { fields: {} } },
      { id: 'read', method: 'GET', url: list },
    ];
    const answer = await (await as(visitor))('POST', '/$batch', { requests });
    expect(response(answer, 'write')).toMatchObject({
      status: 403,
      body: { error: { code: 'accessDenied' } },
    });
    expect(response(answer, 'read')).toMatchObject({ status: 200 });
    expect((await anonymous('POST', '/$batch', { requests })).status).toBe(401);
  });

  test('[C69] a $batch cannot hold a $batch', async () => {
    const { call } = contract;
    const inner = {
      id: '1',
      method: 'POST',
      url: '/$batch',
      headers: json,
      body: { requests: [{ id: '1', method: 'GET', url: '/me' }] },
    };
    const answer = await call('POST', '/$batch', { requests: [inner] });
    expect(response(answer, '1')).toMatchObject({ status: 400 });
  });

  test('[C70] what is no batch is 400', async () => {
    const { call } = contract;
    for (const body of [
      {},
      [],
      { requests: [] },
      { requests: [{}] },
      { requests: [{ id: 1, method: 'GET', url: '/me' }] },
      { requests: [{ id: '1', method: 'TRACE', url: '/me' }] },
      { requests: [{ id: '1', method: 'GET', url: '' }] },
      { requests: [{ id: '1', method: 'GET', url: '/me', headers: { 'no such header': 'x' } }] },
    ]) {
      expect((await call('POST', '/$batch', body)).status).toBe(400);
    }
  });
});
