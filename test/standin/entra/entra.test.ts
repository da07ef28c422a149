import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openEntra } from '../../../standin/entra/entra.ts';

const clientId = 'client-1';
const redirectUri = 'https://kaskad.example/auth-end.html';
const verifier = 'a-verifier-of-forty-three-characters-or-more-';
const place = 'https://login.microsoftonline.com/tenant-1/oauth2/v2.0';
const people = [
  { id: 'anna-1', name: 'Anna <Berg>', mail: 'anna@kaskad.example' },
  { id: 'bo-2', name: 'Bo', mail: 'bo@kaskad.example' },
];

function entraAt(now: () => number = () => 0) {
  const issued: unknown[] = [];
  const entra = openEntra({
    tenantId: () => 'tenant-1',
    clientId,
    people: () => people,
    redirectUris: [redirectUri],
    now,
    issue: (...asked) => {
      issued.push(asked);
      return Promise.resolve({ accessToken: 'access', idToken: 'id', expiresInSeconds: 3600 });
    },
  });
  return { entra, issued };
}

const good = {
  client_id: clientId,
  response_type: 'code',
  response_mode: 'fragment',
  redirect_uri: redirectUri,
  scope: 'User.Read openid',
  state: 'state-1',
  nonce: 'nonce-1',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};
const authorize = (more: Record<string, string> = {}, cookie = '') =>
  new Request(`${place}/authorize?${new URLSearchParams({ ...good, ...more })}`, { headers: { cookie } });
