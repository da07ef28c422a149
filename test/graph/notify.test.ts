import { afterEach, describe, expect, it } from 'vitest';
import type { Notification } from '../../src/environment.ts';
import { graphClient } from '../../src/graph/client.ts';
import { notifier, notifyScopes } from '../../src/graph/notify.ts';
import { openTenant, type Tenant } from '../tenant.ts';

const karin = { id: 'b0000000-0000-4000-8000-000000000001', name: 'Karin Holm' };
const eva = { id: 'b0000000-0000-4000-8000-000000000002', name: 'Eva Strand' };
const link = 'https://teams.microsoft.com/l/entity/app/overview?label=Kost';
const assigned: Notification = {
  to: karin,
  kind: 'goalAssigned',
  topic: 'Kost',
  preview: 'Minskat avfall. Säg gärna om ni är överens eller vill prata.',
  parameters: { goals: 'Minskat avfall', unit: 'Kost' },
  link,
};

type Answer = () => Response | Error;

/** A sender on a network that answers so, with a clock that stands until it is moved. */
function senderOn(...answers: Answer[]) {
  const sent: { path: string; body: unknown; authorization: string | null }[] = [];
  let nowMs = 0;
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const authorization = request.headers.get('Authorization');
    sent.push({ path: `${request.method} ${pathname}`, body: await request.json(), authorization });
    const answer = answers[Math.min(sent.length, answers.length) - 1]?.() ?? done();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const getToken = (scopes: readonly string[]) => Promise.resolve(scopes.join(' '));
  const graph = graphClient({ fetch: send, getToken, now: () => new Date(nowMs) }, notifyScopes);
  return { sent, notify: notifier(graph, () => nowMs), pass: (ms: number) => (nowMs += ms) };
}

const done: Answer = () => new Response(null, { status: 204 });
const refused =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ error: { code: 'x', message: 'x' } }, { status, headers });

describe('telling somebody', () => {
  it('is one POST to that person, with what Teams needs', async () => {
    const { sent, notify } = senderOn(done);
    expect(await notify(assigned)).toBe('sent');
    expect(sent).toEqual([
      {
        path: `POST /v1.0/users/${karin.id}/teamwork/sendActivityNotification`,
        authorization: 'Bearer User.Read TeamsActivity.Send',
        body: {
          topic: { source: 'text', value: 'Kost', webUrl: link },
          activityType: 'goalAssigned',
          previewText: { content: assigned.preview },
          templateParameters: [
            { name: 'goals', value: 'Minskat avfall' },
            { name: 'unit', value: 'Kost' },
          ],
        },
      },
    ]);
  });

  it.each<[string, Answer, string]>([
    ['no answer', () => new TypeError('Failed to fetch'), 'unclear'],
    ['a page of a captive portal', () => new Response('<html>Logga in</html>'), 'unclear'],
    ['500', refused(500), 'unclear'],
    ['503', refused(503, { 'Retry-After': '1' }), 'unclear'],
    ['504', refused(504), 'unclear'],
    ['409', refused(409), 'unclear'],
    ['429', refused(429, { 'Retry-After': '5' }), 'later'],
    ['401', refused(401), 'notAllowed'],
    ['403', refused(403), 'notAllowed'],
    ['404', refused(404), 'notFound'],
    ['400', refused(400), 'notFound'],
  ])('[A16] %s is told as it is, and nothing is sent a second time', async (_, answer, outcome) => {
    const { sent, notify } = senderOn(answer, done);
    expect(await notify(assigned)).toBe(outcome);
    expect(sent).toHaveLength(1);
  });

  it('[A16] without a token nothing is sent', async () => {
    const graph = graphClient({
      fetch: () => Promise.reject(new Error('Nothing is to be sent')),
      getToken: () => Promise.reject(new Error('no consent')),
      now: () => new Date(0),
    });
    expect(await notifier(graph, () => 0)(assigned)).toBe('notAllowed');
  });

  it('[A16] the eleventh to one person in a minute waits, and others do not', async () => {
    const { sent, notify, pass } = senderOn(done);
    for (let n = 0; n < 10; n += 1) {
      expect(await notify(assigned)).toBe('sent');
      pass(1000);
    }
    expect(await notify(assigned)).toBe('later');
    expect(await notify({ ...assigned, to: eva })).toBe('sent');
    expect(sent).toHaveLength(11);
    // The first one is a minute old, the second is not.
    pass(50_000);
    expect(await notify(assigned)).toBe('sent');
    expect(await notify(assigned)).toBe('later');
  });

  it.each([
    ['a minute', {}, 60_000],
    ['as long as it was told', { 'Retry-After': '150' }, 150_000],
  ])('[A16] after a 429 nobody is told for %s', async (_, headers, waitMs) => {
    const { sent, notify, pass } = senderOn(refused(429, headers), done);
    expect(await notify(assigned)).toBe('later');
    pass(waitMs - 1);
    expect(await notify({ ...assigned, to: eva })).toBe('later');
    expect(sent).toHaveLength(1);
    pass(1);
    expect(await notify(assigned)).toBe('sent');
    expect(sent).toHaveLength(2);
  });

  it('throws what is not Graph’s', async () => {
    const { graph } = { graph: { post: () => Promise.reject(new RangeError('a bug')) } };
    const notify = notifier(graph as never, () => 0);
    await expect(notify(assigned)).rejects.toThrow('a bug');
  });
});

describe('on the stand-in, as the manifest declares it', () => {
  let tenant: Tenant | undefined;
  afterEach(() => tenant?.close());

  function office() {
    tenant = openTenant();
    const { people } = tenant.organisation;
    const called = (name: string) => {
      const person = people.find((one) => one.name === name);
      if (!person) throw new Error(`There is no ${name}`);
      return { id: person.id, name };
    };
    const anders = called('Anders Ekholm');
    const graph = tenant.graphFor(anders.id, notifyScopes);
    return { tenant, to: called('Karin Holm'), notify: notifier(graph, () => 0) };
  }

  it.each([
    ['goalAssigned', { goals: 'två mål', unit: 'Kost' }, 'Anders Ekholm har fördelat två mål till Kost'],
    [
      'goalRequested',
      { goals: 'Minskat avfall', unit: 'Kost' },
      'Anders Ekholm ber om Minskat avfall till Kost',
    ],
    ['reminder', { what: 'målen för 2023' }, 'Anders Ekholm påminner om målen för 2023'],
  ] as const)('%s stands in the recipient’s feed', async (kind, parameters, words) => {
    const { tenant: site, to, notify } = office();
    expect(await notify({ ...assigned, to, kind, parameters })).toBe('sent');
    expect(site.graph.feedOf(to.id)).toMatchObject([
      { text: words, preview: assigned.preview, topic: 'Kost', link, actor: { name: 'Anders Ekholm' } },
    ]);
  });

  it('a parameter that is missing, and a person whom nobody knows, are told', async () => {
    const { tenant: site, to, notify } = office();
    expect(await notify({ ...assigned, to, parameters: { unit: 'Kost' } })).toBe('notFound');
    expect(await notify({ ...assigned, to: karin })).toBe('notFound');
    expect(site.graph.feedOf(to.id)).toEqual([]);
  });
});
