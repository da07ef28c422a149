import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../standin/graph/faults/fault.ts';
import { networkRates } from '../../standin/graph/faults/networks.ts';
import type { ScriptedFault } from '../../standin/graph/faults/script.ts';
import type { FaultOptions } from '../../standin/graph/faults/withFaults.ts';
import { part, type Answer } from './call.ts';
import { type Faulty, startFaulty } from './faultyServer.ts';
import { key, newItem, newList } from './lists.ts';
import { isTenantRun, onlyHere } from './onlyHere.ts';
import { owner } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
let faulty: Faulty | undefined;
beforeAll(async () => {
  if (!isTenantRun) contract = await startContract();
});
afterEach(async () => {
  await faulty?.close();
  faulty = undefined;
});
afterAll(() => contract?.close());

const here = () => onlyHere('faults on demand');

async function withScript(script: readonly ScriptedFault[], options?: FaultOptions): Promise<Faulty> {
  faulty = await startFaulty(contract, { script }, options);
  return faulty;
}

const always = (fault: Fault, more: Partial<ScriptedFault> = {}): ScriptedFault[] => [
  { times: 'always', fault, ...more },
];

/** How many rows stand in a list, asked without faults. */
async function countIn(list: string): Promise<number> {
  return (await contract.call('GET', `${list}/items`)).rows().length;
}

const json = { 'Content-Type': 'application/json' };
const creation = (list: string, id: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: `${list}/items`,
  headers: json,
  body: { fields: { Title: id } },
  ...more,
});

function member(answer: Answer, id: string): unknown {
  const responses = part(answer.body, 'responses');
  return Array.isArray(responses) ? responses.find((one) => part(one, 'id') === id) : undefined;
}

