import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldOfRows, part, type Answer } from './call.ts';
import { key, newItem, newList, place } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { named } from './ownLists.ts';
import { startContract, type Contract } from './server.ts';

const graph = 'https://graph.microsoft.com/v1.0';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

const pathOf = (link: string) => link.replace(graph, '');

/** Every page up to the deltaLink, and the deltaLink. */
async function readAll(path: string): Promise<{ pages: Answer[]; link: string }> {
  const pages: Answer[] = [];
  for (let next = path; ;) {
    const page = await contract.call('GET', next);
    expect(page.status).toBe(200);
    pages.push(page);
    const [nextLink, deltaLink] = [part(page.body, '@odata.nextLink'), part(page.body, '@odata.deltaLink')];
    // Never both, never neither.
    expect([typeof nextLink, typeof deltaLink].toSorted()).toEqual(['string', 'undefined']);
    if (typeof deltaLink === 'string') return { pages, link: pathOf(deltaLink) };
    next = pathOf(String(nextLink));
  }
}

const ids = ({ pages }: { pages: Answer[] }) =>
  pages.flatMap((page) => page.rows().map((row) => part(row, 'id')));
const gone = (row: unknown) => part(row, 'deleted', 'state') === 'deleted';

async function five(): Promise<string> {
  const { call, site } = contract;
  const list = await newList(call, site, [key, place]);
  // One by one: the members of a $batch come in any order, and so would their ids.
  for (const Key of ['a', 'b', 'c', 'd', 'e']) await newItem(call, list, { Key, Title: Key });
  return list;
}

