import * as v from 'valibot';
import type { ListName } from '../basics/change.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { listsOf } from './addresses.ts';
import { type ColumnDefinition, columnDefinitions, ourMark } from './declared.ts';
import { listNames, lists } from './lists.ts';

/** One thing that a list lacks, with the call that mends it. */
export type Lack =
  | { readonly lacks: 'list' }
  | { readonly lacks: 'column'; readonly definition: ColumnDefinition }
  | {
      readonly lacks: 'index' | 'choice';
      readonly column: string;
      readonly id: string;
      readonly mend: object;
    };

/** How one of our lists stands on the site. */
export type ListState = {
  readonly list: ListName;
  /** Its id in Graph; nothing where there is no such list. */
  readonly id: string | undefined;
  /** False of a list that only bears the name: it is somebody else's, and never touched. */
  readonly isOurs: boolean;
  readonly lacks: readonly Lack[];
  /** Columns of ours that somebody has made as another type, which nothing can change. */
  readonly wrongType: readonly string[];
};

const columnPage = v.object({
  value: v.array(
    v.looseObject({
      id: v.string(),
      name: v.string(),
      indexed: v.optional(v.boolean(), false),
      enforceUniqueValues: v.optional(v.boolean(), false),
      choice: v.optional(v.looseObject({ choices: v.array(v.string()) })),
    }),
  ),
});
type FoundColumn = v.InferOutput<typeof columnPage>['value'][number];

/** Looks at every list of ours, with the rights of daily work, and changes nothing. */
export async function inspectLists(graph: Graph, sitePath: string): Promise<ListState[]> {
  const there = new Map((await listsOf(graph, sitePath)).map((one) => [one.displayName.toLowerCase(), one]));
  const states: ListState[] = [];
  for (const list of listNames) {
    const found = there.get(lists[list].name.toLowerCase());
    states.push(found ? await stateOf(graph, sitePath, list, found) : missing(list));
  }
  return states;
}

function missing(list: ListName): ListState {
  return { list, id: undefined, isOurs: true, lacks: [{ lacks: 'list' }], wrongType: [] };
}

async function stateOf(
  graph: Graph,
  sitePath: string,
  list: ListName,
  { id, description }: { id: string; description: string },
): Promise<ListState> {
  const page = v.safeParse(columnPage, await graph.get(`${sitePath}/lists/${id}/columns`));
  if (!page.success)
    throw new GraphFailure('unavailable', 'The columns came back in a form that is not Graph’s');
  const columns = new Map(page.output.value.map((column) => [column.name, column]));
  // [L5] Two signs, since a description can be rewritten by hand, and a list that was cut off may lack its columns.
  const isOurs = description.startsWith(ourMark) || columns.has('Key');
  const definitions = isOurs ? columnDefinitions(list) : [];
  return {
    list,
    id,
    isOurs,
    lacks: definitions.flatMap((definition) => lacksOf(definition, columns.get(definition.name))),
    wrongType: definitions
      .filter((one) => columns.has(one.name) && !(facetOf(one) in (columns.get(one.name) ?? {})))
      .map(({ name }) => name),
  };
}

/** [L3] [L6] What others have added stays: an index of theirs, a word more to choose from. */
function lacksOf(wanted: ColumnDefinition, found: FoundColumn | undefined): Lack[] {
  if (!found) return [{ lacks: 'column', definition: wanted }];
  if (!(facetOf(wanted) in found)) return [];
  const { name, indexed, enforceUniqueValues } = wanted;
  const lacks: Lack[] = [];
  if ((indexed && !found.indexed) || enforceUniqueValues !== found.enforceUniqueValues) {
    const mend = { indexed: indexed || found.indexed, enforceUniqueValues };
    lacks.push({ lacks: 'index', column: name, id: found.id, mend });
  }
  const has = found.choice?.choices ?? [];
  if ('choice' in wanted && wanted.choice.choices.some((one) => !has.includes(one))) {
    const added = has.filter((one) => !wanted.choice.choices.includes(one));
    const mend = { choice: { ...found.choice, choices: [...wanted.choice.choices, ...added] } };
    lacks.push({ lacks: 'choice', column: name, id: found.id, mend });
  }
  return lacks;
}

function facetOf(definition: ColumnDefinition): string {
  return ['text', 'choice', 'number', 'boolean', 'dateTime'].find((facet) => facet in definition) ?? 'text';
}
