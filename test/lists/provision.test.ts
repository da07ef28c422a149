import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/client.ts';
import { setupScopes } from '../../src/graph/client.ts';
import { findSite, listsOf } from '../../src/lists/addresses.ts';
import { columnName, listNames, lists } from '../../src/lists/lists.ts';
import { provision } from '../../src/lists/provision.ts';
import { openTenant, type Tenant } from '../tenant.ts';

let tenant: Tenant;
let owner: Graph;
const setUp = () => provision(owner, tenant.configuration.site);

beforeEach(() => {
  tenant = openTenant();
  owner = tenant.graphFor(tenant.people.owner, setupScopes);
});
afterEach(() => tenant.close());

type Column = { id: string; name: string; indexed: boolean; enforceUniqueValues: boolean; required: boolean };

async function addressOf(name: string): Promise<string> {
  const site = await findSite(owner, tenant.configuration.site);
  const found = (await listsOf(owner, site)).find(({ displayName }) => displayName === name);
  if (!found) throw new Error(`There is no list ${name}`);
  return `${site}/lists/${found.id}`;
}

async function columnsOf(name: string): Promise<Map<string, Column>> {
  const { value } = (await owner.get(`${await addressOf(name)}/columns`)) as { value: Column[] };
  return new Map(value.map((column) => [column.name, column]));
}

