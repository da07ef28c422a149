import { randomUUID } from 'node:crypto';
import { jsonText, stamp } from '../answers.ts';
import { ConnectionLost, type Fault } from './fault.ts';

type Refusal = { status: number; code: string; message: string; retryAfterSeconds?: number | undefined };

/** What Graph says to a refused call; undefined for what is no answer of Graph's. */
function refusalOf(fault: Fault): Refusal | undefined {
  switch (fault.kind) {
    case 'throttled':
      return {
        status: 429,
        code: 'activityLimitReached',
        message: 'Application has been throttled.',
        retryAfterSeconds: fault.retryAfterSeconds ?? 5,
      };
    case 'unavailable':
      return {
        status: 503,
        code: 'serviceNotAvailable',
        message: 'The service is temporarily unavailable. Please try again later.',
        retryAfterSeconds: fault.retryAfterSeconds,
      };
    case 'gatewayTimeout':
      return { status: 504, code: 'UnknownError', message: '' };
    case 'preconditionFailed':
      return {
        status: 412,
        code: 'resourceModified',
        message: 'The resource has changed since the caller last read it; usually an eTag mismatch',
      };
    case 'lost':
      return fault.instead === 'reset' ? undefined : refusalOf({ kind: fault.instead });
    case 'captivePortal':
    case 'reset':
    case 'offline':
    case 'cutBody':
    case 'slow':
    case 'replayedRows':
    case 'reorderedRows':
    case 'changedPage':
    case 'meanwhile':
      return undefined;
  }
}

/** Before anything is done: what comes instead. Undefined lets the call through. */
export function instead(fault: Fault, request: Request): Response | undefined {
  if (fault.kind === 'offline' || fault.kind === 'reset') throw new ConnectionLost();
  if (fault.kind === 'captivePortal') return portal();
  return fault.kind === 'lost' ? undefined : refused(fault, request);
}

/** After it was done: what comes in place of the answer. */
export function afterwards(fault: Fault, request: Request): Response | undefined {
  if (fault.kind !== 'lost') return undefined;
  const answer = refused(fault, request);
  if (!answer) throw new ConnectionLost();
  return answer;
}

function refused(fault: Fault, request: Request): Response | undefined {
  const refusal = refusalOf(fault);
  if (!refusal) return undefined;
  const requestId = randomUUID();
  const clientRequestId = request.headers.get('client-request-id') ?? requestId;
  const answer = jsonText(bodyOf(refusal, requestId, clientRequestId), refusal.status);
  stamp(answer.headers, requestId, clientRequestId);
  if (refusal.retryAfterSeconds !== undefined)
    answer.headers.set('Retry-After', String(refusal.retryAfterSeconds));
  return answer;
}

function bodyOf({ code, message }: Refusal, requestId: string, clientRequestId: string): string {
  const date = new Date().toISOString().slice(0, 19);
  const innerError = { date, 'request-id': requestId, 'client-request-id': clientRequestId };
  return JSON.stringify({ error: { code, message, innerError } });
}

/** A member's answer in its batch, as recorded. Undefined when the member is let through. */
export function memberInstead(id: string, fault: Fault): object | undefined {
  const refusal = refusalOf(fault);
  if (!refusal) return undefined;
  const { status, code, message, retryAfterSeconds } = refusal;
  return {
    id,
    status,
    headers: {
      'OData-Version': '4.0',
      'Content-Type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    },
    body: { error: { code, message } },
  };
}

export function failedDependency(id: string): object {
  const error = { code: 'FailedDependency', message: 'A request that this one depends on has failed.' };
  return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } };
}

/** What a guest network shows whoever has not signed in to it yet. */
function portal(): Response {
  const page =
    '<!doctype html><html><head><title>Gästnät</title></head><body><h1>Logga in på gästnätet</h1></body></html>';
  return new Response(page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
  });
}

/** Half of what was to come. */
export async function cut(answer: Response, ends: 'quietly' | 'abruptly'): Promise<Response> {
  const whole = new Uint8Array(await answer.arrayBuffer());
  const half = whole.slice(0, Math.floor(whole.length / 2));
  const { status } = answer;
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  if (whole.length === 0) return new Response(null, { status, headers });
  if (ends === 'quietly') return new Response(half, { status, headers });
  let isSent = false;
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new ConnectionLost());
      else controller.enqueue(half);
      isSent = true;
    },
  });
  const cutOff = new Response(broken, { status, headers });
  halves.set(cutOff, half);
  return cutOff;
}

const halves = new WeakMap<Response, Uint8Array>();

/** For a real socket, which can be torn down in the middle: the half that is sent before. */
export function brokenHalf(answer: Response): Uint8Array | undefined {
  return halves.get(answer);
}
