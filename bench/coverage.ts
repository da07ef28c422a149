import { Client, PageIterator, type PageCollection } from '@microsoft/microsoft-graph-client';
import { GraphBrowser, graphfi } from '@pnp/graph';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import { InjectHeaders } from '@pnp/queryable';
import { setTimeout as sleep } from 'node:timers/promises';
import { countUnit } from '../src/countUnit.ts';
import { countedOverview } from '../src/followup/countedOverview.ts';
import { overviewOf } from '../src/followup/overview.ts';
import { put, emptyTables, type Stored } from '../src/world.ts';
import { isSettled, openDevice } from './device.ts';
import { interleaved, type Measured, medianOf, ratioOf } from './measure.ts';
import { memoryDisk } from './memoryDisk.ts';
import { largeRegion, organisationOf } from './organisation.ts';
import { type ResultRow, type Section, spread } from './report.ts';
import { storedRows } from './restore/rows.ts';
import { openTenant, type Tenant } from './tenant.ts';

const latencyMs = 80;
const largestPage = 5000;
const organisation = organisationOf(largeRegion);
const { year } = organisation;

/** The overview of 100,000 activities: counted in memory, and brought over the network, ours against reading them all. */
export async function coverageSection(repeats: number, say: (line: string) => void): Promise<Section> {
  const counted = await inMemory(Math.max(repeats, 3));
  for (const { name, medianMs } of counted) say(`${name}: ${medianMs.toFixed(1)} ms`);
  const tenant = await openTenant(Date.now);
  try {
    await tenant.moveIn(organisation);
    say('filled');
    await verified(tenant);
    say('counted');
    const brought = await interleaved(overTheNetwork(tenant), repeats);
    for (const { name, medianMs, counted: cost } of brought)
      say(`${name}: ${medianMs.toFixed(0)} ms, ${cost.requests} requests, ${cost.units} units`);
    return {
      name: 'The overview',
      says: `100,000 activities, ${organisation.units.length.toLocaleString('en')} units and ${organisation.assignments.length.toLocaleString('en')} assignments. In memory in Node; over the network against the stand-in in the same process, each answer ${latencyMs} ms late.`,
      rows: [...countedRows(counted), ...broughtRows(brought)],
    };
  } finally {
    tenant.close();
  }
}

async function inMemory(rounds: number): Promise<Measured[]> {
  const tables = emptyTables();
  const byUnit = new Map<string, Stored[]>();
  for (const stored of storedRows(organisation)) {
    put(tables, stored);
    if (!('unitShelf' in stored.row)) continue;
    const shelf = stored.row.unitShelf;
    byUnit.set(shelf, [...(byUnit.get(shelf) ?? []), stored]);
  }
  const rowsOf = (unitKey: string) => byUnit.get(`${year}/${unitKey}`) ?? [];
  for (const { key } of tables.units.values()) tables.tallies.put(countUnit(year, key, rowsOf(key)));
  const board = tables.units.get('styrelsen');
  if (!board) throw new Error('There is no board');
  const changing = 'd022-e001';
  const totals = new Set<number>();
  const tell = (overview: { counted: number }) => void totals.add(overview.counted);
  const measured = await interleaved(
    [
      { name: 'cold', run: async () => tell(overviewOf(tables, year, board)) },
      {
        name: 'changed',
        async run() {
          tables.tallies.put(countUnit(year, changing, rowsOf(changing)));
          tell(overviewOf(tables, year, board));
        },
      },
      { name: 'anew', run: async () => tell(countedOverview(tables, year, board)) },
    ],
    rounds,
  );
  // Else one of them would be quick because it does something else.
  if (totals.size !== 1) throw new Error(`They differ: ${[...totals].join(', ')}`);
  return measured;
}

/** The tallies as the strategist's verification makes them. */
async function verified(tenant: Tenant): Promise<void> {
  const store = await openDevice(
    tenant.site(tenant.fetch, () => new Date(), tenant.ids),
    clock,
    memoryDisk(),
  );
  store.show({ year, roomKey: undefined });
  while (!isSettled(store)) await sleep(10);
  await store.verify(year);
  store.close();
}

