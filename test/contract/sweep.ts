import { part, type Call } from './call.ts';
import { runOf } from './ownLists.ts';

const links = 'https://graph.microsoft.com/v1.0';

/**
 * Removes the lists of the runs that `isOver` names, and tells which. Whatever bears no name of a run is somebody
 * else's and is not looked at twice.
 */
export async function sweep(
  call: Call,
  site: string,
  isOver: (made: { run: string; began: Date }) => boolean,
): Promise<{ removed: string[]; left: string[] }> {
  const swept = { removed: [] as string[], left: [] as string[] };
  for (const { id, displayName } of await listsOf(call, site)) {
    const made = runOf(displayName);
    if (!made || !isOver(made)) continue;
    const { status } = await call('DELETE', `${site}/lists/${id}`);
    if (status === 204 || status === 404) swept.removed.push(displayName);
    else swept.left.push(displayName);
  }
  return swept;
}

async function listsOf(call: Call, site: string): Promise<{ id: string; displayName: string }[]> {
  const found: { id: string; displayName: string }[] = [];
  let path = `${site}/lists?$select=id,displayName`;
  while (path !== '') {
    const page = await call('GET', path);
    for (const row of page.rows())
      found.push({ id: String(part(row, 'id')), displayName: String(part(row, 'displayName')) });
    const next = part(page.body, '@odata.nextLink');
    path = typeof next === 'string' ? next.replace(links, '') : '';
  }
  return found;
}
