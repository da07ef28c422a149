import { chromium } from 'playwright-core';
import { ensureBrowser } from '../scripts/browser.ts';
import { launchServer } from '../scripts/launch.ts';
import { thisMachine } from '../scripts/machine.ts';
import { medianOf, ratioOf } from './measure.ts';
import { largeRegion, organisationOf } from './organisation.ts';
import { type ResultRow, type Section, spread } from './report.ts';
import type { CaseName, RestorePage, Shown } from './restore/page.ts';
import { storedRows } from './restore/rows.ts';
import { servePage } from './restore/server.ts';

declare global {
  interface Window {
    readonly restore: RestorePage;
  }
}

const names: readonly CaseName[] = [
  'ours',
  'rowByRow',
  'tanstack',
  'oursMap',
  'tanstackMap',
  'tanstackFromChunks',
  'parseOnly',
];

/** What lies on the device, until a department can be shown: in a real browser, each time on a page newly opened. */
export async function restoreSection(repeats: number, say: (line: string) => void): Promise<Section> {
  const organisation = organisationOf(largeRegion);
  const server = await servePage(() => storedRows(organisation));
  const browser = await launchServer(await ensureBrowser(thisMachine));
  const ms = new Map<CaseName, number[]>(names.map((name) => [name, []]));
  let rows = 0;
  try {
    const context = await (await chromium.connect(browser.wsEndpoint())).newContext();
    context.setDefaultTimeout(300_000);
    const onPage = async <T>(run: (page: Awaited<ReturnType<typeof context.newPage>>) => Promise<T>) => {
      const page = await context.newPage();
      await page.goto(server.origin);
      const result = await run(page);
      await page.close();
      return result;
    };
    rows = await onPage((page) => page.evaluate(() => window.restore.fill('/rows.json')));
    say(`${rows.toLocaleString('en')} rows are on the disk`);
    const shown = new Map<string, number>();
    for (let round = 0; round < repeats; round += 1) {
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(turn + round) % names.length] ?? 'ours';
        const one: Shown = await onPage((page) =>
          page.evaluate(async (wanted) => window.restore.run(wanted, '/rows.json'), name),
        );
        ms.get(name)?.push(one.ms);
        const what = name.endsWith('Map') ? 'map' : 'room';
        // Else one of them would be quick because it does something else.
        if ((shown.get(what) ?? one.activities) !== one.activities && name !== 'parseOnly')
          throw new Error(`${name} shows ${one.activities} activities instead of ${shown.get(what)}`);
        if (name !== 'parseOnly') shown.set(what, one.activities);
      }
      say(
        `round ${round + 1} of ${repeats}: ${names.map((name) => `${name} ${ms.get(name)?.at(-1)?.toFixed(0)}`).join(', ')}`,
      );
    }
  } finally {
    await browser.close();
    server.close();
  }
  return {
    name: 'Back from the disk',
    says: `${rows.toLocaleString('en')} records (100,000 activities, ${organisation.assignments.length.toLocaleString('en')} assignments, the units and goals) lie in Chromium's IndexedDB, and one department is shown of them; each time on a page newly opened, ${repeats} interleaved rounds.`,
    rows: rowsOf(ms),
  };
}

function rowsOf(ms: ReadonlyMap<CaseName, readonly number[]>): ResultRow[] {
  const medianMs = (name: CaseName) => medianOf(ms.get(name) ?? []);
  const shownMs = (name: CaseName) => spread(ms.get(name) ?? [], medianMs(name));
  const ours = (name: 'ours' | 'oursMap', what: string): ResultRow => ({
    what: `**Kaskad**: ${what}`,
    goal: '',
    measured: shownMs(name),
    beside: `${ratioOf(medianMs(name), medianMs('parseOnly'))} the floor`,
  });
  const peer = (name: CaseName, what: string, beside: string, atLeast?: number): ResultRow => {
    const own = name === 'tanstackMap' ? medianMs('oursMap') : medianMs('ours');
    return {
      what,
      goal: atLeast === undefined ? '' : `≥ ${atLeast} × as long as Kaskad`,
      measured: `${ratioOf(medianMs(name), own)}: ${shownMs(name)}`,
      ...(atLeast === undefined ? {} : { holds: medianMs(name) >= atLeast * own }),
      beside,
    };
  };
  const itsRows = 'the activities alone, and how many there are of each state';
  return [
    ours('ours', 'chunks, tables with their indexes, and the coverage of one department'),
    peer('rowByRow', 'The same tables from one entry a row, all asked for at once', '', 3),
    peer(
      'tanstack',
      'TanStack DB 0.15.2 with its own collection on IndexedDB, and a live query of one department on an index',
      itsRows,
      10,
    ),
    ours('oursMap', 'the same, and the coverage of all sixty departments'),
    peer('tanstackMap', 'TanStack DB, and a live query of every unit', itsRows, 10),
    peer(
      'tanstackFromChunks',
      "TanStack DB handed the rows of Kaskad's chunks, and the live query of one department",
      'the fastest way to its rows that is known',
    ),
    peer('parseOnly', 'The floor: JSON.parse of the same records', 'one text, in memory already'),
  ];
}
