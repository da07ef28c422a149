import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callTo, part, type Call } from './call.ts';
import { newItem, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { clientId, member, owner, visitor } from './people.ts';
import { startContract, type Contract } from './server.ts';

const why = 'grants change who may do what on the site';
const denied = '403 accessDenied: Access denied';
const everything = ['User.Read', 'Sites.FullControl.All'];
const application = { id: clientId, displayName: 'Contract' };

let contract: Contract;
let admin: Call;
beforeAll(async () => {
  contract = await startContract();
  admin = callTo(contract.origin, await contract.token(owner, everything).catch(() => ''));
});
afterAll(() => contract.close());

const selected = (scope = 'Sites.Selected') => contract.as(member, [scope]);

async function grantSite(role: string): Promise<string> {
  const answer = await admin('POST', `${contract.site}/permissions`, {
    roles: [role],
    grantedToIdentities: [{ application }],
  });
  expect(answer.status).toBe(201);
  return answer.text('id');
}

async function statusesOf(call: Call, list: string): Promise<number[]> {
  const seen: number[] = [];
  for (const [method, path, body] of [
    ['GET', contract.site, undefined],
    ['GET', `${list}/items`, undefined],
    ['POST', `${list}/items`, { fields: {} }],
    ['PATCH', list, { description: 'x' }],
  ] as const) {
    seen.push((await call(method, path, body)).status);
  }
  return seen;
}

describe('what an administrator grants an app', () => {
  test('[C121] Sites.Selected opens what the grant of the site says, and no more than the person may', async () => {
    onlyHere(why);
    const list = await newList(contract.call, contract.site);
    const asMember = await selected();
    const asOwner = await contract.as(owner, ['Sites.Selected']);
    const asVisitor = await contract.as(visitor, ['Sites.Selected']);
    expect(await statusesOf(asMember, list)).toEqual([403, 403, 403, 403]);
    await grantSite('read');
    expect(await statusesOf(asMember, list)).toEqual([200, 200, 403, 403]);
    await grantSite('write');
    expect(await statusesOf(asMember, list)).toEqual([200, 200, 201, 403]);
    expect(await statusesOf(asOwner, list)).toEqual([200, 200, 201, 403]);
    expect(await statusesOf(asVisitor, list)).toEqual([200, 200, 403, 403]);
    const id = await grantSite('fullcontrol');
    expect(await statusesOf(asOwner, list)).toEqual([200, 200, 201, 200]);
    expect(await statusesOf(asMember, list)).toEqual([200, 200, 201, 403]);
    // What was granted to this app, no other has; and no list's scope opens it.
    expect(await statusesOf(await selected('Lists.SelectedOperations.Selected'), list)).toEqual([
      403, 403, 403, 403,
    ]);
    expect((await admin('DELETE', `${contract.site}/permissions/${id}`)).status).toBe(204);
    expect(await statusesOf(asMember, list)).toEqual([403, 403, 403, 403]);
  });

  test('[C122] Lists.SelectedOperations.Selected opens the granted list and nothing beside it', async () => {
    onlyHere(why);
    const { call, site } = contract;
    const [list, other] = [await newList(call, site), await newList(call, site)];
    const as = await selected('Lists.SelectedOperations.Selected');
    const grant = { roles: ['write'], grantedToV2: { application } };
    expect((await admin('POST', `${list}/permissions`, grant)).status).toBe(201);
    expect(await statusesOf(as, list)).toEqual([403, 200, 201, 403]);
    expect(await statusesOf(as, other)).toEqual([403, 403, 403, 403]);
    expect((await as('GET', `${list}/items/1?$expand=fields`)).status).toBe(200);
    expect((await as('GET', `${list}/items/delta`)).status).toBe(200);
    expect((await as('GET', `${site}/lists`)).refusal()).toBe(denied);
    expect((await (await selected())('GET', `${list}/items`)).status).toBe(403);
    await call('DELETE', list);
    expect((await as('GET', `${list}/items`)).status).toBe(403);
  });

  test('[C123] a grant of the site is answered as documented, can be read, changed and taken back', async () => {
    onlyHere(why);
    const permissions = `${contract.site}/permissions`;
    const made = await admin('POST', permissions, {
      roles: ['write'],
      grantedToIdentities: [{ application }],
    });
    const identities = [{ application }];
    const shape = {
      id: made.text('id'),
      roles: ['write'],
      grantedToIdentities: identities,
      grantedToIdentitiesV2: identities,
    };
    expect([made.status, made.body]).toEqual([201, expect.objectContaining(shape)]);
    expect((await admin('GET', permissions)).rows()).toEqual([expect.objectContaining(shape)]);
    const one = `${permissions}/${made.text('id')}`;
    const changed = await admin('PATCH', one, { roles: ['read'] });
    expect([changed.status, part(changed.body, 'roles')]).toEqual([200, ['read']]);
    expect(part((await admin('GET', one)).body, 'roles')).toEqual(['read']);
    for (const wrong of [
      { roles: ['write'] },
      { roles: [], grantedToIdentities: identities },
      { roles: ['king'], grantedToIdentities: identities },
      { roles: ['write'], grantedToIdentities: [{ application: { id: 'me' } }] },
    ]) {
      expect((await admin('POST', permissions, wrong)).status).toBe(400);
    }
    expect((await admin('DELETE', one)).status).toBe(204);
    expect((await admin('GET', one)).status).toBe(404);
  });

  test('[C123] granting takes Sites.FullControl.All and an owner', async () => {
    onlyHere(why);
    const body = { roles: ['write'], grantedToIdentities: [{ application }] };
    for (const refused of [
      contract.call,
      await contract.as(member, everything),
      await contract.as(owner, ['Sites.Selected']),
    ]) {
      expect((await refused('POST', `${contract.site}/permissions`, body)).refusal()).toBe(denied);
      expect((await refused('GET', `${contract.site}/permissions`)).refusal()).toBe(denied);
    }
  });

  test('[C124] a list is granted to apps only: "Can\'t create list permission for a user."', async () => {
    onlyHere(why);
    const { call, site } = contract;
    const list = await newList(call, site);
    const user = { roles: ['write'], grantedToV2: { user: { id: member.id } } };
    expect((await admin('POST', `${list}/permissions`, user)).refusal()).toBe(
      "400 invalidRequest: Can't create list permission for a user.",
    );
    const body = { roles: ['read'], grantedToV2: { application } };
    const made = await admin('POST', `${list}/permissions`, body);
    expect(made.body).toMatchObject({ id: expect.any(String), ...body });
    expect(made.body).not.toHaveProperty('grantedToIdentities');
    // An app that owns the site by grant may grant its lists too.
    const app = await contract.as(owner, ['Sites.Selected']);
    expect((await app('POST', `${list}/permissions`, body)).refusal()).toBe(denied);
    const id = await grantSite('owner');
    expect((await app('POST', `${list}/permissions`, body)).status).toBe(201);
    await admin('DELETE', `${site}/permissions/${id}`);
  });
});

describe('a list whose inheritance is broken', () => {
  test('[C120] members read it, only owners write; the rest of the site is as it was', async () => {
    onlyHere('Graph has no call that breaks inheritance for people');
    const { call, site, as } = contract;
    const [list, other] = [await newList(call, site), await newList(call, site)];
    await newItem(call, list, {});
    contract.standin().restrictList(list.split('/').at(-1) ?? '', 'ownersWrite');
    const asMember = await as(member);
    expect((await asMember('GET', `${list}/items`)).rows()).toHaveLength(1);
    for (const [method, path, body] of [
      ['POST', '/items', { fields: {} }],
      ['PATCH', '/items/1', { fields: {} }],
      ['PATCH', '/items/1/fields', { Title: 'x' }],
      ['DELETE', '/items/1', undefined],
    ] as const) {
      expect((await asMember(method, `${list}${path}`, body)).refusal()).toBe(denied);
    }
    expect((await asMember('POST', `${other}/items`, { fields: {} })).status).toBe(201);
    expect((await call('POST', `${list}/items`, { fields: {} })).status).toBe(201);
    contract.standin().restrictList(list.split('/').at(-1) ?? '', 'inherited');
    expect((await asMember('POST', `${list}/items`, { fields: {} })).status).toBe(201);
  });
});
