import { describe, expect, it } from 'vitest';
import { ConfigurationWrong, readConfiguration } from '../src/configuration.ts';

const right = {
  clientId: '5f0c1d2e-3a4b-4c5d-8e6f-708192a3b4c5',
  tenantId: '0F6B1C2E-4F7A-4A3E-9A51-5D0C7E2B8A10',
  site: { hostname: 'contoso.sharepoint.com', path: '/sites/miljomal' },
};
const ownIds = {
  siteId: `contoso.sharepoint.com,${right.clientId},${right.tenantId}`,
  lists: { Goals: right.clientId },
};
const answering = (body: BodyInit, init?: ResponseInit) => () => Promise.resolve(new Response(body, init));
const read = (body: unknown) => readConfiguration(answering(JSON.stringify(body)));

async function whyOf(reading: Promise<unknown>): Promise<string> {
  const failure: unknown = await reading.catch((thrown: unknown) => thrown);
  if (!(failure instanceof ConfigurationWrong)) throw new Error(`Not refused: ${String(failure)}`);
  expect(failure.message).toBe(`config.json: ${failure.why}`);
  return failure.why;
}

describe('config.json', () => {
  it('is read anew each time, from beside the page', async () => {
    const asked: unknown[] = [];
    const configuration = await readConfiguration((...parts) => {
      asked.push(parts);
      return Promise.resolve(Response.json({ ...right, comment: 'not ours' }));
    });
    expect(configuration).toEqual(right);
    expect(asked).toEqual([['config.json', { cache: 'no-cache' }]]);
  });

  it.each(['/sites/miljömål', '/teams/Miljö', '/sites/a%20b'])('takes the site %s', async (path) => {
    const site = { ...right.site, path };
    expect(await read({ ...right, site })).toEqual({ ...right, site });
  });

  it.each(['Sites.Selected', 'Sites.ReadWrite.All'])(
    '[T16] takes the right %s to sites',
    async (siteScope) => {
      expect(await read({ ...right, siteScope })).toEqual({ ...right, siteScope });
      expect(await whyOf(read({ ...right, siteScope: `${siteScope}2` }))).toBe('siteScope');
    },
  );

  it('takes Graph’s own names of the site and its lists', async () => {
    const site = { ...right.site, ids: ownIds };
    expect(await read({ ...right, site })).toEqual({ ...right, site });
  });

  it('that is missing says so by its status', async () => {
    expect(await whyOf(readConfiguration(answering('', { status: 404 })))).toBe('HTTP 404');
  });

  it.each(['', '<!doctype html>', '{"clientId":'])('that is no JSON is told as such: %j', async (body) => {
    expect(await whyOf(readConfiguration(answering(body)))).toBe('JSON');
  });

  it('that cannot be fetched is the network’s fault, and no file is blamed', async () => {
    const cause = new TypeError('Failed to fetch');
    await expect(readConfiguration(() => Promise.reject(cause))).rejects.toBe(cause);
  });

  it.each([
    ['clientId', { ...right, clientId: 'TODO' }],
    ['clientId', { tenantId: right.tenantId, site: right.site }],
    ['tenantId', { ...right, tenantId: `${right.tenantId}0` }],
    ['tenantId', { ...right, tenantId: 'contoso.onmicrosoft.com' }],
    ['site', { ...right, site: undefined }],
    ['site.hostname', { ...right, site: { ...right.site, hostname: 'https://contoso.sharepoint.com' } }],
    ['site.hostname', { ...right, site: { ...right.site, hostname: 'contoso' } }],
    ['site.path', { ...right, site: { ...right.site, path: 'sites/miljomal' } }],
    ['site.path', { ...right, site: { ...right.site, path: '/sites/miljomal/' } }],
    ['site.path', { ...right, site: { ...right.site, path: '/sites/a?b' } }],
    ['site.ids.siteId', { ...right, site: { ...right.site, ids: { ...ownIds, siteId: 'root' } } }],
    [
      'site.ids.lists.Goals',
      { ...right, site: { ...right.site, ids: { ...ownIds, lists: { Goals: 'Goals' } } } },
    ],
    ['site.ids.lists', { ...right, site: { ...right.site, ids: { siteId: ownIds.siteId } } }],
    ['?', null],
    ['?', 'text'],
  ])('names %s when it is wrong', async (field, body) => {
    expect(await whyOf(read(body))).toBe(field);
  });
});
