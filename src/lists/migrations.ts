import * as v from 'valibot';
import { schemaVersion, schemaVersionKey, versionIn } from '../basics/schemaVersion.ts';
import type { Configuration } from '../environment.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { findSite, listsOf } from './addresses.ts';
import { lists } from './lists.ts';
import { type OnList, provision, type Provisioned } from './provision.ts';
import { encodeRow } from './record.ts';

/**
 * One way forward, from the version before. Columns and lists come from the declaration before any of these run; what stands
 * here is what is to become of the rows. Each can be done again after it was cut off, and deletes nothing.
 */
export type Migration = {
  readonly to: number;
  readonly name: string;
  readonly run: (graph: Graph, sitePath: string) => Promise<void>;
};

const migrations: readonly Migration[] = [
  // A unit that was never moved says nothing of where it came from: its rows need nothing.
  { to: 2, name: 'unitsThatMoved', run: () => Promise.resolve() },
];

/** The code of a failure: the site is of a later version than this app. */
export const newerSchema = 'newerSchema';

/** [L7] Makes what is missing, then takes the lists forward, version by version. After a failure it is run again. */
export async function setUpSite(
  graph: Graph,
  where: Configuration['site'],
  onList?: OnList,
  steps: readonly Migration[] = migrations,
): Promise<Provisioned & { readonly version: number }> {
  const sitePath = await findSite(graph, where);
  const newest = steps.at(-1)?.to ?? schemaVersion;
  const before = await readVersion(graph, sitePath);
  if (before.version > newest)
    throw new GraphFailure('conflict', `The lists are of version ${before.version}`, { code: newerSchema });
  const made = await provision(graph, where, onList);
  for (const { to, run } of steps) {
    const found = await readVersion(graph, sitePath);
    if (found.version >= to) continue;
    await run(graph, sitePath);
    await writeVersion(graph, found, to);
  }
  return { ...made, version: newest };
}

const rows = v.object({
  value: v.array(
    v.object({ id: v.string(), eTag: v.string(), fields: v.object({ Value: v.nullish(v.string()) }) }),
  ),
});

type Found = {
  readonly version: number;
  /** Where the settings' rows are; nothing where the list is not there yet. */
  readonly items: string | undefined;
  readonly row: { readonly id: string; readonly eTag: string } | undefined;
};

/** What the settings say; the first version where they say nothing, or are not there. */
export async function readVersion(graph: Graph, sitePath: string): Promise<Found> {
  const name = lists.settings.name.toLowerCase();
  const id = (await listsOf(graph, sitePath)).find((one) => one.displayName.toLowerCase() === name)?.id;
  if (id === undefined) return { version: 1, items: undefined, row: undefined };
  const items = `${sitePath}/lists/${id}/items`;
  let answer: unknown;
  try {
    answer = await graph.get(`${items}?$filter=fields/Key eq '${schemaVersionKey}'&$expand=fields`);
  } catch (failure) {
    // A list without its index, or without its column, cannot be asked so; setting up mends that first.
    if (failure instanceof GraphFailure && failure.reason === 'invalid')
      return { version: 1, items, row: undefined };
    throw failure;
  }
  const read = v.safeParse(rows, answer);
  if (!read.success)
    throw new GraphFailure('unavailable', 'The settings came back in a form that is not Graph’s');
  const [row] = read.output.value;
  return { version: versionIn(row?.fields.Value), items, row };
}

/** The version that was read must still stand: of two who set up at once, neither takes the site back. */
async function writeVersion(graph: Graph, { items, row }: Found, to: number): Promise<void> {
  const setting = { key: schemaVersionKey, title: schemaVersionKey, removed: false, value: String(to) };
  const fields = encodeRow('settings', setting, schemaVersionKey);
  if (row) await graph.patch(`${items}/${row.id}/fields`, { Value: fields['Value'] }, row.eTag);
  else await graph.post(String(items), { fields });
}
