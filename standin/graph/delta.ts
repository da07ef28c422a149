import type { Hono } from 'hono';
import { at, jsonText } from './answers.ts';
import { changesAfter, type Change } from './changeLog.ts';
import { badRequest, resyncRequired } from './errors.ts';
import { contentTypeOf } from './itemShape.ts';
import { itemWriter } from './itemText.ts';
import type { List } from './listBook.ts';
import { demandOn, listOf } from './lists.ts';
import { linkTo, topOf, viewOf, viewOptions } from './query.ts';
import { optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';

/** How far a reader has come in a list's change log. */
type Place = {
  list: string;
  issuedMs: number;
  /** What stands later in the log is still to be told. */
  after: number;
  /** Removals before this one concern items that the reader has never been told of. */
  deletedAfter: number;
};

export function addDelta(app: Hono<GraphEnv>, tenant: Tenant): void {
  const delta = '/v1.0/sites/:site/lists/:list/items/delta';
  at(app, delta, { GET: (call) => changes(tenant, call, (options) => options.get('token')) });
  // The same as a function call, which is how the generated clients write it.
  const path = '/v1.0/sites/:site/lists/:list/items/:delta{delta\\(.*\\)}';
  at(app, path, {
    GET: (call) =>
      changes(tenant, call, () => /^delta\(token='(.*)'\)$/.exec(call.req.param('delta') ?? '')?.[1] ?? ''),
  });
}

function changes(
  tenant: Tenant,
  call: Call,
  tokenIn: (options: ReadonlyMap<string, string>) => string | undefined,
): Response {
  demandOn(tenant, call, 'readSite');
  const options = optionsOf(call, [...viewOptions, '$top', 'token']);
  const list = listOf(tenant, call);
  const token = tokenIn(options);
  const kept = new Map([...options].filter(([name]) => name !== 'token'));
  const address = `${tenant.origin}/v1.0/sites/${list.site}/lists/${list.id}/items/delta`;
  const linkAt = (after: number, deletedAfter: number) =>
    linkTo(address, kept, [
      'token',
      tokenOf({ list: list.id, issuedMs: tenant.clock(), after, deletedAfter }),
    ]);

  const top = topOf(options.get('$top'));
  const view = viewOf(options, list);
  const start =
    token === undefined
      ? { after: 0, deletedAfter: list.sequence }
      : token === 'latest'
        ? { after: list.sequence, deletedAfter: list.sequence }
        : placeOf(tenant, list, token, () => linkTo(address, kept));
  const found = changesAfter(tenant.store, list, start, top + 1);
  const shown = found.slice(0, top);
  const end = shown.at(-1)?.sequence ?? start.after;
  const write = itemWriter(tenant, list, view);
  const gone = removedWriter(list);
  const rows = shown.map((change) => (change.item ? write(change.item) : gone(change)));
  const link =
    found.length > top
      ? `"@odata.nextLink":${JSON.stringify(linkAt(end, start.deletedAfter))}`
      : `"@odata.deltaLink":${JSON.stringify(linkAt(end, Math.max(end, start.deletedAfter)))}`;
  const context = JSON.stringify(`${tenant.origin}/v1.0/$metadata#Collection(listItem)`);
  return jsonText(`{"@odata.context":${context},${link},"value":[${rows.join(',')}]}`);
}

/** As documented: nothing of a removed item is left but its id and where it was. */
function removedWriter(list: List): (change: Change) => string {
  const parent = JSON.stringify({ siteId: list.site });
  const type = JSON.stringify(contentTypeOf(list));
  return ({ id }) =>
    `{"id":"${id}","parentReference":${parent},"contentType":${type},"deleted":{"state":"deleted"}}`;
}

/** SharePoint's own change token has this form: version, scope, list, moment, number. For the client it has no meaning. */
function tokenOf({ list, issuedMs, after, deletedAfter }: Place): string {
  return Buffer.from(`1;3;${list};${issuedMs};${after};${deletedAfter}`).toString('base64url');
}

function placeOf(tenant: Tenant, list: List, token: string, fresh: () => string): Place {
  const text = /^[\w-]{1,300}$/.test(token) ? Buffer.from(token, 'base64url').toString('utf8') : '';
  const match = /^1;3;([\da-f-]{36});(\d{1,15});(\d{1,15});(\d{1,15})$/.exec(text);
  if (!match) throw badRequest('The delta token is not valid.');
  const [, ofList = '', ...numbers] = match;
  const [issuedMs = 0, after = 0, deletedAfter = 0] = numbers.map(Number);
  // Another list of the same name, or this one as it was in an older copy of the file.
  if (ofList !== list.id || after > list.sequence) {
    throw resyncRequired(
      'resyncChangesUploadDifferences',
      'Resync required. Upload any local items that the service did not return.',
      fresh(),
    );
  }
  if (tenant.clock() - issuedMs > tenant.deltaLifetimeMs) {
    throw resyncRequired(
      'resyncChangesApplyDifferences',
      "Resync required. Replace any local items with the server's version (including deletes) if you're sure that the service was up to date with your local changes when you last sync'd. Upload any local changes that the server doesn't know about.",
      fresh(),
    );
  }
  return { list: ofList, issuedMs, after, deletedAfter };
}
