import type { Hono } from 'hono';
import { at, json, noContent, unknownPath } from './answers.ts';
import { invalidRequest, itemNotFound, notImplemented, resourceModified } from './errors.ts';
import { readFields } from './fieldValues.ts';
import type { Item } from './itemBook.ts';
import { findItems } from './itemSearch.ts';
import { contextOf, etagOf, fieldsShape, itemShape } from './itemShape.ts';
import type { List } from './listBook.ts';
import { listOf } from './lists.ts';
import { demand } from './permissions.ts';
import { fieldNames, itemOptions, itemQuery, nextLink, viewOf, viewOptions } from './query.ts';
import { bodyOf, objectOf, optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';

const everything = { select: undefined, fields: 'all' } as const;
const lenientPreference = 'honornonindexedquerieswarningmayfailrandomly';

export function addItems(app: Hono<GraphEnv>, tenant: Tenant): void {
  const items = '/v1.0/sites/:site/lists/:list/items';
  at(app, items, {
    GET: (call) => itemPage(tenant, call),
    POST: async (call) => {
      demand(call.get('caller'), 'writeItems');
      optionsOf(call, []);
      const sent = sentFields(objectOf(await bodyOf(call)));
      const list = listOf(tenant, call);
      // Signed before the transaction: a number given to a new site user outlives a refused write.
      const signature = tenant.sign(call.get('caller'));
      const item = tenant.items.create(list, readFields(list.columns, sent), signature);
      return itemAnswer(tenant, list, itemShape(tenant, list, item, everything), 201);
    },
  });
  app.all(`${items}/delta`, unknownPath);
  at(app, `${items}/:item`, {
    GET: (call) => {
      demand(call.get('caller'), 'readSite');
      const options = optionsOf(call, viewOptions);
      const list = listOf(tenant, call);
      const shape = itemShape(tenant, list, foundItem(tenant, list, call), viewOf(options, list));
      return itemAnswer(tenant, list, shape);
    },
    PATCH: async (call) => {
      demand(call.get('caller'), 'writeItems');
      optionsOf(call, []);
      const body = objectOf(await bodyOf(call));
      if (body['fields'] === undefined) throw invalidRequest("The change of an item needs 'fields'.");
      const list = listOf(tenant, call);
      const item = changed(tenant, list, call, sentFields(body));
      return itemAnswer(tenant, list, itemShape(tenant, list, item, everything));
    },
    DELETE: (call) => {
      demand(call.get('caller'), 'writeItems');
      optionsOf(call, []);
      const list = listOf(tenant, call);
      if (!tenant.items.remove(list, itemId(call), unchangedSince(call))) throw itemMissing();
      return noContent();
    },
  });
  at(app, `${items}/:item/fields`, {
    GET: (call) => {
      demand(call.get('caller'), 'readSite');
      const select = optionsOf(call, ['$select']).get('$select');
      const list = listOf(tenant, call);
      const wanted = select === undefined ? 'all' : fieldNames(select, list);
      return fieldsAnswer(tenant, list, foundItem(tenant, list, call), wanted);
    },
    PATCH: async (call) => {
      demand(call.get('caller'), 'writeItems');
      optionsOf(call, []);
      const sent = objectOf(await bodyOf(call));
      const list = listOf(tenant, call);
      return fieldsAnswer(tenant, list, changed(tenant, list, call, sent), 'all');
    },
  });
}

function itemPage(tenant: Tenant, call: Call): Response {
  demand(call.get('caller'), 'readSite');
  const options = optionsOf(call, itemOptions);
  const list = listOf(tenant, call);
  const query = itemQuery(options, list);
  const lenient = (call.req.header('prefer') ?? '')
    .toLowerCase()
    .split(/[,;\s]+/)
    .includes(lenientPreference);
  const page = findItems(tenant.store, list, query, lenient);
  const address = `${tenant.origin}/v1.0/sites/${list.site}/lists/${list.id}/items`;
  return json({
    '@odata.context': `${contextOf(tenant, list)}/items`,
    ...(page.next ? { '@odata.nextLink': nextLink(address, options, page.next) } : {}),
    value: page.items.map((item) => itemShape(tenant, list, item, query.view)),
  });
}

/** `{fields}` as documented, or the fields themselves, which clients send and Graph takes (reported). */
function sentFields(body: Record<string, unknown>): Record<string, unknown> {
  if (!('fields' in body)) return body;
  const { fields, ...others } = body;
  const other = Object.keys(others).find((name) => !name.startsWith('@odata.'));
  if (other !== undefined) throw notImplemented(`'${other}' beside the fields of an item`);
  return objectOf(fields);
}

function changed(tenant: Tenant, list: List, call: Call, sent: Record<string, unknown>): Item {
  const writing = readFields(list.columns, sent);
  const signature = tenant.sign(call.get('caller'));
  const item = tenant.items.change(list, itemId(call), writing, signature, unchangedSince(call));
  if (!item) throw itemMissing();
  return item;
}

/** Compared inside the transaction that writes. Without If-Match the last writer wins. */
function unchangedSince(call: Call): (item: Item) => void {
  const expected = call.req.header('if-match');
  return (item) => {
    if (expected !== undefined && expected !== '*' && expected !== etagOf(item)) throw resourceModified();
  };
}

function foundItem(tenant: Tenant, list: List, call: Call): Item {
  const item = tenant.items.find(list, itemId(call));
  if (!item) throw itemMissing();
  return item;
}

function itemId(call: Call): number {
  const id = call.req.param('item') ?? '';
  if (!/^[1-9]\d{0,9}$/.test(id)) throw itemMissing();
  return Number(id);
}

function itemMissing() {
  return itemNotFound('The specified item was not found');
}

function itemAnswer(tenant: Tenant, list: List, shape: object, status = 200): Response {
  return json({ '@odata.context': `${contextOf(tenant, list)}/items/$entity`, ...shape }, status);
}

function fieldsAnswer(tenant: Tenant, list: List, item: Item, wanted: 'all' | ReadonlySet<string>): Response {
  const context = `${contextOf(tenant, list)}/items('${item.id}')/fields/$entity`;
  return json({ '@odata.context': context, ...fieldsShape(item, wanted) });
}
