import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asked, Fault } from '../../../standin/graph/faults/fault.ts';
import { openFaultyRows } from '../../../standin/graph/faults/faultyRows.ts';
import { networkRates, networks } from '../../../standin/graph/faults/networks.ts';
import { scripted } from '../../../standin/graph/faults/script.ts';
import { type Rates, seeded } from '../../../standin/graph/faults/seeded.ts';
import { withFaults } from '../../../standin/graph/faults/withFaults.ts';

const site =
  'region.sharepoint.example,11111111-1111-4111-8111-111111111111,22222222-1111-4111-8111-111111111111';
const items = (list: string) => `/v1.0/sites/${site}/lists/${list}/items`;
const one = '33333333-1111-4111-8111-111111111111';
const other = '44444444-1111-4111-8111-111111111111';
const get = (path: string, isMember = false): Asked => ({ method: 'GET', path, isMember });
const post = (path: string, isMember = false): Asked => ({ method: 'POST', path, isMember });
const reset: Fault = { kind: 'reset' };

const busy: Rates = {
  throttled: 0.1,
  unavailable: 0.1,
  gatewayTimeout: 0.1,
  lost: 0.1,
  reset: 0.1,
  cutBody: 0.1,
  captivePortal: 0.1,
  preconditionFailed: 0.05,
  replayedRows: 0.05,
  reorderedRows: 0.05,
  changedPage: 0.05,
  slow: { rate: 0.3, fromMs: 100, toMs: 200 },
  retryAfterSeconds: { from: 3, to: 20 },
};

const call = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
  path: fc.constantFrom(items(one), `${items(one)}/7/fields`, `${items(one)}/delta?token=x`, '/v1.0/me'),
  isMember: fc.boolean(),
});

describe('a seed', () => {
  it('brings the same faults to the same calls', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(call, { maxLength: 60 }), (seed, calls) => {
        const first = seeded(seed, busy);
        const again = seeded(seed, busy);
        expect(calls.map(again)).toEqual(calls.map(first));
      }),
    );
  });

  it('does not mind in which order different calls come', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }),
        (seed, order) => {
          const calls = [...Array(12).keys()].map((n) => get(`/v1.0/sites/x/kind${n}abc`));
          const straight = seeded(seed, busy);
          const expected = calls.map(straight);
          const mixed = seeded(seed, busy);
          const found = new Map(order.map((at) => [at, mixed(calls[at] ?? get('/'))]));
          expect(calls.map((_, at) => found.get(at))).toEqual(expected);
        },
      ),
    );
  });

  it('means the same in a site that was made anew', () => {
    const first = seeded(5, busy);
    const again = seeded(5, busy);
    for (let turn = 0; turn < 50; turn += 1)
      expect(again(get(`${items(other)}/${turn}?$filter=x`))).toEqual(first(get(`${items(one)}/12`)));
  });

  it('differs from another', () => {
    const plans = [1, 2, 3].map((seed) => {
      const plan = seeded(seed, busy);
      return JSON.stringify(Array.from({ length: 40 }, () => plan(post(items(one)))));
    });
    expect(new Set(plans).size).toBe(3);
  });

  it('keeps to the rates it was given', () => {
    const plan = seeded(1, busy);
    const counts = new Map<string, number>();
    const turns = 4000;
    for (let turn = 0; turn < turns; turn += 1)
      for (const { kind } of plan(get(`${items(one)}/delta?token=x`)))
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const kind of ['throttled', 'unavailable', 'lost', 'reset', 'captivePortal'])
      expect(counts.get(kind) ?? 0).toBeGreaterThan(turns * 0.08);
    for (const kind of ['throttled', 'unavailable', 'lost', 'reset', 'captivePortal'])
      expect(counts.get(kind) ?? 0).toBeLessThan(turns * 0.12);
    expect(counts.get('slow') ?? 0).toBeGreaterThan(turns * 0.26);
    expect(counts.has('preconditionFailed')).toBe(false);
  });

  it('gives a member of a batch nothing that only a connection can have', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(call, { maxLength: 40 }), (seed, calls) => {
        const plan = seeded(seed, busy);
        for (const asked of calls) {
          for (const fault of plan({ ...asked, isMember: true })) {
            expect(['slow', 'reset', 'offline', 'cutBody', 'captivePortal']).not.toContain(fault.kind);
            expect(fault).not.toMatchObject({ instead: 'reset' });
          }
        }
      }),
    );
  });

  it('says how long to wait, within what it was given', () => {
    const plan = seeded(3, { throttled: 1, retryAfterSeconds: { from: 3, to: 20 } });
    const waits = Array.from({ length: 500 }, () => plan(post(items(one)))[0]).map((fault) =>
      fault?.kind === 'throttled' ? (fault.retryAfterSeconds ?? 0) : 0,
    );
    expect([Math.min(...waits), Math.max(...waits)]).toEqual([3, 20]);
  });
});

