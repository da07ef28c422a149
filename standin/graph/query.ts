import { badRequest, fieldNotRecognized, invalidRequest, notImplemented } from './errors.ts';
import { fieldName, parseFilter, type Condition } from './filter.ts';
import type { ItemView } from './itemText.ts';
import type { List } from './listBook.ts';
import { builtInFieldNames } from './builtIn.ts';

export type Position = { id: number; value?: string };
export type Order = { field: string; descending: boolean };
export type ItemQuery = {
  view: ItemView;
  filter: Condition[];
  order: Order | undefined;
  top: number;
  after: Position | undefined;
};

/** Both reported, and the silent cap with them. */
const pageSize = 200;
const largestPage = 5000;

const itemProperties = new Set([
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'webUrl',
  'eTag',
  'createdBy',
  'lastModifiedBy',
  'parentReference',
  'contentType',
  'fields',
]);

export const viewOptions = ['$select', '$expand'];
export const itemOptions = [...viewOptions, '$filter', '$orderby', '$top', '$skiptoken'];

export function itemQuery(options: ReadonlyMap<string, string>, list: List): ItemQuery {
  const filter = options.get('$filter');
  const token = options.get('$skiptoken');
  return {
    view: viewOf(options, list),
    filter: filter === undefined ? [] : parseFilter(filter),
    order: orderOf(options.get('$orderby')),
    top: topOf(options.get('$top')),
    after: token === undefined ? undefined : positionOf(token),
  };
}

export function viewOf(options: ReadonlyMap<string, string>, list: List): ItemView {
  const select = options.get('$select');
  return {
    select: select === undefined ? undefined : selected(select, itemProperties, 'listItem'),
    fields: expandedFields(options.get('$expand'), list),
  };
}

/** The names after `$select=`; one that the type does not have is refused, or every typing error would pass. */
export function selected(text: string, known: ReadonlySet<string>, type: string): ReadonlySet<string> {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw notImplemented(`the property '${unknown}' of ${type}`);
  return new Set(names);
}

export function expandedFields(text: string | undefined, list: List): ItemView['fields'] {
  if (text === undefined) return 'none';
  if (text === 'fields') return 'all';
  const inner = /^fields\((.*)\)$/.exec(text)?.[1];
  if (inner === undefined) throw notImplemented(`$expand=${text}`);
  const names = /^\$select=([\w,\s]+)$/.exec(inner)?.[1];
  // Reported for `fields(select=…)`, which old samples show.
  if (names === undefined)
    throw badRequest(`Parsing OData Select and Expand failed: '${inner}' is not valid.`);
  return fieldNames(names, list);
}

export function fieldNames(text: string, list: List): ReadonlySet<string> {
  const names = text.split(',').map((name) => name.trim());
  // Assumed: an unknown name is refused as in a write.
  const unknown = names.find((name) => !isField(name, list));
  if (unknown !== undefined) throw fieldNotRecognized(unknown);
  return new Set(names);
}

/** A person's or a row's column stands under two names: with `LookupId` its number, without it who that is. */
function isField(name: string, list: List): boolean {
  if (list.columns.has(name) || builtInFieldNames.has(name)) return true;
  const base = list.columns.get(name.replace(/LookupId$/, ''));
  return base?.facet.kind === 'personOrGroup' || base?.facet.kind === 'lookup';
}

function orderOf(text: string | undefined): Order | undefined {
  if (text === undefined) return undefined;
  const match = /^(fields\/\w+)(?:\s+(asc|desc))?$/.exec(text.trim());
  if (!match?.[1]) throw invalidRequest('Invalid orderby clause');
  return { field: fieldName(match[1]), descending: match[2] === 'desc' };
}

export function topOf(text: string | undefined): number {
  if (text === undefined) return pageSize;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw badRequest(`Invalid value '${text.slice(0, 40)}' for $top.`);
  return Math.min(Number(text), largestPage);
}

/** SharePoint's own paging position, unpadded base64url; for the client it has no meaning. */
function tokenOf({ id, value }: Position): string {
  const text = `Paged=TRUE&p_ID=${id}${value === undefined ? '' : `&p_Value=${encodeURIComponent(value)}`}`;
  return Buffer.from(text).toString('base64url');
}

export function positionOf(token: string): Position {
  const text = /^[\w-]+$/.test(token) ? Buffer.from(token, 'base64url').toString('utf8') : '';
  const parts = new URLSearchParams(text);
  const id = parts.get('p_ID') ?? '';
  if (parts.get('Paged') !== 'TRUE' || !/^\d{1,10}$/.test(id)) throw badRequest('Invalid $skiptoken.');
  const value = parts.get('p_Value');
  return { id: Number(id), ...(value === null ? {} : { value }) };
}

/** The next page's address keeps every option of this one but the position. */
export function nextLink(address: string, options: ReadonlyMap<string, string>, position: Position): string {
  const kept = new Map([...options].filter(([name]) => name !== '$skiptoken'));
  return linkTo(address, kept, ['$skiptoken', tokenOf(position)]);
}

export function linkTo(
  address: string,
  options: ReadonlyMap<string, string>,
  ...more: [name: string, value: string][]
): string {
  const pairs = [...options, ...more].map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value).replace(/%(?:24|2C|2F|3D)/g, decodeURIComponent)}`,
  );
  return pairs.length === 0 ? address : `${address}?${pairs.join('&')}`;
}
