import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupScopes } from '../../src/graph/client.ts';
import { provision } from '../../src/lists/provision.ts';
import { openSite } from '../../src/lists/site.ts';
import type { SyncedSite } from '../../src/sync/site.ts';
import type { Activity } from '../../src/activities/activity.ts';
import { aGoal, anActivity, anna, kitchen, service, staff, travel } from '../builders.ts';
import { create, find, read, update } from '../siteCalls.ts';
import { openTenant, type Tenant } from '../tenant.ts';

let tenant: Tenant;
let site: SyncedSite;
const now = () => new Date('2023-08-25T08:00:00Z');
const siteOf = (personId: string) => openSite(tenant.graphFor(personId), tenant.configuration.site, now);

beforeEach(async () => {
  tenant = openTenant(now);
  await provision(tenant.graphFor(tenant.people.owner, setupScopes), tenant.configuration.site);
  site = siteOf(tenant.people.member);
  tenant.calls.length = 0;
});
afterEach(() => tenant.close());

const creation = (row: Activity) => ({ kind: 'create', list: 'activities', row }) as const;
const write = (row: Activity, commandKey = 'command-1') => create(site, creation(row), commandKey);
const line = (n: number, unit = kitchen) => anActivity(unit, [travel], { key: `a-${n}`, title: `Rad ${n}` });

describe('writing', () => {
  it('creates a row that comes back whole, with its version and whose creation it was', async () => {
    const row = anActivity(kitchen, [travel], {
      title: '”Så” & <b>🌱</b>',
      due: '2023-08-31',
      description: "Rad ett\nrad två 'så'",
    });
    const stored = await write(row, 'command-7');
    expect(stored).toMatchObject({ list: 'activities', row, commandKey: 'command-7', itemId: '1' });
    expect(stored.etag).toMatch(/^".+,1"$/);
    expect(await find(site, 'activities', 'a-1')).toEqual(stored);
  });

  it('[S4] refuses a key that is taken, and stores nothing', async () => {
    await write(line(1));
    await expect(write({ ...line(1), title: 'En annan' }, 'command-2')).rejects.toMatchObject({
      reason: 'invalid',
      status: 400,
    });
    expect(await find(site, 'activities', 'a-1')).toMatchObject({
      row: { title: 'Rad 1' },
      commandKey: 'command-1',
    });
  });

  it('changes and empties the fields that are named, and no other', async () => {
    const row = anActivity(kitchen, [travel], { due: '2023-08-31', description: 'Först' });
    const stored = await write(row);
    const fields = {
      title: { was: row.title, to: 'Ny rad' },
      due: { was: '2023-08-31', to: null },
      goalKeys: { was: ['resor'], to: ['avfall', 'resor'] },
      removed: { was: false, to: true },
    };
    const changed = await update(site, { kind: 'update', list: 'activities', key: row.key, fields }, stored);
    const after = { ...row, title: 'Ny rad', due: null, goalKeys: ['avfall', 'resor'], removed: true };
    expect(changed).toMatchObject({ row: after, commandKey: 'command-1', itemId: stored.itemId });
    expect(changed.etag).not.toBe(stored.etag);
    expect(await find(site, 'activities', row.key)).toEqual(changed);
  });

  it('[S8] over a version that no longer stands is a conflict, and changes nothing', async () => {
    const stored = await write(line(1));
    const rename = (to: string) => ({
      kind: 'update' as const,
      list: 'activities' as const,
      key: 'a-1',
      fields: { title: { was: 'Rad 1', to } },
    });
    const newer = await update(site, rename('Först'), stored);
    await expect(update(site, rename('Sedan'), stored)).rejects.toMatchObject({
      reason: 'conflict',
      status: 412,
    });
    expect(await find(site, 'activities', 'a-1')).toEqual(newer);
  });

  it('is forbidden to a visitor, who may read', async () => {
    const stored = await write(line(1));
    const visitor = siteOf(tenant.people.visitor);
    expect(await find(visitor, 'activities', 'a-1')).toEqual(stored);
    await expect(create(visitor, creation(line(2)), 'c')).rejects.toMatchObject({ reason: 'forbidden' });
  });
});

