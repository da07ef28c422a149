import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../scripts/browser.ts';
import { launchServer } from '../scripts/launch.ts';
import { thisMachine } from '../scripts/machine.ts';
import type { MapPage, MapTimes } from './map/page.tsx';
import { medianOf, ratioOf } from './measure.ts';
import { largeRegion, organisationOf } from './organisation.ts';
import { type ResultRow, type Section, spread } from './report.ts';
import { storedRows } from './restore/rows.ts';
import { servePage } from './restore/server.ts';

declare global {
  interface Window {
    readonly map: MapPage;
  }
}

const slowDown = 4;
const longestFrameMs = 50;
const entry = path.join(import.meta.dirname, 'map', 'page.tsx');

/** The overview's map with a line for every unit, in a real browser on a slow machine, beside Fluent's own table. */
export async function mapSection(repeats: number, say: (line: string) => void): Promise<Section> {
  const organisation = organisationOf(largeRegion);
  const server = await servePage(() => storedRows(organisation), entry);
  const browser = await launchServer(await ensureBrowser(thisMachine));
  const ours: MapTimes[] = [];
  const peer: MapTimes[] = [];
  const frames: number[][] = [];
  let lines = 0;
  try {
    const context = await (
      await chromium.connect(browser.wsEndpoint())
    ).newContext({
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(600_000);
    const page = await context.newPage();
    await page.goto(server.origin);
    lines = await page.evaluate(() => window.map.fill('/rows.json'));
    say(`${lines.toLocaleString('en')} lines`);
    // The first of each compiles its code and writes its styles; every later one has them.
    await page.evaluate(() => window.map.run('dataGrid'));
    await page.evaluate(() => window.map.run('ours'));
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    for (let round = 0; round < repeats; round += 1) {
      peer.push(await page.evaluate(() => window.map.run('dataGrid')));
      ours.push(await page.evaluate(() => window.map.run('ours')));
      frames.push(await page.evaluate(() => window.map.scroll()));
      const [own, other] = [ours.at(-1), peer.at(-1)];
      if (own?.lines !== other?.lines)
        throw new Error(`One shows ${own?.lines} lines, the other ${other?.lines}`);
      say(
        `round ${round + 1} of ${repeats}: mount ${own?.mountMs.toFixed(0)} and ${other?.mountMs.toFixed(0)} ms, filter ${own?.filterMs.toFixed(0)} and ${other?.filterMs.toFixed(0)} ms, longest frame ${Math.max(...(frames.at(-1) ?? [])).toFixed(0)} ms`,
      );
    }
  } finally {
    await browser.close();
    server.close();
  }
  const longest = frames.map((round) => Math.max(...round));
  return {
    name: 'The map of all units',
    says: `${lines.toLocaleString('en')} lines of ${organisation.goals.length} goals in Chromium, its processor slowed down ${slowDown} times, until the frame with them has been painted; ${repeats} rounds in turn, code and styles warm.`,
    rows: [
      ...both('Mount', ours.map(ms('mountMs')), peer.map(ms('mountMs'))),
      ...both('Narrow to half of the lines', ours.map(ms('filterMs')), peer.map(ms('filterMs'))),
      {
        what: '**Kaskad**: the longest frame of a round while it is scrolled, two lines a frame',
        goal: `≤ ${longestFrameMs} ms`,
        measured: spread(longest, medianOf(longest)),
        holds: medianOf(longest) <= longestFrameMs,
        beside: `half of all frames within ${medianOf(frames.flat()).toFixed(1)} ms`,
      },
    ],
  };
}

const ms = (name: 'mountMs' | 'filterMs') => (times: MapTimes) => times[name];

function both(what: string, ours: readonly number[], peer: readonly number[]): ResultRow[] {
  const [own, other] = [medianOf(ours), medianOf(peer)];
  return [
    { what: `**Kaskad**: ${what.toLowerCase()}`, goal: '', measured: spread(ours, own) },
    {
      what: `Fluent's DataGrid: ${what.toLowerCase()}`,
      goal: '≥ 100 × as long as Kaskad',
      measured: `${ratioOf(other, own)}: ${spread(peer, other)}`,
      holds: other >= 100 * own,
    },
  ];
}
