import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { key, newItem, newList, note, place, shelf } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { named } from './ownLists.ts';
import { member } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

describe('items', () => {
  test('[C24] a new item is answered whole, as recorded', async () => {
    const { call, site, facts } = contract;
    const { owner, moment } = facts;
    const displayName = named('Recorded');
    const made = await call('POST', `${site}/lists`, { displayName, columns: [key] });
    const list = `${site}/lists/${made.text('id')}`;
    const answer = await call('POST', `${list}/items`, { fields: { Title: 'x', Key: 'a' } });
    expect(answer.status).toBe(201);
    const etag = answer.text('eTag');
    const user = { email: owner.mail, id: owner.id, displayName: owner.name };
    const context = `https://graph.microsoft.com/v1.0/$metadata#sites('${encodeURIComponent(site.slice(7))}')/lists('${made.text('id')}')/items`;
    expect(answer.body).toEqual({
      '@odata.context': `${context}/$entity`,
      '@odata.etag': etag,
      createdDateTime: moment,
      eTag: etag,
      id: '1',
      lastModifiedDateTime: moment,
      webUrl: `${facts.address}/Lists/${displayName}/1_.000`,
      createdBy: { user },
      lastModifiedBy: { application: { id: facts.app, displayName: expect.any(String) }, user },
      parentReference: { id: expect.stringMatching(/^[\da-f-]{36}$/), siteId: site.slice(7) },
      contentType: { id: expect.stringMatching(/^0x0100[\dA-F]{32}$/), name: 'Item' },
      'fields@odata.context': `${context}('1')/fields/$entity`,
      fields: {
        '@odata.etag': etag,
        Title: 'x',
        Key: 'a',
        id: '1',
        ContentType: 'Item',
        Modified: moment,
        Created: moment,
        AuthorLookupId: expect.stringMatching(/^\d+$/),
        EditorLookupId: expect.stringMatching(/^\d+$/),
        _UIVersionString: '1.0',
        Attachments: false,
        Edit: '',
        LinkTitleNoMenu: 'x',
        LinkTitle: 'x',
        ItemChildCount: '0',
        FolderChildCount: '0',
        _ComplianceFlags: '',
        _ComplianceTag: '',
        _ComplianceTagWrittenTime: '',
        _ComplianceTagUserId: '',
        AppAuthorLookupId: expect.stringMatching(/^\d+$/),
        AppEditorLookupId: expect.stringMatching(/^\d+$/),
      },
    });
  });

  test('[C25] fields may also be sent flat', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [place]);
    const answer = await call('POST', `${list}/items`, { Title: 'flat', Place: 'here' });
    expect(answer.status).toBe(201);
    expect(part(answer.body, 'fields')).toMatchObject({ Title: 'flat', Place: 'here' });
  });

  test('[C25] fields beside `fields` are refused', async () => {
    onlyHere('what the stand-in leaves out');
    const { call, site } = contract;
    const list = await newList(call, site, [place]);
    const beside = await call('POST', `${list}/items`, { fields: { Title: 'x' }, Place: 'here' });
    expect(beside.status).toBe(501);
  });

  test('[C26] null and empty fields are omitted', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [place, note]);
    const made = await newItem(call, list, { Title: '', Place: null, Note: 'n' });
    for (const name of ['Title', 'Place', 'LinkTitle'])
      expect(part(made.body, 'fields')).not.toHaveProperty(name);
    const cleared = await call('PATCH', `${list}/items/1/fields`, { Note: null });
    expect(cleared.body).not.toHaveProperty('Note');
    const read = await call('GET', `${list}/items/1?$expand=fields($select=Title,Note)`);
    expect(Object.keys(Object(part(read.body, 'fields')))).toEqual(['@odata.etag']);
  });

  test('[C27] ids and lookup ids are strings, and each person keeps one number', async () => {
    const { call, site, as, facts } = contract;
    const list = await newList(call, site);
    const mine = await newItem(call, list, {});
    const hers = await newItem(await as(member), list, {});
    expect([mine.text('id'), hers.text('id')]).toEqual(['1', '2']);
    const [me, her] = [mine.text('fields', 'AuthorLookupId'), hers.text('fields', 'AuthorLookupId')];
    expect(me).not.toBe(her);
    const changed = await (await as(member))('PATCH', `${list}/items/1`, { fields: { Title: 'hers' } });
    expect(changed.body).toMatchObject({
      createdBy: { user: { id: facts.owner.id } },
      lastModifiedBy: { user: { id: hers.text('createdBy', 'user', 'id') } },
      fields: { AuthorLookupId: me, EditorLookupId: her },
    });
  });

  test('[C38] PATCH …/fields takes the fields flat and answers a field set', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [place, note]);
    await newItem(call, list, { Title: 'a', Place: 'p' });
    const answer = await call('PATCH', `${list}/items/1/fields`, { Place: 'q' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ Title: 'a', Place: 'q', id: '1', _UIVersionString: '2.0' });
    expect(answer.body).not.toHaveProperty('fields');
    expect(answer.body).not.toHaveProperty('createdBy');
    expect((await call('GET', `${list}/items/1/fields?$select=Place`)).body).toMatchObject({ Place: 'q' });
  });

  test('[C38] a change moves Modified and leaves Created', async () => {
    onlyHere('a clock that can be moved');
    const { call, site, setNow } = contract;
    const list = await newList(call, site);
    await newItem(call, list, {});
    setNow(new Date('2023-08-26T07:00:01Z'));
    const answer = await call('PATCH', `${list}/items/1/fields`, { Title: 'b' });
    setNow(new Date('2023-08-25T09:30:15.859Z'));
    expect(answer.body).toMatchObject({ Created: '2023-08-25T09:30:15Z', Modified: '2023-08-26T07:00:01Z' });
  });

  test('[C39] PATCH of the item takes {fields} and answers the item', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [place]);
    await newItem(call, list, { Title: 'a', Place: 'p' });
    const answer = await call('PATCH', `${list}/items/1`, { fields: { Place: 'q' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: '1', createdBy: {}, fields: { Title: 'a', Place: 'q' } });
    expect((await call('PATCH', `${list}/items/1`, { Place: 'r' })).status).toBe(400);
  });

  test('[C40] an eTag is quoted, a lower-case guid and a number that grows with every write', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const first = (await newItem(call, list, { Title: 'a' })).text('eTag');
    const guid = /^"([\da-f]{8}-[\da-f-]{27}),1"$/.exec(first)?.[1];
    expect(guid).toBeDefined();
    const second = await call('PATCH', `${list}/items/1/fields`, { Title: 'b' });
    expect(second.text('@odata.etag')).toBe(`"${guid},2"`);
    const third = await call('PATCH', `${list}/items/1`, { fields: { Title: 'b' } });
    expect(third.text('eTag')).toBe(`"${guid},3"`);
    expect((await call('GET', `${list}/items/1`)).text('@odata.etag')).toBe(`"${guid},3"`);
  });

  test('[C41] a stale If-Match is 412 and changes nothing; the newest one and * pass', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const stale = (await newItem(call, list, { Title: 'a' })).text('eTag');
    const fresh = await call('PATCH', `${list}/items/1/fields`, { Title: 'b' }, { 'If-Match': stale });
    expect(fresh.status).toBe(200);
    for (const [method, path, body] of [
      ['PATCH', '/fields', { Title: 'c' }],
      ['PATCH', '', { fields: { Title: 'c' } }],
      ['DELETE', '', undefined],
    ] as const) {
      const refused = await call(method, `${list}/items/1${path}`, body, { 'If-Match': stale });
      expect(refused.refusal()).toBe(
        '412 resourceModified: The resource has changed since the caller last read it; usually an eTag mismatch',
      );
    }
    const seen = await call('GET', `${list}/items/1?$expand=fields`);
    expect([seen.text('eTag'), seen.text('fields', 'Title')]).toEqual([fresh.text('@odata.etag'), 'b']);
    expect((await call('PATCH', `${list}/items/1/fields`, { Title: 'd' }, { 'If-Match': '*' })).status).toBe(
      200,
    );
    expect((await call('PATCH', `${list}/items/1/fields`, { Title: 'e' })).status).toBe(200);
  });

  test('[C42] of writers that race with the same eTag exactly one wins', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const etag = (await newItem(call, list, { Title: 'a' })).text('eTag');
    const racers = Array.from({ length: 8 }, (_, at) =>
      call('PATCH', `${list}/items/1/fields`, { Title: `racer ${at}` }, { 'If-Match': etag }),
    );
    const statuses = (await Promise.all(racers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(7);
  });

  test('[C43] DELETE is 204, then the item is 404', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [shelf]);
    const etag = (await newItem(call, list, { Shelf: 's' })).text('eTag');
    const answer = await call('DELETE', `${list}/items/1`, undefined, { 'If-Match': etag });
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    for (const [method, body] of [
      ['GET', undefined],
      ['PATCH', { fields: {} }],
      ['DELETE', undefined],
    ] as const) {
      expect((await call(method, `${list}/items/1`, body)).status).toBe(404);
    }
    expect((await call('GET', `${list}/items?$filter=fields/Shelf eq 's'`)).rows()).toEqual([]);
    expect((await call('GET', `${list}/items/none`)).status).toBe(404);
  });

  test("[C44] an item's number is never used again", async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    for (const Title of ['a', 'b']) await newItem(call, list, { Title });
    await call('DELETE', `${list}/items/2`);
    expect((await newItem(call, list, {})).text('id')).toBe('3');
  });

  test("[C44] an item's number is never used again after a restart", async () => {
    onlyHere('a restart');
    const folder = mkdtempSync(join(tmpdir(), 'contract-'));
    const file = join(folder, 'graph.sqlite');
    const first = await startContract({ file });
    const list = await newList(first.call, first.site);
    for (const Title of ['a', 'b']) await newItem(first.call, list, { Title });
    await first.call('DELETE', `${list}/items/2`);
    await first.close();
    const second = await startContract({ file });
    expect((await newItem(second.call, list, {})).text('id')).toBe('3');
    expect((await second.call('GET', `${list}/items/1?$expand=fields`)).text('fields', 'Title')).toBe('a');
    await second.close();
    rmSync(folder, { recursive: true });
  });
});
