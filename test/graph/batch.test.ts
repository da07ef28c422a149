import { describe, expect, it } from 'vitest';
import { type Member, type Result, sendAll } from '../../src/graph/batch.ts';
import type { Graph } from '../../src/graph/client.ts';
import { GraphFailure } from '../../src/graph/failure.ts';

type Asked = {
  id: string;
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
};
type Response = { id: string; status: number; headers?: Record<string, string>; body?: unknown };

const now = () => new Date('2023-08-25T08:00:00Z');

/** A Graph that answers each member as `member` says, and the whole batch as `whole` says. */
function batching(
  member: (asked: Asked) => Response,
  whole: (responses: Response[], batch: number) => unknown = (responses) => ({ responses }),
) {
  const batches: Asked[][] = [];
  const alone: unknown[][] = [];
  const direct =
    (method: string) =>
    (...parts: unknown[]) => {
      alone.push([method, ...parts]);
      return Promise.resolve({ url: parts[0] });
    };
  const graph: Graph = {
    get: direct('GET'),
    patch: direct('PATCH'),
    put: direct('PUT'),
    async post(path, body) {
      if (path !== '/$batch') return direct('POST')(path, body);
      const { requests } = body as { requests: Asked[] };
      batches.push(requests);
      return Promise.resolve(whole(requests.map(member), batches.length));
    },
  };
  return { graph, batches, alone };
}

const good = ({ id, url }: Asked): Response => ({ id, status: 200, body: { url } });
const reads = (n: number): Member[] =>
  Array.from({ length: n }, (_, i) => ({ method: 'GET', url: `/items/${i}` }));
const bodies = (n: number): Result[] => reads(n).map(({ url }) => ({ body: { url } }));
const offline = () => new GraphFailure('offline', 'No answer came');
const failuresIn = (results: Result[]) =>
  results.map((result) => (result instanceof GraphFailure ? result.reason : ''));

describe('asking for many things', () => {
  it('asks twenty at a time', async () => {
    const { graph, batches } = batching(good);
    expect(await sendAll(graph, reads(45), now)).toEqual(bodies(45));
    expect(batches.map((batch) => batch.length)).toEqual([20, 20, 5]);
    for (const batch of batches) {
      expect(new Set(batch.map(({ id }) => id)).size).toBe(batch.length);
      // Nothing else stands in a reading; above all nothing that makes members wait for each other ([C130]).
      for (const asked of batch) expect(Object.keys(asked)).toEqual(['id', 'method', 'url']);
    }
  });

  it('asks nothing for nothing', async () => {
    const { graph, batches, alone } = batching(good);
    expect(await sendAll(graph, [], now)).toEqual([]);
    expect([batches, alone]).toEqual([[], []]);
  });

  it('gives the results in the order asked, in whatever order they came', async () => {
    const backwards = batching(good, (responses) => ({ responses: responses.toReversed() }));
    expect(await sendAll(backwards.graph, reads(25), now)).toEqual(bodies(25));
  });

  it('sends writes with what Graph wants of them', async () => {
    const { graph, batches } = batching(good);
    await sendAll(
      graph,
      [
        { method: 'POST', url: '/items', body: { fields: { Title: 'a' } } },
        { method: 'PATCH', url: '/items/1', body: { fields: {} }, etag: '"x,1"' },
      ],
      now,
    );
    const json = { 'Content-Type': 'application/json' };
    expect(batches).toEqual([
      [
        { id: '0', method: 'POST', url: '/items', headers: json, body: { fields: { Title: 'a' } } },
        {
          id: '1',
          method: 'PATCH',
          url: '/items/1',
          headers: { ...json, 'If-Match': '"x,1"' },
          body: { fields: {} },
        },
      ],
    ]);
  });

  it('sends what is alone without the envelope, also at the end of many', async () => {
    const body = { fields: {} };
    const { graph, batches, alone } = batching(good);
    await sendAll(graph, [{ method: 'GET', url: '/items' }], now);
    await sendAll(graph, [{ method: 'POST', url: '/items', body }], now);
    await sendAll(graph, [{ method: 'PATCH', url: '/items/1', body, etag: '"x,1"' }], now);
    expect(batches).toEqual([]);
    expect(alone).toEqual([
      ['GET', '/items'],
      ['POST', '/items', body],
      ['PATCH', '/items/1', body, '"x,1"'],
    ]);
    expect(await sendAll(graph, reads(21), now)).toEqual(bodies(21));
    expect(alone.at(-1)).toEqual(['GET', '/items/20']);
  });
});