const post = (what: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  new Request(`${place}/${what}`, { method: 'POST', body: new URLSearchParams(body), headers });
const fromOurs = { origin: 'https://kaskad.example' };
const redemption = (code: string, more: Record<string, string> = {}) =>
  post(
    'token',
    {
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
      scope: 'User.Read openid',
      ...more,
    },
    fromOurs,
  );
const answerIn = (response: Response) =>
  Object.fromEntries(new URLSearchParams(new URL(response.headers.get('Location') ?? '').hash.slice(1)));
const refusal = async (response: Response) => {
  expect(response.status).toBe(400);
  return ((await response.json()) as { error_description: string }).error_description;
};

async function codeOf(entra: ReturnType<typeof entraAt>['entra']): Promise<string> {
  const chosen = await entra.fetch(post(`choose?${new URLSearchParams(good)}`, { person: 'anna-1' }));
  return answerIn(chosen)['code'] ?? '';
}

describe('choosing an account', () => {
  it('[C304] shows everybody, whoever was hinted at first, and gives back code and state behind the #', async () => {
    const { entra } = entraAt();
    const page = await entra.fetch(authorize({ login_hint: 'BO@kaskad.example' }));
    const html = await page.text();
    expect(html.indexOf('Bo (')).toBeLessThan(html.indexOf('Anna &lt;Berg> ('));
    const chosen = await entra.fetch(post(`choose?${new URLSearchParams(good)}`, { person: 'anna-1' }));
    expect(chosen.status).toBe(302);
    expect(answerIn(chosen)).toEqual({ code: expect.stringMatching(/^[\w-]{32}$/), state: 'state-1' });
    expect(chosen.headers.get('Set-Cookie')).toContain('ESTSAUTH=anna-1');
  });

  it('[C305] whoever is signed in is not asked again, unless it is wanted or another is meant', async () => {
    const { entra } = entraAt();
    const cookie = 'x=y; ESTSAUTH=anna-1';
    expect((await entra.fetch(authorize({}, cookie))).status).toBe(302);
    expect((await entra.fetch(authorize({ prompt: 'none' }, cookie))).status).toBe(302);
    expect((await entra.fetch(authorize({ prompt: 'select_account' }, cookie))).status).toBe(200);
    expect((await entra.fetch(authorize({ login_hint: 'bo@kaskad.example' }, cookie))).status).toBe(200);
    expect(answerIn(await entra.fetch(authorize({ prompt: 'none' })))).toMatchObject({
      error: 'login_required',
    });
  });

  it('[C306] who says no is back with access_denied', async () => {
    const { entra } = entraAt();
    const answer = await entra.fetch(post(`choose?${new URLSearchParams(good)}`, { cancel: 'yes' }));
    expect(answerIn(answer)).toMatchObject({
      error: 'access_denied',
      error_subcode: 'cancel',
      state: 'state-1',
    });
  });

  it('[C307] cuts the opener off, unless it is told that the opener is known', async () => {
    const { entra } = entraAt();
    const header = 'Cross-Origin-Opener-Policy';
    expect((await entra.fetch(authorize())).headers.get(header)).toBe('same-origin');
    expect((await entra.fetch(authorize({ pocd: '0' }))).headers.get(header)).toBe('same-origin');
    expect((await entra.fetch(authorize({ pocd: '1' }))).headers.get(header)).toBeNull();
  });

  it.each([
    ['an unknown parameter', { wild: 'x' }, 'wild'],
    ['an address that is not registered', { redirect_uri: `${redirectUri}?x` }, 'AADSTS50011'],
    ['another application', { client_id: 'other' }, 'AADSTS700016'],
    ['no PKCE', { code_challenge_method: 'plain' }, 'code_challenge_method'],
    ['tokens without a code', { response_type: 'token' }, 'response_type'],
  ])('[C308] refuses %s loudly', async (_, more, words) => {
    expect(await refusal(await entraAt().entra.fetch(authorize(more)))).toContain(words);
  });

  it('[C308] refuses another path, another tenant and what is said twice', async () => {
    const { entra } = entraAt();
    const at = (url: string) => entra.fetch(new Request(url));
    expect(await refusal(await at(`${place}/devicecode`))).toContain('devicecode');
    expect(await refusal(await at(place.replace('tenant-1', 'common')))).toContain('common');
    expect(await refusal(await at(`${authorize().url}&state=2`))).toContain('twice');
  });
});

describe('redeeming a code', () => {
  it('[C309] gives tokens for the person, the scopes, the nonce and the claims', async () => {
    const { entra, issued } = entraAt();
    const response = await entra.fetch(redemption(await codeOf(entra), { claims: '{"a":{}}' }));
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://kaskad.example');
    expect(await response.json()).toMatchObject({
      token_type: 'Bearer',
      access_token: 'access',
      id_token: 'id',
      expires_in: 3600,
      scope: 'User.Read openid',
    });
    expect(issued).toEqual([['anna-1', ['User.Read', 'openid'], { nonce: 'nonce-1', claims: '{"a":{}}' }]]);
  });

  it('[C310] opens once, within a minute, with the verifier, the address and the origin that it was made for', async () => {
    let now = 0;
    const { entra } = entraAt(() => now);
    const code = await codeOf(entra);
    expect((await entra.fetch(redemption(code))).status).toBe(200);
    expect(await refusal(await entra.fetch(redemption(code)))).toContain('AADSTS54005');
    const wrong = redemption(await codeOf(entra), { code_verifier: `${verifier}x` });
    expect(await refusal(await entra.fetch(wrong))).toContain('AADSTS501481');
    const elsewhere = redemption(await codeOf(entra), { redirect_uri: 'https://evil.example/' });
    expect(await refusal(await entra.fetch(elsewhere))).toContain('AADSTS500112');
    const late = await codeOf(entra);
    now = 60_001;
    expect(await refusal(await entra.fetch(redemption(late)))).toContain('AADSTS70008');
    const foreign = redemption(await codeOf(entra));
    foreign.headers.set('origin', 'https://evil.example');
    expect(await refusal(await entra.fetch(foreign))).toContain('AADSTS9002327');
  });

  it('[C311] a refresh token is used once and brings another', async () => {
    const { entra } = entraAt();
    const first = (await (await entra.fetch(redemption(await codeOf(entra)))).json()) as {
      refresh_token: string;
    };
    const again = () =>
      entra.fetch(
        post(
          'token',
          {
            grant_type: 'refresh_token',
            client_id: clientId,
            refresh_token: first.refresh_token,
            scope: 'User.Read',
          },
          fromOurs,
        ),
      );
    const second = (await (await again()).json()) as { refresh_token: string };
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await refusal(await again())).toContain('AADSTS700082');
  });
});

describe('signing out', () => {
  it('[C312] ends the session and leads back to a registered address alone, with the state', async () => {
    const { entra } = entraAt();
    const at = (to: string) =>
      entra.fetch(
        new Request(`${place}/logout?${new URLSearchParams({ post_logout_redirect_uri: to, state: 's' })}`),
      );
    const back = await at(redirectUri);
    expect([back.status, back.headers.get('Location')]).toEqual([302, `${redirectUri}?state=s`]);
    expect(back.headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect((await at('https://evil.example/')).headers.get('Location')).toBeNull();
  });
});
