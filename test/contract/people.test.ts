import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directory, member, outsider, owner, visitor } from './people.ts';
import { part } from './call.ts';
import { isTenantRun, onlyHere } from './onlyHere.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
  if (isTenantRun) return;
  // Enough people for more than one page, and names to search among.
  const more = Array.from({ length: 120 }, (_, at) => ({
    id: `7b1f0c00-0000-4000-8000-00000000${String(1000 + at)}`,
    name: at === 7 ? 'Åsa Öberg-Lind' : at === 8 ? 'Anna McEva' : `Person Nummer${at}`,
    mail: `p${at}@site.example`,
    siteRole: 'member' as const,
  }));
  contract.standin().setDirectory({ ...directory, people: [...directory.people, ...more] });
});
afterAll(() => contract.close());

const eventual = { ConsistencyLevel: 'eventual' };
const reader = () => contract.as(member, ['User.ReadBasic.All']);
const search = (text: string) => `/users?$select=displayName&$search=${encodeURIComponent(text)}`;
const groupId = `6b61736b${directory.tenantId.slice(8)}`;

describe('users', () => {
  test('[C170] a user is found by object id and by principal name', async () => {
    onlyHere('people of the stand-in');
    const call = await reader();
    for (const key of [visitor.id, visitor.id.toUpperCase(), visitor.mail, 'OLOF@site.example']) {
      const found = await call('GET', `/users/${key}`);
      expect(found.body).toMatchObject({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
        id: visitor.id,
        displayName: 'Olof Wiklund',
        givenName: 'Olof',
        surname: 'Wiklund',
        mail: visitor.mail,
        userPrincipalName: visitor.mail,
      });
    }
    const some = await call('GET', `/users/${visitor.id}?$select=id,displayName`);
    expect(Object.keys(Object(some.body))).toEqual(['@odata.context', 'displayName', 'id']);
  });

  test('[C171] an unknown user or group is 404 Request_ResourceNotFound', async () => {
    onlyHere('tokens of chosen scopes');
    const everything = await contract.as(owner, ['User.Read.All', 'Group.Read.All']);
    const sentence = `Resource '${outsider.id}' does not exist or one of its queried reference-property objects are not present.`;
    for (const path of [
      `/users/${outsider.id}`,
      `/groups/${outsider.id}/members`,
      `/users/${outsider.id}/photo/$value`,
    ])
      expect((await everything('GET', path)).refusal()).toBe(`404 Request_ResourceNotFound: ${sentence}`);
  });

  test('[C172] $search without ConsistencyLevel: eventual is 400 with Graph’s sentence', async () => {
    onlyHere('tokens of chosen scopes');
    const call = await reader();
    expect((await call('GET', search('"displayName:eva"'))).refusal()).toBe(
      "400 Request_UnsupportedQuery: Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  });

  test('[C173] $search finds names by the beginnings of their words, and other properties by their own', async () => {
    onlyHere('people of the stand-in');
    const call = await reader();
    const found = async (text: string) => {
      const answer = await call('GET', search(text), undefined, eventual);
      return answer.rows().map((row) => part(row, 'displayName'));
    };
    expect(await found('"displayName:eva"')).toEqual(['Eva Strand', 'Anna McEva']);
    expect(await found('"displayName:strand EVA"')).toEqual(['Eva Strand']);
    expect(await found('"displayName:åsa lind"')).toEqual(['Åsa Öberg-Lind']);
    expect(await found('"displayName:trand"')).toEqual([]);
    expect(await found('"displayName:olof" OR "mail:eva@"')).toEqual(['Eva Strand', 'Olof Wiklund']);
    expect(await found('"displayName:olof" AND "mail:eva@"')).toEqual([]);
    for (const wrong of ['displayName:eva', '"eva"', '"nothing:eva"', '"displayName:eva'])
      expect((await call('GET', search(wrong), undefined, eventual)).refusal()).toMatch(/^400 BadRequest/);
  });

  test('[C174] users come in pages of 100; $top reaches 999; $count takes ConsistencyLevel', async () => {
    onlyHere('people of the stand-in');
    const call = await reader();
    const sizes: number[] = [];
    const seen = new Set<unknown>();
    let path = '/users?$count=true&$select=id';
    while (path !== '') {
      const page = await call('GET', path, undefined, eventual);
      expect(part(page.body, '@odata.count')).toBe(123);
      sizes.push(page.rows().length);
      for (const row of page.rows()) seen.add(part(row, 'id'));
      const next = part(page.body, '@odata.nextLink');
      path = typeof next === 'string' ? next.replace('https://graph.microsoft.com/v1.0', '') : '';
    }
    expect([sizes, seen.size]).toEqual([[100, 23], 123]);
    expect((await call('GET', '/users?$top=2')).rows()).toHaveLength(2);
    expect((await call('GET', '/users?$count=true&$top=1')).body).not.toHaveProperty(['@odata.count']);
    expect((await call('GET', '/users?$top=1000')).refusal()).toMatch(/^400/);
    expect((await call('GET', "/users?$filter=displayName eq 'x'")).refusal()).toMatch(/^501/);
  });

  test('[C175] others take User.ReadBasic.All; without it 403 Authorization_RequestDenied', async () => {
    onlyHere('tokens of chosen scopes');
    const call = await contract.as(member, ['User.Read', 'Sites.ReadWrite.All']);
    const denied = '403 Authorization_RequestDenied: Insufficient privileges to complete the operation.';
    for (const path of [
      '/users',
      `/users/${owner.id}`,
      `/users/${owner.id}/photo/$value`,
      `/groups/${groupId}/members`,
    ])
      expect((await call('GET', path)).refusal()).toBe(denied);
    expect((await call('GET', `/users/${member.id}`)).text('displayName')).toBe('Eva Strand');
  });

  test('[C176] User.ReadBasic.All shows no job title of others; User.Read.All does', async () => {
    onlyHere('tokens of chosen scopes');
    const basic = await (await reader())('GET', `/users/${owner.id}`);
    expect(basic.body).toMatchObject({ displayName: owner.name, jobTitle: null });
    const whole = await (await contract.as(member, ['User.Read.All']))('GET', `/users/${owner.id}`);
    expect(whole.text('jobTitle')).toBe('Strateg');
  });

  test('[C177] the members of the team’s group are users, without those who only visit the site', async () => {
    onlyHere('a group of the stand-in');
    const call = await contract.as(member, ['GroupMember.Read.All', 'User.ReadBasic.All']);
    const page = await call('GET', `/groups/${groupId}/members?$select=id,displayName&$top=2`);
    expect(page.rows()).toEqual([
      { '@odata.type': '#microsoft.graph.user', displayName: owner.name, id: owner.id },
      { '@odata.type': '#microsoft.graph.user', displayName: member.name, id: member.id },
    ]);
    expect(page.text('@odata.nextLink')).toContain(`/groups/${groupId}/members?`);
    const all = await call('GET', `/groups/${groupId}/members?$top=999`);
    expect(all.rows().map((row) => part(row, 'id'))).not.toContain(visitor.id);
  });

  test('[C178] a photo is an image, or 404 ImageNotFound, as for most', async () => {
    onlyHere('a photo of the stand-in');
    const { origin } = contract;
    const headers = { authorization: `Bearer ${await contract.token(owner)}` };
    const own = await fetch(`${origin}/v1.0/me/photo/$value`, { headers });
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await own.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const call = await contract.as(owner, ['User.ReadBasic.All']);
    expect((await call('GET', `/users/${member.id}/photo/$value`)).refusal()).toBe(
      "404 ImageNotFound: The photo wasn't found.",
    );
  });
});
