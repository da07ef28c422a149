import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Frame, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { lineOf, openActivity, saved } from './tabWork.ts';
import { frameOf, openTeams, type Teams } from './teams.ts';

/** One page of each kind is loaded once; its themes and widths come and go while it is open. */

let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  teams = await openTeams(browser);
});
afterEach(() => teams.leave());
afterAll(async () => {
  await teams.close();
  await browser.close();
});

/** What axe objects to, in a line each; the sentinels that Fluent puts around a drawer are a known false alarm. */
async function objections(frame: Frame): Promise<string[]> {
  await settled(frame);
  // The page's policy allows no inline script; the debugger's own evaluation is not bound by it.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const results = await frame.evaluate(() =>
    (window as unknown as { axe: { run(where: object, options: object): Promise<AxeResults> } }).axe.run(
      { exclude: ['[data-tabster-dummy]'] },
      {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    ),
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** A drawer has slid to its place, and a new width or theme is drawn. */
async function settled(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** Elements that reach outside of the frame to the right, by their first classes and words. */
function tooWide(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const whole =
      document.documentElement.scrollWidth > width ? [`page: ${document.documentElement.scrollWidth}`] : [];
    // What scrolls in its own frame may be wider than it.
    const scrolls = (one: Element | null): boolean =>
      one !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
    const all = [...document.querySelectorAll<HTMLElement>('body *')];
    const out = all.filter(
      (one) =>
        one.getBoundingClientRect().right > width + 1 &&
        one.offsetParent !== null &&
        !scrolls(one.parentElement),
    );
    return [...whole, ...out.map((one) => `${one.tagName}: ${one.textContent?.slice(0, 40)}`)];
  });
}

const background = (frame: Frame) =>
  frame.evaluate(
    () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor,
  );

async function turn(page: Page, theme: 'light' | 'dark' | 'contrast'): Promise<void> {
  const before = await background(frameOf(page));
  await page.evaluate((name) => {
    location.hash = location.hash.replace(/theme=\w+/, `theme=${name}`);
  }, theme);
  await expect.poll(() => background(frameOf(page))).not.toBe(before);
}

/** Everything that is wrong with what is open now, in each theme and at each width. */
async function faults(page: Page, frame = frameOf(page)): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['dark', 'contrast', 'light'] as const) {
    await turn(page, theme);
    found.push(...(await objections(frame)).map((words) => `${theme}, ${words}`));
  }
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  for (const width of [320, 550, 1920]) {
    await page.setViewportSize({ width, height: size.height });
    await settled(frame);
    found.push(...(await tooWide(frame)).map((words) => `${width} px, ${words}`));
  }
  await page.setViewportSize(size);
  return found;
}

