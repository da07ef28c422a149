import { Hono } from 'hono';
import { json, noContent, refusal } from './answers.ts';
import { driveCtagOf, driveItemShape, mimeTypeOf } from './driveShape.ts';
import { receivePiece } from './driveUpload.ts';
import { itemNotFound, methodNotAllowed, notImplemented, unauthenticated } from './errors.ts';
import type { Call, GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';
import type { Upload } from './uploadBook.ts';

/**
 * What SharePoint's own host answers of all this: the two addresses that Graph hands out, which open without a
 * token. It is another origin than Graph's, and keeps other manners towards a browser.
 */
export function openSharepointHost(tenant: Tenant): (request: Request) => Response | Promise<Response> {
  const app = new Hono<GraphEnv>();
  app.onError((error, call) => crossOrigin(call, refusal((line) => tenant.log(line))(error, call)));
  app.all('*', async (call) => {
    const url = new URL(call.req.url);
    if (url.pathname.endsWith('/_layouts/15/download.aspx')) return downloaded(tenant, call, url);
    const session = tenant.links.readUpload(url);
    if (session !== undefined) return crossOrigin(call, await uploaded(tenant, call, session));
    throw notImplemented(`${call.req.method} ${url.pathname} on SharePoint's own host`);
  });
  return (request) => app.fetch(request, {});
}

function downloaded(tenant: Tenant, call: Call, url: URL): Response {
  const { method } = call.req;
  // Reported: a browser's preflight is answered without permission, so a request that needs one never comes.
  if (method === 'OPTIONS') return new Response(null, { status: 200 });
  if (method !== 'GET' && method !== 'HEAD') throw methodNotAllowed(method, ['GET']);
  const guid = tenant.links.readDownload(url);
  if (guid === undefined) throw unauthenticated('The link has expired or was never given.');
  const item = tenant.drive.findByGuid(guid);
  if (!item || item.content === null) throw itemNotFound('The resource could not be found.');
  const range = rangeOf(call.req.header('range'), item.size);
  const { from, to } = range ?? { from: 0, to: item.size };
  const bytes = tenant.drive.content.read(item.content, from, to);
  return new Response(method === 'HEAD' ? null : bytes, {
    status: range ? 206 : 200,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'private',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(item.name)}`,
      'Content-Length': String(to - from),
      'Content-Type': mimeTypeOf(item.name),
      ETag: driveCtagOf(item),
      'X-Content-Type-Options': 'nosniff',
      ...(range && { 'Content-Range': `bytes ${from}-${to - 1}/${item.size}` }),
    },
  });
}

/** Documented: a range that cannot be had may be ignored. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | undefined {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = match[2] === '' ? size : Math.min(size, Number(match[2]) + 1);
  return from < to ? { from, to } : undefined;
}

async function uploaded(tenant: Tenant, call: Call, session: string): Promise<Response> {
  const { method } = call.req;
  if (method === 'OPTIONS') return new Response(null, { status: 200 });
  // Documented as what may happen; a client that relies on the milder reading would fail in reality.
  if (call.req.header('authorization') !== undefined)
    throw unauthenticated('An upload is sent without Authorization.');
  const upload = tenant.uploads.find(session);
  if (!upload || Date.parse(upload.expires) <= tenant.clock())
    throw itemNotFound('The upload session was not found');
  if (method === 'GET') return json(statusOf(upload));
  if (method === 'DELETE') {
    tenant.uploads.cancel(upload);
    return noContent();
  }
  if (method !== 'PUT') throw methodNotAllowed(method, ['PUT', 'GET', 'DELETE']);
  const received = await receivePiece(tenant, upload, call.req.raw);
  if (!('item' in received)) return json(statusOf(received), 202);
  const shape = driveItemShape(tenant, tenant.directory.siteId() ?? '', received.item, undefined);
  return json(shape, received.isNew ? 201 : 200);
}

function statusOf({ expires, received }: Upload): object {
  return { expirationDateTime: expires, nextExpectedRanges: [`${received}-`] };
}

/** Assumed: as much as an upload from a browser needs. */
function crossOrigin(call: Call, answer: Response): Response {
  if (new URL(call.req.url).pathname.endsWith('/_layouts/15/download.aspx')) return answer;
  answer.headers.set('Access-Control-Allow-Origin', '*');
  if (call.req.method === 'OPTIONS') {
    answer.headers.set('Access-Control-Allow-Methods', 'GET, PUT, DELETE, OPTIONS');
    answer.headers.set(
      'Access-Control-Allow-Headers',
      call.req.header('access-control-request-headers') ?? '*',
    );
  }
  return answer;
}