describe('faults on demand', () => {
  test('[C200] 429, 503, 504 and 412 come as Graph sends them, and nothing is done', async () => {
    here();
    const list = await newList(contract.call, contract.site);
    await newItem(contract.call, list, { Title: 'before' });
    const { call, origin } = await withScript([
      { method: 'POST', nth: 1, fault: { kind: 'throttled', retryAfterSeconds: 7 } },
      { method: 'POST', nth: 2, fault: { kind: 'unavailable', retryAfterSeconds: 2 } },
      { method: 'POST', nth: 3, fault: { kind: 'gatewayTimeout' } },
      { method: 'PATCH', fault: { kind: 'preconditionFailed' } },
    ]);
    const create = () => call('POST', `${list}/items`, { fields: {} }, { 'client-request-id': 'mine' });
    const throttled = await create();
    expect(throttled.refusal()).toBe('429 activityLimitReached: Application has been throttled.');
    expect(throttled.headers.get('retry-after')).toBe('7');
    expect(throttled.headers.get('client-request-id')).toBe('mine');
    expect(throttled.headers.get('access-control-expose-headers')).toContain('Retry-After');
    const unavailable = await create();
    expect([unavailable.status, unavailable.headers.get('retry-after')]).toEqual([503, '2']);
    const timeout = await create();
    expect([timeout.status, timeout.text('error', 'code')]).toEqual([504, 'UnknownError']);
    expect((await call('PATCH', `${list}/items/1/fields`, { Title: 'after' })).refusal()).toMatch(
      /^412 resourceModified/,
    );
    expect(await countIn(list)).toBe(1);
    expect((await call('GET', `${list}/items/1/fields`)).text('Title')).toBe('before');
    expect((await create()).status).toBe(201);
    expect(origin).not.toBe(contract.origin);
  });

  test('[C201] a lost answer: the row is written, and 504, 429 or a broken connection comes', async () => {
    here();
    const list = await newList(contract.call, contract.site, [key]);
    const { call } = await withScript([
      { method: 'POST', nth: 1, fault: { kind: 'lost', instead: 'gatewayTimeout' } },
      { method: 'POST', nth: 2, fault: { kind: 'lost', instead: 'throttled' } },
      { method: 'POST', nth: 3, fault: { kind: 'lost', instead: 'reset' } },
    ]);
    const create = (Key: string) => call('POST', `${list}/items`, { fields: { Key } });
    expect((await create('a')).status).toBe(504);
    expect((await create('b')).status).toBe(429);
    await expect(create('c')).rejects.toThrow(TypeError);
    expect(await countIn(list)).toBe(3);
    // Sent again, its unique key tells that it stands there.
    expect((await create('c')).refusal()).toMatch(/^400 invalidRequest: One or more fields with unique/);
  });

  test('[C202] a reset and a missing network reject on the socket, and nothing is done', async () => {
    here();
    const list = await newList(contract.call, contract.site);
    for (const kind of ['reset', 'offline'] as const) {
      const { call } = await withScript(always({ kind }));
      await expect(call('POST', `${list}/items`, { fields: {} })).rejects.toThrow(TypeError);
      await expect(call('POST', '/$batch', { requests: [creation(list, '1')] })).rejects.toThrow(TypeError);
      await faulty?.close();
    }
    expect(await countIn(list)).toBe(0);
  });

  test('[C203] a cut body is half of it: as if that were all, or with the connection broken', async () => {
    here();
    const { origin } = await withScript([
      { nth: 1, fault: { kind: 'cutBody', ends: 'quietly' } },
      { nth: 2, fault: { kind: 'cutBody', ends: 'abruptly' } },
    ]);
    const headers = { authorization: `Bearer ${await contract.token(owner)}` };
    const quiet = await fetch(`${origin}/v1.0/me`, { headers });
    expect(quiet.status).toBe(200);
    const half = await quiet.text();
    expect(half.length).toBeGreaterThan(50);
    expect(() => JSON.parse(half)).toThrow(SyntaxError);
    const read = fetch(`${origin}/v1.0/me`, { headers }).then((answer) => answer.text());
    await expect(read).rejects.toThrow(TypeError);
    expect((await fetch(`${origin}/v1.0/me`, { headers })).status).toBe(200);
  });

  test('[C204] a captive portal answers 200 with a page of its own, and nothing is done', async () => {
    here();
    const list = await newList(contract.call, contract.site);
    const { origin } = await withScript(always({ kind: 'captivePortal' }));
    const answer = await fetch(`${origin}/v1.0${list}/items`, { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toMatch(/^<!doctype html>/);
    expect(await countIn(list)).toBe(0);
  });

  test('[C205] slow answers wait on the clock they are given', async () => {
    here();
    const waits: number[] = [];
    const { call } = await withScript(always({ kind: 'slow', ms: 60_000 }), {
      sleep: async (ms) => void waits.push(ms),
    });
    expect((await call('GET', '/me')).status).toBe(200);
    expect(waits).toEqual([60_000]);
  });

  test('[C206] members of a batch are hit one by one, as recorded; who depends on one is 424', async () => {
    here();
    const list = await newList(contract.call, contract.site);
    const { call } = await withScript([
      { member: true, path: /items/, nth: 2, fault: { kind: 'throttled', retryAfterSeconds: 9 } },
      { member: true, path: /items/, nth: 4, fault: { kind: 'lost', instead: 'throttled' } },
    ]);
    const answer = await call('POST', '/$batch', {
      requests: [creation(list, '1'), creation(list, '2'), creation(list, '3'), creation(list, '4')],
    });
    expect(answer.status).toBe(200);
    const statuses = ['1', '2', '3', '4'].map((id) => part(member(answer, id), 'status'));
    expect(statuses).toEqual([201, 429, 201, 429]);
    expect(member(answer, '2')).toEqual({
      id: '2',
      status: 429,
      headers: {
        'OData-Version': '4.0',
        'Content-Type':
          'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
        'Retry-After': '9',
      },
      body: { error: { code: 'activityLimitReached', message: 'Application has been throttled.' } },
    });
    const titles = (await contract.call('GET', `${list}/items?$expand=fields($select=Title)`)).rows();
    expect(titles.map((row) => part(row, 'fields', 'Title'))).toEqual(['1', '3', '4']);

    const second = await withScript([{ member: true, path: /items/, nth: 2, fault: { kind: 'throttled' } }]);
    const serial = await second.call('POST', '/$batch', {
      requests: [
        creation(list, '1'),
        creation(list, '2', { dependsOn: ['1'] }),
        creation(list, '3', { dependsOn: ['2'] }),
      ],
    });
    expect(['1', '2', '3'].map((id) => part(member(serial, id), 'status'))).toEqual([201, 429, 424]);
  });

  test('[C207] what is no batch goes on to Graph, which refuses it in its own words', async () => {
    here();
    const { call } = await withScript(always({ kind: 'throttled' }, { member: true }));
    const twice = [creation('/x', '1'), creation('/x', '1')];
    expect((await call('POST', '/$batch', { requests: twice })).refusal()).toMatch(/^400 BadRequest/);
    expect((await call('POST', '/$batch', '{')).refusal()).toMatch(/^400 BadRequest/);
    expect((await call('POST', '/$batch', {})).refusal()).toMatch(/^400 BadRequest/);
  });

  test('[C208] replayed delta rows come ahead of the new, so that the last word is still the newest', async () => {
    here();
    const list = await newList(contract.call, contract.site);
    for (const Title of ['a', 'b', 'c']) await newItem(contract.call, list, { Title });
    const { call } = await withScript(always({ kind: 'replayedRows' }, { nth: 2 }));
    const delta = async (path: string) => {
      const page = await call('GET', path);
      const titles = page.rows().map((row) => [part(row, 'id'), part(row, 'fields', 'Title')]);
      const link = String(part(page.body, '@odata.deltaLink'));
      return { titles, next: link.replace('https://graph.microsoft.com/v1.0', '') };
    };
    const first = await delta(`${list}/items/delta?$expand=fields`);
    expect(first.titles).toHaveLength(3);
    await contract.call('PATCH', `${list}/items/2/fields`, { Title: 'B' });
    const second = await delta(first.next);
    expect(second.titles.length).toBeGreaterThan(1);
    expect(second.titles).toContainEqual(['2', 'b']);
    expect(second.titles.at(-1)).toEqual(['2', 'B']);
  });

  test('[C209] reordered delta rows keep the newest state of each row last', async () => {
    here();
    const list = await newList(contract.call, contract.site);
    for (let at = 0; at < 12; at += 1) await newItem(contract.call, list, { Title: `t${at}` });
    const { call } = await withScript([
      ...always({ kind: 'replayedRows' }),
      ...always({ kind: 'reorderedRows' }),
    ]);
    const page = await call('GET', `${list}/items/delta?$expand=fields`);
    const ids = page.rows().map((row) => part(row, 'id'));
    const straight = await contract.call('GET', `${list}/items/delta`);
    expect(new Set(ids).size).toBe(12);
    expect(ids.length).toBe(17);
    expect([...new Set(ids)]).not.toEqual(straight.rows().map((row) => part(row, 'id')));
  });

  test('[C210] a page that changes while it is read: a row comes twice, is stepped over, or is another', async () => {
    here();
    const list = await newList(contract.call, contract.site);
    for (const Title of ['a', 'b', 'c', 'd']) await newItem(contract.call, list, { Title });
    const read = async (fault: Fault) => {
      const { call } = await withScript([{ path: /skiptoken/, fault }]);
      const seen: unknown[] = [];
      let path = `${list}/items?$top=2&$expand=fields($select=Title)`;
      while (path !== '') {
        const page = await call('GET', path);
        seen.push(...page.rows().map((row) => part(row, 'fields', 'Title')));
        const next = part(page.body, '@odata.nextLink');
        path = typeof next === 'string' ? next.replace('https://graph.microsoft.com/v1.0', '') : '';
      }
      await faulty?.close();
      return seen;
    };
    expect(await read({ kind: 'changedPage', how: 'repeats' })).toEqual(['a', 'b', 'b', 'c', 'd']);
    expect(await read({ kind: 'changedPage', how: 'skips' })).toEqual(['a', 'b', 'c']);
    const work = () => contract.call('PATCH', `${list}/items/4/fields`, { Title: 'D' });
    expect(await read({ kind: 'meanwhile', work })).toEqual(['a', 'b', 'c', 'D']);
  });

  test('[C211] the same seed brings the same faults', async () => {
    here();
    const outcomes = async (seed: number) => {
      const list = await newList(contract.call, contract.site);
      const rates = { throttled: 0.2, unavailable: 0.1, lost: 0.1, reset: 0.1 };
      faulty = await startFaulty(contract, { seed, rates });
      const seen: (number | string)[] = [];
      for (let at = 0; at < 40; at += 1) {
        const outcome = await faulty.call('POST', `${list}/items`, { fields: {} }).then(
          ({ status }) => status,
          () => 'lost',
        );
        seen.push(outcome);
      }
      await faulty.close();
      return [...seen, await countIn(list)];
    };
    const first = await outcomes(11);
    expect(new Set(first.slice(0, -1)).size).toBeGreaterThan(3);
    expect(await outcomes(11)).toEqual(first);
    expect(await outcomes(12)).not.toEqual(first);
  });

  test("[C212] a busy tenant refuses three calls of five, a batch's members too, and says for how long", async () => {
    here();
    const list = await newList(contract.call, contract.site);
    faulty = await startFaulty(contract, { seed: 1, rates: networkRates.overloaded });
    const statuses: unknown[] = [];
    const waits: number[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      const requests = [1, 2, 3, 4].map((id) => ({ id: String(id), method: 'GET', url: list }));
      const answer = await faulty.call('POST', '/$batch', { requests });
      if (answer.status === 429) waits.push(Number(answer.headers.get('retry-after')));
      else for (const { id } of requests) statuses.push(part(member(answer, id), 'status'));
    }
    const refused = statuses.filter((status) => status === 429).length / statuses.length;
    expect(refused).toBeGreaterThan(0.45);
    expect(refused).toBeLessThan(0.75);
    expect(waits.length / 60).toBeGreaterThan(0.45);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...waits)).toBeLessThanOrEqual(20);
  });
});
