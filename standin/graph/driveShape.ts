import type { DriveItem } from './driveBook.ts';
import { guidOf } from './guid.ts';
import { userOf } from './itemShape.ts';
import { selected } from './query.ts';
import type { Tenant } from './tenant.ts';

/** The one document library of the site. Its address is the English one, whatever the site's language. */
const library = 'Shared Documents';

/** `b!` and, unreadable to a client, the site and its library. */
export function driveIdOf(site: string): string {
  return `b!${Buffer.from(guidOf(`drive ${site}`) + guidOf(`library ${site}`)).toString('base64url')}`;
}

/** The library's form: the guid stands in braces and capitals, unlike in a list item's. */
export function driveEtagOf({ guid, version }: DriveItem): string {
  return `"{${guid.toUpperCase()}},${version}"`;
}

export function driveCtagOf({ guid, contentVersion }: DriveItem): string {
  return `"c:{${guid.toUpperCase()}},${contentVersion}"`;
}

export function driveShape(tenant: Tenant, site: string): Record<string, unknown> {
  return {
    createdDateTime: tenant.drive.root(driveIdOf(site)).created,
    description: '',
    id: driveIdOf(site),
    lastModifiedDateTime: tenant.drive.root(driveIdOf(site)).modified,
    name: 'Documents',
    webUrl: addressOf(tenant, []),
    driveType: 'documentLibrary',
    quota: { deleted: 0, remaining: 27_487_790_694_400, state: 'normal', total: 27_487_790_694_400, used: 0 },
  };
}

/** What `$select` may name of an item. */
const properties = new Set([
  '@microsoft.graph.downloadUrl',
  'cTag',
  'createdBy',
  'createdDateTime',
  'eTag',
  'file',
  'fileSystemInfo',
  'folder',
  'id',
  'lastModifiedBy',
  'lastModifiedDateTime',
  'name',
  'parentReference',
  'root',
  'size',
  'webUrl',
]);

export function driveItemShape(
  tenant: Tenant,
  site: string,
  item: DriveItem,
  select: string | undefined,
): Record<string, unknown> {
  const drive = driveIdOf(site);
  const isRoot = item.number === 0;
  const path = tenant.drive.pathOf(drive, item);
  const by = (number: number) => ({ user: userOf(tenant, number) });
  const whole: Record<string, unknown> = {
    ...(item.content === null ? {} : { '@microsoft.graph.downloadUrl': tenant.links.download(item) }),
    createdDateTime: item.created,
    eTag: driveEtagOf(item),
    id: item.id,
    lastModifiedDateTime: item.modified,
    name: item.name,
    webUrl: addressOf(tenant, path),
    cTag: driveCtagOf(item),
    size: item.size,
    ...(isRoot ? {} : { createdBy: by(item.author), lastModifiedBy: by(item.editor) }),
    parentReference: isRoot
      ? { driveType: 'documentLibrary', driveId: drive }
      : parentOf(tenant, drive, path),
    fileSystemInfo: { createdDateTime: item.created, lastModifiedDateTime: item.modified },
    ...(item.content === null
      ? { folder: { childCount: tenant.drive.childCount(drive, item) } }
      : { file: { mimeType: mimeTypeOf(item.name) } }),
    ...(isRoot && { root: {} }),
  };
  if (select === undefined) return whole;
  const names = selected(select, properties, 'driveItem');
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.has(name)));
}

function parentOf(tenant: Tenant, drive: string, path: string[]): Record<string, unknown> {
  const above = path.slice(0, -1);
  const way = above.map((name) => `/${encodeURIComponent(name)}`).join('');
  let parent = tenant.drive.root(drive);
  for (const name of above) parent = tenant.drive.child(drive, parent, name) ?? parent;
  return {
    driveType: 'documentLibrary',
    driveId: drive,
    id: parent.id,
    name: above.at(-1) ?? library,
    path: `/drives/${drive}/root:${way}`,
    siteId: tenant.directory.siteId()?.split(',')[1] ?? '',
  };
}

function addressOf(tenant: Tenant, path: string[]): string {
  return [tenant.siteAddress(), ...[library, ...path].map(encodeURIComponent)].join('/');
}

/** SharePoint goes by the name, not by what the client said (assumed). */
const mimeTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

export function mimeTypeOf(name: string): string {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return mimeTypes[extension] ?? 'application/octet-stream';
}
