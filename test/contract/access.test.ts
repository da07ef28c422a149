import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokens } from '../../standin/tokens.ts';
import { callTo } from './call.ts';
import { newItem, newList } from './lists.ts';
import { onlyHere } from './onlyHere.ts';
import { named } from './ownLists.ts';
import { clientId, directory, member, outsider, owner, secret, visitor } from './people.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

const denied = '403 accessDenied: Access denied';

describe('who may do what', () => {
  test('[C71] /me is the person of the token, in the shape of a Graph user', async () => {
    const { call, facts } = contract;
    const whole = await call('GET', '/me');
    expect(whole.body).toMatchObject({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      businessPhones: expect.any(Array),
      displayName: facts.owner.name,
      mail: facts.owner.mail,
      id: facts.owner.id,
    });
    const names = Object.keys(Object(whole.body)).filter((name) => !name.startsWith('@'));
    expect(names.toSorted()).toEqual([
      'businessPhones',
      'displayName',
      'givenName',
      'id',
      'jobTitle',
      'mail',
      'mobilePhone',
      'officeLocation',
      'preferredLanguage',
      'surname',
      'userPrincipalName',
    ]);
    const narrow = await call('GET', '/me?$select=id,jobTitle');
    expect(narrow.text('id')).toBe(facts.owner.id);
    expect(narrow.body).toHaveProperty('jobTitle');
    expect(narrow.body).not.toHaveProperty('mail');
  });

  test('[C71] /me takes User.Read', async () => {
    onlyHere('tokens of chosen scopes');
    const { call } = contract;
    expect((await call('GET', '/me')).body).toMatchObject({
      givenName: 'Ingrid',
      surname: 'Sandell',
      jobTitle: 'Strateg',
      mobilePhone: null,
      userPrincipalName: 'ingrid@site.example',
    });
    const as = await contract.as(owner, ['Sites.Manage.All']);
    expect((await as('GET', '/me')).refusal()).toBe(denied);
  });

  test('[C72] without a valid token everything is 401 InvalidAuthenticationToken', async () => {
    const { origin, anonymous, site } = contract;
    const good = await contract.token(owner);
    const person = { person: owner, tenantId: directory.tenantId, clientId, scopes: ['User.Read'] };
    const forged = await createTokens('another secret').issue(person);
    const own = await createTokens(secret).issue(person);
    const callers = [
      anonymous,
      callTo(origin, 'nonsense'),
      callTo(origin, forged.accessToken),
      // The signature's first letter: its last one holds bits that mean nothing.
      callTo(
        origin,
        good.replace(/[^.](?=[^.]*$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
      ),
      // An id token is meant for the app, not for Graph.
      callTo(origin, own.idToken),
    ];
    for (const call of callers) {
      for (const path of ['/me', site, '/nothing']) {
        const answer = await call('GET', path);
        expect([answer.status, answer.text('error', 'code')]).toEqual([401, 'InvalidAuthenticationToken']);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
      }
    }
    const basic = await anonymous('GET', '/me', undefined, { authorization: 'Basic eDp5' });
    expect(basic.status).toBe(401);
  });

  const listWrites = (site: string, list: string) =>
    [
      ['POST', `${site}/lists`, { displayName: named('No') }],
      ['PATCH', list, { displayName: named('No') }],
      ['DELETE', list, undefined],
      ['POST', `${list}/columns`, { name: 'No', text: {} }],
      ['PATCH', `${list}/columns/Title`, { required: true }],
      ['DELETE', `${list}/columns/Title`, undefined],
    ] as const;

  test.for([member, visitor])('[C73] lists and columns take an owner, no $siteRole', async (person) => {
    const { call, site, as } = contract;
    const refused = await as(person);
    for (const [method, path, body] of listWrites(site, await newList(call, site)))
      expect((await refused(method, path, body)).refusal()).toBe(denied);
  });

  test('[C73] lists and columns take Sites.Manage.All', async () => {
    onlyHere('tokens of chosen scopes');
    const { call, site, as } = contract;
    const list = await newList(call, site);
    const refused = await as(owner, ['Sites.ReadWrite.All']);
    for (const [method, path, body] of listWrites(site, list))
      expect((await refused(method, path, body)).refusal()).toBe(denied);
    const full = await as(owner, ['Sites.FullControl.All']);
    expect((await full('DELETE', list)).status).toBe(204);
  });

  const itemWrites = (list: string) =>
    [
      ['POST', `${list}/items`, { fields: {} }],
      ['PATCH', `${list}/items/1`, { fields: {} }],
      ['PATCH', `${list}/items/1/fields`, { Title: 'x' }],
      ['DELETE', `${list}/items/1`, undefined],
    ] as const;

  test('[C74] items may be written by a member of the site', async () => {
    const { call, site, as } = contract;
    const allowed = await as(member);
    const list = await newList(call, site);
    await newItem(call, list, {});
    const statuses = [];
    for (const [method, path, body] of itemWrites(list))
      statuses.push((await allowed(method, path, body)).status);
    expect(statuses).toEqual([201, 200, 200, 204]);
  });

  test('[C74] items may not be written by a visitor', async () => {
    const { call, site, as } = contract;
    const refused = await as(visitor);
    const list = await newList(call, site);
    await newItem(call, list, {});
    for (const [method, path, body] of itemWrites(list))
      expect((await refused(method, path, body)).refusal()).toBe(denied);
  });

  test('[C74] items take Sites.ReadWrite.All', async () => {
    onlyHere('tokens of chosen scopes');
    const { call, site, as } = contract;
    const list = await newList(call, site);
    await newItem(call, list, {});
    const refused = await as(member, ['Sites.Read.All']);
    const allowed = await as(member, ['Sites.ReadWrite.All']);
    for (const [method, path, body] of itemWrites(list)) {
      expect((await refused(method, path, body)).refusal()).toBe(denied);
      expect((await allowed(method, path, body)).status).toBeLessThan(300);
    }
  });

  test('[C75] reading takes Sites.Read.All or more; Sites.Selected without a grant opens nothing', async () => {
    onlyHere('tokens of chosen scopes');
    const { call, site, as } = contract;
    const list = await newList(call, site);
    await newItem(call, list, {});
    const address = `/sites/${directory.site.hostname}:${directory.site.path}`;
    const reads = [
      address,
      site,
      `${site}/lists`,
      list,
      `${list}/columns`,
      `${list}/items`,
      `${list}/items/1`,
      `${list}/items/1/fields`,
    ];
    for (const scopes of [['User.Read'], ['Sites.Selected'], []]) {
      const refused = await as(owner, scopes);
      for (const path of reads) expect((await refused('GET', path)).refusal()).toBe(denied);
    }
    const allowed = await as(visitor, ['https://graph.microsoft.com/Sites.Read.All', 'openid']);
    for (const path of reads) expect((await allowed('GET', path)).status).toBe(200);
  });

  test('[C76] who is not in the directory, or of another tenant, is refused', async () => {
    onlyHere('another person and another tenant');
    const { origin, as } = contract;
    expect((await (await as(outsider))('GET', '/me')).refusal()).toBe(denied);
    const foreign = await createTokens(secret).issue({
      person: owner,
      tenantId: 'other',
      clientId,
      scopes: ['User.Read'],
    });
    expect((await callTo(origin, foreign.accessToken)('GET', '/me')).refusal()).toBe(denied);
  });
});
