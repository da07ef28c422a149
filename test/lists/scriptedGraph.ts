import type { Graph } from '../../src/graph/client.ts';
import { GraphFailure, reasonOf } from '../../src/graph/failure.ts';
import type { ListName } from '../../src/basics/change.ts';
import { listNames, lists } from '../../src/lists/lists.ts';
import { encodeRow } from '../../src/lists/record.ts';
import { aGoal } from '../builders.ts';

export const origin = 'https://graph.microsoft.com/v1.0';
export const where = { hostname: 'contoso.sharepoint.com', path: '/sites/miljomal' };
export const now = () => new Date('2023-08-25T08:00:00Z');
export const addressOf = (list: ListName) => `/sites/contoso,1,2/lists/id-${lists[list].name}`;
export const addresses = () => Object.fromEntries(listNames.map((list) => [list, addressOf(list)]));

/** A goal's row as Graph gives it. */
export const item = (n: number, title = `Rad ${n}`) => ({
  id: String(n),
  eTag: `"x,${n}"`,
  lastModifiedDateTime: '2023-08-25T08:00:00Z',
  fields: encodeRow('goals', aGoal({ key: `goal-${n}`, title }), 'c'),
});
export const tombstone = (n: number) => ({ id: String(n), deleted: { state: 'deleted' } });

/** An answer that is no success. */
export class Refused {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, headers: Record<string, string> = {}) {
    this.status = status;
    this.headers = headers;
  }
}

/** Graph as a function from a path to a body or a refusal; the site and its lists stand where `addressOf` says. */
export function scripted(answer: (path: string) => unknown) {
  /** Paths, one line a request; a batch is the list of its members'. */
  const rounds: string[][] = [];
  const answered = (path: string): unknown => {
    if (path === `/sites/${where.hostname}:${where.path}`) return { id: 'contoso,1,2' };
    if (path.startsWith('/sites/contoso,1,2/lists?'))
      return {
        value: listNames.map((list) => ({ id: `id-${lists[list].name}`, displayName: lists[list].name })),
      };
    return answer(path);
  };
  const alone = async (path: string): Promise<unknown> => {
    rounds.push([path]);
    const body = await Promise.resolve(answered(path));
    if (body instanceof Refused)
      throw new GraphFailure(reasonOf(body.status), 'Refused', { status: body.status });
    return body;
  };
  const graph: Graph = {
    get: alone,
    patch: alone,
    put: alone,
    post(path, body) {
      if (path !== '/$batch') return alone(path);
      const { requests } = body as { requests: { id: string; url: string }[] };
      rounds.push(requests.map(({ url }) => url));
      const responses = requests.map(({ id, url }) => {
        const own = answered(url);
        if (!(own instanceof Refused)) return { id, status: 200, body: own };
        const { status, headers } = own;
        return { id, status, headers, body: { error: { code: 'activityLimitReached', message: '' } } };
      });
      return Promise.resolve({ responses: responses.toReversed() });
    },
  };
  return { graph, rounds };
}
