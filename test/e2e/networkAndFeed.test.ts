import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { readDemo } from '../../scripts/demo.ts';
import { seed } from '../../scripts/seed.ts';
import type { Fault } from '../../standin/graph/faults/fault.ts';
import { type Network, networkRates } from '../../standin/graph/faults/networks.ts';
import { plannerOf } from '../../standin/graph/faults/withFaults.ts';
import { type Standin, startStandin } from '../../standin/serve.ts';
import { writeLine } from './tabWork.ts';

/** The network switch and the activity feed, as `npm start` serves them: real sockets, the real tab, one origin. */

const region = readDemo();
const person = (name: string): string => region.people.find((one) => one.name === name)?.id ?? '';
const anders = person('Anders Ekholm');
const eva = person('Eva Strand');
const ingrid = person('Ingrid Sandell');

let browser: Browser;
let folder: string;
let standin: Standin;
let context: BrowserContext;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaskad-network-'));
  [browser, standin] = await Promise.all([
    chromium.connect(inject('browserEndpoint')),
    startStandin({
      folder: join(folder, 'site'),
      webFolder: join(import.meta.dirname, '../../.standin/web'),
      organisation: region,
      clientId: 'c0ffee00-0000-4000-8000-000000000001',
      seed,
      port: 0,
      activityTypes: [{ type: 'goalAssigned', templateText: '{actor} fördelade {goal} till er' }],
    }),
  ]);
});
beforeEach(async () => {
  standin.network.choose('good', 1);
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  });
  await context.route('https://res.cdn.office.net/**', (route) =>
    route.fulfill({
      json: { validOrigins: ['teams.microsoft.com'] },
      headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  );
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await standin.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(who: string, place: string, more = ''): Promise<{ page: Page; tab: FrameLocator }> {
  const page = await context.newPage();
  await page.goto(`${standin.url}#person=${who}&place=${place}${more}`);
  return { page, tab: page.frameLocator('iframe') };
}

/** How many rows of this title stand on the site, asked of Graph itself. */
async function countOf(title: string): Promise<number> {
  const call = async (path: string): Promise<{ id: string; value: { fields: { Title?: string } }[] }> => {
    const headers = { Authorization: `Bearer ${await standin.tokenFor(ingrid, ['Sites.Read.All'])}` };
    const answer = await standin.graph.fetch(
      new Request(`https://graph.microsoft.com/v1.0${path}`, { headers }),
    );
    return (await answer.json()) as { id: string; value: { fields: { Title?: string } }[] };
  };
  const { id } = await call(`/sites/${region.site.hostname}:${region.site.path}`);
  const page = await call(`/sites/${id}/lists/Activities/items?$top=5000&$expand=fields($select=Title)`);
  return page.value.filter(({ fields }) => fields.Title === title).length;
}

const guid = '00000000-0000-4000-8000-000000000000';
const creation = {
  method: 'POST',
  path: `/v1.0/sites/${region.site.hostname},${guid},${guid}/lists/${guid}/items`,
  isMember: false,
};

/** A seed of this network by which the first row that is written meets the fault. */
function seedWith(network: Exclude<Network, 'good'>, isIt: (fault: Fault) => boolean): number {
  for (let candidate = 1; candidate < 10_000; candidate += 1)
    if (plannerOf({ seed: candidate, rates: networkRates[network] })(creation).some(isIt)) return candidate;
  throw new Error('No such seed');
}

describe('the network switch', () => {
  it('Frånkopplad: what is logged waits on the device, and is saved when the network is good again', async () => {
    const { page, tab } = await open(eva, 'meeting:regionservice-kost');
    await tab.getByText('Sparat ✓').waitFor();
    await page.getByLabel('Nät').selectOption({ label: 'Frånkopplad' });
    await expect.poll(() => standin.network.chosen()).toBe('offline');
    await writeLine(tab, 'Utan nät');
    await tab.getByText('Frånkopplad: 1 väntar').waitFor();
    expect(await countOf('Utan nät')).toBe(0);
    expect(page.url()).toContain('net=offline');

    // Only the product's way to Graph is cut: the window and its pages are there.
    await page.reload();
    await tab.getByText('Utan nät').waitFor();
    expect(await page.getByLabel('Nät').inputValue()).toBe('offline');
    await page.getByLabel('Nät').selectOption({ label: 'Bra' });
    await tab.getByText('Sparat ✓').waitFor();
    expect(await countOf('Utan nät')).toBe(1);
  });

  it('[S15] Mötesrum: an activity whose answer is lost is looked up, not sent again, and is there exactly once', async () => {
    const { page, tab } = await open(eva, 'meeting:regionservice-kost');
    await tab.getByText('Sparat ✓').waitFor();
    const lost = (fault: Fault) => fault.kind === 'lost' && fault.instead === 'gatewayTimeout';
    standin.network.choose('meeting', seedWith('meeting', lost));
    const answers: number[] = [];
    page.on('response', (answer) => {
      if (answer.request().method() === 'POST' && answer.url().endsWith('/items'))
        answers.push(answer.status());
    });
    await writeLine(tab, 'I ett trångt mötesrum');
    await expect.poll(() => answers[0], { timeout: 20_000 }).toBe(504);
    expect(await countOf('I ett trångt mötesrum')).toBe(1);
    await page.getByLabel('Nät').selectOption({ label: 'Mötesrum' });
    await page.getByLabel('Nät').selectOption({ label: 'Bra' });
    await tab.getByText('Sparat ✓').waitFor();
    await tab.getByText('I ett trångt mötesrum').first().waitFor();
    expect(await countOf('I ett trångt mötesrum')).toBe(1);
    expect(answers).toEqual([504]);
  });

  it('Överbelastat: the tab says so, and asks nothing before the time that it was told', async () => {
    const { page, tab } = await open(eva, 'meeting:regionservice-kost');
    await tab.getByText('Sparat ✓').waitFor();
    const isShort = (fault: Fault) => fault.kind === 'throttled' && fault.retryAfterSeconds === 4;
    standin.network.choose('overloaded', seedWith('overloaded', isShort));
    const moments: { at: number; status: number }[] = [];
    page.on('response', (answer) => {
      if (answer.url().includes('/graph/')) moments.push({ at: Date.now(), status: answer.status() });
    });
    await writeLine(tab, 'När alla vill in');
    await tab.getByText('Väntar på SharePoint').waitFor();
    standin.network.choose('good', 1);
    await tab.getByText('Sparat ✓').waitFor();
    expect(await countOf('När alla vill in')).toBe(1);
    const [refused, next] = moments;
    expect(refused?.status).toBe(429);
    expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(3_900);
  });

  it('stands in the address, and a link brings it along', async () => {
    const { page } = await open(eva, 'personal', '&net=slow');
    await expect.poll(() => standin.network.chosen()).toBe('slow');
    await page.getByLabel('Nät').selectOption({ label: 'Överbelastat' });
    await expect.poll(() => page.url()).toContain('net=overloaded');
  });

  it.each([1920, 1440, 1280, 1024, 360])('has its place in the strip at %i px', async (width) => {
    const { page } = await open(anders, 'channel:regionservice', '&feed=open');
    await page.setViewportSize({ width, height: 800 });
    if (width < 900) await page.getByRole('button', { name: 'Ändra' }).click();
    await page.getByLabel('Nät').waitFor();
    const boxes = await page
      .locator('header label, header select, header input, header button')
      .evaluateAll((all) =>
        all.map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return { left, right, top, bottom, words: one.textContent?.slice(0, 20) ?? '' };
        }),
      );
    const seen = boxes.filter(({ left, right }) => right > left);
    const overlaps = seen.flatMap((one, at) =>
      seen
        .slice(at + 1)
        .filter(
          (other) =>
            one.left < other.right - 1 &&
            other.left < one.right - 1 &&
            one.top < other.bottom - 1 &&
            other.top < one.bottom - 1,
        )
        .map((other) => `${one.words} / ${other.words}`),
    );
    expect(overlaps).toEqual([]);
    expect(Math.max(...seen.map(({ right }) => right))).toBeLessThanOrEqual(width);
    expect(seen.length).toBeGreaterThanOrEqual(14);
  });
});

