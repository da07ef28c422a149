import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaVersion, schemaVersionKey } from '../../src/basics/schemaVersion.ts';
import { type Graph, setupScopes } from '../../src/graph/client.ts';
import { GraphFailure } from '../../src/graph/failure.ts';
import { findSite, listsOf } from '../../src/lists/addresses.ts';
import { columnDefinitions } from '../../src/lists/declared.ts';
import { inspectLists } from '../../src/lists/inspect.ts';
import { listNames, lists } from '../../src/lists/lists.ts';
import { type Migration, readVersion, setUpSite } from '../../src/lists/migrations.ts';
import { openTenant, type Tenant } from '../tenant.ts';
import { makeVersion1, version1Lists } from './version1.ts';

let tenant: Tenant;
let owner: Graph;
let sitePath: string;

async function open(): Promise<void> {
  tenant = openTenant();
  owner = tenant.graphFor(tenant.people.owner, setupScopes);
  sitePath = await findSite(owner, tenant.configuration.site);
}
beforeEach(open);
afterEach(() => tenant.close());

const setUp = (graph = owner, steps?: readonly Migration[]) =>
  setUpSite(graph, tenant.configuration.site, undefined, steps);

async function addressOf(name: string): Promise<string> {
  const found = (await listsOf(owner, sitePath)).find(({ displayName }) => displayName === name);
  if (!found) throw new Error(`There is no list ${name}`);
  return `${sitePath}/lists/${found.id}`;
}

type Rows = { value: { id: string; fields: Record<string, unknown> }[] };
async function rowsOf(name: string): Promise<Record<string, unknown>[]> {
  const { value } = (await owner.get(`${await addressOf(name)}/items?$expand=fields`)) as Rows;
  return value.map(({ fields }) => fields);
}

