import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDemo } from '../../scripts/demo.ts';
import { type Standin, startStandin } from '../../standin/serve.ts';

const region = readDemo();
const ingrid = region.people.find(({ siteRole }) => siteRole === 'owner')?.id ?? '';
const anders = region.people.find(({ name }) => name === 'Anders Ekholm')?.id ?? '';

let folder: string;
let standin: Standin;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaskad-teams-'));
  standin = await startStandin({
    folder,
    webFolder: join(folder, 'web'),
    organisation: region,
    clientId: 'c',
    seed: async () => {},
    listen: false,
  });
});
afterEach(async () => {
  await standin.close();
  rmSync(folder, { recursive: true, force: true });
});

const own = { origin: 'http://127.0.0.1:4310' };

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return standin.fetch(new Request(new URL(path, standin.url), init));
}

async function post(path: string, body: unknown, headers: Record<string, string> = own): Promise<Response> {
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function graph(method: string, path: string, scopes: string[], body?: string): Promise<Response> {
  const headers = {
    authorization: `Bearer ${await standin.tokenFor(ingrid, scopes)}`,
    'content-type': 'application/json',
  };
  return ask(`/graph/v1.0${path}`, { method, headers, ...(body !== undefined && { body }) });
}

describe('the network switch', () => {
  it('changes the way to Graph and to its files, and nothing else', async () => {
    expect(await (await post('/standin/network', { network: 'offline' })).json()).toEqual({
      network: 'offline',
    });
    await expect(graph('GET', '/me', ['User.Read'])).rejects.toThrow(TypeError);
    await expect(ask('/sharepoint/sites/x/_layouts/15/download.aspx')).rejects.toThrow(TypeError);
    expect((await ask('/config.json')).status).toBe(200);
    const session = (await (await ask('/standin/session')).json()) as { network: string };
    expect(session.network).toBe('offline');
    await post('/standin/network', { network: 'good' });
    expect((await graph('GET', '/me', ['User.Read'])).status).toBe(200);
  });

  it.each([{}, { network: 'best' }, { network: 'slow', seed: 'x' }, 'slow'])('refuses %j', async (body) => {
    const answer = await post('/standin/network', body);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Say { network:')]);
    expect(standin.network.chosen()).toBe('good');
  });

  it('is the window’s alone', async () => {
    const answer = await post('/standin/network', { network: 'offline' }, { origin: 'https://evil.example' });
    expect([answer.status, standin.network.chosen()]).toEqual([403, 'good']);
  });

  it('does not stand in the way of starting over', async () => {
    await post('/standin/network', { network: 'offline' });
    expect((await post('/standin/reset', {})).status).toBe(200);
  });
});

describe('the feed', () => {
  it('is one person’s, and what was read stays read', async () => {
    const body = JSON.stringify({
      topic: { source: 'text', value: 'Mål', webUrl: 'https://teams.microsoft.com/l/entity/a/overview' },
      activityType: 'systemDefault',
      templateParameters: [{ name: 'systemDefaultText', value: 'Hej' }],
    });
    const sent = await graph(
      'POST',
      `/users/${anders}/teamwork/sendActivityNotification`,
      ['TeamsActivity.Send'],
      body,
    );
    expect(sent.status).toBe(204);
    type Answer = { entries: { id: number; text: string; isRead: boolean }[] };
    const feed = (await (await ask(`/standin/feed?person=${anders}`)).json()) as Answer;
    expect(feed.entries).toMatchObject([{ text: 'Hej', isRead: false }]);
    const id = feed.entries[0]?.id ?? 0;
    // Somebody else's number says nothing.
    await post('/standin/feed/read', { person: ingrid, id });
    const read = (await (await post('/standin/feed/read', { person: anders, id })).json()) as Answer;
    expect(read.entries).toMatchObject([{ isRead: true }]);
    expect(await (await ask(`/standin/feed?person=${ingrid}`)).json()).toEqual({ entries: [] });
    expect((await ask('/standin/feed')).status).toBe(400);
    expect((await post('/standin/feed/read', { person: anders })).status).toBe(400);
  });
});

describe("SharePoint's own host", () => {
  it('is reached under /sharepoint, for what Graph has handed out', async () => {
    const { hostname, path } = region.site;
    const site = (await (await graph('GET', `/sites/${hostname}:${path}`, ['Sites.Read.All'])).json()) as {
      id: string;
    };
    const here = (link: string) => link.replace(`https://${hostname}`, '/sharepoint');
    const drive = `/sites/${site.id}/drive/root:`;
    const made = await graph('PUT', `${drive}/Memo.txt:/content`, ['Files.ReadWrite.All'], 'innehållet');
    const { '@microsoft.graph.downloadUrl': download = '' } = (await made.json()) as Record<string, string>;
    expect(await (await ask(here(download))).text()).toBe('innehållet');
    const session = await graph(
      'POST',
      `${drive}/Stor.txt:/createUploadSession`,
      ['Files.ReadWrite.All'],
      '{}',
    );
    const { uploadUrl = '' } = (await session.json()) as Record<string, string>;
    const headers = { 'content-range': 'bytes 0-3/4' };
    const sent = await ask(here(uploadUrl), { method: 'PUT', headers, body: 'stor' });
    expect([sent.status, await sent.json()]).toMatchObject([201, { name: 'Stor.txt', size: 4 }]);
  });
});