describe('delta', () => {
  test('[C100] the first read gives every item, page by page, and at the end a deltaLink', async () => {
    const list = await five();
    const first = await readAll(`${list}/items/delta?$top=2`);
    expect(first.pages.map((page) => page.rows().length)).toEqual([2, 2, 1]);
    expect(ids(first)).toEqual(['1', '2', '3', '4', '5']);
    expect(first.pages[0]?.rows()[0]).toMatchObject({
      id: '1',
      createdBy: {},
      contentType: { name: 'Item' },
    });
    expect(first.pages[0]?.rows()[0]).not.toHaveProperty('fields');
    const empty = await readAll(`${await newList(contract.call, contract.site)}/items/delta`);
    expect(ids(empty)).toEqual([]);
  });

  test('[C101] a deltaLink gives what has changed since, each item once and as it is now', async () => {
    const { call } = contract;
    const list = await five();
    const { link } = await readAll(`${list}/items/delta?$expand=fields($select=Title)`);
    expect(ids(await readAll(link))).toEqual([]);
    for (const Title of ['x', 'y']) await call('PATCH', `${list}/items/2/fields`, { Title });
    await newItem(call, list, { Key: 'f', Title: 'new' });
    await newItem(call, list, { Key: 'g' });
    await call('DELETE', `${list}/items/7`);
    await call('DELETE', `${list}/items/4`);
    const since = await readAll(link);
    const rows = since.pages.flatMap((page) => page.rows());
    const seen = rows.map((row) => [part(row, 'id'), gone(row) ? 'gone' : part(row, 'fields', 'Title')]);
    expect(new Map(seen as [string, unknown][])).toEqual(
      new Map([
        ['2', 'y'],
        ['6', 'new'],
        ['7', 'gone'],
        ['4', 'gone'],
      ]),
    );
    expect(rows).toHaveLength(4);
    expect(ids(await readAll(since.link))).toEqual([]);
    // The older link still tells the same.
    expect(ids(await readAll(link))).toHaveLength(4);
  });

  test('[C102] token=latest gives nothing but a deltaLink', async () => {
    const { call } = contract;
    const list = await five();
    const { pages, link } = await readAll(`${list}/items/delta?token=latest`);
    expect(pages).toHaveLength(1);
    expect(ids({ pages })).toEqual([]);
    await call('PATCH', `${list}/items/3/fields`, { Title: 'x' });
    expect(ids(await readAll(link))).toEqual(['3']);
  });

  test("[C110] delta(token='…') is the same call", async () => {
    const { call } = contract;
    const list = await five();
    const { link } = await readAll(`${list}/items/delta(token='latest')`);
    await call('PATCH', `${list}/items/3/fields`, { Title: 'x' });
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    expect(ids(await readAll(`${list}/items/delta(token='${token}')`))).toEqual(['3']);
  });

  test('[C103] $select, $expand and $top hold for every page and for the deltaLink', async () => {
    const { call } = contract;
    const list = await five();
    const query = '$select=id&$expand=fields($select=Key)&$top=2';
    const first = await readAll(`${list}/items/delta?${query}`);
    const row = { id: '5', fields: { Key: 'e' } };
    expect(first.pages.at(-1)?.rows()[0]).toMatchObject(row);
    expect(first.pages.at(-1)?.rows()[0]).not.toHaveProperty('createdBy');
    for (let item = 1; item <= 3; item += 1)
      await call('PATCH', `${list}/items/${item}/fields`, { Title: 'x' });
    const since = await readAll(first.link);
    expect(since.pages.map((page) => fieldOfRows(page, 'Key'))).toEqual([['a', 'b'], ['c']]);
    expect(since.pages[0]?.rows()[0]).not.toHaveProperty('createdBy');
    const refused = await call('GET', `${list}/items/delta?$top=0`);
    expect(refused.status).toBe(400);
  });

  test('[C104] of a removed item nothing is left but its id and where it was', async () => {
    const { call, site } = contract;
    const list = await five();
    const { link } = await readAll(`${list}/items/delta?$expand=fields`);
    await call('DELETE', `${list}/items/2`);
    const { pages } = await readAll(link);
    expect(pages[0]?.rows()).toEqual([
      {
        id: '2',
        parentReference: { siteId: site.replace('/sites/', '') },
        contentType: { id: expect.stringMatching(/^0x01/), name: 'Item' },
        deleted: { state: 'deleted' },
      },
    ]);
    // Who begins now has never heard of it, and does not hear of it later.
    const fresh = await readAll(`${list}/items/delta`);
    expect(ids(fresh)).toEqual(['1', '3', '4', '5']);
    expect(ids(await readAll(fresh.link))).toEqual([]);
  });

  test('[C105] an item that changes while the pages are read may come again; its last occurrence is right', async () => {
    const { call } = contract;
    const list = await five();
    const page = await call('GET', `${list}/items/delta?$top=2&$expand=fields($select=Title)`);
    await call('PATCH', `${list}/items/1/fields`, { Title: 'later' });
    await call('DELETE', `${list}/items/2`);
    await newItem(call, list, { Key: 'f', Title: 'f' });
    const rest = await readAll(pathOf(page.text('@odata.nextLink')));
    const known = new Map<unknown, unknown>();
    for (const row of [page, ...rest.pages].flatMap((one) => one.rows())) {
      if (gone(row)) known.delete(part(row, 'id'));
      else known.set(part(row, 'id'), part(row, 'fields', 'Title'));
    }
    // What is missing now comes with the deltaLink; both together are the list as it is.
    for (const row of (await readAll(rest.link)).pages.flatMap((one) => one.rows())) {
      if (gone(row)) known.delete(part(row, 'id'));
      else known.set(part(row, 'id'), part(row, 'fields', 'Title'));
    }
    const now = (await call('GET', `${list}/items?$expand=fields($select=Title)`)).rows();
    expect(known).toEqual(new Map(now.map((row) => [part(row, 'id'), part(row, 'fields', 'Title')])));
  });

  test('[C105] here it comes again in the same reading', async () => {
    onlyHere('a tenant may tell of it with the deltaLink instead');
    const { call } = contract;
    const list = await five();
    const page = await call('GET', `${list}/items/delta?$top=2`);
    await call('PATCH', `${list}/items/1/fields`, { Title: 'later' });
    const rest = await readAll(pathOf(page.text('@odata.nextLink')));
    expect([...ids({ pages: [page] }), ...ids(rest)]).toEqual(['1', '2', '3', '4', '5', '1']);
  });
});

