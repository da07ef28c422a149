import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokens } from '../../standin/tokens.ts';
import { callTo, type Call } from './call.ts';
import { onlyHere } from './onlyHere.ts';
import { clientId, directory, everyScope, member, owner, secret } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
let ahead = 0;
beforeAll(async () => {
  contract = await startContract({ clock: () => Date.now() + ahead });
});
afterAll(() => contract.close());

async function withClaims(claims: string): Promise<Call> {
  const { tenantId } = directory;
  const asked = { person: owner, tenantId, clientId, scopes: everyScope, claims };
  return callTo(contract.origin, (await createTokens(secret).issue(asked)).accessToken);
}

describe('continuous access evaluation', () => {
  test('[C125] a token that is not good enough any more is 401 with the claims that a new one must answer', async () => {
    onlyHere('nobody can be thrown out on purpose');
    const { call, site, as } = contract;
    contract.standin().challenge(owner.id);
    for (const path of ['/me', site]) {
      const answer = await call('GET', path);
      expect([answer.status, answer.text('error', 'code')]).toEqual([401, 'InvalidAuthenticationToken']);
      const header = answer.headers.get('www-authenticate') ?? '';
      expect(header).toMatch(
        /^Bearer realm="", authorization_uri="[^"]+", client_id="[^"]+", error="insufficient_claims", claims="[\w+/=]+"$/,
      );
      const claims = /claims="([^"]+)"/.exec(header)?.[1] ?? '';
      expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toEqual({
        access_token: { nbf: { essential: true, value: expect.stringMatching(/^\d{10}$/) } },
      });
      expect(answer.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate');
    }
    expect(
      (await call('POST', '/$batch', { requests: [{ id: '1', method: 'GET', url: '/me' }] })).status,
    ).toBe(401);
    expect((await (await as(member))('GET', '/me')).status).toBe(200);
  });

  test('[C126] a token that was asked for with these claims is let in, and the old one stays out', async () => {
    onlyHere('nobody can be thrown out on purpose');
    const { call } = contract;
    // A minute ahead, so that no token is new enough by its own time.
    ahead = 60_000;
    contract.standin().challenge(owner.id);
    ahead = 0;
    const header = (await call('GET', '/me')).headers.get('www-authenticate') ?? '';
    const claims = Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString();
    expect((await (await withClaims(claims))('GET', '/me')).status).toBe(200);
    // MSAL adds its own capabilities to what it was given.
    const merged = JSON.stringify({
      access_token: {
        ...(JSON.parse(claims) as { access_token: object }).access_token,
        xms_cc: { values: ['CP1'] },
      },
    });
    expect((await (await withClaims(merged))('GET', '/me')).status).toBe(200);
    for (const useless of [
      '',
      '{',
      '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
      claims.replace(/\d{10}/, '1600000000'),
    ])
      expect((await (await withClaims(useless))('GET', '/me')).status).toBe(401);
    expect((await call('GET', '/me')).status).toBe(401);
    // A token from after the challenge is new enough without being asked for so.
    ahead = -60_000;
    contract.standin().challenge(owner.id);
    expect((await call('GET', '/me')).status).toBe(200);
  });
});
