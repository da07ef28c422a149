import { afterEach, describe, expect, test } from 'vitest';
import { createTokens } from '../../standin/tokens.ts';
import { callTo, part, type Answer, type Call } from './call.ts';
import { newItem, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { clientId, directory, everyScope, member, owner, secret } from './people.ts';
import { startContract, type Contract } from './server.ts';
import type { StandinWorldOptions } from './standinWorld.ts';

const why = 'nobody throttles a tenant on purpose';
const otherApp = '3f1e8a52-0000-4000-8000-0000000000c2';

let contract: Contract | undefined;
let nowMs = 0;
afterEach(() => contract?.close());

/** A stand-in with such limits and a clock that stands still; the list is made before anything is counted. */
async function limited(throttling: StandinWorldOptions['throttling']) {
  nowMs = 1_700_000_000_000;
  contract = await startContract({ clock: () => nowMs, throttling: 'none' });
  const { call, site } = contract;
  const list = await newList(call, site);
  await newItem(call, list, {});
  const standin = contract.standin();
  standin.setThrottling(throttling ?? {});
  standin.forgetThrottling();
  standin.resetMeter();
  return { call, site, list, standin, contract };
}

async function asApp(world: Contract, app: string): Promise<Call> {
  const { tenantId } = directory;
  const asked = { person: member, tenantId, clientId: app, scopes: everyScope };
  return callTo(world.origin, (await createTokens(secret).issue(asked)).accessToken);
}

async function statuses(call: Call, path: string, times: number): Promise<number[]> {
  const seen: number[] = [];
  for (let turn = 0; turn < times; turn += 1) seen.push((await call('GET', path)).status);
  return seen;
}

function member20(list: string, times: number) {
  return Array.from({ length: times }, (_, at) => ({
    id: String(at),
    method: 'POST',
    url: `${list}/items`,
    headers: { 'Content-Type': 'application/json' },
    body: { fields: {} },
  }));
}

function responsesOf(answer: Answer): unknown[] {
  const found = part(answer.body, 'responses');
  return Array.isArray(found) ? found : [];
}

describe('what a call costs', () => {
  test('[C111] one thing 1 unit, several 2, a write 2, permissions 5, delta with a token 1; refused calls too', async () => {
    onlyHere('a tenant does not tell what a call has cost');
    const { call, site, list, standin } = await limited('none');
    const latest = await call('GET', `${list}/items/delta?token=latest`);
    const deltaPath = latest.text('@odata.deltaLink').replace('https://graph.microsoft.com/v1.0', '');
    for (const [units, method, path, body] of [
      [1, 'GET', site, undefined],
      [2, 'GET', `${site}/lists`, undefined],
      [1, 'GET', list, undefined],
      [2, 'GET', `${list}/columns`, undefined],
      [1, 'GET', `${list}/columns/Title`, undefined],
      [2, 'GET', `${list}/items`, undefined],
      [2, 'GET', `${list}/items?$top=5000&$expand=fields`, undefined],
      [1, 'GET', `${list}/items/1`, undefined],
      [1, 'GET', `${list}/items/1/fields`, undefined],
      [2, 'GET', `${list}/items/1/versions`, undefined],
      [2, 'GET', `${list}/items/delta`, undefined],
      [1, 'GET', deltaPath, undefined],
      [1, 'GET', `${list}/items/delta(token='latest')`, undefined],
      [2, 'POST', `${list}/items`, { fields: {} }],
      [2, 'PATCH', `${list}/items/1/fields`, { Title: 'x' }],
      [2, 'POST', `${list}/items`, { fields: { Nothing: 1 } }],
      [1, 'GET', `${list}/items/99`, undefined],
      [2, 'DELETE', `${list}/items/2`, undefined],
      [5, 'GET', `${list}/permissions`, undefined],
      [0, 'GET', '/me', undefined],
    ] as const) {
      standin.resetMeter();
      await call(method, path, body);
      expect([method, path, standin.units().units]).toEqual([method, path, units]);
    }
    const seen = standin.calls().at(-1);
    expect(seen).toMatchObject({ method: 'GET', path: '/me', status: 200, user: owner.id, inBatch: false });
    expect(seen?.bytes).toBeGreaterThan(100);
  });

  test('[C112] members of a $batch are charged one by one; it saves round trips, not units', async () => {
    onlyHere('a tenant does not tell what a call has cost');
    const { call, list, standin } = await limited('none');
    await call('POST', '/$batch', { requests: member20(list, 20) });
    expect(standin.units()).toMatchObject({
      units: 40,
      requests: 20,
      roundTrips: 1,
      user: { [owner.id]: 40 },
    });
    expect(standin.calls()).toHaveLength(21);
  });
});

describe('throttling', () => {
  test('[C113] an app that has spent its minute is 429 with Retry-After; the next minute it is not', async () => {
    onlyHere(why);
    const { call, list, contract: world } = await limited({ budgets: { appPerMinute: 5 } });
    expect(await statuses(call, list, 6)).toEqual([200, 200, 200, 200, 200, 429]);
    nowMs += 17_500;
    const refused = await call('GET', list);
    expect(refused.refusal()).toBe('429 activityLimitReached: Application has been throttled.');
    expect(refused.headers.get('retry-after')).toBe('43');
    expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
    // Another app has a budget of its own, and what is not SharePoint's is not asked for.
    expect((await (await asApp(world, otherApp))('GET', list)).status).toBe(200);
    expect((await call('GET', '/me')).status).toBe(200);
    nowMs += 42_500;
    expect((await call('GET', list)).status).toBe(200);
  });

  test('[C112] a throttled member stands inside a 200, as recorded', async () => {
    onlyHere(why);
    const { call, list } = await limited({ budgets: { appPerMinute: 6 } });
    const answer = await call('POST', '/$batch', { requests: member20(list, 5) });
    expect(answer.status).toBe(200);
    const throttled = responsesOf(answer).filter((one) => part(one, 'status') === 429);
    expect(throttled).toHaveLength(2);
    expect(throttled[0]).toMatchObject({
      headers: {
        'OData-Version': '4.0',
        'Content-Type':
          'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
        'Retry-After': '60',
        'RateLimit-Remaining': '0',
      },
      body: { error: { code: 'activityLimitReached', message: 'Application has been throttled.' } },
    });
  });

  test('[C114] the day, all apps together and one person have limits of their own', async () => {
    onlyHere(why);
    const day = await limited({ budgets: { appPerDay: 2 } });
    expect(await statuses(day.call, day.list, 3)).toEqual([200, 200, 429]);
    nowMs += 23 * 3_600_000;
    expect((await day.call('GET', day.list)).headers.get('retry-after')).toBe('3600');
    nowMs += 3_600_000;
    expect((await day.call('GET', day.list)).status).toBe(200);
    await contract?.close();

    const all = await limited({ budgets: { tenantPerFiveMinutes: 2 } });
    expect(await statuses(all.call, all.list, 2)).toEqual([200, 200]);
    expect(await statuses(await asApp(all.contract, otherApp), all.list, 1)).toEqual([429]);
    await contract?.close();

    // Requests, not units: a write counts once.
    const person = await limited({ budgets: { userPerFiveMinutes: 2 } });
    await person.call('POST', `${person.list}/items`, { fields: {} });
    expect(await statuses(person.call, person.list, 2)).toEqual([200, 429]);
    expect((await (await person.contract.as(member))('GET', person.list)).status).toBe(200);
    nowMs += 300_000;
    expect(await statuses(person.call, person.list, 1)).toEqual([200]);
  });

  test('[C115] refused calls are charged: whoever goes on asking has spent more', async () => {
    onlyHere(why);
    const { call, list, standin } = await limited({ budgets: { appPerMinute: 4, appPerDay: 8 } });
    await statuses(call, list, 8);
    expect(standin.units().units).toBe(8);
    nowMs += 60_000;
    // The minute is new; the day was spent by asking while refused.
    const answer = await call('GET', list);
    expect([answer.status, Number(answer.headers.get('retry-after')) > 80_000]).toEqual([429, true]);
    const visitors = await limited({ budgets: { appPerMinute: 2 } });
    await visitors.call('GET', `${visitors.list}/items/99`);
    await visitors.call('GET', `${visitors.list}/items/99`);
    expect(await statuses(visitors.call, visitors.list, 1)).toEqual([429]);
  });

  test('[C116] 503 and seconds with decimals come as well', async () => {
    onlyHere(why);
    const { call, list } = await limited({
      budgets: { appPerMinute: 1 },
      status: 503,
      retryAfter: 'decimal',
    });
    await call('GET', list);
    nowMs += 12_345;
    const answer = await call('GET', list);
    expect([answer.status, answer.text('error', 'code')]).toEqual([503, 'serviceNotAvailable']);
    expect(answer.headers.get('retry-after')).toBe('47.655');
  });

  test('[C117] RateLimit-* from 80 % of the minute on, and hidden from a browser of another origin', async () => {
    onlyHere(why);
    const { call, list } = await limited({ budgets: { appPerMinute: 10 } });
    const told: (string | null)[][] = [];
    for (let turn = 0; turn < 11; turn += 1) {
      if (turn === 9) nowMs += 20_400;
      const { headers } = await call('GET', list);
      told.push(['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`)));
      expect(headers.get('access-control-expose-headers')).not.toMatch(/ratelimit/i);
    }
    expect(told.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => [null, null, null]));
    expect(told.slice(7)).toEqual([
      ['10', '2', '60'],
      ['10', '1', '60'],
      ['10', '0', '40'],
      ['10', '0', '40'],
    ]);
  });

  test('[C118] without further ado the limits are those of the largest tenants', async () => {
    onlyHere(why);
    const { call, list, contract: world } = await limited({});
    // 150 times 20 are the 3,000 requests of a person; their 6,000 units are less than the app's 6,250.
    for (let turn = 0; turn < 150; turn += 1) {
      const answer = await call('POST', '/$batch', { requests: member20(list, 20) });
      expect(responsesOf(answer).every((one) => part(one, 'status') === 201)).toBe(true);
    }
    expect(await statuses(call, list, 1)).toEqual([429]);
    const last = await (await asApp(world, clientId))('GET', list);
    expect(last.status).toBe(200);
    expect(last.headers.get('ratelimit-limit')).toBe('6250');
  });
});
