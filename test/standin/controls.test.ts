import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseOrganisation } from '../../standin/demo/organisation.ts';
import { type Standin, startStandin } from '../../standin/serve.ts';
import { part } from '../contract/call.ts';

const region = readFileSync(new URL('../../standin/demo/region.json', import.meta.url), 'utf8');
const organisation = parseOrganisation(region, 'region.json');
const clientId = '5b1f0c00-0000-4000-8000-00000000abcd';
const owner = organisation.people.find(({ siteRole }) => siteRole === 'owner');

let folder: string;
let standin: Standin;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'controls-'));
  const seed = () => Promise.resolve();
  standin = await startStandin({ folder, webFolder: folder, organisation, clientId, seed, listen: false });
});
afterEach(async () => {
  await standin.close();
  rmSync(folder, { recursive: true });
});

function own(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return standin.fetch(
    new Request(new URL(path, standin.url), {
      method,
      headers: { origin: 'http://127.0.0.1:4310', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

async function graph(method: string, path: string, token: string, body?: object): Promise<Response> {
  return own(method, `/graph/v1.0${path}`, body, {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  });
}

async function newToken(claims?: string): Promise<string> {
  const asked = { personId: owner?.id, scopes: ['User.Read', 'Sites.Manage.All'], clientId };
  const answer = await own('POST', '/standin/token', {
    ...asked,
    ...(claims === undefined ? {} : { claims }),
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

describe('what is arranged under the own path of the stand-in', () => {
  test('[C95] [C120] versions and permissions of a list', async () => {
    const bearer = await newToken();
    const { hostname, path } = organisation.site;
    const site: unknown = await (await graph('GET', `/sites/${hostname}:${path}`, bearer)).json();
    const list = `/sites/${String(part(site, 'id'))}/lists/L`;
    await graph('POST', list.replace('/L', ''), bearer, { displayName: 'L' });
    const answer = await own('POST', '/standin/list', {
      list: 'L',
      versioning: 'off',
      access: 'ownersWrite',
    });
    expect(answer.status).toBe(204);
    await graph('POST', `${list}/items`, bearer, { fields: {} });
    const changed: unknown = await (
      await graph('PATCH', `${list}/items/1/fields`, bearer, { Title: 'x' })
    ).json();
    expect(part(changed, '_UIVersionString')).toBe('1.0');
    for (const wrong of [{ list: 'None', versioning: 'on' }, { list: 'L', access: 'nobody' }, {}, undefined])
      expect((await own('POST', '/standin/list', wrong)).status).toBe(400);
  });

  test('[C125] a challenge, which a token asked for with its claims answers', async () => {
    const bearer = await newToken();
    await own('POST', '/standin/challenge', { personId: owner?.id });
    const refused = await graph('GET', '/me', bearer);
    const claims = /claims="([^"]+)"/.exec(refused.headers.get('www-authenticate') ?? '')?.[1] ?? '';
    expect(refused.status).toBe(401);
    const better = await newToken(Buffer.from(claims, 'base64').toString());
    expect((await graph('GET', '/me', better)).status).toBe(200);
    expect((await own('POST', '/standin/challenge', {})).status).toBe(400);
  });

  test('[C111] [C113] limits, and what has been used', async () => {
    const bearer = await newToken();
    const { hostname, path } = organisation.site;
    expect((await own('POST', '/standin/throttling', { budgets: { appPerMinute: 1 } })).status).toBe(204);
    const statuses = [];
    for (let turn = 0; turn < 2; turn += 1)
      statuses.push((await graph('GET', `/sites/${hostname}:${path}`, bearer)).status);
    expect(statuses).toEqual([200, 429]);
    const used: unknown = await (await own('GET', '/standin/units')).json();
    expect(used).toMatchObject({ units: 2, requests: 2, roundTrips: 2 });
    expect((await own('POST', '/standin/throttling', 'none')).status).toBe(204);
    expect((await graph('GET', `/sites/${hostname}:${path}`, bearer)).status).toBe(200);
    expect((await own('POST', '/standin/throttling', { status: 418 })).status).toBe(400);
  });

  test('a page from elsewhere arranges nothing', async () => {
    const elsewhere = { origin: 'https://elsewhere.example' };
    for (const path of ['/standin/list', '/standin/challenge', '/standin/throttling'])
      expect((await own('POST', path, {}, elsewhere)).status).toBe(403);
  });
});