describe('a script', () => {
  it('hits the nth call that it describes, once or from then on', () => {
    const plan = scripted([
      { method: 'POST', path: /items/, nth: 2, fault: reset },
      { method: 'GET', nth: 2, times: 'always', fault: { kind: 'gatewayTimeout' } },
    ]);
    const kinds = (asked: Asked) => plan(asked).map(({ kind }) => kind);
    expect([post('/v1.0/x'), post(items(one)), post(items(one)), post(items(one))].map(kinds)).toEqual([
      [],
      [],
      ['reset'],
      [],
    ]);
    expect([get('/a'), get('/b'), get('/c')].map(kinds)).toEqual([
      [],
      ['gatewayTimeout'],
      ['gatewayTimeout'],
    ]);
  });

  it('tells members of a batch from calls of their own', () => {
    const plan = scripted([
      { member: true, times: 'always', fault: { kind: 'throttled' } },
      { member: false, path: /\$batch/, times: 'always', fault: { kind: 'slow', ms: 5 } },
    ]);
    expect(plan(post('/v1.0/$batch'))).toEqual([{ kind: 'slow', ms: 5 }]);
    expect(plan(post(items(one), true))).toEqual([{ kind: 'throttled' }]);
    expect(plan(post(items(one)))).toEqual([]);
  });

  it('passes over calls that its fault cannot happen to', () => {
    const plan = scripted([{ times: 'always', fault: { kind: 'replayedRows' } }]);
    expect(plan(get(items(one)))).toEqual([]);
    expect(plan(get(`${items(one)}/delta?token=x`))).toHaveLength(1);
  });
});

describe('rows', () => {
  it('replayed and reordered, still say of each row the newest last', () => {
    const page = fc.array(fc.nat(6), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 6 }), (pages) => {
        const rows = openFaultyRows();
        let state = 0;
        for (const ids of pages) {
          const value = [...new Set(ids)].map((id) => ({ id: String(id), state: (state += 1) }));
          const faults: Fault[] = [{ kind: 'replayedRows' }, { kind: 'reorderedRows' }];
          const told = (rows('/delta?token=1', { value }, faults) as { value: typeof value }).value;
          expect(told.length).toBeGreaterThan(value.length);
          for (const { id, state: newest } of value)
            expect(told.findLast((row) => row.id === id)?.state).toBe(newest);
        }
      }),
    );
  });
});

describe('slowness', () => {
  it('waits on the clock that it is given', async () => {
    const waited: number[] = [];
    const send = withFaults(
      async () => new Response('ok'),
      { seed: 1, rates: networkRates.slow },
      { sleep: async (ms) => void waited.push(ms) },
    );
    for (let turn = 0; turn < 50; turn += 1) await send(new Request('https://graph.microsoft.com/v1.0/me'));
    expect(waited).toHaveLength(50);
    expect(Math.min(...waited)).toBeGreaterThanOrEqual(800);
    expect(Math.max(...waited)).toBeLessThanOrEqual(2500);
  });

  it('is known by name for every network of the strip', () => {
    expect(networks).toEqual(['good', ...Object.keys(networkRates)]);
  });
});