/** What the site is made of, without the ids and etags that differ from one making to the next. */
async function shape(): Promise<unknown> {
  const parts: Record<string, unknown> = {};
  for (const { displayName } of await listsOf(owner, sitePath)) {
    const { value } = (await owner.get(`${await addressOf(displayName)}/columns`)) as {
      value: { name: string; indexed: boolean; enforceUniqueValues: boolean; choice?: unknown }[];
    };
    parts[displayName] = {
      columns: value
        .map(({ name, indexed, enforceUniqueValues, choice }) => ({
          name,
          indexed,
          enforceUniqueValues,
          choice,
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      rows: (await rowsOf(displayName)).map(({ Key, Title, Level, Phone, Value }) => ({
        Key,
        Title,
        Level,
        Phone,
        Value,
      })),
    };
  }
  return parts;
}

/** A site as an earlier app has left it: with rows in it, and with a column that somebody added. */
async function leaveVersion1(): Promise<void> {
  await makeVersion1(owner, sitePath);
  await owner.post(`${await addressOf('Units')}/columns`, { name: 'Phone', text: {} });
  const unit = { Title: 'Kost', Key: 'kost', CommandKey: 'k', Level: 'unit', DepartmentKey: 'service' };
  await owner.post(`${await addressOf('Units')}/items`, { fields: { ...unit, Phone: '0455' } });
  await owner.post(`${await addressOf('Goals')}/items`, {
    fields: { Title: 'Avfall', Key: 'avfall', CommandKey: 'a', FromYear: 2023, State: 'active' },
  });
}

/** Graph that fails at one call: before anything is done, or with the answer lost after it was done. */
function failingAt(at: number, when: 'before' | 'after'): { graph: Graph; count: () => number } {
  let calls = 0;
  async function through<T>(call: () => Promise<T>): Promise<T> {
    calls += 1;
    const isNow = calls === at;
    if (isNow && when === 'before') throw new GraphFailure('throttled', 'Not now', { status: 429 });
    const answer = await call();
    if (isNow) throw new GraphFailure('offline', 'The answer was lost');
    return answer;
  }
  const graph: Graph = {
    get: (...asked) => through(() => owner.get(...asked)),
    post: (...asked) => through(() => owner.post(...asked)),
    patch: (...asked) => through(() => owner.patch(...asked)),
    put: (...asked) => through(() => owner.put(...asked)),
  };
  return { graph, count: () => calls };
}

describe('[L7] the version of the lists', () => {
  it('is the first where nothing is said, and this one after setting up', async () => {
    await leaveVersion1();
    expect(await readVersion(owner, sitePath)).toMatchObject({ version: 1, row: undefined });
    expect(await setUp()).toMatchObject({ version: schemaVersion, lists: [] });
    expect(await readVersion(owner, sitePath)).toMatchObject({ version: schemaVersion });
    expect(await rowsOf('Settings')).toMatchObject([
      { Key: schemaVersionKey, Value: String(schemaVersion), Removed: false },
    ]);
  });

  it('is written on an empty site as well, and once', async () => {
    await setUp();
    tenant.calls.length = 0;
    await setUp();
    expect(tenant.calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
    expect(await rowsOf('Settings')).toHaveLength(1);
  });

  it('is never taken back: a later one is refused, and nothing is made', async () => {
    await setUp();
    const { row, items } = await readVersion(owner, sitePath);
    await owner.patch(`${items}/${row?.id}/fields`, { Value: '99' });
    tenant.calls.length = 0;
    await expect(setUp()).rejects.toMatchObject({ code: 'newerSchema' });
    expect(tenant.calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
  });
});

describe('[L7] from version 1', () => {
  it('brings everything that is declared, keeps every row and what others have added', async () => {
    await leaveVersion1();
    const made = await setUp();
    expect(made.columns).toContain('Units.MovedFrom');
    const states = await inspectLists(owner, sitePath);
    expect(states.flatMap(({ lacks }) => lacks)).toEqual([]);
    expect(states.map(({ list }) => lists[list].name)).toEqual(expect.arrayContaining([...version1Lists]));
    expect(await rowsOf('Units')).toMatchObject([{ Key: 'kost', Title: 'Kost', Phone: '0455' }]);
    expect(await rowsOf('Goals')).toMatchObject([{ Key: 'avfall' }]);
  });

  it.each(['before', 'after'] as const)(
    'ends the same when any call fails, %s it was done, and it is run again',
    async (when) => {
      await leaveVersion1();
      const whole = failingAt(0, when);
      await setUp(whole.graph);
      const wanted = await shape();
      expect(whole.count()).toBeGreaterThan(listNames.length);
      for (let at = 1; at <= whole.count(); at += 1) {
        tenant.close();
        await open();
        await leaveVersion1();
        await expect(setUp(failingAt(at, when).graph), `call ${at}`).rejects.toThrow(GraphFailure);
        await setUp();
        expect(await shape(), `call ${at}`).toEqual(wanted);
      }
    },
  );
});

describe('[L7] a step that changes rows', () => {
  const log: string[] = [];
  const steps: readonly Migration[] = [
    { to: 2, name: 'one', run: () => Promise.resolve(void log.push('one')) },
    {
      to: 3,
      name: 'two',
      run() {
        log.push('two');
        return log.filter((one) => one === 'two').length === 1
          ? Promise.reject(new GraphFailure('offline', 'Cut off'))
          : Promise.resolve();
      },
    },
    { to: 4, name: 'three', run: () => Promise.resolve(void log.push('three')) },
  ];

  it('is done again after it was cut off, and those before it are not', async () => {
    log.length = 0;
    await leaveVersion1();
    await expect(setUp(owner, steps)).rejects.toThrow('Cut off');
    expect(await readVersion(owner, sitePath)).toMatchObject({ version: 2 });
    await setUp(owner, steps);
    expect(log).toEqual(['one', 'two', 'two', 'three']);
    expect(await readVersion(owner, sitePath)).toMatchObject({ version: 4 });
  });

  it('is not done by two who set up at once: the later one is told that somebody else is at it', async () => {
    await leaveVersion1();
    await setUp(owner, steps.slice(0, 1));
    const other: Migration = {
      to: 3,
      name: 'slow',
      async run() {
        const { row, items } = await readVersion(owner, sitePath);
        await owner.patch(`${items}/${row?.id}/fields`, { Value: '3' });
      },
    };
    await expect(setUp(owner, [other])).rejects.toMatchObject({ reason: 'conflict' });
    expect(await readVersion(owner, sitePath)).toMatchObject({ version: 3 });
  });
});

it('[L1] every declared column is one that Graph takes, once', () => {
  for (const list of listNames) {
    const names = columnDefinitions(list).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
