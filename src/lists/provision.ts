import * as v from 'valibot';
import type { ListName } from '../basics/change.ts';
import type { Configuration } from '../environment.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { findSite, listsOf } from './addresses.ts';
import type { Column } from './columns.ts';
import { columnName, commonColumns, listNames, lists } from './lists.ts';

/** What provisioning had to make; both empty when everything stood there already. */
export type Provisioned = { readonly lists: readonly string[]; readonly columns: readonly string[] };

const columnPage = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      indexed: v.optional(v.boolean(), false),
      enforceUniqueValues: v.optional(v.boolean(), false),
    }),
  ),
});

/**
 * Makes the lists and columns that are declared in lists.ts and leaves what is there alone, so that it can be
 * run again after any failure. Needs the right Sites.Manage.All and the role of a site owner.
 */
export async function provision(graph: Graph, where: Configuration['site']): Promise<Provisioned> {
  const sitePath = await findSite(graph, where);
  const there = new Map((await listsOf(graph, sitePath)).map(({ displayName, id }) => [displayName, id]));
  const made = { lists: [] as string[], columns: [] as string[] };
  for (const list of listNames) {
    const { name } = lists[list];
    const id = there.get(name);
    if (id === undefined) {
      await graph.post(`${sitePath}/lists`, listDefinition(list));
      made.lists.push(name);
    } else {
      const columns = await addColumns(graph, `${sitePath}/lists/${id}/columns`, list);
      made.columns.push(...columns.map((column) => `${name}.${column}`));
    }
  }
  return made;
}

/** A list of ours that was left half made gets what it lacks: a column, an index, a rule of uniqueness. */
async function addColumns(graph: Graph, path: string, list: ListName): Promise<string[]> {
  const page = v.safeParse(columnPage, await graph.get(path));
  if (!page.success)
    throw new GraphFailure('unavailable', 'The columns came back in a form that is not Graph’s');
  const there = new Map(page.output.value.map((column) => [column.name, column]));
  const mended: string[] = [];
  for (const definition of columnDefinitions(list)) {
    const column = there.get(definition.name);
    if (column === undefined) await graph.post(path, definition);
    else if (
      column.indexed === definition.indexed &&
      column.enforceUniqueValues === definition.enforceUniqueValues
    ) {
      continue;
    } else {
      const { indexed, enforceUniqueValues } = definition;
      await graph.patch(`${path}/${column.id}`, { indexed, enforceUniqueValues });
    }
    mended.push(definition.name);
  }
  return mended;
}

function listDefinition(list: ListName) {
  const { name, description } = lists[list];
  return {
    displayName: name,
    description,
    columns: columnDefinitions(list),
    list: { template: 'genericList' },
  };
}

function columnDefinitions(list: ListName) {
  const own = Object.entries(lists[list].columns) as [string, Column<never>][];
  return [
    ...Object.entries(commonColumns).map(([name, column]) => columnDefinition(name, column, name === 'Key')),
    ...own.map(([field, column]) => columnDefinition(columnName(field), column, false)),
  ];
}

function columnDefinition(
  name: string,
  column: Pick<Column<never>, 'facet' | 'indexed' | 'unique'>,
  required: boolean,
) {
  return { name, ...column.facet, indexed: column.indexed, enforceUniqueValues: column.unique, required };
}
