import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SignInFailed } from '../../src/basics/signInFailed.ts';
import type { Inspection, SetupStep } from '../../src/environment.ts';
import { type Graph, everydayScopes, graphClient, setupScopes } from '../../src/graph/client.ts';
import { findSite, listsOf } from '../../src/lists/addresses.ts';
import { lists } from '../../src/lists/lists.ts';
import { openSetup } from '../../src/lists/setup.ts';
import { reportOf } from '../../src/setup/report.ts';
import { openTenant, type Tenant } from '../tenant.ts';

let tenant: Tenant;
let owner: Graph;
const now = () => new Date('2023-08-25T08:00:00Z');

beforeEach(() => {
  tenant = openTenant();
  owner = tenant.graphFor(tenant.people.owner, setupScopes);
});
afterEach(() => tenant.close());

type Ways = { scopes?: string[][]; refuse?: (scopes: readonly string[]) => Error | undefined; path?: string };

/** The set-up as this person reaches it. */
function setUpAs(personId: string, { scopes = [], refuse, path }: Ways = {}) {
  const getToken = (wanted: readonly string[]) => {
    scopes.push([...wanted]);
    const refusal = refuse?.(wanted);
    return refusal ? Promise.reject(refusal) : tenant.tokenFor(personId, wanted);
  };
  const { site } = tenant.configuration;
  return openSetup({
    graphFor: (wanted) => graphClient({ fetch: tenant.fetch, getToken, now }, wanted),
    getToken,
    where: path === undefined ? site : { ...site, path },
    personId,
    now,
  });
}

const seen = ({ findings }: Inspection, step: SetupStep) => findings.find((one) => one.step === step);
const statesIn = ({ findings }: Inspection) =>
  Object.fromEntries(findings.map(({ step, state, why }) => [step, why ?? state]));

async function idOf(name: string): Promise<string> {
  const site = await findSite(owner, tenant.configuration.site);
  const found = (await listsOf(owner, site)).find(({ displayName }) => displayName === name);
  return found?.id ?? '';
}
const addressOf = async (name: string) =>
  `${await findSite(owner, tenant.configuration.site)}/lists/${await idOf(name)}`;

async function setSetting(key: string, value: string): Promise<void> {
  const items = `${await addressOf('Settings')}/items`;
  const fields = { Title: key, Key: key, CommandKey: key, Removed: false, Value: value };
  await owner.post(items, { fields });
}

