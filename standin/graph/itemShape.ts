import type { List } from './listBook.ts';
import type { Tenant } from './tenant.ts';

export function etagOf({ guid, version }: { guid: string; version: number }): string {
  return `"${guid},${version}"`;
}

/** `sites('host%2Cguid%2Cguid')/lists('guid')`, as Graph writes it into every context. */
export function contextOf(tenant: Tenant, list: List): string {
  return `${tenant.origin}/v1.0/$metadata#sites('${encodeURIComponent(list.site)}')/lists('${list.id}')`;
}

export function listAddress(tenant: Tenant, list: List): string {
  const folder = list.system === '' ? 'Lists' : '_catalogs';
  return encodeURI(`${tenant.siteAddress()}/${folder}/${list.name}`);
}

export function userOf(tenant: Tenant, number: number) {
  const who = tenant.directory.principal(number);
  return { email: who?.mail ?? '', id: who?.key ?? '', displayName: who?.name ?? '' };
}

export function appOf(tenant: Tenant, number: number) {
  const app = tenant.directory.principal(number);
  return { id: app?.key ?? '', displayName: app?.name ?? '' };
}

/** `0x0100` is SharePoint's Item and `0x010A` its Person; what follows is the list's own copy of it. */
export function contentTypeOf(list: List) {
  const copy = list.id.replaceAll('-', '').toUpperCase();
  return list.system === 'users'
    ? { id: `0x010A00${copy}`, name: 'Person' }
    : { id: `0x0100${copy}`, name: 'Item' };
}
