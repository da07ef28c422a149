import { describe, expect, it } from 'vitest';
import { GraphFailure, tooManyRows } from '../../src/graph/failure.ts';
import { openSite } from '../../src/lists/site.ts';
import { changes, read } from '../siteCalls.ts';
import { addressOf, item, now, origin, Refused, scripted, tombstone, where } from './scriptedGraph.ts';

type Page = { value?: unknown[]; next?: string; last?: string; [other: string]: unknown };

const delta = `${addressOf('goals')}/items/delta`;
const link = (token: string) => `${origin}${delta}?token=${token}`;
const pageOf = ({ next, last, ...body }: Page) => ({
  ...body,
  ...(next === undefined ? {} : { '@odata.nextLink': link(next) }),
  ...(last === undefined ? {} : { '@odata.deltaLink': link(last) }),
});

/** A site whose goals' changes come as these pages, the first one to any question that has no token of theirs. */
function telling(pages: Record<string, Page | Refused>, rows: () => unknown = () => ({ value: [] })) {
  const { graph, rounds } = scripted((path) => {
    if (!path.startsWith(delta)) return rows();
    const token = new URLSearchParams(path.split('?')[1]).get('token') ?? '';
    const page = pages[token] ?? pages['first'];
    return page instanceof Refused ? page : pageOf(page ?? {});
  });
  return { site: openSite(graph, where, now), asked: () => rounds.slice(2), rounds };
}

describe('changes', () => {
  it('are asked for as rows are, in the largest pages, and since a link of Graph’s as it came', async () => {
    const { site, asked } = telling({ first: { value: [], last: 't1' }, t1: { value: [], last: 't2' } });
    const { token } = await changes(site, 'goals');
    expect(token).toBe(`${delta}?token=t1`);
    await changes(site, 'goals', token);
    await changes(site, 'goals', 'latest');
    const [first, since, latest] = asked().map(([path]) => path ?? '');
    expect(first).toMatch(/^[^?]+\/items\/delta\?\$select=id,eTag,lastModifiedDateTime&\$expand=fields/);
    expect(first).toMatch(/&\$top=5000$/);
    expect(since).toBe(token);
    expect(latest).toBe(`${first}&token=latest`);
  });

  it('come page by page, and the last time that a row is told holds', async () => {
    const { site } = telling({
      first: { value: [item(1), item(2), tombstone(3), item(4, 'Först')], next: 'p2' },
      p2: { value: [], next: 'p3' },
      p3: { value: [tombstone(1), item(3, 'Åter'), item(4, 'Sist')], last: 't1' },
    });
    const { stored, gone, token } = await changes(site, 'goals');
    expect(Object.fromEntries(stored.map(({ itemId, row }) => [itemId, row.title]))).toEqual({
      2: 'Rad 2',
      3: 'Åter',
      4: 'Sist',
    });
    expect(gone).toEqual(['1']);
    expect(token).toBe(`${delta}?token=t1`);
  });

  it('set aside what is unreadable, each row by itself', async () => {
    const nonsense = { ...item(1), fields: { ...item(1).fields, State: 'asleep' } };
    const { site } = telling({ first: { value: [nonsense, {}, null, item(2)], last: 't1' } });
    const { stored, setAside } = await changes(site, 'goals');
    expect(stored.map(({ itemId }) => itemId)).toEqual(['2']);
    expect(setAside.map(({ itemId, why }) => [itemId, why])).toEqual([
      ['1', 'state'],
      ['?', 'not a list item'],
      ['?', 'not a list item'],
    ]);
  });

  it.each<[string, Page]>([
    ['no end', { value: [] }],
    ['no rows', { last: 't1' }],
    ['a link that is none', { value: [], '@odata.nextLink': 'next' }],
    ['an error', { error: { code: 'generalException' } }],
  ])('with %s are "unavailable"', async (_, page) => {
    await expect(changes(telling({ first: page }).site, 'goals')).rejects.toMatchObject({
      reason: 'unavailable',
    });
  });

  it.each<[string, Page | Refused]>([
    ['breaks off with an error in a good answer', { value: [], error: { message: 'Cannot write' } }],
    ['is of a list that is gone', new Refused(404)],
  ])('since a token that %s have to be read anew: 410', async (_, page) => {
    const { site } = telling({ t1: page });
    await expect(changes(site, 'goals', `${delta}?token=t1`)).rejects.toMatchObject({
      reason: 'notFound',
      status: 410,
    });
  });

  it.each(['', 't1', 'https://example.com/items/delta', '/me/messages', '/sites/a/lists/b/items'])(
    'since what is no link of Graph’s are not asked for: %j',
    async (since) => {
      const { site, asked } = telling({ first: { value: [], last: 't1' } });
      await expect(changes(site, 'goals', since)).rejects.toMatchObject({ reason: 'invalid' });
      expect(asked()).toEqual([]);
    },
  );
});

describe('changes and rows in one round', () => {
  it('are one batch, and only what has further pages is asked again', async () => {
    const { site, asked } = telling(
      { first: { value: [], next: 'p2' }, p2: { value: [], next: 'p3' }, p3: { value: [], last: 't1' } },
      () => ({ value: [item(1)] }),
    );
    const [rows, changed] = await site.talk([
      { ask: 'rows', list: 'goals' },
      { ask: 'changes', list: 'goals' },
    ]);
    expect(rows).toMatchObject({ stored: [{ itemId: '1' }] });
    expect(changed).toMatchObject({ stored: [], token: `${delta}?token=t1` });
    const isDelta = asked().map((round) => round.map((path) => path.includes('delta')));
    expect(isDelta).toEqual([[false, true], [true], [true]]);
  });

  it.each([
    ['the first page', { first: new Refused(503) }],
    ['a later page', { first: { value: [], next: 'p2' }, p2: new Refused(503) }],
  ])('a failure of %s is that ask’s alone', async (_, pages) => {
    const { site } = telling(pages);
    const [changed, rows] = await site.talk([
      { ask: 'changes', list: 'goals' },
      { ask: 'rows', list: 'goals' },
    ]);
    expect(changed).toMatchObject({ reason: 'unavailable', status: 503 });
    expect(rows).toMatchObject({ stored: [] });
  });
});

describe('[C57] a filter that matches too many rows', () => {
  const shelf = { shelf: '2023/service' };
  const answering = (refused: Refused) => openSite(scripted(() => refused).graph, where, now);

  it.each(['alone', 'in a batch'])('is told apart from throttling: %s', async (how) => {
    const site = answering(new Refused(429));
    const asks = [{ ask: 'rows', list: 'activities', where: shelf } as const];
    if (how !== 'alone') asks.push({ ask: 'rows', list: 'comments', where: shelf } as never);
    for (const answer of await site.talk(asks))
      expect(answer).toMatchObject({ reason: 'throttled', status: 429, code: tooManyRows });
  });

  it('throttling says how long to wait, and has nothing to do with filters', async () => {
    const asks = [
      { ask: 'rows', list: 'activities', where: shelf },
      { ask: 'rows', list: 'comments' },
    ] as const;
    for (const answer of await answering(new Refused(429, { 'Retry-After': '5' })).talk(asks))
      expect(answer).toMatchObject({ reason: 'throttled', code: 'activityLimitReached', retryAfterMs: 5000 });
    const failure = await read(answering(new Refused(429)), ['comments']).catch((thrown: unknown) => thrown);
    expect(failure instanceof GraphFailure && failure.code).not.toBe(tooManyRows);
  });
});
