import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { part } from './call.ts';
import { newItem, newList, shelf } from './lists.ts';
import { named } from './ownLists.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

describe('lists', () => {
  test('[C4] a new list is answered as recorded', async () => {
    const { call, site, facts } = contract;
    const displayName = named('Goals');
    const answer = await call('POST', `${site}/lists`, {
      displayName,
      list: { template: 'genericList' },
    });
    expect(answer.status).toBe(201);
    const id = answer.text('id');
    const siteId = site.replace('/sites/', '');
    expect(answer.body).toEqual({
      '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#sites('${encodeURIComponent(siteId)}')/lists/$entity`,
      '@odata.etag': `"${id},1"`,
      createdDateTime: facts.moment,
      description: '',
      eTag: `"${id},1"`,
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      lastModifiedDateTime: facts.moment,
      name: displayName,
      webUrl: `${facts.address}/Lists/${displayName}`,
      displayName,
      createdBy: {
        user: { email: facts.owner.mail, id: facts.owner.id, displayName: facts.owner.name },
      },
      parentReference: { siteId },
      list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
    });
  });

  test("[C5] a list's name is the server's: sending one is refused", async () => {
    const { call, site } = contract;
    const answer = await call('POST', `${site}/lists`, { displayName: named('Named'), name: 'Named' });
    expect(answer.refusal()).toBe(
      "400 invalidRequest: Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  });

  test('[C6] a second list of the same name is 409, whatever the case', async () => {
    const { call, site } = contract;
    await call('POST', `${site}/lists`, { displayName: named('Åtgärder') });
    const again = await call('POST', `${site}/lists`, { displayName: named('åtgärder') });
    expect(again.status).toBe(409);
    expect(again.text('error', 'code')).toBe('nameAlreadyExists');
  });

  test('[C7] a list is found by its id and by its displayName', async () => {
    const { call, site } = contract;
    const made = await call('POST', `${site}/lists`, { displayName: named('Stage Goals') });
    const name = encodeURIComponent(named('Stage Goals'));
    for (const key of [made.text('id'), name, name.toLowerCase()]) {
      expect((await call('GET', `${site}/lists/${key}`)).text('id')).toBe(made.text('id'));
    }
    const absent = await call('GET', `${site}/lists/Nothing`);
    expect(absent.status).toBe(404);
    expect(absent.text('error', 'code')).toBe('itemNotFound');
  });

  test('[C8] lists are paged, and filtered on displayName only', async () => {
    const { call, site } = contract;
    const names = ['Page A', 'Page B', "Page's C"].map(named);
    for (const displayName of names) await call('POST', `${site}/lists`, { displayName });
    const seen: unknown[] = [];
    let path = `${site}/lists?$top=2&$select=displayName`;
    while (path !== '') {
      const page = await call('GET', path);
      expect(page.rows().length).toBeLessThanOrEqual(2);
      seen.push(...page.rows().map((row) => part(row, 'displayName')));
      const next = part(page.body, '@odata.nextLink');
      path = typeof next === 'string' ? next.replace('https://graph.microsoft.com/v1.0', '') : '';
    }
    expect(seen).toEqual(expect.arrayContaining(names));
    expect(new Set(seen).size).toBe(seen.length);

    const one = await call('GET', `${site}/lists?$filter=displayName eq '${named("Page''s C")}'`);
    expect(one.rows().map((row) => part(row, 'displayName'))).toEqual([named("Page's C")]);
    const refused = await call('GET', `${site}/lists?$filter=startswith(displayName,'Page')`);
    expect(refused.refusal()).toBe('400 invalidRequest: The provided filter statement is not supported');
  });

  test('[C9] $expand=columns brings the columns along', async () => {
    const { call, site } = contract;
    const list = await newList(call, site, [shelf]);
    const one = await call('GET', `${list}?$expand=columns`);
    const columns = part(one.body, 'columns');
    expect(columns).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Shelf', indexed: true })]),
    );
    const all = await call('GET', `${site}/lists?$expand=columns&$select=id`);
    expect(all.rows().every((row) => Array.isArray(part(row, 'columns')))).toBe(true);
    expect((await call('GET', list)).body).not.toHaveProperty('columns');
  });

  test('[C10] a renamed list keeps its address, and its eTag grows', async () => {
    const { call, site, facts } = contract;
    const made = await call('POST', `${site}/lists`, { displayName: named('Before') });
    const list = `${site}/lists/${made.text('id')}`;
    const renamed = await call('PATCH', list, {
      displayName: named('After'),
      description: 'Words',
    });
    expect(renamed.status).toBe(200);
    expect(renamed.body).toMatchObject({
      displayName: named('After'),
      description: 'Words',
      name: named('Before'),
      webUrl: `${facts.address}/Lists/${named('Before')}`,
      eTag: `"${made.text('id')},2"`,
    });
    expect((await call('PATCH', list, { displayName: named('After') })).status).toBe(200);
    await newList(call, site);
    const other = await call('POST', `${site}/lists`, { displayName: named('Other') });
    expect(
      (await call('PATCH', `${site}/lists/${other.text('id')}`, { displayName: named('AFTER') })).status,
    ).toBe(409);
  });

  test('[C11] a deleted list is gone with its items', async () => {
    const { call, site } = contract;
    const list = await newList(call, site);
    await newItem(call, list, { Title: 'x' });
    const answer = await call('DELETE', list);
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    expect((await call('GET', list)).status).toBe(404);
    expect((await call('GET', `${list}/items/1`)).status).toBe(404);
    expect((await call('DELETE', list)).status).toBe(404);
    const next = await newList(call, site);
    expect((await call('GET', `${next}/items`)).rows()).toEqual([]);
    expect((await newItem(call, next, {})).text('id')).toBe('1');
  });
});
