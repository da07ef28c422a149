import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { newItem, newList, place } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { member, owner } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

const idOf = (list: string) => list.split('/').at(-1) ?? '';

/** A list with one item that has been changed twice. */
async function changedTwice(): Promise<string> {
  const { call, site } = contract;
  const list = await newList(call, site, [place]);
  await newItem(call, list, { Title: 'one', Place: 'here' });
  await call('PATCH', `${list}/items/1/fields`, { Title: 'two' });
  await call('PATCH', `${list}/items/1`, { fields: { Title: 'three', Place: null } });
  return list;
}

describe('versions', () => {
  test('[C92] every change leaves a version; they come newest first, the present one among them', async () => {
    const { call, facts } = contract;
    const list = await changedTwice();
    const rows = (await call('GET', `${list}/items/1/versions`)).rows();
    expect(rows.map((row) => part(row, 'id'))).toEqual(['3.0', '2.0', '1.0']);
    for (const row of rows) {
      expect(row).toMatchObject({
        lastModifiedBy: { user: { id: facts.owner.id, displayName: facts.owner.name } },
        lastModifiedDateTime: facts.moment,
      });
      expect(row).not.toHaveProperty('fields');
    }
    expect((await call('GET', `${list}/items/2/versions`)).status).toBe(404);
  });

  test('[C92] each version bears the name and the time of who made it', async () => {
    onlyHere('a clock that can be moved');
    const { call, site, as, setNow } = contract;
    const list = await newList(call, site);
    await newItem(call, list, {});
    setNow(new Date('2023-08-26T07:00:01Z'));
    await (
      await as(member)
    )('PATCH', `${list}/items/1/fields`, { Title: 'hers' });
    setNow(new Date('2023-08-25T09:30:15.859Z'));
    const rows = (await call('GET', `${list}/items/1/versions`)).rows();
    const signed = rows.map((row) => [
      part(row, 'lastModifiedBy', 'user', 'id'),
      part(row, 'lastModifiedDateTime'),
    ]);
    expect(signed).toEqual([
      [member.id, '2023-08-26T07:00:01Z'],
      [owner.id, '2023-08-25T09:30:15Z'],
    ]);
  });

  test('[C93] $expand=fields shows what stood in a version, and one version can be read', async () => {
    const { call } = contract;
    const list = await changedTwice();
    const rows = (await call('GET', `${list}/items/1/versions?$expand=fields`)).rows();
    expect(rows.map((row) => part(row, 'fields', 'Title'))).toEqual(['three', 'two', 'one']);
    expect(rows.map((row) => part(row, 'fields', 'Place'))).toEqual([undefined, 'here', 'here']);
    const one = await call('GET', `${list}/items/1/versions/1.0?$expand=fields`);
    expect([one.text('id'), one.text('fields', 'Title')]).toEqual(['1.0', 'one']);
    for (const version of ['4.0', '1', 'none'])
      expect((await call('GET', `${list}/items/1/versions/${version}`)).status).toBe(404);
  });

  test('[C93] a column that has gone is gone from the versions too', async () => {
    onlyHere('what becomes of it in reality is not known');
    const { call } = contract;
    const list = await changedTwice();
    await call('DELETE', `${list}/columns/Place`);
    const rows = (await call('GET', `${list}/items/1/versions?$expand=fields`)).rows();
    for (const row of rows) expect(part(row, 'fields')).not.toHaveProperty('Place');
  });

  test('[C94] _UIVersionString follows the version', async () => {
    const { call } = contract;
    const list = await changedTwice();
    expect((await call('GET', `${list}/items/1/fields`)).text('_UIVersionString')).toBe('3.0');
  });

  test('[C95] a list that keeps no versions has only the present one; its eTag grows all the same', async () => {
    onlyHere('Graph has no call that switches versions off');
    const { call } = contract;
    const list = await changedTwice();
    const before = (await call('GET', `${list}/items/1`)).text('eTag');
    contract.standin().setVersioning(idOf(list), false);
    const changed = await call('PATCH', `${list}/items/1/fields`, { Title: 'four' });
    expect(changed.text('_UIVersionString')).toBe('3.0');
    expect(changed.text('@odata.etag')).not.toBe(before);
    const titles = async () =>
      (await call('GET', `${list}/items/1/versions?$expand=fields($select=Title)`))
        .rows()
        .map((row) => [part(row, 'id'), part(row, 'fields', 'Title')]);
    expect(await titles()).toEqual([
      ['3.0', 'four'],
      ['2.0', 'two'],
      ['1.0', 'one'],
    ]);
    contract.standin().setVersioning(idOf(list), true);
    await call('PATCH', `${list}/items/1/fields`, { Title: 'five' });
    expect((await titles())[0]).toEqual(['4.0', 'five']);
    await newItem(call, list, { Title: 'other' });
    expect((await call('GET', `${list}/items/2/versions`)).rows()).toHaveLength(1);
  });

  test('[C96] fifty versions are kept', async () => {
    onlyHere('a tenant has settings of its own');
    const { call, site } = contract;
    const list = await newList(call, site);
    await newItem(call, list, { Title: '1' });
    for (let version = 2; version <= 53; version += 1)
      await call('PATCH', `${list}/items/1/fields`, { Title: String(version) });
    const ids = (await call('GET', `${list}/items/1/versions`)).rows().map((row) => part(row, 'id'));
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([50, '53.0', '4.0']);
  });

  test('[C97] restoring a version is 501', async () => {
    onlyHere('what the stand-in leaves out');
    const list = await changedTwice();
    const answer = await contract.call('POST', `${list}/items/1/versions/1.0/restoreVersion`);
    expect([answer.status, answer.text('error', 'code')]).toEqual([501, 'notImplemented']);
  });
});