describe('a delta token that is no good', () => {
  test('[C106] one that is too old is 410 with the code and a Location to begin anew', async () => {
    onlyHere('a token does not grow old in a test');
    let nowMs = 1_700_000_000_000;
    const aged = await startContract({ clock: () => nowMs, deltaLifetimeMs: 60_000 });
    const list = await newList(aged.call, aged.site);
    await newItem(aged.call, list, {});
    const first = await aged.call('GET', `${list}/items/delta?$select=id&$top=1`);
    const link = pathOf(first.text('@odata.deltaLink'));
    nowMs += 60_000;
    expect((await aged.call('GET', link)).status).toBe(200);
    nowMs += 1;
    const answer = await aged.call('GET', link);
    expect([answer.status, answer.text('error', 'code')]).toEqual([410, 'resyncChangesApplyDifferences']);
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe(`${graph}${list}/items/delta?$select=id&$top=1`);
    const fresh = await aged.call('GET', pathOf(location));
    expect([fresh.status, fresh.rows().length]).toEqual([200, 1]);
    await aged.close();
  });

  test('[C107] one of another list of the same name is 410 with the other code', async () => {
    const { call, site } = contract;
    const displayName = named('Again');
    const made = await call('POST', `${site}/lists`, { displayName });
    const list = `${site}/lists/${displayName}`;
    const before = await call('GET', `${list}/items/delta?token=latest`);
    const token = new URL(before.text('@odata.deltaLink')).searchParams.get('token') ?? '';
    await call('DELETE', `${site}/lists/${made.text('id')}`);
    expect((await call('GET', pathOf(before.text('@odata.deltaLink')))).status).toBe(404);
    await call('POST', `${site}/lists`, { displayName });
    const answer = await call('GET', `${list}/items/delta?token=${token}`);
    expect([answer.status, answer.text('error', 'code')]).toEqual([410, 'resyncChangesUploadDifferences']);
    expect((await call('GET', pathOf(answer.headers.get('location') ?? ''))).status).toBe(200);
  });

  test('[C107] one from further on than the list has come, as after an older copy of the file, is 410 too', async () => {
    onlyHere('a tenant is not put back');
    const { call } = contract;
    const list = await five();
    const { link } = await readAll(`${list}/items/delta?token=latest`);
    const given = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    const [first, scope, id, issued] = Buffer.from(given, 'base64url').toString().split(';');
    const token = Buffer.from([first, scope, id, issued, 99_999, 99_999].join(';')).toString('base64url');
    const answer = await call('GET', `${list}/items/delta?token=${token}`);
    expect([answer.status, answer.text('error', 'code')]).toEqual([410, 'resyncChangesUploadDifferences']);
  });

  test('[C108] one that was never given is 400', async () => {
    const { call } = contract;
    const list = await five();
    const { link } = await readAll(`${list}/items/delta?token=latest`);
    const good = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    for (const token of ['', 'x', '%00', 'LATEST', `${good}AAAA`, good.slice(3), "'or'1'='1"]) {
      const answer = await call('GET', `${list}/items/delta?token=${token}`);
      expect([answer.status, typeof answer.text('error', 'code')]).toEqual([400, 'string']);
    }
  });

  test('[C109] one that was given before a restart is good after it', async () => {
    onlyHere('a tenant cannot be started again');
    const folder = mkdtempSync(join(tmpdir(), 'delta-'));
    const file = join(folder, 'graph.sqlite');
    const before = await startContract({ file });
    const list = await newList(before.call, before.site);
    for (const Title of ['a', 'b', 'c']) await newItem(before.call, list, { Title });
    await before.call('DELETE', `${list}/items/3`);
    const latest = await before.call('GET', `${list}/items/delta?token=latest`);
    const link = pathOf(latest.text('@odata.deltaLink'));
    await before.call('DELETE', `${list}/items/1`);
    await before.close();
    const after = await startContract({ file });
    await after.call('PATCH', `${list}/items/2/fields`, { Title: 'x' });
    const rows = (await after.call('GET', link)).rows();
    expect(rows.map((row) => [part(row, 'id'), gone(row)])).toEqual([
      ['1', true],
      ['2', false],
    ]);
    await after.close();
    rmSync(folder, { recursive: true });
  });
});
