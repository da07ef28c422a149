import * as v from 'valibot';
import type { ListName, Row } from '../basics/change.ts';
import { rolesSetting, strategistsNamed } from '../basics/strategists.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure } from '../graph/failure.ts';
import { encodeRow } from './record.ts';

/** What trying to write has told. */
type Access = {
  readonly mayWrite: boolean;
  /** Who may write the settings. */
  readonly settings: 'ownersOnly' | 'membersWrite' | 'rolesMissing' | 'noWitness';
  /** When it was seen, where somebody else saw it. */
  readonly at?: string;
};

/** Rows that stand in no count and on no screen: they are made removed. */
const probeKey = 'access-probe';
const witnessKey = 'access-witness';
const refused = 'refused';

const found = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      lastModifiedDateTime: v.string(),
      lastModifiedBy: v.nullish(v.object({ user: v.nullish(v.object({ id: v.nullish(v.string()) })) })),
      fields: v.record(v.string(), v.unknown()),
    }),
  ),
});
type FoundRow = v.InferOutput<typeof found>['value'][number];

/**
 * [L9] Graph tells nobody's rights in a list, so somebody has to try. Whoever is named in the settings may write them and proves
 * nothing; anybody else who could is the proof that the list is open, and anybody else who may write the rest and was refused
 * here is the proof that it is not. The later of the two holds.
 */
export async function checkAccess(
  graph: Graph,
  itemsOf: (list: ListName) => string,
  me: string,
  now: Date,
): Promise<Access> {
  const settings = itemsOf('settings');
  const comments = itemsOf('comments');
  const named = namedIn(await find(graph, settings, rolesSetting));
  const mayWrite = await tryWriting(graph, comments, probeComment(probeKey, now.toISOString()));
  if (named.size === 0) return { mayWrite, settings: 'rolesMissing' };
  if (named.has(me)) return { mayWrite, ...(await whatOthersSaw(graph, settings, comments, named)) };
  const couldWrite = await tryWriting(graph, settings, probeSetting(now.toISOString()));
  if (couldWrite) return { mayWrite, settings: 'membersWrite' };
  // A visitor is refused everywhere, which says nothing of the list.
  if (!mayWrite) return { mayWrite, settings: 'noWitness' };
  await tryWriting(graph, comments, probeComment(witnessKey, refused));
  return { mayWrite, settings: 'ownersOnly' };
}

async function whatOthersSaw(
  graph: Graph,
  settings: string,
  comments: string,
  named: ReadonlySet<string>,
): Promise<Pick<Access, 'settings' | 'at'>> {
  const probe = byAnother(await find(graph, settings, probeKey), named);
  const witness = byAnother(await find(graph, comments, witnessKey), named);
  if (probe && !(witness && witness.lastModifiedDateTime > probe.lastModifiedDateTime))
    return { settings: 'membersWrite', at: probe.lastModifiedDateTime };
  if (witness) return { settings: 'ownersOnly', at: witness.lastModifiedDateTime };
  return { settings: 'noWitness' };
}

function byAnother(row: FoundRow | undefined, named: ReadonlySet<string>): FoundRow | undefined {
  const id = row?.lastModifiedBy?.user?.id;
  return row && id && !named.has(id) ? row : undefined;
}

function namedIn(row: FoundRow | undefined): ReadonlySet<string> {
  // What was taken back names nobody.
  const value = row?.fields['Removed'] === true ? null : row?.fields['Value'];
  return new Set(strategistsNamed(typeof value === 'string' ? value : null).map(({ id }) => id));
}

function probeSetting(value: string): ['settings', Row] {
  return ['settings', { key: probeKey, title: 'Åtkomst', removed: true, value } as Row];
}

function probeComment(key: string, text: string): ['comments', Row] {
  const comment = {
    key,
    title: 'Åtkomst',
    removed: true,
    subjectKey: key,
    shelf: '-',
    unitShelf: '-',
    periodKey: null,
    status: null,
    text,
    by: null,
    on: null,
    isCorrection: false,
  };
  return ['comments', comment];
}

/** False where the site says no. */
async function tryWriting(graph: Graph, items: string, [list, row]: [ListName, Row]): Promise<boolean> {
  const fields = encodeRow(list, row, row.key);
  try {
    const there = await find(graph, items, row.key);
    if (there) await graph.patch(`${items}/${there.id}/fields`, fields);
    else await graph.post(items, { fields });
    return true;
  } catch (failure) {
    if (failure instanceof GraphFailure && failure.reason === 'forbidden') return false;
    throw failure;
  }
}

async function find(graph: Graph, items: string, key: string): Promise<FoundRow | undefined> {
  const answer = await graph.get(`${items}?$filter=fields/Key eq '${key}'&$expand=fields`);
  const read = v.safeParse(found, answer);
  if (!read.success)
    throw new GraphFailure('unavailable', 'The rows came back in a form that is not Graph’s');
  return read.output.value[0];
}
