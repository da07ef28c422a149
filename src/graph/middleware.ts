import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import type { Environment } from '../environment.ts';
import { GraphFailure } from './failure.ts';

/**
 * Carries a failure out of the chain. Graph-client wraps whatever a middleware throws in an error of its own
 * that forgets what it was; the caller looks here first.
 */
export class Trouble implements MiddlewareOptions {
  failure: GraphFailure | undefined;
}

/** Adds the bearer token, asked for anew at each call: MSAL keeps it and renews it. */
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
    let token: string;
    try {
      token = await this.#getToken(this.#scopes);
    } catch (cause) {
      throw noted(context, new GraphFailure('signedOut', 'No token could be had', { cause }));
    }
    const headers = new Headers(context.options?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    context.options = { ...context.options, headers };
    await this.#next?.execute(context);
  }
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
