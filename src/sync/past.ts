import type { ListName } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import type { History, Version } from '../basics/version.ts';
import { GraphFailure } from '../graph/failure.ts';
import { type Place, shelvesOf, visitedLists } from './places.ts';
import type { Desk } from './readings.ts';
import type { Answer, Ask, SyncedSite } from './site.ts';

/** A record by its list and key. */
export type Named = { readonly list: ListName; readonly key: Key };
export type ChangedRow = Named & { readonly changedAt: string };

/** One batch. */
export const historiesInRound = 20;

/** [S21] What each record has been, in one round; a failure in the place of each that cannot be read. */
export async function readHistories(
  site: SyncedSite,
  { confirmed }: Desk,
  records: readonly Named[],
): Promise<(History | GraphFailure)[]> {
  const known = records.map(({ list, key }) => confirmed.find(list, key));
  const asks = known.flatMap((stored): Ask[] =>
    stored ? [{ ask: 'versions', list: stored.list, itemId: stored.itemId }] : [],
  );
  const answers = await site.talk(asks);
  let at = 0;
  return known.map((stored) => {
    if (!stored) return new GraphFailure('notFound', 'The site has not heard of the record yet');
    const answer = answers[at++];
    return answer === undefined
      ? new GraphFailure('unavailable', 'No answer came')
      : told(answer, stored.etag);
  });
}

/** [S21] The rows on these places' shelves that the site has written from this moment on, the latest first; removed ones too. */
export function rowsChangedSince(
  { confirmed, marks }: Desk,
  places: readonly Place[],
  moment: string,
): ChangedRow[] {
  const { tables } = confirmed;
  const shelves = new Set(
    places.flatMap((place) => shelvesOf(tables, marks, place).map(({ shelf }) => shelf)),
  );
  const changed: ChangedRow[] = [];
  for (const list of visitedLists) {
    for (const { key, shelf } of tables[list].all()) {
      const changedAt = shelves.has(shelf) ? confirmed.find(list, key)?.changedAt : undefined;
      if (changedAt !== undefined && changedAt >= moment) changed.push({ list, key, changedAt });
    }
  }
  return changed.sort((a, b) => (a.changedAt > b.changedAt ? -1 : a.changedAt < b.changedAt ? 1 : 0));
}

/** An eTag ends with how many times the row was written; a list that keeps no versions knows only the last of them. */
export function isKept(etag: string, versions: readonly Version[]): boolean {
  const writes = Number(/,(\d+)"?$/.exec(etag)?.[1] ?? 1);
  return versions.length !== 1 || writes <= 1;
}

function told(answer: Answer, etag: string): History | GraphFailure {
  if (answer instanceof GraphFailure) return answer;
  const { versions = [], setAside } = answer;
  const skipped = setAside.length;
  return { versions, skipped, isKept: skipped > 0 || isKept(etag, versions) };
}
