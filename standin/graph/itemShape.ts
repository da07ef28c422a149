import type { List } from './listBook.ts';
import { fieldOf } from './fieldValues.ts';
import type { Item } from './itemBook.ts';
import { guidOf } from './guid.ts';
import type { Tenant } from './tenant.ts';

/** What a query asks to see of an item; undefined means everything. */
export type ItemView = {
  select: ReadonlySet<string> | undefined;
  fields: 'none' | 'all' | ReadonlySet<string>;
};

export function etagOf({ guid, version }: { guid: string; version: number }): string {
  return `"${guid},${version}"`;
}

/** `sites('host%2Cguid%2Cguid')/lists('guid')`, as Graph writes it into every context. */
export function contextOf(tenant: Tenant, list: List): string {
  return `${tenant.origin}/v1.0/$metadata#sites('${encodeURIComponent(list.site)}')/lists('${list.id}')`;
}

export function itemShape(tenant: Tenant, list: List, item: Item, view: ItemView): Record<string, unknown> {
  const etag = etagOf(item);
  const shape: Record<string, unknown> = {
    '@odata.etag': etag,
    createdDateTime: item.created,
    eTag: etag,
    id: String(item.id),
    lastModifiedDateTime: item.modified,
    webUrl: `${listAddress(tenant, list)}/${item.id}_.000`,
    createdBy: { user: userOf(tenant, item.author) },
    lastModifiedBy: { application: appOf(tenant, item.editorApp), user: userOf(tenant, item.editor) },
    parentReference: { id: guidOf(`folder ${list.id}`), siteId: list.site },
    contentType: { id: contentTypeId(list), name: 'Item' },
  };
  const { select } = view;
  const seen = select
    ? Object.fromEntries(Object.entries(shape).filter(([name]) => name.startsWith('@') || select.has(name)))
    : shape;
  if (view.fields === 'none') return seen;
  seen['fields@odata.context'] = `${contextOf(tenant, list)}/items('${item.id}')/fields/$entity`;
  seen['fields'] = fieldsShape(item, view.fields);
  return seen;
}

/** Only what has a value: null and empty are left out (documented by every recorded item). */
export function fieldsShape(item: Item, wanted: 'all' | ReadonlySet<string>): Record<string, unknown> {
  const title = fieldOf(item.fields, 'Title');
  const all: Record<string, unknown> = {
    '@odata.etag': etagOf(item),
    ...item.fields,
    id: String(item.id),
    ContentType: 'Item',
    Modified: item.modified,
    Created: item.created,
    AuthorLookupId: String(item.author),
    EditorLookupId: String(item.editor),
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ...(title === undefined ? {} : { LinkTitleNoMenu: title, LinkTitle: title }),
    ItemChildCount: '0',
    FolderChildCount: '0',
    _ComplianceFlags: '',
    _ComplianceTag: '',
    _ComplianceTagWrittenTime: '',
    _ComplianceTagUserId: '',
    AppAuthorLookupId: String(item.authorApp),
    AppEditorLookupId: String(item.editorApp),
  };
  if (wanted === 'all') return all;
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => name === '@odata.etag' || wanted.has(name)),
  );
}

export function listAddress(tenant: Tenant, list: List): string {
  return encodeURI(`${tenant.siteAddress()}/Lists/${list.name}`);
}

export function userOf(tenant: Tenant, number: number) {
  const who = tenant.directory.principal(number);
  return { email: who?.mail ?? '', id: who?.key ?? '', displayName: who?.name ?? '' };
}

function appOf(tenant: Tenant, number: number) {
  const app = tenant.directory.principal(number);
  return { id: app?.key ?? '', displayName: app?.name ?? '' };
}

/** `0x0100` is SharePoint's Item; what follows is the list's own copy of it. */
function contentTypeId(list: List): string {
  return `0x0100${list.id.replaceAll('-', '').toUpperCase()}`;
}