async function closeDrawer(page: Page, tab: FrameLocator): Promise<void> {
  await page.keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('axe objects to nothing and nothing is too wide, in any theme', () => {
  it('on a department’s page and in its drawers', async () => {
    const { page, tab, complaints } = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await saved(tab);
    expect(await faults(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Spara' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await closeDrawer(page, tab);
    await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
    await tab.getByRole('textbox', { name: 'Vad gör ni?' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await closeDrawer(page, tab);
    await openActivity(tab, 'Nya recept minskar svinnet från matproduktionen');
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('in a meeting’s 280 pixels, round the table, and on its screen', async () => {
    const { page, tab, complaints } = await teams.sit({ role: 'staff', place: 'meeting:regionservice' });
    await saved(tab);
    expect(await frameOf(page).evaluate(() => document.documentElement.clientWidth)).toBe(280);
    expect(await faults(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Avfall', exact: true }).click();
    await tab
      .getByRole('textbox', { name: 'Vad gör ni?' })
      .fill('Ordet Abborrfilépaneringsutrustning är långt');
    await page.keyboard.press('Enter');
    await lineOf(tab, 'Ordet Abborrfilépaneringsutrustning är långt').waitFor();
    await tab.getByRole('button', { name: 'Gå runt bordet' }).click();
    await tab.getByText('Runt bordet · 1 av 4').waitFor();
    expect(await tooWide(frameOf(page))).toEqual([]);
    expect(await faults(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Visa på skärmen' }).click();
    const screen = page.locator('iframe[title="Miljömål på skärmen"]');
    await screen.contentFrame().getByText('Ordet Abborrfilépaneringsutrustning är långt').waitFor();
    const stage = await (await screen.elementHandle())?.contentFrame();
    if (!stage) throw new Error('The stage is not open');
    expect(await faults(page, stage)).toEqual([]);
    await tab.getByRole('button', { name: 'Visa allt' }).click();
    for (const drawer of ['Fördela mål', 'Logga aktivitet']) {
      await tab.getByRole('button', { name: drawer, exact: true }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Spara', exact: true }).waitFor();
      await settled(frameOf(page));
      expect(await tooWide(frameOf(page))).toEqual([]);
      await closeDrawer(page, tab);
    }
    expect(complaints).toEqual([]);
  });

  it('in the overview: map, cards, rows behind a cell, and every view', async () => {
    const { page, tab, complaints } = await teams.sit({ role: 'strategist', place: 'personal' });
    await tab.getByRole('treegrid').waitFor();
    await saved(tab);
    expect(await faults(page)).toEqual([]);
    await tab.getByRole('gridcell', { name: /^Regionservice, Minskat avfall:/ }).click();
    await tab.getByRole('dialog').getByRole('list', { name: 'Aktiviteter' }).waitFor();
    expect(await objections(frameOf(page))).toEqual([]);
    await tab
      .getByRole('dialog')
      .getByRole('button', { name: 'Fler maträtter skickas till Kajutan' })
      .click();
    await tab.getByRole('dialog', { name: 'Aktivitet' }).waitFor();
    await closeDrawer(page, tab);
    // One drawer has given way to another, and the page is there again for everybody.
    await tab.getByRole('treegrid').waitFor();
    await page.setViewportSize({ width: 320, height: 740 });
    await tab.getByRole('treegrid').waitFor({ state: 'detached' });
    expect(await objections(frameOf(page))).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    const first = {
      Luckor: tab.getByRole('button', { name: 'Påminn: HR' }),
      Ändrat: tab.getByRole('tabpanel').locator(':not(:empty)').first(),
      Mätetal: tab.getByRole('img').first(),
      Samtal: tab.getByRole('tabpanel').getByRole('button').first(),
    };
    for (const [name, shown] of Object.entries(first)) {
      await tab.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
      await shown.waitFor();
      expect([name, ...(await faults(page))]).toEqual([name]);
    }
    expect(complaints).toEqual([]);
  });
});

describe('the language', () => {
  it('is English for those who speak it', async () => {
    const { page, tab } = await teams.sit({ role: 'head', place: 'channel:regionservice', lang: 'en' });
    await tab.getByText('You hold 4 of 4 goals. Three of four units have goals.').waitFor();
    expect(await frameOf(page).evaluate(() => document.documentElement.lang)).toBe('en');
  });
});

describe('the personal tab and the configuration of a tab', () => {
  it('leads from all departments to a department, a unit, and back', async () => {
    const { tab } = await teams.sit({ role: 'strategist', place: 'personal' });
    await tab.getByRole('heading', { name: 'Miljömål 2023' }).waitFor();
    expect(await tab.getByRole('rowheader').count()).toBe(9);
    await tab.getByRole('button', { name: 'en avdelning', exact: true }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Regionservice' }).click();
    await tab.getByText('Tre av fyra enheter har fått mål.').waitFor();
    await tab.getByRole('button', { name: 'Kost' }).click();
    await tab.getByRole('heading', { name: 'Kost', level: 1 }).waitFor();
    await tab.getByText('Ni har 4 av 4 mål. Två aktiviteter är inlagda.').waitFor();
    await tab.getByRole('button', { name: 'Tillbaka' }).click();
    await tab.getByRole('button', { name: 'Tillbaka' }).click();
    await tab.getByRole('heading', { name: 'Miljömål 2023' }).waitFor();
  });

  it('lets Save be pressed once a department is chosen, and the channel then shows it', async () => {
    const { page, tab } = await teams.sit({ role: 'strategist', place: 'settings' });
    await tab.getByRole('heading', { name: 'Vad ska fliken visa?' }).waitFor();
    const save = page.getByRole('button', { name: 'Spara' });
    expect(await save.isDisabled()).toBe(true);
    await tab.getByLabel('Sök avdelning eller enhet').fill('fastigh');
    await tab.getByRole('radio', { name: 'Fastighet', exact: true }).check();
    await save.click();
    await tab.getByRole('heading', { name: 'Fastighet', level: 1 }).waitFor();
  });
});