describe('a member that fails', () => {
  it.each(['Retry-After', 'retry-after'])(
    'has its own failure, with %s and request id as it brought them, and the others succeed',
    async (name) => {
      const { graph } = batching((asked) =>
        asked.url === '/items/1'
          ? {
              id: asked.id,
              status: 429,
              headers: { [name]: '2.5', 'Content-Type': 'application/json' },
              body: {
                error: {
                  code: 'activityLimitReached',
                  message: 'Slow down',
                  innerError: { date: '2023-08-25T08:00:00', 'request-id': 'r-7' },
                },
              },
            }
          : good(asked),
      );
      const results = await sendAll(graph, reads(3), now);
      expect(results[1]).toBeInstanceOf(GraphFailure);
      expect(results[1]).toMatchObject({
        reason: 'throttled',
        status: 429,
        code: 'activityLimitReached',
        message: 'Slow down',
        retryAfterMs: 3000,
        requestId: 'r-7',
      });
      expect([results[0], results[2]]).toEqual([bodies(3)[0], bodies(3)[2]]);
    },
  );

  it('without a body is told by its status', async () => {
    const { graph } = batching(({ id }) => ({ id, status: 403 }));
    expect((await sendAll(graph, reads(2), now))[1]).toMatchObject({ reason: 'forbidden', code: '' });
  });

  it('and is missing altogether, is "unavailable", never an empty list', async () => {
    const { graph } = batching(good, (responses) => ({ responses: responses.slice(1) }));
    expect(failuresIn(await sendAll(graph, reads(3), now))).toEqual(['unavailable', '', '']);
  });

  it('alone fails like a member when Graph refused it, and is thrown when nobody answered', async () => {
    const { graph } = batching(good);
    const refused = new GraphFailure('conflict', 'Newer', { status: 412 });
    const failing = (failure: Error): Graph => ({ ...graph, get: () => Promise.reject(failure) });
    expect(await sendAll(failing(refused), reads(1), now)).toEqual([refused]);
    await expect(sendAll(failing(offline()), reads(1), now)).rejects.toMatchObject({ reason: 'offline' });
    await expect(sendAll(failing(new TypeError('a slip')), reads(1), now)).rejects.toThrow('a slip');
  });
});

describe('a whole batch that fails', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['text for a status', { responses: [{ id: '1', status: '200' }] }],
    ['members without id', { responses: [{ status: 200 }] }],
  ])('the whole answer being %s is "unavailable"', async (_, whole) => {
    const { graph } = batching(good, () => whole);
    await expect(sendAll(graph, reads(2), now)).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('is thrown when it is the first', async () => {
    const { graph, batches } = batching(good, () => {
      throw offline();
    });
    await expect(sendAll(graph, reads(45), now)).rejects.toMatchObject({ reason: 'offline' });
    expect(batches).toHaveLength(1);
  });

  it('is the failure of its members when it is a later one, and of those that are left unsent', async () => {
    const { graph, batches } = batching(good, (responses, batch) => {
      if (batch === 2) throw offline();
      return { responses };
    });
    const results = await sendAll(graph, reads(45), now);
    expect(results.slice(0, 20)).toEqual(bodies(20));
    expect(failuresIn(results.slice(20))).toEqual(Array<string>(25).fill('offline'));
    expect(batches).toHaveLength(2);
  });
});
