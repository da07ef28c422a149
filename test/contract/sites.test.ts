import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onlyHere } from './onlyHere.ts';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

describe('sites', () => {
  test('[C1] a site is found by host and path, with or without a closing colon', async () => {
    const { call, site, facts } = contract;
    const found = `/sites/${facts.hostname}:${facts.path}`;
    for (const address of [found, `${found}:`]) {
      const answer = await call('GET', address);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#sites/$entity',
        id: site.replace('/sites/', ''),
        name: facts.path.split('/').at(-1),
        displayName: facts.title,
        webUrl: facts.address,
        siteCollection: { hostname: facts.hostname },
      });
    }
  });

  test('[C2] the id is a triple of host and two guids, and opens the site', async () => {
    const { call, site, facts } = contract;
    const [host, ...guids] = site.replace('/sites/', '').split(',');
    expect(host).toBe(facts.hostname);
    expect(guids).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), expect.stringMatching(/^[\da-f-]{36}$/)]);
    expect((await call('GET', site)).text('displayName')).toBe(facts.title);
  });

  test('[C2] the id is the same after a restart', async () => {
    onlyHere('a restart');
    const { site } = contract;
    const restarted = await startContract();
    expect(restarted.site).toBe(site);
    await restarted.close();
  });

  test('[C3] an unknown site is 404 itemNotFound', async () => {
    const { call, facts } = contract;
    const absent = '00000000-0000-4000-8000-000000000000';
    for (const path of [
      `/sites/${facts.hostname}:/sites/other`,
      `/sites/other.sharepoint.example:${facts.path}`,
      `/sites/${facts.hostname},${absent},${absent}`,
      `/sites/${facts.hostname},${absent},${absent}/lists`,
    ]) {
      expect((await call('GET', path)).refusal()).toBe('404 itemNotFound: Requested site could not be found');
    }
  });

  test('[C46] $select narrows a site to what is named', async () => {
    const { call, site } = contract;
    const answer = await call('GET', `${site}?$select=id,displayName`);
    expect(Object.keys(answer.body ?? {}).toSorted()).toEqual(['@odata.context', 'displayName', 'id']);
  });
});
