import { describe, expect, it } from 'vitest';
import { getAll } from '../../src/graph/batch.ts';
import type { Graph } from '../../src/graph/client.ts';
import { GraphFailure } from '../../src/graph/failure.ts';

type Asked = { id: string; method: string; url: string };
type Member = { id: string; status: number; headers?: Record<string, string>; body?: unknown };

const now = () => new Date('2023-08-25T08:00:00Z');

/** A Graph that answers each member as `member` says, and the whole batch as `whole` says. */
function batching(
  member: (asked: Asked) => Member,
  whole: (members: Member[]) => unknown = (responses) => ({ responses }),
) {
  const batches: Asked[][] = [];
  const refuse = () => Promise.reject(new Error('Only batches are expected here'));
  const graph: Graph = {
    get: refuse,
    patch: refuse,
    post(path, body) {
      if (path !== '/$batch') return refuse();
      const { requests } = body as { requests: Asked[] };
      batches.push(requests);
      return Promise.resolve(whole(requests.map(member)));
    },
  };
  return { graph, batches };
}

const good = ({ id, url }: Asked): Member => ({ id, status: 200, body: { url } });
const paths = (n: number) => Array.from({ length: n }, (_, i) => `/items/${i}`);
const bodies = (n: number) => paths(n).map((url) => ({ url }));

async function failureOf(call: Promise<unknown>): Promise<GraphFailure> {
  const failure: unknown = await call.catch((thrown: unknown) => thrown);
  if (!(failure instanceof GraphFailure)) throw new Error(`No GraphFailure: ${String(failure)}`);
  return failure;
}

describe('reading many', () => {
  it('asks twenty at a time', async () => {
    const { graph, batches } = batching(good);
    expect(await getAll(graph, paths(45), now)).toEqual(bodies(45));
    expect(batches.map((batch) => batch.length)).toEqual([20, 20, 5]);
    for (const batch of batches) {
      expect(new Set(batch.map(({ id }) => id)).size).toBe(batch.length);
      expect(batch.every(({ method }) => method === 'GET')).toBe(true);
    }
  });

  it('asks nothing for nothing', async () => {
    const { graph, batches } = batching(good);
    expect(await getAll(graph, [], now)).toEqual([]);
    expect(batches).toEqual([]);
  });

  it('gives the bodies in the order asked, in whatever order they came', async () => {
    const backwards = batching(good, (members) => ({ responses: members.toReversed() }));
    expect(await getAll(backwards.graph, paths(25), now)).toEqual(bodies(25));
  });
});

describe('a member that fails', () => {
  it.each(['Retry-After', 'retry-after'])(
    'throws its own failure, with %s and request id as it brought them',
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
      expect(await failureOf(getAll(graph, paths(3), now))).toMatchObject({
        reason: 'throttled',
        status: 429,
        code: 'activityLimitReached',
        message: 'Slow down',
        retryAfterMs: 3000,
        requestId: 'r-7',
      });
    },
  );

  it('without a body is told by its status', async () => {
    const { graph } = batching(({ id }) => ({ id, status: 403 }));
    expect(await failureOf(getAll(graph, paths(1), now))).toMatchObject({ reason: 'forbidden', code: '' });
  });

  it('and is missing altogether, is "unavailable", never an empty list', async () => {
    const { graph } = batching(good, (members) => ({ responses: members.slice(1) }));
    expect(await failureOf(getAll(graph, paths(3), now))).toMatchObject({ reason: 'unavailable' });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['text for a status', { responses: [{ id: '1', status: '200' }] }],
    ['members without id', { responses: [{ status: 200 }] }],
  ])('the whole answer being %s is "unavailable"', async (_, whole) => {
    const { graph } = batching(good, () => whole);
    expect(await failureOf(getAll(graph, paths(1), now))).toMatchObject({ reason: 'unavailable' });
  });
});