describe('reading', () => {
  it('by shelf brings what stands on that shelf, several lists in one round trip', async () => {
    await create(siteOf(tenant.people.owner), { kind: 'create', list: 'goals', row: aGoal() }, 'c');
    for (const row of [line(1, kitchen), line(2, service), line(3, staff)]) await write(row);
    await write({ ...line(4), shelf: '2022/service' });
    tenant.calls.length = 0;
    const { stored, setAside } = await read(
      site,
      ['goals'],
      ['activities', { shelf: '2023/service' }],
      ['assignments', { shelf: '2023/service' }],
    );
    expect(stored.map(({ list, row }) => [list, row.key])).toEqual([
      ['goals', 'resor'],
      ['activities', 'a-1'],
      ['activities', 'a-2'],
    ]);
    expect(setAside).toEqual([]);
    expect(tenant.calls.filter((call) => call.startsWith('POST'))).toEqual(['POST /v1.0/$batch']);
  });

  it('asks where the site and its lists are once', async () => {
    await read(site, ['goals']);
    expect(tenant.calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'GET', 'GET']);
    tenant.calls.length = 0;
    await Promise.all([read(site, ['goals']), find(site, 'goals', 'resor')]);
    expect(tenant.calls).toHaveLength(2);
  });

  it('sets aside a row that was edited by hand into nonsense, and reads the others', async () => {
    const [broken] = [await write(line(1)), await write(line(2))];
    const graph = tenant.graphFor(tenant.people.owner);
    const { value } = (await graph.get(`${await sitePath()}/lists?$filter=displayName eq 'Activities'`)) as {
      value: [{ id: string }];
    };
    const item = `${await sitePath()}/lists/${value[0].id}/items/${broken.itemId}`;
    await graph.patch(item, { fields: { GoalKeys: 'resor och avfall' } });
    const rows = await read(site, ['activities']);
    expect(rows.stored.map(({ row }) => row.key)).toEqual(['a-2']);
    expect(rows.setAside).toEqual([{ list: 'activities', itemId: broken.itemId, why: 'goalKeys' }]);
    expect(await find(site, 'activities', 'a-1')).toBeUndefined();
  });
});

describe('finding by key', () => {
  it('finds that row, and nothing for a key that nobody has', async () => {
    await write({ ...line(1), key: '2023/resor/service-kost' });
    expect(await find(site, 'activities', '2023/resor/service-kost')).toMatchObject({
      row: { title: 'Rad 1' },
    });
    expect(await find(site, 'activities', '2023/resor')).toBeUndefined();
  });

  it.each(["o'brien", "' or fields/Key ne '", 'a&$top=1', 'a#b', '100%', 'a+b', 'å ä ö', '\\', "''"])(
    'takes %j as it is, never as a part of the question',
    async (key) => {
      await write(line(1));
      expect(await find(site, 'activities', key)).toBeUndefined();
    },
  );
});

async function sitePath(): Promise<string> {
  const { hostname, path } = tenant.configuration.site;
  const found = (await tenant.graphFor(anybody()).get(`/sites/${hostname}:${path}`)) as { id: string };
  return `/sites/${found.id}`;
}

const anybody = () => tenant.people.owner;

describe('a site that is not ready', () => {
  it('without its lists says so, and is asked again the next time', async () => {
    const bare = openTenant(now);
    const early = openSite(bare.graphFor(bare.people.member), bare.configuration.site, now);
    await expect(read(early, ['goals'])).rejects.toMatchObject({
      reason: 'notFound',
      code: 'listMissing',
    });
    await expect(find(early, 'goals', 'resor')).rejects.toMatchObject({ code: 'listMissing' });
    await provision(bare.graphFor(bare.people.owner, setupScopes), bare.configuration.site);
    expect(await read(early, ['goals'])).toEqual({ stored: [], setAside: [] });
    bare.close();
  });

  it('that is not there at all is told apart from one without lists', async () => {
    const nowhere = { ...tenant.configuration.site, path: '/sites/nowhere' };
    const lost = openSite(tenant.graphFor(tenant.people.member), nowhere, now);
    await expect(read(lost, ['goals'])).rejects.toMatchObject({
      reason: 'notFound',
      code: 'itemNotFound',
    });
  });
});

it('without a token nothing is read', async () => {
  await expect(read(siteOf(anna.id), ['goals'])).rejects.toMatchObject({ reason: 'signedOut' });
});
