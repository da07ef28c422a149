import type { Context } from 'hono';
import * as v from 'valibot';
import { badRequest, invalidRequest, notImplemented, tooLarge } from './errors.ts';
import type { Caller } from './permissions.ts';

export type GraphEnv = {
  /** Set for the members of a $batch, which come from inside with the caller of the outer call. */
  Bindings: { caller?: Caller; arrived?: number; body?: unknown };
  Variables: {
    caller: Caller;
    requestId?: string;
    clientRequestId?: string;
    /** The newest place in the change log when the call came: what is later, it cannot have known. */
    arrived: number;
    /** What the call costs; absent while nobody is signed in. */
    units?: number;
  };
};
export type Call = Context<GraphEnv>;

/** Assumed: Graph's documented limit for a request. */
const largestBytes = 4 * 1024 * 1024;

export async function bodyOf(call: Call): Promise<unknown> {
  const type = call.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw badRequest('Write requests need a body and the header Content-Type: application/json.');
  }
  // The body of a member of a $batch has been read with the batch.
  if (call.env.body !== undefined) return call.env.body;
  const text = await limitedText(call.req.raw);
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

export function objectOf(body: unknown): Record<string, unknown> {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw badRequest('The request body must be a JSON object.');
  }
  return { ...body };
}

export function checked<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw invalidRequest(`${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

async function limitedText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBytes) throw tooLarge();
  // Every JSON writer states its length; only a stream must be counted as it comes.
  if (request.headers.has('content-length') || !request.body) return request.text();
  return Buffer.from(await bytesOf(request, largestBytes)).toString('utf8');
}

/** A body that is no JSON, as it is. */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  const refused = () => tooLarge(`The request is larger than ${most / 1024 / 1024} MB.`);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw refused();
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > most) throw refused();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * The query options of a call. Unknown ones are refused loudly: an option that is silently
 * ignored makes a test believe that it works.
 */
export function optionsOf(call: Call, known: string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (const [name, value] of new URL(call.req.url).searchParams) {
    if ((name === '$count' || name === '$skip') && !known.includes(name)) {
      throw invalidRequest(
        `${name} is not supported on this API. Only URLs returned by the API can be used to page.`,
      );
    }
    if (!known.includes(name)) throw notImplemented(`the query option '${name}' on ${call.req.path}`);
    if (options.has(name)) throw badRequest(`Query option '${name}' was specified more than once.`);
    options.set(name, value);
  }
  return options;
}
