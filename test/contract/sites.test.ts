import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startContract, type Contract } from './server.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

describe('sites', () => {
  test('[C1] a site is found by host and path, with or without a closing colon', async () => {
    const { call, site } = contract;
    for (const address of [
      '/sites/region.sharepoint.example:/sites/goals',
      '/sites/region.sharepoint.example:/sites/goals:',
    ]) {
      const answer = await call('GET', address);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#sites/$entity',
        id: site.replace('/sites/', ''),
        name: 'goals',
        displayName: 'Goals',
        webUrl: 'https://region.sharepoint.example/sites/goals',
        siteCollection: { hostname: 'region.sharepoint.example' },
      });
    }
  });

  test('[C2] the id is a triple of host and two guids, and opens the same site after a restart', async () => {
    const { call, site } = contract;
    expect(site).toMatch(/^\/sites\/region\.sharepoint\.example,[\da-f-]{36},[\da-f-]{36}$/);
    expect((await call('GET', site)).text('displayName')).toBe('Goals');
    const restarted = await startContract();
    expect(restarted.site).toBe(site);
    await restarted.close();
  });

  test('[C3] an unknown site is 404 itemNotFound', async () => {
    const { call } = contract;
    const absent = '00000000-0000-4000-8000-000000000000';
    for (const path of [
      '/sites/region.sharepoint.example:/sites/other',
      '/sites/other.sharepoint.example:/sites/goals',
      `/sites/region.sharepoint.example,${absent},${absent}`,
      `/sites/region.sharepoint.example,${absent},${absent}/lists`,
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