const clock = {
  nowMs: Date.now,
  later(delayMs: number, run: () => void) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

function overTheNetwork(tenant: Tenant) {
  const late: typeof fetch = async (input, init) => {
    await sleep(latencyMs);
    return tenant.fetch(input, init);
  };
  const counting = async (run: () => Promise<number>, expected: number) => {
    tenant.graph.resetMeter();
    const got = await run();
    if (got !== expected) throw new Error(`${got} instead of ${expected}`);
    const { units, roundTrips } = tenant.graph.units();
    return { requests: roundTrips, units };
  };
  const path = `${tenant.listPath('activities')}/items?$expand=fields`;
  const all = largeRegion.activities;
  const onGlobals = async (run: () => Promise<number>) => {
    const before = globalThis.fetch;
    globalThis.fetch = late;
    try {
      return await run();
    } finally {
      globalThis.fetch = before;
    }
  };
  const pageIterator = (asked: string) =>
    onGlobals(async () => {
      const client = Client.init({ authProvider: (done) => done(null, tenant.token) });
      const first = (await client.api(asked).get()) as PageCollection;
      let rows = 0;
      await new PageIterator(client, first, () => {
        rows += 1;
        return true;
      }).iterate();
      return rows;
    });
  const pnp = (top?: number) =>
    onGlobals(async () => {
      const client = graphfi().using(
        GraphBrowser({ baseUrl: 'https://graph.microsoft.com/v1.0' }),
        InjectHeaders({ Authorization: `Bearer ${tenant.token}` }),
      );
      const listId = tenant.listPath('activities').split('/').at(-1) ?? '';
      const { items } = client.sites.getById(tenant.sitePath.replace('/sites/', '')).lists.getById(listId);
      const asked = items.expand('fields');
      let rows = 0;
      for await (const page of top === undefined ? asked : asked.top(top)) rows += page.length;
      return rows;
    });
  return [
    {
      name: 'ours',
      run: () =>
        counting(async () => {
          const store = await openDevice(
            tenant.site(late, () => new Date(), tenant.ids),
            clock,
            memoryDisk(),
          );
          store.show({ year, roomKey: undefined });
          while (!isSettled(store)) await sleep(1);
          const { world } = store.snapshot();
          const board = world.units.get('styrelsen');
          const overview = board && overviewOf(world, year, board);
          store.close();
          return overview?.departments.length ?? 0;
        }, largeRegion.departments),
    },
    { name: 'PageIterator', run: () => counting(() => pageIterator(path), all) },
    {
      name: 'PageIterator, pages of 5,000',
      run: () => counting(() => pageIterator(`${path}&$top=${largestPage}`), all),
    },
    { name: 'PnPjs', run: () => counting(() => pnp(), all) },
    { name: 'PnPjs, pages of 5,000', run: () => counting(() => pnp(largestPage), all) },
  ];
}

function countedRows(measured: readonly Measured[]): ResultRow[] {
  const of = (name: string) => measured.find((one) => one.name === name)?.ms ?? [];
  const [cold, changed, anew] = [of('cold'), of('changed'), of('anew')];
  return [
    {
      what: '**Kaskad**: from 3,000 tallies in memory to the overview',
      goal: '',
      measured: spread(cold, medianOf(cold)),
    },
    {
      what: "**Kaskad**: after one change, the unit's tally included",
      goal: '≤ 1/50 of counting anew',
      measured: spread(changed, medianOf(changed)),
      holds: medianOf(changed) <= medianOf(anew) / 50,
      beside: `all activities counted anew: ${spread(anew, medianOf(anew))}, ${ratioOf(medianOf(anew), medianOf(changed))}`,
    },
  ];
}

function broughtRows(measured: readonly Measured[]): ResultRow[] {
  const [ours, ...peers] = measured;
  const own = ours?.medianMs ?? Number.NaN;
  const beside = ({ counted }: Measured) => `${counted.requests} requests, ${counted.units} units`;
  return [
    ...(ours
      ? [
          {
            what: '**Kaskad**: the overview, nothing on the device',
            goal: '',
            measured: spread(ours.ms, own),
            beside: beside(ours),
          },
        ]
      : []),
    ...peers.map((peer): ResultRow => {
      const times = peer.name.endsWith('5,000') ? 25 : 400;
      return {
        what: `${peer.name}: all activities read, not yet counted`,
        goal: `≥ ${times} × as long as Kaskad`,
        measured: `${ratioOf(peer.medianMs, own)}: ${spread(peer.ms, peer.medianMs)}`,
        holds: peer.medianMs >= times * own,
        beside: beside(peer),
      };
    }),
  ];
}
