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

const names: readonly CaseName[] = ['ours', 'rowByRow', 'tanstack', 'tanstackFromChunks', 'parseOnly'];

/** What lies on the device, until a department can be shown: in a real browser, each time on a page newly opened. */
export async function restoreSection(repeats: number, say: (line: string) => void): Promise<Section> {
  const organisation = organisationOf(largeRegion);
  const server = await servePage(() => storedRows(organisation));
  const browser = await launchServer(await ensureBrowser(thisMachine));
  const ms: Record<CaseName, number[]> = {
    ours: [],
    rowByRow: [],
    tanstack: [],
    tanstackFromChunks: [],
    parseOnly: [],
  };
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
    const shown = new Set<number>();
    for (let round = 0; round < repeats; round += 1) {
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(turn + round) % names.length] ?? 'ours';
        const one: Shown = await onPage((page) =>
          page.evaluate(async (wanted) => window.restore.run(wanted, '/rows.json'), name),
        );
        ms[name].push(one.ms);
        if (!Number.isNaN(one.activities)) shown.add(one.activities);
      }
      say(
        `round ${round + 1} of ${repeats}: ${names.map((name) => `${name} ${ms[name].at(-1)?.toFixed(0)}`).join(', ')}`,
      );
    }
    if (shown.size !== 1) throw new Error(`They do not show the same: ${[...shown].join(', ')}`);
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

function rowsOf(ms: Readonly<Record<CaseName, readonly number[]>>): ResultRow[] {
  const ours = medianOf(ms.ours);
  const peer = (name: CaseName, what: string, atLeast: number, beside: string): ResultRow => {
    const medianMs = medianOf(ms[name]);
    return {
      what,
      goal: atLeast > 0 ? `≥ ${atLeast} × as long as Kaskad` : '',
      measured: `${ratioOf(medianMs, ours)}: ${spread(ms[name], medianMs)}`,
      ...(atLeast > 0 ? { holds: medianMs >= atLeast * ours } : {}),
      beside,
    };
  };
  return [
    {
      what: '**Kaskad**: chunks, tables with their indexes, and the coverage of one department',
      goal: '',
      measured: spread(ms.ours, ours),
      beside: `${ratioOf(ours, medianOf(ms.parseOnly))} the floor`,
    },
    peer('rowByRow', 'The same tables from one entry a row, all asked for at once', 3, ''),
    peer(
      'tanstack',
      'TanStack DB 0.15.2 with its own collection on IndexedDB, and a live query on one index',
      10,
      'the activities alone; how many of each state on the shelf',
    ),
    peer(
      'tanstackFromChunks',
      "TanStack DB handed the rows of Kaskad's chunks, and the same live query",
      0,
      'the fastest way to its rows that is known',
    ),
    peer('parseOnly', 'The floor: JSON.parse of the same records', 0, 'one text, in memory already'),
  ];
}
