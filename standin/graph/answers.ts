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
  const answer = new Response(text, {
    status,
    headers: { 'Content-Type': jsonType, 'OData-Version': '4.0' },
  });
  texts.set(answer, text);
  return answer;
}

/** Kept beside the answers, for those who look at them on the way out: reading a body costs more than writing it. */
const texts = new WeakMap<Response, string>();

export async function textOf(answer: Response): Promise<string> {
  return texts.get(answer) ?? answer.text();
}

/** Bytes of an answer's body, without reading it. */
export function sizeOf(answer: Response): number {
  const text = texts.get(answer);
  return text === undefined ? Number(answer.headers.get('content-length') ?? 0) : Buffer.byteLength(text);
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
  stamp(call.res.headers, requestId, clientRequestId);
  return undefined;
};

/** The headers of every answer, whoever gives it. */
export function stamp(headers: Headers, requestId: string, clientRequestId: string): void {
  headers.set('request-id', requestId);
  headers.set('client-request-id', clientRequestId);
  headers.set('Cache-Control', 'no-store, no-cache');
  headers.set('Strict-Transport-Security', 'max-age=31536000');
  headers.set('x-ms-ags-diagnostic', diagnostic);
  headers.set('Access-Control-Allow-Origin', '*');
  headers.set('Access-Control-Expose-Headers', exposedHeaders);
}

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

const methodNames = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;
export type Method = (typeof methodNames)[number];
type Answer = (call: Call) => Response | Promise<Response>;
type Answers = Partial<Record<Method, Answer>>;

/** A path and what it answers; other methods on it are 405. */
export function at(app: Hono<GraphEnv>, path: string, answers: Answers): void {
  app.all(path, (call) => byMethod(call, answers));
}

export function byMethod(call: Call, answers: Answers): Response | Promise<Response> {
  const known = methodNames.find((method) => method === call.req.method);
  const answer = known && answers[known];
  if (!answer) throw methodNotAllowed(call.req.method, Object.keys(answers));
  return answer(call);
}

export function unknownPath(call: Call): never {
  throw notImplemented(`${call.req.method} ${call.req.path}`);
}
