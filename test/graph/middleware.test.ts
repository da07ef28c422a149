import { describe, expect, it } from 'vitest';
import { SignInFailed } from '../../src/basics/signInFailed.ts';
import { sendAll } from '../../src/graph/batch.ts';
import { claimsIn } from '../../src/graph/challenge.ts';
import { everydayScopes, graphClient } from '../../src/graph/client.ts';
import { GraphFailure } from '../../src/graph/failure.ts';
import { openTenant } from '../tenant.ts';
import { createTokens } from '../../standin/tokens.ts';

const now = () => new Date('2023-08-25T08:00:00Z');
const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1692950400' } } });
const inBase64 = (text: string) => Buffer.from(text).toString('base64');
const challengeOf = (encoded: string) =>
  `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`;
const challenge = () =>
  Response.json(
    { error: { code: 'InvalidAuthenticationToken', message: 'Not good enough' } },
    { status: 401, headers: { 'WWW-Authenticate': challengeOf(inBase64(claims)) } },
  );

/** Graph behind a token that each asking makes anew, with what was asked and sent. */
function clientOn(...answers: (() => Response)[]) {
  const sent: { authorization: string | null; body: string }[] = [];
  const asked: (string | undefined)[] = [];
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push({ authorization: request.headers.get('Authorization'), body: await request.text() });
    return answers[Math.min(sent.length, answers.length) - 1]?.() ?? Response.json({});
  };
  const getToken = (_: readonly string[], wanted?: string) => {
    asked.push(wanted);
    return Promise.resolve(`t${asked.length}`);
  };
  return { sent, asked, graph: graphClient({ fetch: send, getToken, now }) };
}

async function failureOf(call: Promise<unknown>): Promise<GraphFailure> {
  const failure: unknown = await call.catch((thrown: unknown) => thrown);
  if (!(failure instanceof GraphFailure)) throw new Error(`No GraphFailure: ${String(failure)}`);
  return failure;
}

describe('[T8] a claims challenge', () => {
  it('is answered with a token for its claims, and the request goes once more, whole', async () => {
    const { graph, sent, asked } = clientOn(challenge, () => Response.json({ id: '1' }));
    expect(await graph.post('/x', { fields: { Title: 'Å' } })).toEqual({ id: '1' });
    expect(asked).toEqual([undefined, claims]);
    expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer t1', 'Bearer t2']);
    expect(sent[1]?.body).toBe(sent[0]?.body);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ fields: { Title: 'Å' } });
  });

  it('that comes again is not answered again', async () => {
    const { graph, sent } = clientOn(challenge);
    expect(await failureOf(graph.get('/x'))).toMatchObject({ reason: 'signedOut', status: 401 });
    expect(sent).toHaveLength(2);
  });

  it('is none where a 401 says something else, or its claims are not what they should be', async () => {
    for (const header of ['Bearer realm=""', challengeOf('not base64 ?'), challengeOf(inBase64('[1]'))]) {
      const { graph, sent } = clientOn(() =>
        Response.json({ error: {} }, { status: 401, headers: { 'WWW-Authenticate': header } }),
      );
      expect(await failureOf(graph.get('/x'))).toMatchObject({ reason: 'signedOut' });
      expect(sent).toHaveLength(1);
    }
  });

  it.each([
    ['as Graph writes it', challengeOf(inBase64(claims)), claims],
    [
      'without quotes around the error',
      `Bearer error=insufficient_claims, claims="${inBase64(claims)}"`,
      claims,
    ],
    [
      'in the alphabet of addresses',
      challengeOf(Buffer.from('{"a":{"b":"???>>>"}}').toString('base64url')),
      '{"a":{"b":"???>>>"}}',
    ],
    ['with letters beyond ASCII', challengeOf(inBase64('{"a":{"b":"å"}}')), '{"a":{"b":"å"}}'],
    [
      'another error',
      challengeOf(inBase64(claims)).replace('insufficient_claims', 'invalid_token'),
      undefined,
    ],
    ['no claims', 'Bearer error="insufficient_claims"', undefined],
    ['empty claims', challengeOf(inBase64('{}')), undefined],
    ['a text', challengeOf(inBase64('"hello"')), undefined],
    ['claims that are no objects', challengeOf(inBase64('{"access_token":"x"}')), undefined],
    ['half a letter', challengeOf(Buffer.from([0x7b, 0xc3]).toString('base64')), undefined],
    ['very long', challengeOf(inBase64(JSON.stringify({ a: { b: 'x'.repeat(4_000) } }))), undefined],
    ['nothing', null, undefined],
  ])('is read: %s', (_, header, read) => {
    expect(claimsIn(header)).toBe(read);
  });
});

