import { randomUUID } from 'node:crypto';
import { sign, verify } from 'hono/jwt';
import * as v from 'valibot';

export type TokenClaims = {
  oid: string;
  tid: string;
  scp: string;
  appid: string;
  name: string;
  preferred_username: string;
  exp: number;
  iat: number;
  aud: string;
  iss: string;
  /** The second that the token was asked to be no older than, when it answers a claims challenge. */
  claims_nbf?: number;
};

export type TokenRequest = {
  person: { id: string; name: string; mail: string };
  tenantId: string;
  clientId: string;
  scopes: string[];
  nonce?: string;
  /** The decoded claims of a challenge, JSON, as MSAL hands them on. */
  claims?: string;
};

export type Tokens = {
  /**
   * An access token for Graph and an id token that MSAL can decode. Always real time, never the
   * pretend day: a browser compares `exp` with its own clock.
   */
  issue(request: TokenRequest): Promise<{ accessToken: string; idToken: string; expiresInSeconds: number }>;
  /** Undefined when the token is forged, expired, or meant for somebody else than Graph. */
  verify(accessToken: string): Promise<TokenClaims | undefined>;
};

const graphAudience = 'https://graph.microsoft.com';
const lifetimeSeconds = 3600;
/** Scopes of the sign-in itself; Entra ID never repeats them in an access token's `scp`. */
const signInScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

export function createTokens(secret: string): Tokens {
  return {
    async issue({ person, tenantId, clientId, scopes, nonce, claims }) {
      const issuedAt = Math.floor(Date.now() / 1000);
      const times = { iat: issuedAt, nbf: issuedAt, exp: issuedAt + lifetimeSeconds };
      const who = { oid: person.id, tid: tenantId, name: person.name, preferred_username: person.mail };
      const accessToken = await sign(
        {
          ...who,
          ...times,
          aud: graphAudience,
          iss: `https://sts.windows.net/${tenantId}/`,
          appid: clientId,
          scp: spokenScopes(scopes).join(' '),
          uti: randomUUID(),
          ...answerTo(claims),
        },
        secret,
        'HS256',
      );
      const idToken = await sign(
        {
          ...who,
          ...times,
          aud: clientId,
          iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
          sub: person.id,
          ver: '2.0',
          ...(nonce === undefined ? {} : { nonce }),
        },
        secret,
        'HS256',
      );
      return { accessToken, idToken, expiresInSeconds: lifetimeSeconds };
    },
    async verify(accessToken) {
      try {
        const claims = await verify(accessToken, secret, { alg: 'HS256', aud: graphAudience });
        return isTokenClaims(claims) ? claims : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** `https://graph.microsoft.com/User.Read` and `User.Read` name the same scope. */
function spokenScopes(scopes: string[]): string[] {
  const short = scopes.map((scope) => scope.replace(`${graphAudience}/`, ''));
  return short.filter((scope) => !signInScopes.has(scope));
}

const claimsRequest = v.object({
  access_token: v.object({ nbf: v.object({ value: v.pipe(v.string(), v.regex(/^\d{1,12}$/)) }) }),
});

/** MSAL adds the client's capabilities to the claims, and may send those alone: then nothing is answered. */
function answerTo(claims: string | undefined): Pick<TokenClaims, 'claims_nbf'> {
  if (claims === undefined) return {};
  try {
    const asked = v.safeParse(claimsRequest, JSON.parse(claims));
    return asked.success ? { claims_nbf: Number(asked.output.access_token.nbf.value) } : {};
  } catch {
    return {};
  }
}

function isTokenClaims(claims: object): claims is TokenClaims {
  const found = new Map<string, unknown>(Object.entries(claims));
  const texts = ['oid', 'tid', 'scp', 'appid', 'name', 'preferred_username', 'aud', 'iss'];
  return (
    texts.every((name) => typeof found.get(name) === 'string') &&
    ['exp', 'iat'].every((name) => typeof found.get(name) === 'number')
  );
}
