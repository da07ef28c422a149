import type { Hono } from 'hono';
import { at, jsonText, noContent } from './answers.ts';
import {
  invalidRequest,
  itemNotFound,
  notImplemented,
  resourceModified,
  writtenMeanwhile,
} from './errors.ts';
import { readFields } from './fieldValues.ts';
import type { Item } from './item.ts';
import { findItems } from './itemSearch.ts';
import { contextOf, etagOf } from './itemShape.ts';
import { fieldsWriter, itemWriter, type ItemView } from './itemText.ts';
import type { List } from './listBook.ts';
import { demandOn, listOf } from './lists.ts';
import { fieldNames, itemOptions, itemQuery, nextLink, viewOf, viewOptions } from './query.ts';
import { bodyOf, objectOf, optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';

const everything: ItemView = { select: undefined, fields: 'all' };
const lenientPreference = 'honornonindexedquerieswarningmayfailrandomly';

export function addItems(app: Hono<GraphEnv>, tenant: Tenant): void {
  const items = '/v1.0/sites/:site/lists/:list/items';
  at(app, items, {
    GET: (call) => itemPage(tenant, call),
    POST: async (call) => {
      demandOn(tenant, call, 'writeItems');
      optionsOf(call, []);
      const sent = sentFields(objectOf(await bodyOf(call)));
      const list = listOf(tenant, call);
      // Signed before the transaction: a number given to a new site user outlives a refused write.
      const signature = tenant.sign(call.get('caller'));
      const item = tenant.items.create(list, readFields(list.columns, sent), signature);
      return itemAnswer(tenant, list, item, everything, 201);
    },
  });
  at(app, `${items}/:item`, {
    GET: (call) => {
      demandOn(tenant, call, 'readSite');
      const options = optionsOf(call, viewOptions);
      const list = listOf(tenant, call);
      const item = foundItem(tenant, list, call);
      return itemAnswer(tenant, list, item, viewOf(options, list));
    },
    PATCH: async (call) => {
      demandOn(tenant, call, 'writeItems');
      optionsOf(call, []);
      const body = objectOf(await bodyOf(call));
      if (body['fields'] === undefined) throw invalidRequest("The change of an item needs 'fields'.");
      const list = listOf(tenant, call);
      return itemAnswer(tenant, list, changed(tenant, list, call, sentFields(body)), everything);
    },
    DELETE: (call) => {
      demandOn(tenant, call, 'writeItems');
      optionsOf(call, []);
      const list = listOf(tenant, call);
      const removed = tenant.items.remove(list, itemId(call), tenant.at(), matching(call));
      if (!removed) throw itemMissing();
      return noContent();
    },
  });
  at(app, `${items}/:item/fields`, {
    GET: (call) => {
      demandOn(tenant, call, 'readSite');
      const select = optionsOf(call, ['$select']).get('$select');
      const list = listOf(tenant, call);
      const wanted = select === undefined ? 'all' : fieldNames(select, list);
      return fieldsAnswer(tenant, list, foundItem(tenant, list, call), wanted);
    },
    PATCH: async (call) => {
      demandOn(tenant, call, 'writeItems');
      optionsOf(call, []);
      const sent = objectOf(await bodyOf(call));
      const list = listOf(tenant, call);
      return fieldsAnswer(tenant, list, changed(tenant, list, call, sent), 'all');
    },
  });
}

function itemPage(tenant: Tenant, call: Call): Response {
  demandOn(tenant, call, 'readSite');
  const options = optionsOf(call, itemOptions);
  const list = listOf(tenant, call);
  const query = itemQuery(options, list);
  const lenient = (call.req.header('prefer') ?? '')
    .toLowerCase()
    .split(/[,;\s]+/)
    .includes(lenientPreference);
  const page = findItems(tenant.store, list, query, lenient);
  const write = itemWriter(tenant, list, query.view);
  const address = `${tenant.origin}/v1.0/sites/${list.site}/lists/${list.id}/items`;
  const context = JSON.stringify(`${contextOf(tenant, list)}/items`);
  const link = page.next ? `"@odata.nextLink":${JSON.stringify(nextLink(address, options, page.next))},` : '';
  const rows = page.items.map((item) => write(item));
  return jsonText(`{"@odata.context":${context},${link}"value":[${rows.join(',')}]}`);
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

/**
 * Compared inside the transaction that writes. Without If-Match the last writer wins, unless the item was written
 * after this call came: then the two overlap, and one of them is told so (reported; the model of it is assumed).
 */
function unchangedSince(call: Call): (item: Item) => void {
  const matches = matching(call);
  const arrived = call.get('arrived');
  return (item) => {
    matches(item);
    if (call.req.header('if-match') === undefined && item.sequence > arrived) throw writtenMeanwhile();
  };
}

function matching(call: Call): (item: Item) => void {
  const expected = call.req.header('if-match');
  return (item) => {
    if (expected !== undefined && expected !== '*' && expected !== etagOf(item)) throw resourceModified();
  };
}

export function foundItem(tenant: Tenant, list: List, call: Call): Item {
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

function itemAnswer(tenant: Tenant, list: List, item: Item, view: ItemView, status = 200): Response {
  const context = JSON.stringify(`${contextOf(tenant, list)}/items/$entity`);
  return jsonText(itemWriter(tenant, list, view)(item, `"@odata.context":${context}`), status);
}

function fieldsAnswer(tenant: Tenant, list: List, item: Item, wanted: 'all' | ReadonlySet<string>): Response {
  const context = JSON.stringify(`${contextOf(tenant, list)}/items('${item.id}')/fields/$entity`);
  return jsonText(fieldsWriter(list, wanted)(item, `"@odata.context":${context}`));
}