async function byHand(method: 'PATCH' | 'DELETE', path: string, body?: object): Promise<void> {
  const token = await tenant.tokenFor(tenant.people.owner, setupScopes);
  await tenant.graph.fetch(
    new Request(`https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
}

async function columnId(list: string, name: string): Promise<string> {
  const { value } = (await owner.get(`${await addressOf(list)}/columns`)) as {
    value: { id: string; name: string }[];
  };
  return value.find((one) => one.name === name)?.id ?? '';
}

describe('[L12] looking at a site', () => {
  it('says of an empty one what would be made, asks for everyday rights alone and writes nothing', async () => {
    const scopes: string[][] = [];
    const told: string[] = [];
    const inspection = await setUpAs(tenant.people.member, { scopes }).inspect(({ step }) => told.push(step));
    expect(seen(inspection, 'lists')).toMatchObject({
      state: 'missing',
      why: 'incomplete',
      names: Object.values(lists).map(({ name }) => name),
    });
    expect(inspection.ids).toBeUndefined();
    expect(statesIn(inspection)).toMatchObject({
      signIn: 'ok',
      consent: 'ok',
      site: 'ok',
      access: 'earlier',
    });
    expect(told).toEqual(inspection.findings.map(({ step }) => step));
    expect(new Set(scopes.flat())).toEqual(new Set(everydayScopes));
    expect(tenant.calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
  });

  it('says each step of a whole one, with the ids for config.json', async () => {
    await setUpAs(tenant.people.owner).create();
    const inspection = await setUpAs(tenant.people.visitor).inspect();
    expect(statesIn(inspection)).toEqual({
      host: 'ok',
      signIn: 'ok',
      consent: 'ok',
      site: 'ok',
      rights: 'notTried',
      lists: 'ok',
      columns: 'ok',
      indexes: 'ok',
      choices: 'ok',
      schema: 'ok',
      versions: 'notTried',
      access: 'notTried',
    });
    expect(inspection.ids?.lists['Goals']).toBe(await idOf('Goals'));
    expect(inspection.ids?.siteId).toMatch(/^[a-z0-9.-]+(,[0-9a-f-]{36}){2}$/);
  });

  it('names a column, an index and a choice that somebody has taken away, and the setting up mends them', async () => {
    const setUp = setUpAs(tenant.people.owner);
    await setUp.create();
    await byHand('DELETE', `${await addressOf('Activities')}/columns/${await columnId('Activities', 'Due')}`);
    await byHand('PATCH', `${await addressOf('Units')}/columns/${await columnId('Units', 'ParentKey')}`, {
      indexed: false,
    });
    await byHand(
      'PATCH',
      `${await addressOf('Activities')}/columns/${await columnId('Activities', 'State')}`,
      {
        choice: { choices: ['planned'] },
      },
    );
    const inspection = await setUp.inspect();
    expect(seen(inspection, 'columns')).toMatchObject({ state: 'missing', names: ['Activities.Due'] });
    expect(seen(inspection, 'indexes')).toMatchObject({ state: 'missing', names: ['Units.ParentKey'] });
    expect(seen(inspection, 'choices')).toMatchObject({ state: 'missing', names: ['Activities.State'] });
    expect(await setUp.create()).toMatchObject({ lists: [] });
    expect(statesIn(await setUp.inspect())).toMatchObject({ columns: 'ok', indexes: 'ok', choices: 'ok' });
  });

  it('[L5] names a list that is somebody else’s, and setting up refuses in the same words', async () => {
    const site = await findSite(owner, tenant.configuration.site);
    await owner.post(`${site}/lists`, { displayName: 'Goals', list: { template: 'genericList' } });
    const setUp = setUpAs(tenant.people.owner);
    expect(seen(await setUp.inspect(), 'lists')).toMatchObject({ why: 'notOurs', names: ['Goals'] });
    expect(await setUp.create()).toEqual({ trouble: 'notOurs', detail: 'Goals' });
  });

  it.each([
    ['consent', 'consent', { signIn: 'ok', consent: 'consent', site: 'earlier' }],
    ['cancelled', 'signIn', { signIn: 'cancelled', consent: 'earlier' }],
    ['blocked', 'signIn', { signIn: 'blocked', consent: 'earlier' }],
  ] as const)('says why nobody is signed in: %s', async (why, step, states) => {
    const inspection = await setUpAs(tenant.people.owner, { refuse: () => new SignInFailed(why) }).inspect();
    expect(statesIn(inspection)).toMatchObject(states);
    expect(seen(inspection, step)?.state).toBe('failed');
  });

  it('says that the site is not there, and that nothing answers', async () => {
    const lost = await setUpAs(tenant.people.owner, { path: '/sites/annan' }).inspect();
    expect(seen(lost, 'site')).toMatchObject({ state: 'failed', why: 'siteNotFound' });
    expect(seen(lost, 'site')?.detail).toMatch(/^404 itemNotFound [0-9a-f-]{36}$/);
  });
});

describe('[L12] making', () => {
  it('asks for Sites.Manage.All, and says list by list how far it is', async () => {
    const scopes: string[][] = [];
    const told: [string, number, number][] = [];
    const made = await setUpAs(tenant.people.owner, { scopes }).create((...one) => told.push(one));
    expect(made).toMatchObject({ lists: Object.values(lists).map(({ name }) => name), unversioned: [] });
    expect(new Set(scopes.flat())).toEqual(new Set(setupScopes));
    const total = Object.keys(lists).length;
    expect(told).toEqual(Object.values(lists).map(({ name }, n) => [name, n, total]));
  });

  it.each([
    ['a member', (): Ways => ({}), 'notOwner'],
    ['no consent', (): Ways => ({ refuse: () => new SignInFailed('consent') }), 'consent'],
    ['a window that was closed', (): Ways => ({ refuse: () => new SignInFailed('cancelled') }), 'cancelled'],
    ['no such site', (): Ways => ({ path: '/sites/annan' }), 'siteNotFound'],
  ])('says what came in its way, and throws nothing: %s', async (_, ways, trouble) => {
    expect(await setUpAs(tenant.people.member, ways()).create()).toMatchObject({ trouble });
  });

  it('[L7] refuses a site of a later version', async () => {
    const setUp = setUpAs(tenant.people.owner);
    await setUp.create();
    const items = `${await addressOf('Settings')}/items`;
    const { value } = (await owner.get(`${items}?$filter=fields/Key eq 'schema-version'`)) as {
      value: { id: string }[];
    };
    await owner.patch(`${items}/${value[0]?.id}/fields`, { Value: '7' });
    expect(seen(await setUp.inspect(), 'schema')).toMatchObject({ state: 'failed', why: 'newer' });
    expect(await setUp.create()).toMatchObject({ trouble: 'newer' });
  });
});

describe('[L9] whether only owners can write the settings', () => {
  const roles = () => JSON.stringify({ strategists: [{ id: tenant.people.owner, name: 'Ingrid' }] });
  const accessTo = async (personId: string) => seen(await setUpAs(personId).health(), 'access');

  beforeEach(async () => {
    await setUpAs(tenant.people.owner).create();
  });

  it.each([
    ['nobody', undefined],
    ['an empty list', '{"strategists":[]}'],
    ['nonsense', '{"strategists":'],
    ['another shape', '["Ingrid"]'],
  ])('is not known while %s is named, and nothing is written there', async (_, value) => {
    if (value !== undefined) await setSetting('roles', value);
    expect(await accessTo(tenant.people.member)).toMatchObject({ state: 'unknown', why: 'rolesMissing' });
  });

  it('is not known to the owner before anybody else has tried', async () => {
    await setSetting('roles', roles());
    expect(await accessTo(tenant.people.owner)).toMatchObject({ state: 'unknown', why: 'noWitness' });
  });

  it('fails when a member could write, for the member and for the owner who looks later', async () => {
    await setSetting('roles', roles());
    expect(await accessTo(tenant.people.member)).toMatchObject({ state: 'failed', why: 'membersWrite' });
    expect(await accessTo(tenant.people.owner)).toMatchObject({
      state: 'failed',
      why: 'membersWrite',
      at: '2023-08-25T08:00:00Z',
    });
  });

  it('is good when a member was refused, for the member and for the owner who looks later', async () => {
    await setSetting('roles', roles());
    tenant.graph.restrictList(await idOf('Settings'), 'ownersWrite');
    expect(await accessTo(tenant.people.member)).toMatchObject({ state: 'ok' });
    expect(await accessTo(tenant.people.owner)).toMatchObject({ state: 'ok', at: '2023-08-25T08:00:00Z' });
  });

  it('is not proved by a visitor, who may write nowhere', async () => {
    await setSetting('roles', roles());
    const inspection = await setUpAs(tenant.people.visitor).health();
    expect(seen(inspection, 'access')).toMatchObject({ state: 'unknown', why: 'noWitness' });
    expect(seen(inspection, 'rights')).toMatchObject({ state: 'failed', why: 'readOnly' });
  });

  it('[L4] says with the rest which lists keep no versions', async () => {
    await setSetting('roles', roles());
    expect(seen(await setUpAs(tenant.people.owner).health(), 'versions')).toMatchObject({ state: 'ok' });
    tenant.graph.setVersioning(await idOf('Settings'), false);
    expect(seen(await setUpAs(tenant.people.owner).health(), 'versions')).toMatchObject({
      state: 'failed',
      why: 'versionsOff',
    });
  });

  it('leaves the settings in peace where a member may not write them', async () => {
    await setSetting('roles', roles());
    tenant.graph.restrictList(await idOf('Settings'), 'ownersWrite');
    const inspection = await setUpAs(tenant.people.member).health();
    expect(seen(inspection, 'versions')).toMatchObject({ state: 'unknown', why: 'notOwner' });
  });

  it('[L10] is told in a report without anybody’s name, id or token', async () => {
    await setSetting('roles', roles());
    const inspection = await setUpAs(tenant.people.member).health();
    const report = reportOf(tenant.configuration.site, inspection.findings, now());
    expect(report).toMatch(/^access: failed membersWrite$/m);
    expect(report).toMatch(/^lists: ok$/m);
    for (const { id, name, mail } of tenant.organisation.people)
      for (const secret of [id, name, mail]) expect(report).not.toContain(secret);
    expect(report).not.toMatch(/eyJ|Bearer/);
  });
});

describe('[L9] a witness that is older than what it speaks of', () => {
  it('is overtaken by whoever tries later', async () => {
    let moment = new Date('2023-08-25T08:00:00Z');
    tenant.close();
    tenant = openTenant(() => moment);
    owner = tenant.graphFor(tenant.people.owner, setupScopes);
    await setUpAs(tenant.people.owner).create();
    const named = { strategists: [{ id: tenant.people.owner, name: 'Ingrid' }] };
    await setSetting('roles', JSON.stringify(named));
    const look = async (personId: string) => {
      moment = new Date(moment.getTime() + 60_000);
      return seen(await setUpAs(personId).health(), 'access');
    };
    await look(tenant.people.member);
    tenant.graph.restrictList(await idOf('Settings'), 'ownersWrite');
    expect(await look(tenant.people.owner)).toMatchObject({ state: 'failed' });
    await look(tenant.people.member);
    expect(await look(tenant.people.owner)).toMatchObject({ state: 'ok' });
    tenant.graph.restrictList(await idOf('Settings'), 'inherited');
    await look(tenant.people.member);
    expect(await look(tenant.people.owner)).toMatchObject({ state: 'failed' });
  });
});
