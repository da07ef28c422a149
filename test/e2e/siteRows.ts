import type { Standin } from '../../standin/serve.ts';

export type SiteRow = Readonly<Record<string, unknown>> & { readonly Title?: string; readonly Key?: string };

/** The rows of a list, as they stand on the site: asked of Graph itself, past the tab and its network. */
export async function rowsOf(standin: Standin, list: string): Promise<SiteRow[]> {
  const { site, people } = standin.organisation();
  const owner = people.find(({ siteRole }) => siteRole === 'owner');
  const token = await standin.tokenFor(owner?.id ?? '', ['Sites.Read.All']);
  const read = async <T>(path: string): Promise<T> => {
    const answer = await standin.graph.fetch(
      new Request(`https://graph.microsoft.com/v1.0${path}`, {
        headers: { Authorization: `Bearer ${token}` },
      }),
    );
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
  const { id } = await read<{ id: string }>(`/sites/${site.hostname}:${site.path}`);
  const items = `/sites/${id}/lists/${list}/items?$top=5000&$expand=fields`;
  const { value } = await read<{ value: { fields: SiteRow }[] }>(items);
  return value.map(({ fields }) => fields);
}

/** The activities of this title that are not removed. */
export async function activitiesCalled(standin: Standin, title: string): Promise<SiteRow[]> {
  const rows = await rowsOf(standin, 'Activities');
  return rows.filter((row) => row.Title === title && row['Removed'] !== true);
}

/** Units whose tally does not say how many rows they have: `2023/regionservice-kost: 5, not 6`. */
export async function wrongTallies(standin: Standin): Promise<string[]> {
  const [activities, assignments, tallies] = await Promise.all(
    ['Activities', 'Assignments', 'Tallies'].map((list) => rowsOf(standin, list)),
  );
  const counts = new Map<string, number>();
  const counted = [
    ...(activities ?? []),
    ...(assignments ?? []).filter((row) => row['State'] === 'assigned'),
  ].filter((row) => row['Removed'] !== true);
  for (const row of counted) {
    const shelf = String(row['UnitShelf']);
    counts.set(shelf, (counts.get(shelf) ?? 0) + 1);
  }
  const told = new Map(
    (tallies ?? []).map((row) => [
      row.Key,
      (JSON.parse(String(row['Packed'])) as { sourceCount: number }).sourceCount,
    ]),
  );
  return [...counts].flatMap(([shelf, count]) =>
    told.get(shelf) === count ? [] : [`${shelf}: ${told.get(shelf)}, not ${count}`],
  );
}