describe('[T8] a challenge within a batch', () => {
  const members = ['a', 'b', 'c'].map((name) => ({ method: 'GET' as const, url: `/${name}` }));
  const answerTo = (id: string, isChallenged: boolean) =>
    isChallenged
      ? {
          id,
          status: 401,
          headers: { 'www-authenticate': challengeOf(inBase64(claims)) },
          body: { error: {} },
        }
      : { id, status: 200, body: { id } };
  const batch =
    (...challenged: string[]) =>
    (body: string) => {
      const { requests } = JSON.parse(body) as { requests: { id: string }[] };
      return Response.json({ responses: requests.map(({ id }) => answerTo(id, challenged.includes(id))) });
    };

  function batching(...answers: ((body: string) => Response)[]) {
    const sent: string[][] = [];
    const asked: (string | undefined)[] = [];
    const send: typeof fetch = async (input, init) => {
      const body = await new Request(input, init).text();
      sent.push((JSON.parse(body) as { requests: { id: string }[] }).requests.map(({ id }) => id));
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (!answer) throw new TypeError('Failed to fetch');
      return answer(body);
    };
    const getToken = (_: readonly string[], wanted?: string) => {
      asked.push(wanted);
      return Promise.resolve('t');
    };
    return { sent, asked, graph: graphClient({ fetch: send, getToken, now }) };
  }

  it('sends the challenged members once more, and those alone', async () => {
    const { graph, sent, asked } = batching(batch('0', '2'), batch());
    expect(await sendAll(graph, members, now)).toEqual(['0', '1', '2'].map((id) => ({ body: { id } })));
    expect(sent).toEqual([
      ['0', '1', '2'],
      ['0', '2'],
    ]);
    expect(asked).toEqual([undefined, claims]);
  });

  it('leaves those refused that are challenged again', async () => {
    const { graph, sent } = batching(batch('1'));
    const results = await sendAll(graph, members, now);
    expect(results.map((one) => (one instanceof GraphFailure ? one.reason : 'done'))).toEqual([
      'done',
      'signedOut',
      'done',
    ]);
    expect(sent).toHaveLength(2);
  });

  it('lets what was done stand when the network goes before the second', async () => {
    const { graph } = batching(batch('1'), () => {
      throw new TypeError('Failed to fetch');
    });
    const results = await sendAll(graph, members, now);
    expect(results.map((one) => (one instanceof GraphFailure ? one.reason : 'done'))).toEqual([
      'done',
      'offline',
      'done',
    ]);
  });
});

describe('no token', () => {
  it.each([
    ['cancelled', 'signedOut', 'cancelled'],
    ['consent', 'signedOut', 'consent'],
    ['offline', 'offline', ''],
  ] as const)('[T7] because %s is %s, with the reason for the page', async (why, reason, code) => {
    const getToken = () => Promise.reject(new SignInFailed(why));
    const graph = graphClient({ fetch: () => Promise.reject(new Error('sent')), getToken, now });
    expect(await failureOf(graph.get('/x'))).toMatchObject({ reason, code, status: 0 });
  });
});

describe('against the stand-in’s Graph', () => {
  it('[T8] [C126] the product’s own client gets through a challenge, alone and in a batch', async () => {
    const tenant = openTenant();
    const { organisation, people } = tenant;
    const person = organisation.people.find(({ id }) => id === people.owner);
    if (!person) throw new Error('The region has no owner');
    const { tenantId } = organisation;
    const tokens = createTokens('a secret of this test alone');
    const asked: (string | undefined)[] = [];
    const getToken = async (scopes: readonly string[], wanted?: string) => {
      asked.push(wanted);
      const more = wanted === undefined ? {} : { claims: wanted };
      return (
        await tokens.issue({
          person,
          tenantId,
          clientId: '11111111-1111-4111-8111-111111111111',
          scopes: [...scopes],
          ...more,
        })
      ).accessToken;
    };
    const graph = graphClient({ fetch: tenant.fetch, getToken, now }, everydayScopes);
    try {
      await graph.get('/me');
      tenant.graph.challenge(person.id);
      await graph.get('/me');
      const results = await sendAll(
        graph,
        [
          { method: 'GET', url: '/me' },
          { method: 'GET', url: '/me' },
        ],
        now,
      );
      expect(results.map((one) => one instanceof GraphFailure)).toEqual([false, false]);
      expect(asked.filter((one) => one !== undefined).length).toBeGreaterThan(0);
    } finally {
      tenant.close();
    }
  });
});
