import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Graph, setupScopes } from '../../src/graph/client.ts';
import { findSite, listsOf } from '../../src/lists/addresses.ts';
import { listNames, lists } from '../../src/lists/lists.ts';
import { provision } from '../../src/lists/provision.ts';
import { listsWithoutVersions } from '../../src/lists/versionCheck.ts';
import { openTenant, type Tenant } from '../tenant.ts';

let tenant: Tenant;
let owner: Graph;
const look = () => listsWithoutVersions(owner, tenant.configuration.site);

beforeEach(async () => {
  tenant = openTenant();
  owner = tenant.graphFor(tenant.people.owner, setupScopes);
  await provision(owner, tenant.configuration.site);
});
afterEach(() => tenant.close());

async function idOf(name: string): Promise<string> {
  const site = await findSite(owner, tenant.configuration.site);
  return (await listsOf(owner, site)).find(({ displayName }) => displayName === name)?.id ?? '';
}

async function itemsOf(name: string): Promise<string> {
  return `${await findSite(owner, tenant.configuration.site)}/lists/${await idOf(name)}/items`;
}

const keepsNone = async (name: string) => tenant.graph.setVersioning(await idOf(name), false);

/** A row that somebody has written twice. */
async function writtenTwice(name: string): Promise<void> {
  const path = await itemsOf(name);
  const { id } = (await owner.post(path, { fields: { Title: 'Ett', Key: 'ett' } })) as { id: string };
  await owner.patch(`${path}/${id}/fields`, { Title: 'Två' });
}

describe('[L4] whether the lists keep versions', () => {
  it('is looked for by two writes to a row that no screen shows, made once and written again', async () => {
    expect(await look()).toEqual([]);
    expect(await look()).toEqual([]);
    const { value } = (await owner.get(`${await itemsOf('Settings')}?$expand=fields`)) as {
      value: { fields: Record<string, unknown> }[];
    };
    expect(value.map(({ fields }) => fields)).toMatchObject([{ Key: 'kaskad-versions', Removed: true }]);
  });

  it('is told of a list by its own rows, where somebody has written one twice', async () => {
    await writtenTwice('Activities');
    await keepsNone('Goals');
    await writtenTwice('Goals');
    expect(await look()).toEqual(['Goals']);
  });

  it('is seen when it is turned off later, also where older versions are still there', async () => {
    expect(await look()).toEqual([]);
    await keepsNone('Settings');
    expect(await look()).toContain('Settings');
  });

  it('is taken from the settings for lists in which nobody has written twice', async () => {
    await writtenTwice('Activities');
    await keepsNone('Settings');
    const names = listNames.map((list) => lists[list].name);
    expect(await look()).toEqual(names.filter((name) => name !== 'Activities'));
  });
});
