import type { Hono } from 'hono';
import * as v from 'valibot';
import { at, json, noContent } from './answers.ts';
import { builtInColumns } from './builtIn.ts';
import { columnShape } from './column.ts';
import { newColumn } from './columnRequest.ts';
import { invalidRequest, itemNotFound, nameAlreadyExists, notImplemented } from './errors.ts';
import { contextOf, listAddress, userOf } from './itemShape.ts';
import type { List } from './listBook.ts';
import { demand, type Need } from './permissions.ts';
import { nextLink, positionOf, selected, topOf } from './query.ts';
import { bodyOf, checked, objectOf, optionsOf, type Call, type GraphEnv } from './request.ts';
import { siteOf } from './sites.ts';
import type { Tenant } from './tenant.ts';

const newListSchema = v.strictObject({
  displayName: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(255)),
  description: v.optional(v.string(), ''),
  columns: v.optional(v.array(v.unknown()), []),
  list: v.optional(v.strictObject({ template: v.optional(v.string(), 'genericList') })),
});
const changedListSchema = v.strictObject({
  displayName: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(255))),
  description: v.optional(v.string()),
});

/** SharePoint's limit (documented). */
export const mostIndexes = 20;

export function addLists(app: Hono<GraphEnv>, tenant: Tenant): void {
  at(app, '/v1.0/sites/:site/lists', {
    GET: (call) => listPage(tenant, call),
    POST: async (call) => {
      demand(call.get('caller'), 'manageLists');
      const body = objectOf(await bodyOf(call));
      return json(createList(tenant, call, body), 201);
    },
  });
  at(app, '/v1.0/sites/:site/lists/:list', {
    GET: (call) => {
      demandOn(tenant, call, 'readSite');
      const options = optionsOf(call, ['$select', '$expand']);
      const list = listOf(tenant, call);
      return json({ '@odata.context': entityContext(tenant, list), ...seenList(tenant, list, options) });
    },
    PATCH: async (call) => {
      demandOn(tenant, call, 'manageLists');
      refuseIfMatch(call);
      optionsOf(call, []);
      const body = objectOf(await bodyOf(call));
      if ('name' in body) throw nameRefused();
      const names = checked(changedListSchema, body);
      const list = listOf(tenant, call);
      const displayName = names.displayName ?? list.displayName;
      refuseTaken(tenant, list.site, displayName, list);
      const changed = tenant.lists.rename(
        list,
        { displayName, description: names.description ?? list.description },
        tenant.at(),
      );
      return json({ '@odata.context': entityContext(tenant, changed), ...listShape(tenant, changed) });
    },
    DELETE: (call) => {
      demandOn(tenant, call, 'manageLists');
      refuseIfMatch(call);
      optionsOf(call, []);
      tenant.lists.remove(listOf(tenant, call));
      return noContent();
    },
  });
}

/** Before anything else of the call is looked at; with the list, whose own permissions may differ from the site's. */
export function demandOn(tenant: Tenant, call: Call, need: Need): void {
  const list = tenant.lists.find(tenant.directory.siteId() ?? '', call.req.param('list') ?? '');
  demand(call.get('caller'), need, list);
  if (list?.system === 'users') tenant.users.fill(list, tenant.at());
}

export function listOf(tenant: Tenant, call: Call): List {
  const list = tenant.lists.find(siteOf(tenant, call), call.req.param('list') ?? '');
  if (!list) throw itemNotFound('The specified list was not found');
  return list;
}

/** Reported for items only; a guard that is silently ignored would be worse than none. */
export function refuseIfMatch(call: Call): void {
  if (call.req.header('if-match') !== undefined) throw notImplemented('If-Match on lists and columns');
}

function createList(tenant: Tenant, call: Call, body: Record<string, unknown>): object {
  if ('name' in body) throw nameRefused();
  optionsOf(call, []);
  const request = checked(newListSchema, body);
  const template = request.list?.template ?? 'genericList';
  if (template !== 'genericList') throw notImplemented(`lists of the template '${template}'`);
  const columns = request.columns.map(newColumn);
  const names = columns.map((column) => column.name.toLowerCase());
  if (
    names.some((name, index) => name === 'title' || builtInColumns.has(name) || names.indexOf(name) !== index)
  ) {
    throw nameAlreadyExists();
  }
  if (columns.filter((column) => column.indexed).length > mostIndexes) throw tooManyIndexes();
  const site = siteOf(tenant, call);
  refuseTaken(tenant, site, request.displayName);
  const { person, at: created } = tenant.sign(call.get('caller'));
  const { displayName, description } = request;
  const list = tenant.lists.create({ site, displayName, description, author: person, columns, at: created });
  return { '@odata.context': entityContext(tenant, list), ...listShape(tenant, list) };
}

