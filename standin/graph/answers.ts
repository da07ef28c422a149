import { randomUUID } from 'node:crypto';
import type { Hono, MiddlewareHandler } from 'hono';
import { GraphError, methodNotAllowed, notImplemented } from './errors.ts';
import type { Call, GraphEnv } from './request.ts';

/** As recorded. */
const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
/** The recorded list and nothing more: a browser must not see what it cannot see in reality. */
const exposedHeaders =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, Retry-After, SdkVersion, WWW-Authenticate';
const diagnostic = JSON.stringify({
  ServerInfo: { DataCenter: 'Local', Slice: 'E', Ring: '1', ScaleUnit: '000', RoleInstance: 'STANDIN' },
});

export function json(body: object, status = 200): Response {
  return jsonText(JSON.stringify(body), status);
}

export function jsonText(text: string, status = 200): Response {
  return new Response(text, { status, headers: { 'Content-Type': jsonType, 'OData-Version': '4.0' } });
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

/** Headers of every answer, and the browser's question before a call from another origin. */
export const envelope: MiddlewareHandler<GraphEnv> = async (call, next) => {
  // A member of a $batch has no headers of its own but those of its answer.
  if (call.env.caller) return next();
  const requestId = randomUUID();
  const clientRequestId = call.req.header('client-request-id') ?? requestId;
  call.set('requestId', requestId);
  call.set('clientRequestId', clientRequestId);
  if (call.req.method === 'OPTIONS') call.res = preflight(call);
  else await next();
  const { headers } = call.res;
  headers.set('request-id', requestId);
  headers.set('client-request-id', clientRequestId);
  headers.set('Cache-Control', 'no-store, no-cache');
  headers.set('Strict-Transport-Security', 'max-age=31536000');
  headers.set('x-ms-ags-diagnostic', diagnostic);
  headers.set('Access-Control-Allow-Origin', '*');
  headers.set('Access-Control-Expose-Headers', exposedHeaders);
  return undefined;
};

function preflight(call: Call): Response {
  return new Response(null, {
    status: 200,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': call.req.header('access-control-request-headers') ?? '*',
      'Access-Control-Max-Age': '3600',
    },
  });
}

/** The one place that writes a refusal. */
export function refusal(log: (line: string) => void): (error: Error, call: Call) => Response {
  return (error, call) => {
    const known = error instanceof GraphError ? error : undefined;
    const { status, code, message } = known ?? {
      status: 500,
      code: 'generalException',
      message: 'General exception while processing',
    };
    const requestId = call.get('requestId') ?? randomUUID();
    const what = known ? message : (error.stack ?? error.message);
    log(`${status} ${code} ${call.req.method} ${pathOf(call)}: ${what}`.replace(/\s*[\r\n]+\s*/g, ' | '));
    const answer = json(
      {
        error: {
          code,
          message,
          innerError: {
            date: new Date().toISOString().slice(0, 19),
            'request-id': requestId,
            'client-request-id': call.get('clientRequestId') ?? requestId,
          },
        },
      },
      status,
    );
    for (const [name, value] of Object.entries(known?.headers ?? {})) answer.headers.set(name, value);
    return answer;
  };
}

/** With its query, so that the log says which option was not known; kept to one line. */
function pathOf(call: Call): string {
  const { pathname, search } = new URL(call.req.url);
  return `${pathname}${search}`.slice(0, 300);
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Answer = (call: Call) => Response | Promise<Response>;

/** A path and what it answers; other methods on it are 405. */
export function at(app: Hono<GraphEnv>, path: string, answers: Partial<Record<Method, Answer>>): void {
  const methods = Object.keys(answers);
  app.all(path, (call) => {
    const { method } = call.req;
    const answer = isMethod(method) ? answers[method] : undefined;
    if (!answer) throw methodNotAllowed(method, methods);
    return answer(call);
  });
}

function isMethod(method: string): method is Method {
  return ['GET', 'POST', 'PATCH', 'DELETE'].includes(method);
}

export function unknownPath(call: Call): never {
  throw notImplemented(`${call.req.method} ${call.req.path}`);
}
