import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callTo, part } from './call.ts';
import { newItem, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { member, owner, visitor } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

async function usersList(): Promise<string> {
  const { call, site } = contract;
  const lists = (await call('GET', `${site}/lists?$select=id,name,displayName,list,system`)).rows();
  const found = lists.find((list) => part(list, 'name') === 'users');
  expect(found).toMatchObject({ system: {}, list: { hidden: true } });
  return `${site}/lists/${String(part(found, 'id'))}`;
}

describe("SharePoint's own lists", () => {
  test('[C89] a list with the system facet shows only where $select names system', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const names = async (query: string) =>
      (await call('GET', `${site}/lists${query}`)).rows().map((row) => part(row, 'name'));
    expect(await names('')).not.toContain('users');
    expect(await names('?$select=id,name')).not.toContain('users');
    expect(await names('?$select=name,system')).toContain('users');
    const own = await call('GET', `${site}/lists?$select=id,system`);
    const ordinary = own.rows().find((row) => list.endsWith(String(part(row, 'id'))));
    expect(ordinary).not.toHaveProperty('system');
  });

  test('[C90] the list `users` tells whose number a LookupId is', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const author = (await newItem(call, list, {})).text('fields', 'AuthorLookupId');
    const users = await usersList();
    const me = await call('GET', `${users}/items/${author}?$expand=fields`);
    expect(part(me.body, 'fields')).toMatchObject({
      Title: contract.facts.owner.name,
      EMail: contract.facts.owner.mail,
      ContentType: 'Person',
    });
  });

  test('[C90] only owners read it, and nobody writes to it', async () => {
    onlyHere('who may read it in reality differs');
    const { call, origin, token, as } = contract;
    const users = await usersList();
    const rows = (await call('GET', `${users}/items?$expand=fields($select=EMail)`)).rows();
    expect(rows.map((row) => part(row, 'fields', 'EMail'))).toEqual([owner.mail, member.mail, visitor.mail]);
    const people = contract.standin().directory();
    if (!people) throw new Error('no directory');
    const moved = people.people.map((person) =>
      person.id === member.id ? { ...person, name: 'Eva Berg' } : person,
    );
    contract.standin().setDirectory({ ...people, people: moved });
    const renamed = await call('GET', `${users}/items?$expand=fields($select=Title)`);
    expect(renamed.rows().map((row) => part(row, 'fields', 'Title'))).toContain('Eva Berg');
    for (const person of [member, visitor]) {
      expect((await (await as(person))('GET', `${users}/items`)).status).toBe(403);
    }
    const unguarded = callTo(origin, await token(owner));
    for (const [method, path, body] of [
      ['POST', '/items', { fields: { Title: 'x' } }],
      ['PATCH', '/items/7/fields', { Title: 'x' }],
      ['DELETE', '/items/7', undefined],
      ['POST', '/columns', { name: 'X', text: {} }],
      ['DELETE', '', undefined],
    ] as const) {
      expect((await unguarded(method, `${users}${path}`, body)).status).toBe(403);
    }
  });
});

describe('a list and its items', () => {
  test("[C91] an item's write is its list's too: eTag and lastModifiedDateTime", async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    const etags = new Set<string>();
    const look = async () => {
      const seen = await call('GET', list);
      etags.add(seen.text('eTag'));
      return seen.text('lastModifiedDateTime');
    };
    await look();
    await newItem(call, list, {});
    await look();
    await call('PATCH', `${list}/items/1/fields`, { Title: 'a' });
    await look();
    await call('DELETE', `${list}/items/1`);
    await look();
    expect(etags.size).toBe(4);
  });

  test('[C91] lastModifiedDateTime is that of the latest write', async () => {
    onlyHere('a clock that can be moved');
    const { call, site, setNow } = contract;
    const list = await newList(call, site);
    setNow(new Date('2023-09-01T08:00:00Z'));
    await newItem(call, list, {});
    setNow(new Date('2023-09-02T08:00:00Z'));
    expect((await call('GET', list)).text('lastModifiedDateTime')).toBe('2023-09-01T08:00:00Z');
    await call('DELETE', `${list}/items/1`);
    expect((await call('GET', list)).text('lastModifiedDateTime')).toBe('2023-09-02T08:00:00Z');
  });
});
