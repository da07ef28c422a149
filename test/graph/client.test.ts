import { describe, expect, it } from 'vitest';
import { everydayScopes, graphClient, setupScopes } from '../../src/graph/client.ts';
import { GraphFailure } from '../../src/graph/failure.ts';

type Sent = { method: string; url: string; headers: Headers; body: string };

/** A network that answers with these in turn, the last one again and again, and remembers what it was asked. */
function network(...answers: (() => Response | Error)[]) {
  const sent: Sent[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, url, headers } = request;
    sent.push({ method, url, headers, body: await request.text() });
    const answer = answers[Math.min(sent.length, answers.length) - 1]?.() ?? Response.json({});
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { sent, send };
}

const token = (scopes: readonly string[]) => Promise.resolve(`token for ${scopes.join(' ')}`);
const now = () => new Date('2023-08-25T08:00:00Z');

function clientOn(...answers: (() => Response | Error)[]) {
  const { sent, send } = network(...answers);
  return { sent, graph: graphClient({ fetch: send, getToken: token, now }) };
}

async function failureOf(call: Promise<unknown>): Promise<GraphFailure> {
  const failure: unknown = await call.catch((thrown: unknown) => thrown);
  if (!(failure instanceof GraphFailure)) throw new Error(`No GraphFailure: ${String(failure)}`);
  return failure;
}

const refused = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: `It is ${code}` } }, { status, headers });

