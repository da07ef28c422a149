import { describe, expect, it } from 'vitest';
import { GraphFailure } from '../../src/graph/failure.ts';
import { listNames, lists } from '../../src/lists/lists.ts';
import { openSite } from '../../src/lists/site.ts';
import type { Stored } from '../../src/world.ts';
import { aGoal } from '../builders.ts';
import { changes, read, update } from '../siteCalls.ts';
import { addresses, addressOf, item, now, Refused, scripted, where } from './scriptedGraph.ts';

type Kept = Record<string, string> | undefined;

/** A memory that begins with this, and a site whose lists stand only where `addressOf` says. */
function remembering(kept: unknown, site: Parameters<typeof openSite>[1] = where) {
  const memory = {
    kept: kept as Kept,
    written: 0,
    read: () => Promise.resolve(memory.kept),
    write(found: Record<string, string>) {
      memory.kept = found;
      memory.written += 1;
      return Promise.resolve();
    },
  };
  const { graph, rounds } = scripted((path) => {
    if (!path.startsWith('/sites/contoso,1,2/lists/id-')) return new Refused(404);
    if (/items\/\d+$/.test(path)) return path.endsWith('/404') ? new Refused(404) : item(1);
    return { value: [] };
  });
  return { memory, rounds, site: openSite(graph, site, now, memory) };
}

const moved = () => Object.fromEntries(listNames.map((list) => [list, `/sites/old/lists/${list}`]));
const stored = (itemId: string): Stored => ({
  list: 'goals',
  row: aGoal(),
  itemId,
  etag: '"x,1"',
  commandKey: 'c',
  changedAt: '',
});
const rename = {
  kind: 'update',
  list: 'goals',
  key: 'resor',
  fields: { title: { was: 'Målet resor', to: 'Ny' } },
} as const;

describe('where the lists are', () => {
  it('is asked once, and remembered', async () => {
    const { site, rounds, memory } = remembering(undefined);
    await Promise.all([read(site, ['goals']), read(site, ['units'])]);
    expect(rounds).toHaveLength(4);
    expect(memory.kept).toEqual(addresses());
  });

  it('is not asked when it is remembered', async () => {
    const { site, rounds, memory } = remembering(addresses());
    await read(site, ['goals']);
    expect(rounds.map(([path]) => path?.split('?')[0])).toEqual([`${addressOf('goals')}/items`]);
    expect(memory.written).toBe(0);
  });

  it('is not asked when it is configured, whatever is remembered', async () => {
    const ids = {
      siteId: 'contoso,1,2',
      lists: Object.fromEntries(listNames.map((list) => [lists[list].name, `id-${lists[list].name}`])),
    };
    const { site, rounds } = remembering(moved(), { ...where, ids });
    await read(site, ['goals']);
    expect(rounds.map(([path]) => path?.split('?')[0])).toEqual([`${addressOf('goals')}/items`]);
  });

  it('is asked when a list is missing in what is configured', async () => {
    const ids = { siteId: 'contoso,1,2', lists: { Goals: 'id-Goals' } };
    const { site, rounds } = remembering(undefined, { ...where, ids });
    await read(site, ['goals']);
    expect(rounds).toHaveLength(3);
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['text', 'goals'],
    ['too few lists', { goals: addressOf('goals') }],
    ['something else than addresses', { ...addresses(), goals: 'https://example.com' }],
    ['an address with a query', { ...addresses(), goals: `${addressOf('goals')}?x=1` }],
    ['numbers', { ...addresses(), goals: 7 }],
  ])('is asked when %s is remembered', async (_, kept) => {
    const { site, rounds, memory } = remembering(kept);
    await read(site, ['goals']);
    expect(rounds).toHaveLength(3);
    expect(memory.kept).toEqual(addresses());
  });

  it('is found without a memory that works', async () => {
    const { graph } = scripted(() => ({ value: [] }));
    const broken = () => Promise.reject(new Error('The disk is full'));
    const site = openSite(graph, where, now, { read: broken, write: broken });
    expect(await read(site, ['goals'])).toEqual({ stored: [], setAside: [] });
  });
});

describe('lists that are no longer where they were', () => {
  it('are looked up once again, and asked there', async () => {
    const { site, rounds, memory } = remembering(moved());
    const answers = await site.talk([
      { ask: 'rows', list: 'goals' },
      { ask: 'changes', list: 'units', since: `${moved()['units']}/items/delta?token=t` },
      { ask: 'update', change: rename, over: stored('1') },
      { ask: 'rows', list: 'units' },
    ]);
    expect(answers.map((answer) => answer instanceof GraphFailure && answer.status)).toEqual([
      false,
      410,
      false,
      false,
    ]);
    expect(rounds).toHaveLength(4);
    expect(memory.kept).toEqual(addresses());
    await read(site, ['goals']);
    expect(rounds).toHaveLength(5);
  });

  it('are looked up again when they were configured wrongly', async () => {
    const ids = {
      siteId: 'old',
      lists: Object.fromEntries(listNames.map((list) => [lists[list].name, 'nowhere'])),
    };
    const { site } = remembering(undefined, { ...where, ids });
    expect((await read(site, ['goals'], ['units'])).stored).toEqual([]);
  });

  it('are looked up once, by however many who miss them', async () => {
    const { site, rounds } = remembering(moved());
    await Promise.all([read(site, ['goals']), read(site, ['units'])]);
    expect(rounds).toHaveLength(6);
  });

  it('and cannot be looked up fail with the reason, while the others keep their answers', async () => {
    const { graph } = scripted((path) => (path.includes('old') ? new Refused(404) : { value: [] }));
    const offline = new GraphFailure('offline', 'No answer came');
    const noSite = { ...graph, get: () => Promise.reject(offline) };
    let kept: Record<string, string> = { ...addresses(), goals: '/sites/old/lists/goals' };
    const site = openSite(noSite, where, now, {
      read: () => Promise.resolve(kept),
      write: (found) => Promise.resolve(void (kept = found)),
    });
    const [goals, units] = await site.talk([
      { ask: 'rows', list: 'goals' },
      { ask: 'rows', list: 'units' },
    ]);
    expect(goals).toBe(offline);
    expect(units).toMatchObject({ stored: [] });
    expect(kept).toEqual({});
  });

  it('are told apart from a row that is gone', async () => {
    const { site, rounds } = remembering(addresses());
    await expect(update(site, rename, stored('404'))).rejects.toMatchObject({
      reason: 'notFound',
      status: 404,
    });
    expect(rounds.filter(([path]) => path?.endsWith('/404'))).toHaveLength(1);
  });

  it('an old token says nothing about them, found anew or not', async () => {
    const { site } = remembering(addresses());
    await expect(changes(site, 'goals', '/sites/old/lists/goals/items/delta?token=t')).rejects.toMatchObject({
      status: 410,
    });
  });
});
