import { readDriveAddress, type DriveAddress } from './driveAddress.ts';
import type { DriveItem } from './driveBook.ts';
import { driveCtagOf, driveEtagOf, driveIdOf } from './driveShape.ts';
import { invalidRequest, itemNotFound, notImplemented, resourceModified } from './errors.ts';
import type { Call } from './request.ts';
import { siteOf } from './sites.ts';
import type { Tenant } from './tenant.ts';

/** The drive that a call is about, and what of it. */
export type DriveCall = { site: string; drive: string; address: DriveAddress | undefined };

/** `/sites/{id}/drive…` and `/drives/{id}…` are the same library. */
export function driveCallOf(tenant: Tenant, call: Call): DriveCall {
  const { pathname } = new URL(call.req.url);
  const bySite = /^\/v1\.0\/sites\/[^/]+\/drive(?:\/(.*))?$/.exec(pathname);
  const site = bySite ? siteOf(tenant, call) : siteOfDrive(tenant, call);
  const rest = (bySite ?? /^\/v1\.0\/drives\/[^/]+(?:\/(.*))?$/.exec(pathname))?.[1];
  if (rest === undefined) return { site, drive: driveIdOf(site), address: undefined };
  const address = readDriveAddress(rest);
  if (!address) throw notImplemented(`${call.req.method} ${call.req.path}`);
  return { site, drive: driveIdOf(site), address };
}

function siteOfDrive(tenant: Tenant, call: Call): string {
  const site = tenant.directory.siteId();
  if (site === undefined || call.req.param('drive') !== driveIdOf(site)) {
    throw itemNotFound('The resource could not be found.');
  }
  return site;
}

function itemMissing() {
  return itemNotFound('The resource could not be found.');
}

/** The item where the way begins. */
function startOf(tenant: Tenant, { drive, address }: DriveCall): DriveItem {
  const root = tenant.drive.root(drive);
  if (address?.from.kind !== 'item') return root;
  const { id } = address.from;
  const item = id.toUpperCase() === root.id ? root : tenant.drive.find(drive, id);
  if (!item) throw itemMissing();
  return item;
}

/** The item that a call names; undefined when it is not there. */
export function seekItem(tenant: Tenant, asked: DriveCall): DriveItem | undefined {
  let item: DriveItem | undefined = startOf(tenant, asked);
  for (const name of asked.address?.path ?? []) item = item && tenant.drive.child(asked.drive, item, name);
  return item;
}

export function foundItem(tenant: Tenant, asked: DriveCall): DriveItem {
  const item = seekItem(tenant, asked);
  if (!item) throw itemMissing();
  return item;
}

/** Where a file is to be written: folder and name. Folders that a path names, and that are not there, are made. */
export function placeOf(tenant: Tenant, call: Call, asked: DriveCall): { folder: DriveItem; name: string } {
  const { drive, address } = asked;
  const start = startOf(tenant, asked);
  const path = address?.path ?? [];
  const name = path.at(-1);
  if (name === undefined) {
    if (start.content === null) throw invalidRequest('The resource is a folder; it has no content.');
    const above = tenant.drive.pathOf(drive, start).slice(0, -1);
    let folder = tenant.drive.root(drive);
    for (const one of above) folder = tenant.drive.child(drive, folder, one) ?? folder;
    return { folder, name: start.name };
  }
  const by = tenant.sign(call.get('caller'));
  let folder = start;
  for (const one of path.slice(0, -1)) folder = tenant.drive.makeFolder(drive, folder, one, by, 'replace');
  if (folder.content !== null) throw invalidRequest('A file cannot hold files.');
  return { folder, name };
}

/** `If-Match` holds against the eTag and the cTag (documented). */
export function refuseChanged(call: Call, item: DriveItem | undefined): void {
  const expected = call.req.header('if-match');
  if (expected === undefined || (expected === '*' && item)) return;
  if (!item || !matches(expected, item)) throw resourceModified();
}

export function matches(tag: string | undefined, item: DriveItem): boolean {
  return tag === driveEtagOf(item) || tag === driveCtagOf(item);
}