describe('a call to Graph', () => {
  it('goes to v1.0 with a token for the scopes of the day', async () => {
    const { sent, graph } = clientOn(() => Response.json({ id: '1' }));
    expect(await graph.get('/me')).toEqual({ id: '1' });
    expect(sent).toMatchObject([{ method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' }]);
    expect(sent[0]?.headers.get('Authorization')).toBe(`Bearer token for ${everydayScopes.join(' ')}`);
  });

  it('asks for more rights where they were asked for', async () => {
    const { sent, send } = network(() => Response.json({}));
    await graphClient({ fetch: send, getToken: token, now }, setupScopes).get('/me');
    expect(sent[0]?.headers.get('Authorization')).toBe(`Bearer token for ${setupScopes.join(' ')}`);
  });

  it('asks for a token at each call, so that a renewed one is used', async () => {
    const { sent, send } = network(() => Response.json({}));
    let turn = 0;
    const graph = graphClient({ fetch: send, getToken: () => Promise.resolve(`t${++turn}`), now });
    await graph.get('/me');
    await graph.get('/me');
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('sends a body as JSON', async () => {
    const { sent, graph } = clientOn(() => Response.json({}, { status: 201 }));
    await graph.post('/sites/x/lists/y/items', { fields: { Title: 'Å 🌱 "så"' } });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ fields: { Title: 'Å 🌱 "så"' } });
    expect(sent[0]?.headers.get('Content-Type')).toContain('application/json');
  });

  it('keeps the address as it was asked, with its quotes and signs', async () => {
    const { sent, graph } = clientOn(() => Response.json({}));
    const filter = `$filter=fields/Key eq '${encodeURIComponent("o''brien & co #1+1=2?")}'`;
    await graph.get(`/sites/x/lists/y/items?$select=id,eTag&$expand=fields($select=Title,Key)&${filter}`);
    const { searchParams } = new URL(sent[0]?.url ?? '');
    expect(searchParams.get('$filter')).toBe("fields/Key eq 'o''brien & co #1+1=2?'");
    expect(searchParams.get('$expand')).toBe('fields($select=Title,Key)');
    expect(searchParams.get('$select')).toBe('id,eTag');
  });

  it('sends the version that must still stand, and none where none is named', async () => {
    const { sent, graph } = clientOn(() => Response.json({}));
    await graph.patch('/x', { a: 1 }, '"abc,1"');
    await graph.patch('/x', { a: 1 });
    expect(sent.map(({ method, headers }) => [method, headers.get('If-Match')])).toEqual([
      ['PATCH', '"abc,1"'],
      ['PATCH', null],
    ]);
  });

  it('takes an empty answer for one', async () => {
    expect(await clientOn(() => new Response(null, { status: 204 })).graph.post('/x', {})).toBeUndefined();
  });
});

describe('a call that fails', () => {
  it('carries reason, status, code, words and request id', async () => {
    const { graph } = clientOn(() => refused(404, 'itemNotFound', { 'request-id': 'r-1' }));
    expect(await failureOf(graph.get('/x'))).toMatchObject({
      reason: 'notFound',
      status: 404,
      code: 'itemNotFound',
      message: 'It is itemNotFound',
      requestId: 'r-1',
    });
  });

  it('is a conflict when the version no longer stands', async () => {
    const { graph } = clientOn(() => refused(412, 'resourceModified'));
    expect(await failureOf(graph.patch('/x', {}, '"old"'))).toMatchObject({
      reason: 'conflict',
      status: 412,
    });
  });

  it('carries how long to wait', async () => {
    const { graph } = clientOn(() => refused(429, 'activityLimitReached', { 'Retry-After': '2.128' }));
    expect(await failureOf(graph.get('/x'))).toMatchObject({ reason: 'throttled', retryAfterMs: 3000 });
  });

  it('is offline when no answer came', async () => {
    const cause = new TypeError('Failed to fetch');
    const failure = await failureOf(clientOn(() => cause).graph.get('/x'));
    expect(failure).toMatchObject({ reason: 'offline', status: 0, cause });
  });

  it('is signed out when no token could be had, and nothing is sent', async () => {
    const { sent, send } = network(() => Response.json({}));
    const cause = new Error('popup blocked');
    const graph = graphClient({ fetch: send, getToken: () => Promise.reject(cause), now });
    expect(await failureOf(graph.get('/x'))).toMatchObject({ reason: 'signedOut', cause });
    expect(sent).toEqual([]);
  });

  it('tells two calls at the same time apart', async () => {
    let turn = 0;
    const send: typeof fetch = () => {
      turn += 1;
      return turn === 1 ? Promise.reject(new TypeError('gone')) : Promise.resolve(Response.json({ id: '2' }));
    };
    const graph = graphClient({ fetch: send, getToken: token, now });
    const [first, second] = await Promise.all([failureOf(graph.get('/a')), graph.get('/b')]);
    expect(first.reason).toBe('offline');
    expect(second).toEqual({ id: '2' });
  });

  it.each<[string, () => Response]>([
    ["a captive portal's page", () => new Response('<!doctype html><title>Wifi</title>')],
    ['a body that was cut off', () => new Response('{"value":[{"id":"1"')],
  ])('is unavailable when 200 brings %s', async (_, answer) => {
    expect(await failureOf(clientOn(answer).graph.get('/x'))).toMatchObject({
      reason: 'unavailable',
      status: 200,
    });
  });

  it('keeps its reason when the answer is no envelope of Graph', async () => {
    const bodies = ['<h1>Bad gateway</h1>', '', '"text"', '{"error":"text"}', '{"error":{"code":5}}', 'null'];
    for (const body of bodies) {
      const { graph } = clientOn(() => new Response(body, { status: 502 }));
      expect(await failureOf(graph.get('/x'))).toMatchObject({
        reason: 'unavailable',
        status: 502,
        code: '',
        message: 'Graph answered 502',
        requestId: '',
      });
    }
  });

  it.each([429, 500, 502, 503, 504])(
    'is told once: a create answered with %i is never sent again by itself',
    async (status) => {
      const { sent, graph } = clientOn(() => refused(status, 'busy', { 'Retry-After': '0' }));
      await failureOf(graph.post('/x', { fields: {} }));
      await failureOf(graph.patch('/x', { fields: {} }));
      await failureOf(graph.get('/x'));
      expect(sent.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'GET']);
    },
  );
});
