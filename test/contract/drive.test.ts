import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callTo, part } from './call.ts';
import { isSame, onlyOwnLibrary, sentOf, someBytes, startFiles, type FilesWorld } from './files.ts';
import { isTenantRun } from './onlyHere.ts';
import { member, owner, visitor } from './people.ts';

let world: FilesWorld;
beforeAll(async () => {
  if (!isTenantRun) world = await startFiles();
});
afterAll(() => world?.close());

const file = (path: string) => `${world.drive}/root:/${path}:/content`;

describe('the library', () => {
  test('[C140] is found by its site and by its own id', async () => {
    onlyOwnLibrary();
    const { call, drive } = world;
    const found = await call('GET', drive);
    expect(found.body).toMatchObject({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#drives/$entity',
      id: expect.stringMatching(/^b![\w-]+$/),
      driveType: 'documentLibrary',
      name: 'Documents',
      webUrl: 'https://region.sharepoint.example/sites/goals/Shared%20Documents',
    });
    const byId = `/drives/${found.text('id')}`;
    expect((await call('GET', `${byId}?$select=id`)).text('id')).toBe(found.text('id'));
    const root = await call('GET', `${byId}/root`);
    expect(root.body).toMatchObject({ name: 'root', root: {}, folder: { childCount: expect.any(Number) } });
    expect((await call('GET', `${byId}/items/${root.text('id')}`)).text('id')).toBe(root.text('id'));
    expect((await call('GET', '/drives/b!other')).refusal()).toMatch(/^404 itemNotFound/);
  });

  test('[C141] PUT of content makes a file, 201 with the driveItem', async () => {
    onlyOwnLibrary();
    const made = await world.put(file('Memo.docx'), 'ett två tre');
    expect(made.status).toBe(201);
    const guid = /^"\{([\dA-F-]{36})\},1"$/.exec(made.text('eTag'))?.[1];
    expect(made.body).toEqual({
      '@odata.context': expect.stringMatching(/\$metadata#drives\('b!.+'\)\/items\/\$entity$/),
      '@microsoft.graph.downloadUrl': expect.stringMatching(/^https:\/\/region\.sharepoint\.example\//),
      createdDateTime: '2023-08-25T09:30:15Z',
      eTag: `"{${guid}},1"`,
      id: expect.stringMatching(/^01[A-Z2-7]{32}$/),
      lastModifiedDateTime: '2023-08-25T09:30:15Z',
      name: 'Memo.docx',
      webUrl: 'https://region.sharepoint.example/sites/goals/Shared%20Documents/Memo.docx',
      cTag: `"c:{${guid}},1"`,
      size: 12,
      createdBy: { user: { email: owner.mail, id: owner.id, displayName: owner.name } },
      lastModifiedBy: { user: { email: owner.mail, id: owner.id, displayName: owner.name } },
      parentReference: {
        driveType: 'documentLibrary',
        driveId: expect.stringMatching(/^b!/),
        id: expect.stringMatching(/^01/),
        name: 'Shared Documents',
        path: expect.stringMatching(/^\/drives\/b!.+\/root:$/),
        siteId: expect.stringMatching(/^[\da-f-]{36}$/),
      },
      fileSystemInfo: {
        createdDateTime: '2023-08-25T09:30:15Z',
        lastModifiedDateTime: '2023-08-25T09:30:15Z',
      },
      file: { mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
    });
  });

  test('[C142] PUT over a file is 200; id and name stay, eTag and cTag grow', async () => {
    onlyOwnLibrary();
    const first = await world.put(file('Twice.txt'), 'one');
    const second = await world.put(file('TWICE.TXT'), 'other');
    expect(second.status).toBe(200);
    expect(second.body).toMatchObject({ id: first.text('id'), name: 'Twice.txt', size: 5 });
    expect(second.text('eTag')).toBe(first.text('eTag').replace(',1"', ',2"'));
    expect(second.text('cTag')).toBe(first.text('cTag').replace(',1"', ',2"'));
    const byId = await world.put(`${world.drive}/items/${first.text('id')}/content`, 'by its id');
    expect([byId.status, byId.text('name'), byId.body['size']]).toEqual([200, 'Twice.txt', 9]);
    const content = await world.open(byId.text('@microsoft.graph.downloadUrl'));
    expect(await content.text()).toBe('by its id');
  });

  test('[C143] a taken name is replaced, refused with 409 or given a number, as the query says', async () => {
    onlyOwnLibrary();
    const choose = (behavior: string) =>
      world.put(`${file('Taken.csv')}?@microsoft.graph.conflictBehavior=${behavior}`, behavior);
    expect((await choose('fail')).status).toBe(201);
    expect((await choose('fail')).code()).toBe('409 nameAlreadyExists');
    const renamed = [await choose('rename'), await choose('rename')];
    expect(renamed.map(({ status, body }) => [status, body['name']])).toEqual([
      [201, 'Taken 1.csv'],
      [201, 'Taken 2.csv'],
    ]);
    expect((await choose('replace')).status).toBe(200);
    expect((await choose('merge')).code()).toBe('400 invalidRequest');
  });

  test('[C144] a stale If-Match is 412 and changes nothing; eTag and cTag both hold', async () => {
    onlyOwnLibrary();
    const { call, drive } = world;
    const first = await world.put(file('Guarded.json'), '{}');
    const tag = first.text('eTag');
    const second = await world.put(file('Guarded.json'), '[1]', { 'if-match': tag });
    expect(second.status).toBe(200);
    expect((await world.put(file('Guarded.json'), '[2]', { 'if-match': tag })).code()).toBe(
      '412 resourceModified',
    );
    expect((await world.put(file('Not there.json'), '1', { 'if-match': tag })).code()).toBe(
      '412 resourceModified',
    );
    const item = `${drive}/items/${first.text('id')}`;
    expect((await call('DELETE', item, undefined, { 'if-match': tag })).refusal()).toMatch(/^412/);
    expect((await call('POST', `${item}/createUploadSession`, {}, { 'if-match': tag })).refusal()).toMatch(
      /^412/,
    );
    const content = await world.open(second.text('@microsoft.graph.downloadUrl'));
    expect(await content.text()).toBe('[1]');
    expect((await world.put(file('Guarded.json'), '[3]', { 'if-match': second.text('cTag') })).status).toBe(
      200,
    );
    expect((await call('DELETE', item, undefined, { 'if-match': '*' })).status).toBe(204);
  });

  test('[C145] folders that a path names are made', async () => {
    onlyOwnLibrary();
    const made = await world.put(file('Deep/Er/Report.pdf'), 'x');
    expect(part(made.body, 'parentReference', 'path')).toMatch(/\/root:\/Deep\/Er$/);
    expect(made.text('webUrl')).toMatch(/\/Shared%20Documents\/Deep\/Er\/Report\.pdf$/);
    const refused = await world.put(file('Other/Report.pdf'), 'x', { 'if-match': '"stale"' });
    expect(refused.code()).toBe('412 resourceModified');
    expect((await world.call('GET', `${world.drive}/root:/Other`)).status).toBe(404);
    expect((await world.put(file('Deep/Er/Report.pdf/Inside.txt'), 'x')).code()).toBe(
      '409 nameAlreadyExists',
    );
  });

  test('[C146] POST to children makes a folder; a taken name is 409 unless it may be renamed', async () => {
    onlyOwnLibrary();
    const { call, drive } = world;
    const make = (behavior?: string) =>
      call('POST', `${drive}/root/children`, {
        name: 'Snapshots',
        folder: {},
        ...(behavior !== undefined && { '@microsoft.graph.conflictBehavior': behavior }),
      });
    const made = await make();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Snapshots', folder: { childCount: 0 }, size: 0 });
    expect((await make()).refusal()).toMatch(/^409 nameAlreadyExists/);
    expect((await make('rename')).text('name')).toBe('Snapshots 1');
    expect((await make('replace')).text('id')).toBe(made.text('id'));
    const inside = await call('POST', `${drive}/items/${made.text('id')}/children`, {
      name: 'Q1',
      folder: {},
    });
    expect(inside.status).toBe(201);
    expect((await call('GET', `${drive}/root:/snapshots/q1`)).text('id')).toBe(inside.text('id'));
  });

  test('[C147] children come by name, in pages; $select gives what is named', async () => {
    onlyOwnLibrary();
    const { call, drive } = world;
    for (const name of ['c.txt', 'A.txt', 'ö.txt', 'b.txt', 'å.txt'])
      await world.put(file(`Page/${name}`), name);
    const seen: unknown[] = [];
    let path = `${drive}/root:/Page:/children?$top=2&$select=id,name`;
    while (path !== '') {
      const page = await call('GET', path);
      expect(page.rows().length).toBeLessThanOrEqual(2);
      for (const row of page.rows()) expect(Object.keys(Object(row)).toSorted()).toEqual(['id', 'name']);
      seen.push(...page.rows().map((row) => part(row, 'name')));
      const next = part(page.body, '@odata.nextLink');
      path = typeof next === 'string' ? next.replace('https://graph.microsoft.com/v1.0', '') : '';
    }
    expect(new Set(seen)).toEqual(new Set(['A.txt', 'b.txt', 'c.txt', 'å.txt', 'ö.txt']));
    expect(seen).toHaveLength(5);
    expect(seen.slice(0, 3)).toEqual(['A.txt', 'b.txt', 'c.txt']);
    expect((await call('GET', `${drive}/root:/Page`)).body).toMatchObject({ folder: { childCount: 5 } });
    expect((await call('GET', `${drive}/root:/Page/A.txt:/children`)).refusal()).toMatch(/^400/);
  });

  test('[C148] a file is found by id, and by path whatever the case and however it is encoded', async () => {
    onlyOwnLibrary();
    const { call, drive } = world;
    const made = await world.put(file('M%C3%A5l%20%23%201%25.txt'), 'x');
    expect(made.text('name')).toBe('Mål # 1%.txt');
    for (const path of [
      `items/${made.text('id')}`,
      'root:/M%C3%A5l%20%23%201%25.txt',
      'root:/m%C3%A5l%20%23%201%25.TXT:',
    ])
      expect((await call('GET', `${drive}/${path}`)).text('id')).toBe(made.text('id'));
    expect((await call('GET', `${drive}/items/01NOTHING`)).refusal()).toMatch(/^404 itemNotFound/);
    expect((await call('GET', `${drive}/root:/Nothing.txt`)).refusal()).toMatch(/^404 itemNotFound/);
    const unchanged = await fetch(`${world.contract.origin}/v1.0${drive}/items/${made.text('id')}`, {
      headers: {
        authorization: `Bearer ${await world.contract.token(owner)}`,
        'if-none-match': made.text('eTag'),
      },
    });
    expect(unchanged.status).toBe(304);
  });

  test('[C158] more than 4 MB in one body is 413', async () => {
    onlyOwnLibrary();
    expect((await world.put(file('Large.bin'), someBytes(4 * 1024 * 1024))).status).toBe(201);
    expect((await world.put(file('Larger.bin'), someBytes(4 * 1024 * 1024 + 1))).code()).toBe(
      '413 requestEntityTooLarge',
    );
  });

  test('[C159] DELETE is 204, then 404; a folder goes with all that lies in it', async () => {
    onlyOwnLibrary();
    const { call, drive } = world;
    const inside = await world.put(file('Going/Deeper/x.txt'), 'x');
    expect((await call('DELETE', `${drive}/root:/Going`)).status).toBe(204);
    expect((await call('GET', `${drive}/items/${inside.text('id')}`)).status).toBe(404);
    expect((await call('DELETE', `${drive}/root:/Going`)).status).toBe(404);
    expect((await call('DELETE', `${drive}/root`)).refusal()).toMatch(/^400/);
    expect((await world.open(inside.text('@microsoft.graph.downloadUrl'))).status).toBe(404);
  });

  test('[C160] files take Files.ReadWrite.All or Sites.ReadWrite.All; a visitor may only read', async () => {
    onlyOwnLibrary();
    const { contract, drive } = world;
    await world.put(file('Seen.txt'), 'x');
    const as = async (person: typeof owner, scopes: string[]) =>
      callTo(contract.origin, await contract.token(person, scopes));
    const reads = [drive, `${drive}/root/children`, `${drive}/root:/Seen.txt`];
    for (const scopes of [['Files.Read.All'], ['Sites.Read.All'], ['Files.ReadWrite.All']]) {
      const call = await as(visitor, scopes);
      for (const path of reads) expect((await call('GET', path)).status).toBe(200);
    }
    const writes = [
      ['POST', `${drive}/root/children`, { name: 'No', folder: {} }],
      ['PUT', file('No.txt'), 'no'],
      ['POST', `${drive}/root:/No.txt:/createUploadSession`, {}],
      ['DELETE', `${drive}/root:/Seen.txt`, undefined],
    ] as const;
    const refused = [
      await as(visitor, ['Files.ReadWrite.All']),
      await as(member, ['Sites.Read.All']),
      await as(owner, ['Sites.Selected', 'User.Read']),
    ];
    for (const call of refused)
      for (const [method, path, body] of writes)
        expect((await call(method, path, body)).refusal()).toBe('403 accessDenied: Access denied');
    for (const scopes of [['Files.ReadWrite.All'], ['Sites.ReadWrite.All']])
      expect((await (await as(member, scopes))('PUT', file('Yes.txt'), 'yes')).status).toBeLessThan(300);
  });

  test('[C161] a name that SharePoint cannot hold is 400', async () => {
    onlyOwnLibrary();
    for (const name of [
      'a%3Ab.txt',
      'a%7Cb',
      '%20a',
      'a%20',
      '..',
      'a.',
      '~$a.docx',
      'a%5Cb',
      'a%00b',
      '%E0%A4',
    ])
      expect((await world.put(file(name), 'x')).code()).toBe('400 invalidRequest');
    const long = await world.call('POST', `${world.drive}/root/children`, {
      name: 'x'.repeat(256),
      folder: {},
    });
    expect(long.refusal()).toMatch(/^400 invalidRequest/);
  });

  test('[C163] what the stand-in does not know of files it refuses aloud', async () => {
    onlyOwnLibrary();
    const { call, drive } = world;
    await world.put(file('Known.txt'), 'x');
    for (const [method, path, body] of [
      ['GET', `${drive}/root:/Known.txt:/versions`, undefined],
      ['POST', `${drive}/root:/Known.txt:/createLink`, {}],
      ['GET', `${drive}/root/children?$orderby=name`, undefined],
      ['GET', `${drive}/special/documents`, undefined],
      ['POST', `${drive}/root:/Later.bin:/createUploadSession`, { deferCommit: true }],
    ] as const)
      expect((await call(method, path, body)).refusal()).toMatch(/^501 notImplemented/);
    expect((await call('PATCH', `${drive}/root:/Known.txt`, { name: 'Other.txt' })).status).toBe(405);
  });
});

describe('downloads', () => {
  test("[C149] content is 302 to SharePoint's own host, which asks for no token", async () => {
    onlyOwnLibrary();
    const bytes = someBytes(2_500_000);
    const made = await world.put(file('Photo.jpg'), bytes);
    const answer = await fetch(`${world.contract.origin}/v1.0${file('Photo.jpg')}`, {
      headers: { authorization: `Bearer ${await world.contract.token(visitor)}` },
      redirect: 'manual',
    });
    expect(answer.status).toBe(302);
    const link = answer.headers.get('location') ?? '';
    expect(new URL(link).host).toBe('region.sharepoint.example');
    const download = await world.open(link);
    expect(download.status).toBe(200);
    expect(download.headers.get('content-type')).toBe('image/jpeg');
    expect(download.headers.get('etag')).toBe(made.text('cTag'));
    expect(await isSame(download, bytes)).toBe(true);
    const some = await world.open(link, { headers: { range: 'bytes=1048570-1048585' } });
    expect([some.status, some.headers.get('content-range')]).toEqual([206, 'bytes 1048570-1048585/2500000']);
    expect(await isSame(some, bytes.slice(1_048_570, 1_048_586))).toBe(true);
    const nonsense = await world.open(link, { headers: { range: 'bytes=9999999-' } });
    expect(nonsense.status).toBe(200);
    const folder = await world.call('GET', `${world.drive}/root/content`);
    expect(folder.refusal()).toMatch(/^400/);
  });

  test('[C150] the link dies after some minutes, and cannot be made up', async () => {
    onlyOwnLibrary();
    const made = await world.put(file('Secret.txt'), 'x');
    const link = made.text('@microsoft.graph.downloadUrl');
    for (const forged of [
      link.replace(/UniqueId=[^&]+/, 'UniqueId=00000000-0000-4000-8000-000000000000'),
      link.replace(/tempauth=v1\.(\d+)/, 'tempauth=v1.9$1'),
      link.replace(/tempauth=[^&]+/, ''),
    ])
      expect((await world.open(forged)).status).toBe(401);
    world.pass(5);
    expect((await world.open(link)).status).toBe(200);
    world.pass(15);
    expect((await world.open(link)).status).toBe(401);
  });

  test('[C151] a browser may GET the link as it is, but no request that needs a preflight', async () => {
    onlyOwnLibrary();
    const made = await world.put(file('Browser.txt'), 'x');
    const link = made.text('@microsoft.graph.downloadUrl');
    const origin = { origin: 'https://tab.example' };
    const simple = await world.open(link, { headers: origin });
    expect(simple.headers.get('access-control-allow-origin')).toBe('*');
    const preflight = await world.open(link, {
      method: 'OPTIONS',
      headers: {
        ...origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    const selected = await world.call(
      'GET',
      `${world.drive}/root:/Browser.txt?$select=id,@microsoft.graph.downloadUrl`,
    );
    expect(selected.text('@microsoft.graph.downloadUrl')).toContain('/_layouts/15/download.aspx');
    expect((await sentOf(await world.open('https://region.sharepoint.example/sites/goals'))).status).toBe(
      501,
    );
  });
});
