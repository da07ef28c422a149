import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/client.ts';
import { encodeRow } from '../../src/lists/record.ts';
import { listNames, lists } from '../../src/lists/lists.ts';
import { openSite } from '../../src/lists/site.ts';
import { aGoal } from '../builders.ts';
import { read } from '../siteCalls.ts';

const origin = 'https://graph.microsoft.com/v1.0';
const where = { hostname: 'contoso.sharepoint.com', path: '/sites/miljomal' };
const now = () => new Date('2023-08-25T08:00:00Z');

const item = (n: number) => ({
  id: String(n),
  eTag: `"x,${n}"`,
  fields: encodeRow('goals', aGoal({ key: `goal-${n}` }), 'c'),
});

/** Graph with two lists a page and a few rows a page; `cut` spoils an answer. */
function paged(
  rowsOnPages: readonly number[],
  cut: (path: string, body: object) => unknown = (_, body) => body,
) {
  const asked: string[] = [];
  let rows = 0;
  const pages = rowsOnPages.map((count) => Array.from({ length: count }, () => item(++rows)));

  function answer(path: string): unknown {
    const url = new URL(`${origin}${path}`);
    const next = (at: number) => {
      url.searchParams.set('$skiptoken', String(at));
      return { '@odata.nextLink': url.href };
    };
    const at = Number(url.searchParams.get('$skiptoken') ?? 0);
    if (url.pathname.endsWith('/items')) {
      if (!url.pathname.includes('id-Goals')) return { value: [] };
      return { value: pages[at] ?? [], ...(at + 1 < pages.length ? next(at + 1) : {}) };
    }
    if (url.pathname.endsWith('/lists')) {
      const all = listNames.map((list) => ({ id: `id-${lists[list].name}`, displayName: lists[list].name }));
      return { value: all.slice(at, at + 2), ...(at + 2 < all.length ? next(at + 2) : {}) };
    }
    return { id: 'contoso,1,2' };
  }

  const spoiled = (path: string) => {
    asked.push(path);
    return cut(path, answer(path) as object);
  };
  const graph: Graph = {
    get: (path) => Promise.resolve(spoiled(path)),
    patch: () => Promise.reject(new Error('Nothing is written here')),
    put: () => Promise.reject(new Error('Nothing is written here')),
    post(_, body) {
      const { requests } = body as { requests: { id: string; url: string }[] };
      const responses = requests.map(({ id, url }) => ({ id, status: 200, body: spoiled(url) }));
      return Promise.resolve({ responses });
    },
  };
  return { site: openSite(graph, where, now), asked };
}

describe('pages', () => {
  it('are read to the last one, lists and rows alike, with the largest pages that there are', async () => {
    const { site, asked } = paged([3, 3, 1]);
    const { stored } = await read(site, ['activities'], ['goals']);
    expect(stored.map(({ row }) => row.key)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `goal-${n}`));
    const goals = asked.filter((path) => path.includes('id-Goals/items'));
    expect(goals).toHaveLength(3);
    expect(goals[0]).toContain('$top=5000');
    // A link from Graph is asked as it came, without its origin.
    expect(goals[2]).toMatch(/^\/sites\/contoso,1,2\/lists\/id-Goals\/items\?.*skiptoken=2/);
  });

  it('that are empty in the middle do not end the reading', async () => {
    const { stored } = await read(paged([2, 0, 2]).site, ['goals']);
    expect(stored).toHaveLength(4);
  });

  it.each(['/items', '/lists', ':/sites/miljomal'])(
    'and answers in another form than Graph’s are "unavailable", never an empty list: %s',
    async (end) => {
      const { site } = paged([1], (path, body) =>
        path.split('?')[0]?.endsWith(end) ? { error: 'busy' } : body,
      );
      await expect(read(site, ['goals'])).rejects.toMatchObject({ reason: 'unavailable' });
    },
  );
});