const link = (entity: string) =>
  `https://teams.microsoft.com/l/entity/kaskad/${encodeURIComponent(entity)}?webUrl=https%3A%2F%2Fx.example`;

/** Through Graph, as the product would. */
async function notify(to: string, entity: string, goal: string): Promise<void> {
  const token = await standin.tokenFor(ingrid, ['TeamsActivity.Send']);
  const answer = await standin.graph.fetch(
    new Request(`https://graph.microsoft.com/v1.0/users/${to}/teamwork/sendActivityNotification`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        topic: { source: 'text', value: goal, webUrl: link(entity) },
        activityType: 'goalAssigned',
        previewText: { content: 'Beslutat av nämnden.' },
        templateParameters: [{ name: 'goal', value: goal }],
      }),
    }),
  );
  if (answer.status !== 204) throw new Error(await answer.text());
}

describe('the activity feed', () => {
  it('says in words that it is empty, and closes when one goes elsewhere', async () => {
    const { page, tab } = await open(person('Karin Holm'), 'meeting:regionservice-kost');
    await page.getByRole('button', { name: 'Aktivitet' }).click();
    await page.getByText('När någon skickar dig något från Miljömål syns det här.').waitFor();
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Team', exact: true }).click();
    await page.getByRole('navigation', { name: 'Team och kanaler' }).waitFor();
    expect(await page.getByRole('region', { name: 'Aktivitet' }).count()).toBe(0);
  });

  it('shows what was sent to the one who was named, and leads to the right tab', async () => {
    const { page, tab } = await open(anders, 'channel:regionservice');
    await tab.getByRole('heading', { name: 'Regionservice' }).waitFor();
    await notify(anders, 'department/ekonomi', 'Minskat avfall');
    await notify(anders, 'overview', 'Klimatmålen');
    await page.getByRole('button', { name: /^Aktivitet.*2 olästa/ }).click();
    const feed = page.getByRole('region', { name: 'Aktivitet' });
    expect(await feed.getByRole('listitem').count()).toBe(2);
    await feed.getByRole('button', { name: /Ingrid Sandell fördelade Minskat avfall till er/ }).click();
    await page.getByRole('heading', { name: 'Ekonomi', level: 1 }).waitFor();
    await tab.getByRole('heading', { name: 'Ekonomi', level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Aktivitet.*en oläst/ }).waitFor();
    await feed.getByRole('button', { name: /Klimatmålen/ }).click();
    await tab.getByRole('heading', { name: 'Miljömål 2023' }).waitFor();
    await page.getByRole('button', { name: 'Aktivitet', exact: true }).waitFor();
    // Read is read, also after a reload; and nobody else was told.
    await page.reload();
    await feed.getByRole('button', { name: /^(?!Oläst).*Minskat avfall/ }).waitFor();
    await page.getByLabel('Du är').selectOption(eva);
    await page.getByText('Inget nytt').waitFor();
  });

  it('takes the whole window of a phone, and gives way to what is opened', async () => {
    await notify(eva, 'department/regionservice', 'Energi');
    const { page, tab } = await open(eva, 'channel:ekonomi', '&feed=open');
    await page.setViewportSize({ width: 360, height: 740 });
    const feed = page.getByRole('region', { name: 'Aktivitet' });
    expect((await feed.boundingBox())?.width).toBe(360);
    expect(await page.locator('iframe').isVisible()).toBe(false);
    await feed.getByRole('button', { name: /Energi/ }).click();
    await tab.getByRole('heading', { name: 'Regionservice' }).waitFor();
    expect(await feed.count()).toBe(0);
  });

  it.each(['light', 'dark', 'contrast'])('has nothing that axe objects to in the %s theme', async (theme) => {
    await notify(person('Samira Haddadi'), 'overview', 'Energi');
    const { page } = await open(
      person('Samira Haddadi'),
      'channel:regionservice',
      `&feed=open&theme=${theme}`,
    );
    await page
      .getByRole('button', { name: /Energi/ })
      .first()
      .waitFor();
    await page.evaluate(axe.source);
    const results = await page.evaluate(() =>
      (window as unknown as { axe: { run(where: object, options: object): Promise<AxeResults> } }).axe.run(
        { exclude: [['iframe'], ['[data-decoration]'], ['[data-tabster-dummy]']] },
        { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      ),
    );
    expect(
      results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ).toEqual([]);
  });
});
