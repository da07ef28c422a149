import * as v from 'valibot';
import type { Person } from './session.ts';

/**
 * The host's end of nested app authentication, as MSAL 5.30 speaks it: a JSON text comes in the message's
 * `data`, and the reply's second argument is a JSON text again.
 */

const request = v.object({
  messageType: v.literal('NestedAppAuthRequest'),
  method: v.string(),
  requestId: v.string(),
  tokenParams: v.optional(
    v.object({
      clientId: v.string(),
      scope: v.string(),
      nonce: v.optional(v.string()),
      /** A claims challenge that the token is to answer. */
      claims: v.optional(v.string()),
    }),
  ),
});

const tokenAnswer = v.object({
  accessToken: v.string(),
  idToken: v.string(),
  expiresInSeconds: v.number(),
});

// MSAL keeps accounts under one of the known names of the global cloud, and login.windows.net is the one it
// uses itself for its cache.
const environment = 'login.windows.net';

type Trouble =
  | 'NO_NETWORK'
  | 'PERSISTENT_ERROR'
  | 'TRANSIENT_ERROR'
  | 'DISABLED'
  | 'USER_INTERACTION_REQUIRED'
  | 'USER_CANCEL';

export type SignedIn = { person: Person; tenantId: string };

/** Answers one request. Undefined when it is not one: then MSAL would not know what to do with a reply. */
export async function answerNestedAuth(
  text: unknown,
  who: SignedIn,
  isRefused = false,
): Promise<string | undefined> {
  const asked = readRequest(text);
  if (asked === undefined) return undefined;
  const reply = (rest: object): string =>
    JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: asked.requestId, ...rest });
  const trouble = (status: Trouble, description: string): string =>
    reply({ success: false, error: { status, code: status, description } });

  if (asked.method === 'GetInitContext')
    return reply({
      success: true,
      initContext: {
        sdkName: 'kaskad.standin',
        sdkVersion: '1.0.0',
        accountContext: account(who),
        capabilities: { queryAccount: true },
      },
    });
  if (asked.method !== 'GetToken' && asked.method !== 'GetTokenPopup')
    return trouble('DISABLED', `The pretend Teams does not answer ${asked.method}.`);
  // The user is to be asked, and says no.
  if (isRefused)
    return asked.method === 'GetToken'
      ? trouble('USER_INTERACTION_REQUIRED', 'Consent is needed.')
      : trouble('USER_CANCEL', 'The user said no.');
  if (asked.tokenParams === undefined) return trouble('PERSISTENT_ERROR', 'tokenParams is missing.');

  const { clientId, scope, nonce, claims } = asked.tokenParams;
  let response: Response;
  try {
    response = await fetch('/standin/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        personId: who.person.id,
        scopes: bareScopes(scope),
        clientId,
        ...(nonce !== undefined && { nonce }),
        ...(claims !== undefined && { claims }),
      }),
    });
  } catch {
    return trouble('NO_NETWORK', 'The stand-in does not answer.');
  }
  if (!response.ok) {
    const status = response.status >= 500 ? 'TRANSIENT_ERROR' : 'PERSISTENT_ERROR';
    return trouble(status, `The stand-in answered ${response.status}: ${await response.text()}`);
  }
  const token = v.parse(tokenAnswer, await response.json());
  return reply({
    success: true,
    token: {
      access_token: token.accessToken,
      id_token: token.idToken,
      expires_in: token.expiresInSeconds,
      token_type: 'Bearer',
      scope,
      authority: `https://login.microsoftonline.com/${who.tenantId}`,
    },
    account: account(who),
  });
}

function readRequest(text: unknown): v.InferOutput<typeof request> | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const checked = v.safeParse(request, JSON.parse(text));
    return checked.success ? checked.output : undefined;
  } catch {
    return undefined;
  }
}

function account({ person, tenantId }: SignedIn): object {
  return {
    homeAccountId: `${person.id}.${tenantId}`,
    environment,
    tenantId,
    username: person.mail,
    localAccountId: person.id,
    name: person.name,
    loginHint: person.mail,
  };
}

/** Scopes may be asked for with their resource before them; a token names them without. */
function bareScopes(scope: string): string[] {
  return scope
    .split(' ')
    .map((one) => one.replace(/^https:\/\/graph\.microsoft\.com\//, ''))
    .filter((one) => one !== '');
}
