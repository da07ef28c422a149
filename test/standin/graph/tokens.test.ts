import { decode, sign } from 'hono/jwt';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTokens } from '../../../standin/tokens.ts';

const request = {
  person: { id: 'oid-1', name: 'Ingrid Sandell', mail: 'ingrid@site.example' },
  tenantId: 'tenant-1',
  clientId: 'client-1',
  scopes: ['openid', 'profile', 'https://graph.microsoft.com/User.Read', 'Sites.ReadWrite.All'],
};
afterEach(() => {
  vi.useRealTimers();
});

describe('tokens', () => {
  test('[C72] an access token is meant for Graph and says who, which app and which scopes', async () => {
    const tokens = createTokens('secret');
    const { accessToken, expiresInSeconds } = await tokens.issue(request);
    expect(await tokens.verify(accessToken)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      oid: 'oid-1',
      tid: 'tenant-1',
      appid: 'client-1',
      scp: 'User.Read Sites.ReadWrite.All',
      preferred_username: 'ingrid@site.example',
    });
    expect(expiresInSeconds).toBe(3600);
  });

  test('[C72] an id token is meant for the app and carries the nonce', async () => {
    const { idToken } = await createTokens('secret').issue({ ...request, nonce: 'n-1' });
    expect(decode(idToken).payload).toMatchObject({
      aud: 'client-1',
      iss: 'https://login.microsoftonline.com/tenant-1/v2.0',
      oid: 'oid-1',
      tid: 'tenant-1',
      name: 'Ingrid Sandell',
      ver: '2.0',
      nonce: 'n-1',
      exp: expect.any(Number),
      nbf: expect.any(Number),
      sub: expect.any(String),
    });
  });

  test('[C72] a token of another secret, an id token, an expired one and nonsense are not accepted', async () => {
    const tokens = createTokens('secret');
    const { accessToken, idToken } = await tokens.issue(request);
    expect(await createTokens('other').verify(accessToken)).toBeUndefined();
    expect(await tokens.verify(idToken)).toBeUndefined();
    expect(await tokens.verify('nonsense')).toBeUndefined();
    // Signed here and whole, but meant for another service.
    const elsewhere = { ...decode(accessToken).payload, aud: 'https://elsewhere.example' };
    expect(await tokens.verify(await sign(elsewhere, 'secret', 'HS256'))).toBeUndefined();
    const [head, , signature] = accessToken.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const claims = accessToken.split('.')[1];
    expect(await tokens.verify(`${none}.${claims}.`)).toBeUndefined();
    const other = Buffer.from(JSON.stringify({ ...decode(accessToken).payload, oid: 'oid-2' })).toString(
      'base64url',
    );
    expect(await tokens.verify(`${head}.${other}.${signature}`)).toBeUndefined();
    vi.useFakeTimers({ now: Date.now() + 3_601_000, toFake: ['Date'] });
    expect(await tokens.verify(accessToken)).toBeUndefined();
  });
});