export function tooManyIndexes() {
  return invalidRequest(`A list can have at most ${mostIndexes} indexed columns.`);
}

function nameRefused() {
  return invalidRequest(
    "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
  );
}

function refuseTaken(tenant: Tenant, site: string, displayName: string, but?: List): void {
  const taken = tenant.lists
    .inSite(site)
    .some((list) => list.id !== but?.id && list.displayName.toLowerCase() === displayName.toLowerCase());
  if (taken) throw nameAlreadyExists();
}

function listPage(tenant: Tenant, call: Call): Response {
  demand(call.get('caller'), 'readSite');
  const options = optionsOf(call, ['$select', '$expand', '$filter', '$top', '$skiptoken']);
  const site = siteOf(tenant, call);
  const token = options.get('$skiptoken');
  const after = token === undefined ? 0 : positionOf(token).id;
  const top = topOf(options.get('$top'));
  // Documented: `$select` must name `system`, or the lists of SharePoint's own stay out of sight.
  const alsoSystem =
    options
      .get('$select')
      ?.split(',')
      .some((name) => name.trim() === 'system') ?? false;
  const rest = tenant.lists
    .inSite(site)
    .filter((list) => alsoSystem || list.system === '')
    .filter(named(options.get('$filter')))
    .filter((list) => list.number > after);
  const shown = rest.slice(0, top);
  const end = shown.at(-1);
  const address = `${tenant.origin}/v1.0/sites/${site}/lists`;
  return json({
    '@odata.context': `${tenant.origin}/v1.0/$metadata#sites('${encodeURIComponent(site)}')/lists`,
    ...(rest.length > top && end
      ? { '@odata.nextLink': nextLink(address, options, { id: end.number }) }
      : {}),
    value: shown.map((list) => seenList(tenant, list, options)),
  });
}

function named(filter: string | undefined): (list: List) => boolean {
  if (filter === undefined) return () => true;
  const match = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(filter);
  if (!match) throw invalidRequest('The provided filter statement is not supported');
  const wanted = (match[1] ?? '').replaceAll("''", "'").toLowerCase();
  return (list) => list.displayName.toLowerCase() === wanted;
}

const selectable = new Set([
  'createdBy',
  'createdDateTime',
  'description',
  'displayName',
  'eTag',
  'id',
  'lastModifiedDateTime',
  'list',
  'name',
  'parentReference',
  'system',
  'webUrl',
  'columns',
]);

function seenList(tenant: Tenant, list: List, options: ReadonlyMap<string, string>): object {
  const select = options.get('$select');
  const expand = options.get('$expand');
  if (expand !== undefined && expand !== 'columns') throw notImplemented(`$expand=${expand} of a list`);
  const names = select === undefined ? undefined : selected(select, selectable, 'list');
  const whole = {
    ...listShape(tenant, list),
    ...(list.system !== '' && names?.has('system') ? { system: {} } : {}),
  };
  const seen = Object.entries(whole).filter(([name]) => name.startsWith('@') || (names?.has(name) ?? true));
  return {
    ...Object.fromEntries(seen),
    ...(expand
      ? { 'columns@odata.context': `${contextOf(tenant, list)}/columns`, columns: visibleColumns(list) }
      : {}),
  };
}

/** Hidden columns show only where `$select` names `hidden` (documented). */
export function visibleColumns(list: List, alsoHidden = false): Record<string, unknown>[] {
  const own = [...list.columns.values()].filter((column) => alsoHidden || !column.hidden).map(columnShape);
  return [...own, ...builtInColumns.values()];
}

function entityContext(tenant: Tenant, list: List): string {
  return `${tenant.origin}/v1.0/$metadata#sites('${encodeURIComponent(list.site)}')/lists/$entity`;
}

/** The list's eTag and last change follow its items. Assumed: the number in the eTag need not grow by one. */
function listShape(tenant: Tenant, list: List): Record<string, unknown> {
  const etag = `"${list.id},${list.version + list.sequence}"`;
  return {
    '@odata.etag': etag,
    createdDateTime: list.created,
    description: list.description,
    eTag: etag,
    id: list.id,
    lastModifiedDateTime: list.touched > list.modified ? list.touched : list.modified,
    name: list.name,
    webUrl: listAddress(tenant, list),
    displayName: list.displayName,
    createdBy: { user: userOf(tenant, list.author) },
    parentReference: { siteId: list.site },
    list:
      list.system === ''
        ? { contentTypesEnabled: false, hidden: false, template: 'genericList' }
        : { contentTypesEnabled: false, hidden: true, template: 'userInformation' },
  };
}
