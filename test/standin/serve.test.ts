import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseOrganisation } from '../../standin/demo/organisation.ts';
import { type Standin, type StandinOptions, startStandin } from '../../standin/serve.ts';

const region = readFileSync(new URL('../../standin/demo/region.json', import.meta.url), 'utf8');
const organisation = parseOrganisation(region, 'region.json');
const clientId = '5b1f0c00-0000-4000-8000-00000000abcd';
const anders = '7b1f0c00-0000-4000-8000-000000000002';

let folder: string;
let running: Standin[] = [];
let seedings: number;
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaskad-serve-'));
  seedings = 0;
  lines = [];
  mkdirSync(join(folder, 'web/standin/teams'), { recursive: true });
  mkdirSync(join(folder, 'web/assets'));
  writeFileSync(join(folder, 'web/standin/teams/window.html'), 'the window');
  writeFileSync(join(folder, 'web/standin/tab.html'), 'the tab');
  writeFileSync(join(folder, 'web/assets/a-1.js'), 'let a;');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});
afterEach(async () => {
  await Promise.all(running.map((standin) => standin.close()));
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

async function start(more: Partial<StandinOptions & { listen: boolean }> = {}): Promise<Standin> {
  const standin = await startStandin({
    folder: join(folder, 'site'),
    webFolder: join(folder, 'web'),
    organisation,
    clientId,
    seed: async () => {
      seedings += 1;
    },
    log: (line) => lines.push(line),
    listen: false,
    ...more,
  });
  running.push(standin);
  return standin;
}

async function stop(standin: Standin): Promise<void> {
  running = running.filter((one) => one !== standin);
  await standin.close();
}

const own = { origin: 'http://127.0.0.1:4310' };

function post(standin: Standin, path: string, body: object, headers: Record<string, string> = own) {
  return standin.fetch(
    new Request(new URL(path, standin.url), { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}

const askToken = { personId: anders, scopes: ['User.Read'], clientId };

describe('the token endpoint', () => {
  it('answers the window itself', async () => {
    const standin = await start();
    const answer = await post(standin, '/standin/token', askToken);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const { accessToken } = (await answer.json()) as { accessToken: string };
    const me = await standin.fetch(
      new Request(`${standin.url}graph/v1.0/me?$select=id`, {
        headers: { Authorization: `Bearer ${accessToken}` },
      }),
    );
    expect(await me.json()).toMatchObject({ id: anders });
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', {}],
    ['a null origin', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }],
    ['a cross-site fetch', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['a same-site fetch', { ...own, 'sec-fetch-site': 'same-site' }],
    ['a name that was rebound to this machine', { origin: 'http://evil.example', host: 'evil.example' }],
  ])('refuses %s', async (_, headers) => {
    const standin = await start();
    const answer = await post(standin, '/standin/token', askToken, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('accessToken');
  });

  it.each([
    [{ ...askToken, personId: 'nobody' }, 'no person nobody'],
    [{ ...askToken, clientId: 'other' }, 'no application other'],
    [{ personId: anders }, 'Say {'],
  ])('refuses %j with a sentence', async (body, words) => {
    const standin = await start();
    const answer = await post(standin, '/standin/token', body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  it('answers a host that the tests allow', async () => {
    const standin = await start({ allowedHosts: ['teams.microsoft.com'] });
    const headers = { origin: 'https://teams.microsoft.com' };
    const answer = await standin.fetch(
      new Request('https://teams.microsoft.com/standin/token', {
        method: 'POST',
        headers,
        body: JSON.stringify(askToken),
      }),
    );
    expect(answer.status).toBe(200);
  });
});

describe('the session', () => {
  it('tells the window about people and places, and only under its own name', async () => {
    const standin = await start({ tabOrigin: 'https://kaskad.example', tabPath: '/index.html' });
    const answer = await standin.fetch(new Request(`${standin.url}standin/session`));
    const session = (await answer.json()) as { people: object[]; places: object[] };
    expect(session).toMatchObject({
      organisation: 'Region Exempel',
      day: '2023-08-25',
      tabOrigin: 'https://kaskad.example',
      tabPath: '/index.html',
    });
    expect(session.people[1]).toMatchObject({ name: 'Anders Ekholm', unitTitle: 'Regionservice' });
    expect(session.places).toHaveLength(14);
    const rebound = await standin.fetch(
      new Request(`${standin.url}standin/session`, { headers: { host: 'evil.example' } }),
    );
    expect(rebound.status).toBe(403);
  });
});

describe('day and beginning', () => {
  it('keeps the day over a restart, and seeds once', async () => {
    const first = await start();
    expect((await post(first, '/standin/day', { day: '2024-01-15' })).status).toBe(200);
    await stop(first);
    const second = await start();
    expect(second.day()).toBe('2024-01-15');
    expect(seedings).toBe(1);
  });

  it.each(['2024-02-30', 'soon', ''])('refuses the day %j', async (day) => {
    const standin = await start();
    expect((await post(standin, '/standin/day', { day })).status).toBe(400);
    expect(standin.day()).toBe('2023-08-25');
  });

  it('starts over: the day is the first one, and browsers see that the site is new', async () => {
    const standin = await start();
    const beginning = async () => {
      const answer = await standin.fetch(new Request(`${standin.url}standin/session`));
      return ((await answer.json()) as { beginning: string }).beginning;
    };
    const before = await beginning();
    standin.setDay('2025-01-01');
    expect((await post(standin, '/standin/reset', {})).status).toBe(200);
    expect(seedings).toBe(2);
    expect(standin.day()).toBe('2023-08-25');
    expect(await beginning()).not.toBe(before);
  });

  it('does not start over twice at once', async () => {
    let finish = (): void => {};
    const standin = await start();
    await stop(standin);
    const slow = await start({
      folder: join(folder, 'slow'),
      seed: () => (seedings++ === 1 ? Promise.resolve() : new Promise((resolve) => (finish = resolve))),
    });
    const first = post(slow, '/standin/reset', {});
    expect((await post(slow, '/standin/reset', {})).status).toBe(409);
    finish();
    expect((await first).status).toBe(200);
  });

  it('seeds anew when the first seeding broke off', async () => {
    await expect(start({ seed: () => Promise.reject(new Error('the power went')) })).rejects.toThrow(
      'the power went',
    );
    await start();
    expect(seedings).toBe(1);
  });

  it('says what to do when what it kept is damaged, and leaves it alone', async () => {
    await stop(await start());
    const file = join(folder, 'site/standin.json');
    writeFileSync(file, '{"day":');
    await expect(start()).rejects.toThrow(/standin\.json cannot be read .*npm start -- --fresh/s);
    expect(readFileSync(file, 'utf8')).toBe('{"day":');
    expect(existsSync(join(folder, 'site/graph.sqlite'))).toBe(true);
  });
});

describe('the pages', () => {
  it('serves window, tab and assets, each with what the browser must know', async () => {
    const standin = await start({ tabOrigin: 'https://kaskad.example' });
    const page = (path: string) => standin.fetch(new Request(new URL(path, standin.url)));
    const window = await page('/');
    expect(await window.text()).toBe('the window');
    expect(window.headers.get('content-security-policy')).toContain(
      "frame-src 'self' https://kaskad.example",
    );
    expect(window.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(window.headers.get('cache-control')).toBe('no-cache');
    const tab = await page('/tab.html?day=2023-08-25');
    expect(await tab.text()).toBe('the tab');
    expect(tab.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const asset = await page('/assets/a-1.js');
    expect(asset.headers.get('content-type')).toContain('text/javascript');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(await (await page('/config.json')).json()).toEqual({
      clientId,
      tenantId: organisation.tenantId,
      site: { hostname: 'kaskad.sharepoint.example', path: '/sites/miljomal' },
    });
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets',
    '/assets/',
    '/nothing.js',
    '/.env',
  ])('has nothing at %s', async (path) => {
    const standin = await start();
    const answer = await standin.fetch(new Request(standin.url.slice(0, -1) + path));
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret\n');
  });
});

describe('the socket', () => {
  it('says that the port is taken, and takes the next one', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const standin = await start({ listen: true, port });
    expect(lines).toContain(`Port ${port} is taken; trying ${port + 1}.`);
    expect(standin.url).not.toBe(`http://127.0.0.1:${port}/`);
    expect(await (await fetch(standin.url)).text()).toBe('the window');
    const refused = await fetch(`${standin.url}standin/reset`, { method: 'POST' });
    expect(refused.status).toBe(403);
    await new Promise((resolve) => other.close(resolve));
  });

  it('hands the query to Graph as it was sent, and its answer back with the body', async () => {
    const standin = await start({ listen: true, port: 0 });
    const token = await standin.tokenFor(anders, ['User.Read', 'Sites.Read.All']);
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const site = await fetch(`${standin.url}graph/v1.0/sites/kaskad.sharepoint.example:/sites/miljomal`, {
      headers,
    });
    expect(site.status).toBe(200);
    const batch = await fetch(`${standin.url}graph/v1.0/$batch`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: '/me' }] }),
    });
    expect(await batch.json()).toMatchObject({ responses: [{ id: '1', status: 200 }] });
  });
});
