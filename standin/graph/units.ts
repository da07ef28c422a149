/** What is answered with several of a thing costs more than one of it. */
const collections = new Set([
  'lists',
  'columns',
  'items',
  'versions',
  'children',
  'contentTypes',
  'drives',
  'delta',
]);
/** The limits are SharePoint's own: people, groups and notifications have others, which are not kept here. */
const sharePoint = /^\/v1\.0\/(?:sites|drives|shares)(?:[/?(]|$)/;

/**
 * A call in SharePoint's resource units (documented): 1 for one thing, for a delta with a token and for a download, 2
 * for several things and for a write, 5 for permissions. A $batch costs nothing itself; its members are counted one by one.
 */
export function unitsOf(method: string, pathname: string, hasToken: boolean): number {
  if (!sharePoint.test(pathname)) return 0;
  const segments = pathname.split('/');
  if (segments.includes('permissions')) return 5;
  if (method !== 'GET') return 2;
  const last = segments.at(-1) ?? '';
  if (last.startsWith('delta')) return hasToken || last.startsWith('delta(token=') ? 1 : 2;
  return collections.has(last) ? 2 : 1;
}