/** As an administrator does on the settings page, behind the product's back. */
async function byHand(method: 'PATCH' | 'DELETE', path: string, body?: object): Promise<void> {
  const token = await tenant.tokenFor(tenant.people.owner, setupScopes);
  const answer = await tenant.graph.fetch(
    new Request(`https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

const writes = () => tenant.calls.filter((call) => !call.startsWith('GET '));

describe('setting up an empty site', () => {
  it('[L1] makes every list with every column, index and rule of the declaration', async () => {
    expect(await setUp()).toEqual({ lists: listNames.map((list) => lists[list].name), columns: [] });
    expect(writes()).toHaveLength(listNames.length);
    for (const list of listNames) {
      const { name, columns } = lists[list];
      const there = await columnsOf(name);
      const indexed = Object.entries(columns)
        .filter(([, column]) => column.indexed)
        .map(([field]) => columnName(field));
      for (const field of Object.keys(columns))
        expect(there.has(columnName(field)), `${name}.${field}`).toBe(true);
      expect(there.get('Key')).toMatchObject({ indexed: true, enforceUniqueValues: true, required: true });
      expect(there.get('Removed')).toMatchObject({ indexed: false, required: false });
      const ours = new Set([...Object.keys(columns).map(columnName), 'CommandKey']);
      const found = [...there.values()].filter((column) => ours.has(column.name) && column.indexed);
      expect(found.map((column) => column.name).sort()).toEqual([...indexed, 'CommandKey'].sort());
    }
  });

  it('[L2] twice changes nothing and writes nothing', async () => {
    await setUp();
    tenant.calls.length = 0;
    expect(await setUp()).toEqual({ lists: [], columns: [] });
    expect(writes()).toEqual([]);
  });

  it('[L2] goes on after it was stopped half-way, and leaves foreign lists alone', async () => {
    const site = await findSite(owner, tenant.configuration.site);
    await owner.post(`${site}/lists`, { displayName: 'Fikalistan', list: { template: 'genericList' } });
    const description = 'Kaskad: mål';
    await owner.post(`${site}/lists`, {
      displayName: 'Goals',
      description,
      list: { template: 'genericList' },
    });
    const made = await setUp();
    expect(made.lists).toEqual(listNames.slice(1).map((list) => lists[list].name));
    expect(made.columns).toContain('Goals.Key');
    expect(made.columns).toHaveLength(3 + Object.keys(lists.goals.columns).length);
    expect(await setUp()).toEqual({ lists: [], columns: [] });
    expect((await columnsOf('Fikalistan')).has('Key')).toBe(false);
  });
});

describe('a site that somebody has changed', () => {
  beforeEach(setUp);

  it('[L3] gets a deleted column and a deleted list back', async () => {
    const activities = await addressOf('Activities');
    await byHand('DELETE', `${activities}/columns/${(await columnsOf('Activities')).get('Shelf')?.id}`);
    await byHand('DELETE', await addressOf('StageGoals'));
    expect(await setUp()).toEqual({ lists: ['StageGoals'], columns: ['Activities.Shelf'] });
    expect((await columnsOf('Activities')).get('Shelf')).toMatchObject({ indexed: true });
    expect(await setUp()).toEqual({ lists: [], columns: [] });
  });

  it('[L3] gets an index and the rule of uniqueness back', async () => {
    const units = await addressOf('Units');
    const columns = await columnsOf('Units');
    await byHand('PATCH', `${units}/columns/${columns.get('ParentKey')?.id}`, { indexed: false });
    await byHand('PATCH', `${units}/columns/${columns.get('Key')?.id}`, {
      enforceUniqueValues: false,
      indexed: false,
    });
    expect((await setUp()).columns.toSorted()).toEqual(['Units.Key', 'Units.ParentKey']);
    const mended = await columnsOf('Units');
    expect(mended.get('Key')).toMatchObject({ indexed: true, enforceUniqueValues: true });
    expect(mended.get('ParentKey')).toMatchObject({ indexed: true, enforceUniqueValues: false });
  });

  it('[L3] keeps a column that somebody added', async () => {
    await owner.post(`${await addressOf('Units')}/columns`, { name: 'Phone', text: {} });
    expect(await setUp()).toEqual({ lists: [], columns: [] });
    expect((await columnsOf('Units')).has('Phone')).toBe(true);
  });
});

describe('a site with something of somebody else’s', () => {
  it('[L5] touches no list that only bears a name of ours, and makes nothing beside it', async () => {
    const site = await findSite(owner, tenant.configuration.site);
    const foreign = { displayName: 'goals', description: 'Våra mål', list: { template: 'genericList' } };
    await owner.post(`${site}/lists`, foreign);
    tenant.calls.length = 0;
    await expect(setUp()).rejects.toMatchObject({ code: 'listNotOurs', message: 'Not ours: Goals' });
    expect(writes()).toEqual([]);
  });

  it('[L5] takes a list of ours for ours, whatever its description was made into', async () => {
    await setUp();
    await byHand('PATCH', await addressOf('Goals'), { description: 'Målen för 2023' });
    expect(await setUp()).toEqual({ lists: [], columns: [] });
  });

  it('[L6] names columns of another type, and makes nothing', async () => {
    await setUp();
    const units = await addressOf('Units');
    await byHand('DELETE', `${units}/columns/${(await columnsOf('Units')).get('Order')?.id}`);
    await owner.post(`${units}/columns`, { name: 'Order', text: {} });
    tenant.calls.length = 0;
    await expect(setUp()).rejects.toMatchObject({ code: 'columnOfOtherType', message: /Units\.Order$/ });
    expect(writes()).toEqual([]);
  });

  it('[L6] gets choices back, and keeps those that somebody added', async () => {
    await setUp();
    const activities = await addressOf('Activities');
    const state = (await columnsOf('Activities')).get('State');
    const choice = { choices: ['planned', 'ongoing', 'paused'] };
    await byHand('PATCH', `${activities}/columns/${state?.id}`, { choice });
    expect(await setUp()).toEqual({ lists: [], columns: ['Activities.State'] });
    expect((await columnsOf('Activities')).get('State')).toMatchObject({
      choice: { choices: ['planned', 'ongoing', 'done', 'dropped', 'paused'] },
    });
    expect(await setUp()).toEqual({ lists: [], columns: [] });
  });
});

describe('setting up without the right to', () => {
  it('is forbidden to a member, and to an owner with the rights of daily work', async () => {
    const member = tenant.graphFor(tenant.people.member, setupScopes);
    const daily = tenant.graphFor(tenant.people.owner);
    for (const graph of [member, daily]) {
      await expect(provision(graph, tenant.configuration.site)).rejects.toMatchObject({
        reason: 'forbidden',
      });
    }
  });

  it('says that the site is not there', async () => {
    const where = { ...tenant.configuration.site, path: '/sites/other' };
    await expect(provision(owner, where)).rejects.toMatchObject({ reason: 'notFound', code: 'itemNotFound' });
  });
});
