import * as v from 'valibot';
import { type AuthorizeRequest, authorizeShape, readParameters, tokenShape } from './asked.ts';
import { type Grant, openCodes } from './codes.ts';
import { accountPage, type EntraPerson } from './page.ts';

export type EntraOptions = {
  tenantId: () => string;
  clientId: string;
  people: () => readonly EntraPerson[];
  /** The registered addresses of the single-page app, compared letter by letter. */
  redirectUris: readonly string[];
  issue: (
    personId: string,
    scopes: string[],
    more: { nonce?: string; claims?: string },
  ) => Promise<{ accessToken: string; idToken: string; expiresInSeconds: number }>;
  now?: () => number;
};

export type Entra = {
  /** What https://login.microsoftonline.com would answer. */
  fetch(request: Request): Promise<Response>;
};

const origin = 'https://login.microsoftonline.com';
const sessionCookie = 'ESTSAUTH';

/** The part of Entra that MSAL speaks with: choosing an account, codes with PKCE, tokens, and signing out. */
export function openEntra(options: EntraOptions): Entra {
  const codes = openCodes(options.now ?? Date.now);

  function authorize(request: Request, url: URL): Response {
    const asked = readAuthorize(url.searchParams);
    if (!options.redirectUris.includes(asked.redirect_uri))
      throw new Error(`AADSTS50011: ${asked.redirect_uri} is not registered.`);
    const session = personIn(request);
    const isHinted = asked.login_hint === undefined || same(session?.mail, asked.login_hint);
    const isQuiet = asked.prompt === undefined || asked.prompt === 'none';
    if (session && isQuiet && isHinted) return back(asked, { code: codeFor(asked, session.id) });
    if (asked.prompt === 'none')
      return back(asked, {
        error: 'login_required',
        error_description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
      });
    return accountPage({
      action: url.href.replace('/authorize?', '/choose?'),
      people: options.people(),
      hint: asked.login_hint,
      isOpenerKept: asked.pocd === '1',
    });
  }

  async function choose(request: Request, url: URL): Promise<Response> {
    const asked = readAuthorize(url.searchParams);
    const chosen = new URLSearchParams(await request.text());
    if (chosen.has('cancel'))
      return back(asked, {
        error: 'access_denied',
        error_subcode: 'cancel',
        error_description: 'The user has cancelled.',
      });
    const person = options.people().find(({ id }) => id === chosen.get('person'));
    if (!person) throw new Error('AADSTS50034: there is no such user in this directory.');
    return back(
      asked,
      { code: codeFor(asked, person.id) },
      { 'Set-Cookie': `${sessionCookie}=${person.id}; Path=/; Secure; HttpOnly; SameSite=None` },
    );
  }

  function readAuthorize(all: URLSearchParams): AuthorizeRequest {
    const checked = v.safeParse(authorizeShape, readParameters(all, 'authorize'));
    if (!checked.success) throw new Error(`AADSTS900144: ${saying(checked.issues)}`);
    if (checked.output.client_id !== options.clientId)
      throw new Error(`AADSTS700016: there is no application ${checked.output.client_id} here.`);
    return checked.output;
  }

  function codeFor(asked: AuthorizeRequest, personId: string): string {
    return codes.codeFor({
      personId,
      clientId: asked.client_id,
      redirectUri: asked.redirect_uri,
      scopes: asked.scope,
      nonce: asked.nonce,
      challenge: asked.code_challenge,
    });
  }

  async function token(request: Request): Promise<Response> {
    const form = readParameters(new URLSearchParams(await request.text()), 'token');
    const checked = v.safeParse(tokenShape, form);
    if (!checked.success) throw new Error(`AADSTS900144: ${saying(checked.issues)}`);
    const asked = checked.output;
    if (asked.client_id !== options.clientId) throw new Error('AADSTS700016: there is no such application.');
    const grant = grantOf(asked);
    if (!grant) throw new Error('AADSTS700082: the refresh token is used up.');
    if (request.headers.get('origin') !== new URL(grant.redirectUri).origin)
      throw new Error('AADSTS9002327: the code of a single-page app is redeemed from its own origin only.');
    const { accessToken, idToken, expiresInSeconds } = await options.issue(grant.personId, asked.scope, {
      ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
      ...(asked.claims === undefined ? {} : { claims: asked.claims }),
    });
    const clientInfo = { uid: grant.personId, utid: options.tenantId() };
    return Response.json({
      token_type: 'Bearer',
      scope: asked.scope.join(' '),
      expires_in: expiresInSeconds,
      ext_expires_in: expiresInSeconds,
      access_token: accessToken,
      refresh_token: codes.refreshTokenFor(grant),
      id_token: idToken,
      client_info: Buffer.from(JSON.stringify(clientInfo)).toString('base64url'),
    });
  }

  function grantOf(asked: v.InferOutput<typeof tokenShape>): Grant | undefined {
    return asked.grant_type === 'authorization_code'
      ? codes.redeem(asked.code, asked.redirect_uri, asked.code_verifier)
      : codes.refreshed(asked.refresh_token);
  }

  function logout(url: URL): Response {
    const asked = readParameters(url.searchParams, 'logout');
    const to = asked['post_logout_redirect_uri'];
    const headers = new Headers({
      'Set-Cookie': `${sessionCookie}=; Path=/; Max-Age=0; Secure; SameSite=None`,
    });
    if (to === undefined || !options.redirectUris.includes(to))
      return new Response('Du har loggat ut.', { headers });
    const home = new URL(to);
    if (asked['state'] !== undefined) home.searchParams.set('state', asked['state']);
    headers.set('Location', home.href);
    return new Response(null, { status: 302, headers });
  }

  function personIn(request: Request): EntraPerson | undefined {
    const id = new RegExp(`(?:^|; )${sessionCookie}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
    return options.people().find((one) => one.id === id);
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const place = `/${options.tenantId()}/oauth2/v2.0/`;
    if (url.origin !== origin || !url.pathname.startsWith(place))
      throw new Error(`AADSTS90002: nothing answers ${url.origin}${url.pathname} here.`);
    const what = `${request.method} ${url.pathname.slice(place.length)}`;
    if (what === 'GET authorize') return authorize(request, url);
    if (what === 'POST choose') return choose(request, url);
    if (what === 'POST token') return token(request);
    if (what === 'GET logout') return logout(url);
    if (what === 'OPTIONS token') return new Response(null, { status: 204 });
    throw new Error(`AADSTS90002: nothing answers ${what} here.`);
  }

  return {
    async fetch(request) {
      let response: Response;
      try {
        response = await answer(request);
      } catch (failure) {
        const words = failure instanceof Error ? failure.message : String(failure);
        response = Response.json({ error: 'invalid_request', error_description: words }, { status: 400 });
      }
      const from = request.headers.get('origin');
      const isOurs = options.redirectUris.some((one) => new URL(one).origin === from);
      if (from !== null && isOurs) {
        response.headers.set('Access-Control-Allow-Origin', from);
        response.headers.set('Access-Control-Allow-Headers', '*');
      }
      return response;
    },
  };
}

/** Back to the app, with the answer behind the `#`, as `response_mode=fragment` wants it. */
function back(
  asked: AuthorizeRequest,
  answer: Record<string, string>,
  headers: Record<string, string> = {},
): Response {
  const to = `${asked.redirect_uri}#${new URLSearchParams({ ...answer, state: asked.state }).toString()}`;
  return new Response(null, { status: 302, headers: { ...headers, Location: to } });
}

function same(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function saying(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('; ');
}
