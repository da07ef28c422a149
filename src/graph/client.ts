import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Environment } from '../environment.ts';
import { accept, answerOf } from './answer.ts';
import { GraphFailure } from './failure.ts';
import { Challenged, Send, SignedIn, Trouble } from './middleware.ts';

/** Graph, reduced to what the product does with it. Every call resolves to the body or throws a GraphFailure. */
export type Graph = {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<unknown>;
  /** `claims`: a challenge that this call's token must answer. */
  post(path: string, body: unknown, claims?: string): Promise<unknown>;
  /** `etag`: the version that must still stand (If-Match); a write over someone else's is refused as a conflict. */
  patch(path: string, body: unknown, etag?: string): Promise<unknown>;
  /** A file's bytes. */
  put(path: string, content: Blob): Promise<unknown>;
};

/** The rights for everyday work. What needs more asks for it by itself. */
export const everydayScopes = ['User.Read', 'Sites.ReadWrite.All'] as const;

/** The rights for creating lists and columns. */
export const setupScopes = ['User.Read', 'Sites.Manage.All'] as const;

export function graphClient(
  environment: Pick<Environment, 'fetch' | 'getToken' | 'now'>,
  scopes: readonly string[] = everydayScopes,
): Graph {
  const signedIn = new SignedIn(environment.getToken, scopes);
  signedIn.setNext(new Send(environment.fetch));
  // Our own chain has no retry link: the SDK's resends creates, which doubles rows. The outbox decides about resending.
  const client = Client.initWithMiddleware({ middleware: signedIn });

  async function call(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
    claims?: string,
  ) {
    const trouble = new Trouble();
    const options = claims === undefined ? [trouble] : [trouble, new Challenged(claims)];
    const request = client.api(path).responseType(ResponseType.RAW).middlewareOptions(options);
    for (const [name, value] of Object.entries(headers)) request.header(name, value);
    let response: Response;
    try {
      response = (await (method === 'GET'
        ? request.get()
        : method === 'POST'
          ? request.post(body)
          : method === 'PUT'
            ? request.put(body)
            : request.patch(body))) as Response;
    } catch (cause) {
      throw trouble.failure ?? new GraphFailure('unavailable', 'The call could not be made', { cause });
    }
    return accept(await answerOf(response), environment.now());
  }

  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body, claims) => call('POST', path, body, {}, claims),
    patch: (path, body, etag) => call('PATCH', path, body, etag === undefined ? {} : { 'If-Match': etag }),
    put: (path, content) => call('PUT', path, content, { 'Content-Type': 'application/octet-stream' }),
  };
}
