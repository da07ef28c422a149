import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import { SignInFailed } from '../basics/signInFailed.ts';
import type { Environment } from '../environment.ts';
import { claimsIn } from './challenge.ts';
import { GraphFailure } from './failure.ts';

/**
 * Carries a failure out of the chain. Graph-client wraps whatever a middleware throws in an error of its own
 * that forgets what it was; the caller looks here first.
 */
export class Trouble implements MiddlewareOptions {
  failure: GraphFailure | undefined;
}

/** What a member of an earlier batch was challenged with: the token of this call must answer it. */
export class Challenged implements MiddlewareOptions {
  readonly claims: string;

  constructor(claims: string) {
    this.claims = claims;
  }
}

/**
 * Adds the bearer token, asked for anew at each call: MSAL keeps it and renews it. A claims challenge is answered with a new
 * token, and the request is sent once more, never more often: it was refused before anything was done.
 */
export class SignedIn implements Middleware {
  #next: Middleware | undefined;
  readonly #getToken: Environment['getToken'];
  readonly #scopes: readonly string[];

  constructor(getToken: Environment['getToken'], scopes: readonly string[]) {
    this.#getToken = getToken;
    this.#scopes = scopes;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const earlier = context.middlewareControl?.getMiddlewareOptions(Challenged);
    await this.#send(context, earlier instanceof Challenged ? earlier.claims : undefined);
    const { response } = context;
    const claims = response?.status === 401 ? claimsIn(response.headers.get('WWW-Authenticate')) : undefined;
    if (claims !== undefined) await this.#send(context, claims);
  }

  async #send(context: Context, claims: string | undefined): Promise<void> {
    let token: string;
    try {
      token = await (claims === undefined
        ? this.#getToken(this.#scopes)
        : this.#getToken(this.#scopes, claims));
    } catch (cause) {
      throw noted(context, withoutToken(cause));
    }
    const headers = new Headers(context.options?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    context.options = { ...context.options, headers };
    await this.#next?.execute(context);
  }
}

function withoutToken(cause: unknown): GraphFailure {
  const why = cause instanceof SignInFailed ? cause.reason : undefined;
  if (why === 'offline') return new GraphFailure('offline', 'Nobody answered where one signs in', { cause });
  return new GraphFailure('signedOut', 'No token could be had', { cause, ...(why ? { code: why } : {}) });
}

/** The last link: the environment's own fetch. */
export class Send implements Middleware {
  readonly #fetch: typeof fetch;

  constructor(send: typeof fetch) {
    this.#fetch = send;
  }

  async execute(context: Context): Promise<void> {
    try {
      context.response = await this.#fetch(context.request, context.options);
    } catch (cause) {
      throw noted(context, new GraphFailure('offline', 'No answer came', { cause }));
    }
  }
}

function noted(context: Context, failure: GraphFailure): GraphFailure {
  const trouble = context.middlewareControl?.getMiddlewareOptions(Trouble);
  if (trouble instanceof Trouble) trouble.failure = failure;
  return failure;
}
