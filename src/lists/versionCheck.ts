import * as v from 'valibot';
import type { ListName } from '../basics/change.ts';
import type { Configuration } from '../environment.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { findSite, listsOf } from './addresses.ts';
import { listNames, lists } from './lists.ts';

/** A row that stands in no count and on no screen: it was made removed. */
const probeKey = 'kaskad-versions';

const items = v.object({ value: v.array(v.object({ id: v.string(), eTag: v.string() })) });
const made = v.object({ id: v.string() });
const versions = v.object({ value: v.array(v.object({ id: v.string() })) });

/**
 * [L4] The lists that keep no versions, by their names in SharePoint, as far as can be told: the settings by two writes to a row
 * of their own, the others by a row that was written more than once. Graph tells of no such setting. A list that nobody has
 * written in twice is taken to be like the settings, with which it was made.
 */
export async function listsWithoutVersions(graph: Graph, where: Configuration['site']): Promise<string[]> {
  const sitePath = await findSite(graph, where);
  const there = new Map((await listsOf(graph, sitePath)).map(({ displayName, id }) => [displayName, id]));
  const itemsOf = (list: ListName) => {
    const id = there.get(lists[list].name);
    if (id === undefined)
      throw new GraphFailure('notFound', `The site has no list ${lists[list].name}`, { code: 'listMissing' });
    return `${sitePath}/lists/${id}/items`;
  };
  const areSettingsKept = await probe(graph, itemsOf('settings'));
  const missing: string[] = [];
  for (const list of listNames) {
    const isKept = list === 'settings' ? areSettingsKept : await seen(graph, itemsOf(list));
    if (!(isKept ?? areSettingsKept)) missing.push(lists[list].name);
  }
  return missing;
}

/** Two writes, then a look: true when the second has left the first in sight. */
async function probe(graph: Graph, path: string): Promise<boolean> {
  const found = told(items, await graph.get(`${path}?$filter=fields/Key eq '${probeKey}'&$expand=fields`));
  const itemId = found.value[0]?.id ?? told(made, await graph.post(path, { fields: probeFields })).id;
  const write = (words: string) => graph.patch(`${path}/${itemId}/fields`, { Value: words, Removed: true });
  await write('1');
  const before = new Set(await versionsOf(graph, path, itemId));
  await write('2');
  const after = await versionsOf(graph, path, itemId);
  return after.length > 1 && after.some((id) => !before.has(id));
}

const probeFields = { Title: 'Versioner', Key: probeKey, CommandKey: probeKey, Removed: true };

/** What the list's own rows tell; nothing where none of the first hundred was written twice. */
async function seen(graph: Graph, path: string): Promise<boolean | undefined> {
  const { value } = told(items, await graph.get(`${path}?$top=100`));
  const row = value.find(({ eTag }) => Number(/,(\d+)"?$/.exec(eTag)?.[1] ?? 1) > 1);
  return row && (await versionsOf(graph, path, row.id)).length > 1;
}

async function versionsOf(graph: Graph, path: string, itemId: string): Promise<string[]> {
  return told(versions, await graph.get(`${path}/${itemId}/versions`)).value.map(({ id }) => id);
}

function told<T>(shape: v.GenericSchema<unknown, T>, answer: unknown): T {
  const read = v.safeParse(shape, answer);
  if (!read.success)
    throw new GraphFailure('unavailable', 'The answer came back in a form that is not Graph’s');
  return read.output;
}
