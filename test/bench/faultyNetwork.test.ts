import { describe, expect, it } from 'vitest';
import { faultyNetwork } from '../../bench/faults/faultyNetwork.ts';
import { floorOf, mixedFaults } from '../../bench/faults/mix.ts';
import type { Fault, Planner } from '../../standin/graph/faults/fault.ts';

const listPath = '/sites/a/lists/1';
const graph = 'https://graph.microsoft.com/v1.0';
const creation = { method: 'POST', body: '{"fields":{}}' };
const member = (id: string, method: string, url: string) => ({ id, method, url });

/** A site that does everything and says what it was asked. */
function site() {
  const asked: string[] = [];
  const send: typeof fetch = async (input) => {
    const request = input as Request;
    if (!request.url.endsWith('/$batch')) {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return Response.json({}, { status: 201 });
    }
    const { requests } = (await request.json()) as { requests: { id: string; url: string }[] };
    for (const { url } of requests) asked.push(`member ${url}`);
    return Response.json({ responses: requests.map(({ id }) => ({ id, status: 201, body: {} })) });
  };
  return { asked, send };
}

/** Each call meets the next of these. */
function inTurn(...faults: (Fault | undefined)[]): Planner {
  return () => {
    const fault = faults.shift();
    return fault ? [fault] : [];
  };
}

function networkOf(send: typeof fetch, plan: Planner, nowMs: () => number = () => 0) {
  const network = faultyNetwork(send, { plan, nowMs, listPath });
  network.begin();
  return network;
}

describe('a network with faults', () => {
  it('throws each fault as often as was asked for, the same for the same seed', () => {
    const asked = { method: 'POST', path: '/', isMember: false };
    const draw = (seed: number) => {
      const plan = mixedFaults(seed);
      return Array.from({ length: 20_000 }, () => plan(asked)[0]);
    };
    const drawn = draw(1);
    expect(draw(1)).toEqual(drawn);
    expect(draw(2)).not.toEqual(drawn);
    const share = (isIt: (fault: Fault) => boolean) =>
      drawn.filter((fault) => fault && isIt(fault)).length / drawn.length;
    expect(share(({ kind }) => kind === 'throttled')).toBeCloseTo(0.1, 2);
    expect(share(({ kind }) => kind === 'unavailable')).toBeCloseTo(0.05, 2);
    expect(share(({ kind }) => kind === 'reset')).toBeCloseTo(0.03, 2);
    expect(share(({ kind }) => kind === 'lost')).toBeCloseTo(0.1, 2);
    expect(share(() => true)).toBeCloseTo(0.28, 2);
    expect(floorOf(300)).toBe(417);
  });

  it('never breaks the connection of a member alone', () => {
    const plan = mixedFaults(3);
    const asked = { method: 'POST', path: '/', isMember: true };
    const kinds = new Set<string>();
    for (let n = 0; n < 5000; n += 1)
      for (const fault of plan(asked)) kinds.add(fault.kind === 'lost' ? fault.instead : fault.kind);
    expect([...kinds].toSorted()).toEqual(['gatewayTimeout', 'throttled', 'unavailable']);
  });

  it('refuses before anything is done, and loses the answer after it', async () => {
    const { asked, send } = site();
    const { fetch: call } = networkOf(
      send,
      inTurn({ kind: 'reset' }, { kind: 'unavailable' }, { kind: 'lost', instead: 'reset' }, undefined),
    );
    const create = () => call(`${graph}${listPath}/items`, creation);
    await expect(create()).rejects.toThrow(TypeError);
    expect((await create()).status).toBe(503);
    expect(asked).toHaveLength(0);
    await expect(create()).rejects.toThrow(TypeError);
    expect(asked).toHaveLength(1);
    expect((await create()).status).toBe(201);
  });

  it('answers for some members of a batch, and lets Graph answer for the others', async () => {
    const { asked, send } = site();
    const { fetch: call, sent } = networkOf(
      send,
      inTurn(undefined, { kind: 'throttled', retryAfterSeconds: 7 }, undefined, {
        kind: 'lost',
        instead: 'gatewayTimeout',
      }),
    );
    const requests = [
      member('0', 'POST', `${listPath}/items`),
      member('1', 'GET', `${listPath}/items?$filter=fields/Key eq 'a'`),
      member('2', 'POST', `${listPath}/items`),
    ];
    const answer = await call(`${graph}/$batch`, { method: 'POST', body: JSON.stringify({ requests }) });
    const { responses } = (await answer.json()) as { responses: { id: string; status: number }[] };
    const statuses = responses.toSorted((a, b) => Number(a.id) - Number(b.id)).map(({ status }) => status);
    expect(statuses).toEqual([429, 201, 504]);
    expect(asked).toEqual([`member ${requests[1]?.url}`, `member ${requests[2]?.url}`]);
    expect(sent()).toMatchObject({
      http: { create: 1, lookUp: 0, other: 0 },
      single: { create: 2, lookUp: 1, other: 0 },
    });
  });

  it('counts members of a batch that never arrived, and what comes before a wait is over', async () => {
    const { send } = site();
    let nowMs = 0;
    const fault: Fault = { kind: 'throttled', retryAfterSeconds: 10 };
    const { fetch: call, sent } = networkOf(send, inTurn(fault), () => nowMs);
    const requests = [member('0', 'POST', `${listPath}/items`), member('1', 'GET', '/sites/a/lists/2/items')];
    const batch = { method: 'POST', body: JSON.stringify({ requests }) };
    expect((await call(`${graph}/$batch`, batch)).status).toBe(429);
    nowMs = 9_999;
    await call(`${graph}${listPath}/items`, creation);
    nowMs = 10_000;
    await call(`${graph}/me`);
    expect(sent()).toEqual({
      http: { create: 2, lookUp: 0, other: 1 },
      single: { create: 2, lookUp: 0, other: 2 },
      tooEarly: 1,
    });
  });
});
