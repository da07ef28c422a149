import type { Hono } from 'hono';
import * as v from 'valibot';
import { byMethod, json, noContent } from './answers.ts';
import { checkedName } from './driveAddress.ts';
import {
  driveCallOf,
  foundItem,
  matches,
  placeOf,
  refuseChanged,
  seekItem,
  type DriveCall,
} from './driveAccess.ts';
import { folded, type ConflictBehavior } from './driveBook.ts';
import { driveItemShape, driveShape } from './driveShape.ts';
import { createUploadSession } from './driveUpload.ts';
import { invalidRequest, notImplemented } from './errors.ts';
import { demand } from './permissions.ts';
import { nextLink, positionOf, selected, topOf } from './query.ts';
import { bodyOf, bytesOf, checked, objectOf, optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';

/** What was written as one body; a longer file takes an upload session. */
const largestContent = 4 * 1024 * 1024;

const behaviors = ['fail', 'replace', 'rename'] as const;
const behaviorName = '@microsoft.graph.conflictBehavior';
const newFolderSchema = v.strictObject({
  name: v.string(),
  folder: v.object({}),
  [behaviorName]: v.optional(v.picklist(behaviors), 'fail'),
});

/** The site's document library. */
export function addDrive(app: Hono<GraphEnv>, tenant: Tenant): void {
  const answer = (call: Call): Promise<Response> | Response => {
    demand(call.get('caller'), call.req.method === 'GET' ? 'readFiles' : 'writeFiles');
    const asked = driveCallOf(tenant, call);
    if (!asked.address) return byMethod(call, { GET: () => driveAnswer(tenant, call, asked) });
    switch (asked.address.part) {
      case undefined:
        return byMethod(call, {
          GET: () => itemAnswer(tenant, call, asked),
          DELETE: () => removed(tenant, call, asked),
        });
      case 'children':
        return byMethod(call, {
          GET: () => childPage(tenant, call, asked),
          POST: () => folderMade(tenant, call, asked),
        });
      case 'content':
        return byMethod(call, {
          GET: () => contentAnswer(tenant, call, asked),
          PUT: () => contentWritten(tenant, call, asked),
        });
      case 'createUploadSession':
        return byMethod(call, { POST: () => createUploadSession(tenant, call, asked) });
      default:
        throw notImplemented(`${call.req.method} ${call.req.path}`);
    }
  };
  for (const path of ['/v1.0/sites/:site/drive', '/v1.0/drives/:drive']) {
    app.all(path, answer);
    app.all(`${path}/*`, answer);
  }
}

function contextOf(tenant: Tenant, { drive }: DriveCall, rest: string): string {
  return `${tenant.origin}/v1.0/$metadata#drives('${encodeURIComponent(drive)}')/${rest}`;
}

function driveAnswer(tenant: Tenant, call: Call, { site }: DriveCall): Response {
  const select = optionsOf(call, ['$select']).get('$select');
  const whole = driveShape(tenant, site);
  const names = select === undefined ? undefined : selected(select, new Set(Object.keys(whole)), 'drive');
  const seen = Object.entries(whole).filter(([name]) => names?.has(name) ?? true);
  return json({
    '@odata.context': `${tenant.origin}/v1.0/$metadata#drives/$entity`,
    ...Object.fromEntries(seen),
  });
}

function itemAnswer(tenant: Tenant, call: Call, asked: DriveCall): Response {
  const select = optionsOf(call, ['$select']).get('$select');
  const item = foundItem(tenant, asked);
  if (matches(call.req.header('if-none-match'), item)) return new Response(null, { status: 304 });
  const shape = driveItemShape(tenant, asked.site, item, select);
  return json({ '@odata.context': contextOf(tenant, asked, 'items/$entity'), ...shape });
}

function childPage(tenant: Tenant, call: Call, asked: DriveCall): Response {
  const options = optionsOf(call, ['$select', '$top', '$skiptoken']);
  const folder = foundItem(tenant, asked);
  if (folder.content !== null) throw invalidRequest('A file has no children.');
  const top = topOf(options.get('$top'));
  const token = options.get('$skiptoken');
  const after = token === undefined ? '' : (positionOf(token).value ?? '');
  const found = tenant.drive.children(asked.drive, folder, after, top + 1);
  const shown = found.slice(0, top);
  const last = shown.at(-1);
  const address = `${tenant.origin}/v1.0/drives/${asked.drive}/items/${folder.id}/children`;
  return json({
    '@odata.context': contextOf(tenant, asked, `items('${folder.id}')/children`),
    ...(found.length > top && last
      ? { '@odata.nextLink': nextLink(address, options, { id: last.number, value: folded(last.name) }) }
      : {}),
    value: shown.map((item) => driveItemShape(tenant, asked.site, item, options.get('$select'))),
  });
}

async function folderMade(tenant: Tenant, call: Call, asked: DriveCall): Promise<Response> {
  optionsOf(call, []);
  const body = checked(newFolderSchema, objectOf(await bodyOf(call)));
  const parent = foundItem(tenant, asked);
  if (parent.content !== null) throw invalidRequest('A file cannot hold folders.');
  const made = tenant.drive.makeFolder(
    asked.drive,
    parent,
    checkedName(body.name),
    tenant.sign(call.get('caller')),
    body[behaviorName],
  );
  const shape = driveItemShape(tenant, asked.site, made, undefined);
  return json({ '@odata.context': contextOf(tenant, asked, 'items/$entity'), ...shape }, 201);
}

/** Documented: a short-lived address elsewhere, which a browser must not follow with its token. */
function contentAnswer(tenant: Tenant, call: Call, asked: DriveCall): Response {
  optionsOf(call, []);
  const item = foundItem(tenant, asked);
  if (item.content === null) throw invalidRequest('A folder has no content.');
  if (matches(call.req.header('if-none-match'), item)) return new Response(null, { status: 304 });
  return new Response(null, { status: 302, headers: { Location: tenant.links.download(item) } });
}

async function contentWritten(tenant: Tenant, call: Call, asked: DriveCall): Promise<Response> {
  const onConflict = behaviorOf(optionsOf(call, [behaviorName]).get(behaviorName));
  const bytes = await bytesOf(call.req.raw, largestContent);
  const signature = tenant.sign(call.get('caller'));
  // One transaction: a refused file leaves no folders behind that were made for it.
  const { item, isNew } = tenant.store.together(() => {
    refuseChanged(call, seekItem(tenant, asked));
    const { folder, name } = placeOf(tenant, call, asked);
    const content = tenant.drive.content.open();
    tenant.drive.content.append(content, 0, bytes);
    const file = { content, size: bytes.byteLength, onConflict, by: signature };
    return tenant.drive.writeFile(asked.drive, folder, name, file);
  });
  const shape = driveItemShape(tenant, asked.site, item, undefined);
  return json({ '@odata.context': contextOf(tenant, asked, 'items/$entity'), ...shape }, isNew ? 201 : 200);
}

function behaviorOf(text: string | undefined): ConflictBehavior {
  if (text === undefined) return 'replace';
  const known = behaviors.find((behavior) => behavior === text);
  if (!known) throw invalidRequest(`'${text.slice(0, 40)}' is no conflict behavior.`);
  return known;
}

function removed(tenant: Tenant, call: Call, asked: DriveCall): Response {
  optionsOf(call, []);
  const item = foundItem(tenant, asked);
  if (item.number === 0) throw invalidRequest('The root of a drive cannot be deleted.');
  refuseChanged(call, item);
  tenant.drive.remove(asked.drive, item);
  return noContent();
}
