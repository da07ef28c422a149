import { fieldOf, type FieldValue } from './fieldValues.ts';
import { guidOf } from './guid.ts';
import { fieldsOf, type Item } from './item.ts';
import { appOf, contentTypeOf, contextOf, listAddress, userOf } from './itemShape.ts';
import type { List } from './listBook.ts';
import type { Tenant } from './tenant.ts';

/** What a query asks to see of an item; undefined means everything. */
export type ItemView = {
  select: ReadonlySet<string> | undefined;
  fields: 'none' | 'all' | ReadonlySet<string>;
};

/** One item as JSON; `before` is put in as its first property. */
export type ItemWriter = (item: Item, before?: string) => string;

type Piece = (item: Item) => string;

/**
 * Writes items as JSON text, piece by piece: what a list's items have in common is written once, and stored fields
 * go into the answer as they are. Thousands of items are read at a time, and nearly all of that time was spent on
 * taking JSON apart and putting it together again.
 */
export function itemWriter(tenant: Tenant, list: List, view: ItemView): ItemWriter {
  const users = remembered((number) => JSON.stringify(userOf(tenant, number)));
  const apps = remembered((number) => JSON.stringify(appOf(tenant, number)));
  const address = listAddress(tenant, list);
  const parent = JSON.stringify({ id: guidOf(`folder ${list.id}`), siteId: list.site });
  const type = JSON.stringify(contentTypeOf(list));
  const properties: [string, Piece][] = [
    ['createdDateTime', (item) => `"createdDateTime":"${item.created}"`],
    ['eTag', (item) => `"eTag":${etagText(item)}`],
    ['id', (item) => `"id":"${item.id}"`],
    ['lastModifiedDateTime', (item) => `"lastModifiedDateTime":"${item.modified}"`],
    ['webUrl', (item) => `"webUrl":${JSON.stringify(`${address}/${item.id}_.000`)}`],
    ['createdBy', (item) => `"createdBy":{"user":${users(item.author)}}`],
    [
      'lastModifiedBy',
      (item) => `"lastModifiedBy":{"application":${apps(item.editorApp)},"user":${users(item.editor)}}`,
    ],
    ['parentReference', () => `"parentReference":${parent}`],
    ['contentType', () => `"contentType":${type}`],
  ];
  const { select } = view;
  const pieces = properties.filter(([name]) => select?.has(name) ?? true).map(([, piece]) => piece);
  if (view.fields !== 'none') {
    const context = `"fields@odata.context":"${contextOf(tenant, list)}/items('`;
    const fields = fieldsWriter(list, view.fields);
    pieces.push((item) => `${context}${item.id}')/fields/$entity","fields":${fields(item)}`);
  }
  return (item, before) => {
    let text = before === undefined ? '{' : `{${before},`;
    text += `"@odata.etag":${etagText(item)}`;
    for (const piece of pieces) text += `,${piece(item)}`;
    return `${text}}`;
  };
}

/** Only what has a value: null and empty are left out (documented by every recorded item). */
export function fieldsWriter(list: List, wanted: 'all' | ReadonlySet<string>): ItemWriter {
  const shown = builtInFields(list).filter(([name]) => wanted === 'all' || wanted.has(name));
  const own = wanted === 'all' ? undefined : ownFields(list, wanted);
  const titles = ['LinkTitleNoMenu', 'LinkTitle'].filter((name) => wanted === 'all' || wanted.has(name));
  const needsFields = own !== undefined || titles.length > 0;
  return (item, before) => {
    const fields = needsFields ? fieldsOf(item) : {};
    let text = before === undefined ? '{' : `{${before},`;
    text += `"@odata.etag":${etagText(item)}`;
    if (own === undefined) {
      if (item.fields !== '{}') text += `,${item.fields.slice(1, -1)}`;
    } else {
      for (const [name, start] of own) {
        const value = fieldOf(fields, name);
        if (value !== undefined) text += start + written(value);
      }
    }
    for (const [, piece] of shown) text += piece(item);
    const title = titles.length > 0 ? fieldOf(fields, 'Title') : undefined;
    if (title !== undefined) for (const name of titles) text += `,"${name}":${written(title)}`;
    return `${text}}`;
  };
}

/** The columns of a version, whose stored fields may name a column that has gone since. */
export function everyColumn(list: List): ReadonlySet<string> {
  return new Set([...list.columns.keys(), ...builtInFields(list).map(([name]) => name)]);
}

function ownFields(list: List, wanted: ReadonlySet<string>): [string, string][] {
  return [...list.columns.keys()]
    .filter((name) => wanted.has(name))
    .map((name) => [name, `,${JSON.stringify(name)}:`]);
}

function builtInFields(list: List): [string, Piece][] {
  const type = JSON.stringify(contentTypeOf(list).name);
  return [
    ['id', (item) => `,"id":"${item.id}"`],
    ['ContentType', () => `,"ContentType":${type}`],
    ['Modified', (item) => `,"Modified":"${item.modified}"`],
    ['Created', (item) => `,"Created":"${item.created}"`],
    ['AuthorLookupId', (item) => `,"AuthorLookupId":"${item.author}"`],
    ['EditorLookupId', (item) => `,"EditorLookupId":"${item.editor}"`],
    ['_UIVersionString', (item) => `,"_UIVersionString":"${item.major}.0"`],
    ['Attachments', () => ',"Attachments":false'],
    ['Edit', () => ',"Edit":""'],
    ['ItemChildCount', () => ',"ItemChildCount":"0"'],
    ['FolderChildCount', () => ',"FolderChildCount":"0"'],
    ['_ComplianceFlags', () => ',"_ComplianceFlags":""'],
    ['_ComplianceTag', () => ',"_ComplianceTag":""'],
    ['_ComplianceTagWrittenTime', () => ',"_ComplianceTagWrittenTime":""'],
    ['_ComplianceTagUserId', () => ',"_ComplianceTagUserId":""'],
    ['AppAuthorLookupId', (item) => `,"AppAuthorLookupId":"${item.authorApp}"`],
    ['AppEditorLookupId', (item) => `,"AppEditorLookupId":"${item.editorApp}"`],
  ];
}

function written(value: FieldValue): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** The eTag has quotes of its own. */
function etagText({ guid, version }: Item): string {
  return `"\\"${guid},${version}\\""`;
}

function remembered(write: (number: number) => string): (number: number) => string {
  const known = new Map<number, string>();
  return (number) => {
    const found = known.get(number);
    if (found !== undefined) return found;
    const made = write(number);
    known.set(number, made);
    return made;
  };
}
