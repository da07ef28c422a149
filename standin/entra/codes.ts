import { createHash, randomBytes } from 'node:crypto';

/** What one code or refresh token stands for. */
export type Grant = {
  personId: string;
  clientId: string;
  redirectUri: string;
  scopes: string[];
  nonce: string | undefined;
  challenge: string;
};

export type Codes = {
  codeFor(grant: Grant): string;
  /** Takes the code, so that it opens nothing twice; throws with what is wrong. */
  redeem(code: string, redirectUri: string, verifier: string): Grant;
  refreshTokenFor(grant: Grant): string;
  refreshed(token: string): Grant | undefined;
};

/** Entra's codes live ten minutes at most; MSAL uses them at once. */
const codeLifeMs = 60_000;

export function openCodes(now: () => number): Codes {
  const codes = new Map<string, { grant: Grant; untilMs: number }>();
  const refreshTokens = new Map<string, Grant>();
  const secret = () => randomBytes(24).toString('base64url');
  return {
    codeFor(grant) {
      const code = secret();
      codes.set(code, { grant, untilMs: now() + codeLifeMs });
      return code;
    },
    redeem(code, redirectUri, verifier) {
      const found = codes.get(code);
      codes.delete(code);
      if (found === undefined) throw new Error('AADSTS54005: the code was redeemed already, or never given.');
      if (found.untilMs < now()) throw new Error('AADSTS70008: the code has expired.');
      if (found.grant.redirectUri !== redirectUri)
        throw new Error('AADSTS500112: the reply address does not match the one of the request.');
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      if (challenge !== found.grant.challenge)
        throw new Error('AADSTS501481: the code_verifier does not match the code_challenge.');
      return found.grant;
    },
    refreshTokenFor(grant) {
      const token = secret();
      refreshTokens.set(token, grant);
      return token;
    },
    refreshed(token) {
      const grant = refreshTokens.get(token);
      // A single-page app gets another one each time.
      refreshTokens.delete(token);
      return grant;
    },
  };
}
