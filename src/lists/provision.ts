import type { Configuration } from '../environment.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { findSite } from './addresses.ts';
import { listDefinition } from './declared.ts';
import { inspectLists, type Lack, type ListState } from './inspect.ts';
import { lists } from './lists.ts';

/** What provisioning had to make; both empty when everything stood there already. */
export type Provisioned = { readonly lists: readonly string[]; readonly columns: readonly string[] };

/** The list that is worked on, and how many are done of how many. */
export type OnList = (name: string, done: number, total: number) => void;

/** The code of a failure that a list of somebody else's, with the name of ours, is the reason for. */
export const notOurs = 'listNotOurs';
export const wrongType = 'columnOfOtherType';

/**
 * Makes the lists and columns that are declared in lists.ts and leaves what is there alone, so that it can be
 * run again after any failure. Needs the right Sites.Manage.All and the role of a site owner.
 */
export async function provision(
  graph: Graph,
  where: Configuration['site'],
  onList: OnList = () => undefined,
): Promise<Provisioned> {
  const sitePath = await findSite(graph, where);
  const states = await inspectLists(graph, sitePath);
  refuseWhatIsNotOurs(states);
  const made = { lists: [] as string[], columns: [] as string[] };
  for (const [done, state] of states.entries()) {
    const { name } = lists[state.list];
    onList(name, done, states.length);
    const mended = new Set<string>();
    for (const lack of state.lacks) {
      const column = await mend(graph, sitePath, state, lack);
      if (column === undefined) made.lists.push(name);
      else mended.add(column);
    }
    made.columns.push(...[...mended].map((column) => `${name}.${column}`));
  }
  return made;
}

/** [L5] Before anything is made: half a set-up beside somebody else's list helps nobody. */
function refuseWhatIsNotOurs(states: readonly ListState[]): void {
  const others = states.filter(({ isOurs }) => !isOurs).map(({ list }) => lists[list].name);
  if (others.length > 0)
    throw new GraphFailure('conflict', `Not ours: ${others.join(', ')}`, { code: notOurs });
  const wrong = states.flatMap(({ list, wrongType: names }) =>
    names.map((one) => `${lists[list].name}.${one}`),
  );
  if (wrong.length > 0)
    throw new GraphFailure('conflict', `Of another type: ${wrong.join(', ')}`, { code: wrongType });
}

/** The column that was made or changed; nothing where it was a whole list. */
async function mend(
  graph: Graph,
  sitePath: string,
  { list, id }: ListState,
  lack: Lack,
): Promise<string | undefined> {
  const columns = `${sitePath}/lists/${id}/columns`;
  switch (lack.lacks) {
    case 'list':
      await graph.post(`${sitePath}/lists`, listDefinition(list));
      return undefined;
    case 'column':
      await graph.post(columns, lack.definition);
      return lack.definition.name;
    case 'index':
    case 'choice':
      await graph.patch(`${columns}/${lack.id}`, lack.mend);
      return lack.column;
  }
}
