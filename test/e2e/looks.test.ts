import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { frameOf, openTeams, type Teams } from './teams.ts';

let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
});
beforeEach(async () => {
  teams = await openTeams(browser);
});
afterEach(() => teams.close());
afterAll(() => browser.close());

/** What axe objects to in the tab, in a line each; the sentinels that Fluent puts around a drawer are a known false alarm. */
async function objections(page: Page): Promise<string[]> {
  await settled(page);
  const frame = frameOf(page);
  // The page's policy allows no inline script; the debugger's own evaluation is not bound by it.
  await frame.evaluate(axe.source);
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

/** A drawer has slid to its place. */
function settled(page: Page): Promise<unknown> {
  return frameOf(page).evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

/** Elements that reach outside of the frame to the right, by their first classes and words. */
function tooWide(page: Page): Promise<string[]> {
  return frameOf(page).evaluate(() => {
    const width = document.documentElement.clientWidth;
    const whole =
      document.documentElement.scrollWidth > width ? [`page: ${document.documentElement.scrollWidth}`] : [];
    const all = [...document.querySelectorAll<HTMLElement>('body *')];
    const out = all.filter(
      (one) => one.getBoundingClientRect().right > width + 1 && one.offsetParent !== null,
    );
    return [...whole, ...out.map((one) => `${one.tagName}: ${one.textContent?.slice(0, 40)}`)];
  });
}

describe('the panel in its places', () => {
  it.each(['light', 'dark', 'contrast'] as const)(
    '%s: axe objects to nothing, page and drawers',
    async (theme) => {
      const { page, tab, complaints } = await teams.sit({
        role: 'head',
        place: 'channel:regionservice',
        theme,
      });
      await tab.getByText('Sparat ✓').waitFor();
      expect(await objections(page)).toEqual([]);
      await tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Spara' }).waitFor();
      expect(await objections(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
      await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
      await tab.getByRole('textbox', { name: 'Vad gör ni?' }).waitFor();
      expect(await objections(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('follows the theme while open', async () => {
    const { page, tab } = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await tab.getByText('Sparat ✓').waitFor();
    const background = () =>
      frameOf(page).evaluate(
        () =>
          getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor,
      );
    const light = await background();
    await page.evaluate(() => {
      location.hash = location.hash.replace('theme=light', 'theme=dark');
    });
    await expect.poll(background).not.toBe(light);
    // The same page, not a new one: the theme comes as an event.
    expect(await tab.getByText('Sparat ✓').count()).toBe(1);
  });

  it('speaks English to those who do', async () => {
    const { page, tab } = await teams.sit({ role: 'head', place: 'channel:regionservice', lang: 'en' });
    await tab.getByText('You hold 4 of 4 goals. Three of four units have goals.').waitFor();
    expect(await frameOf(page).evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it('fits the 280 pixels of a meeting, and a telephone’s 320', async () => {
    const { page, tab } = await teams.sit({ role: 'staff', place: 'meeting:regionservice' });
    await tab.getByText('Sparat ✓').waitFor();
    expect(await frameOf(page).evaluate(() => document.documentElement.clientWidth)).toBe(280);
    expect(await tooWide(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Gå runt bordet' }).click();
    await tab.getByText('Runt bordet · 1 av 4').waitFor();
    expect(await tooWide(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Visa allt' }).click();
    await tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Spara' }).waitFor();
    await settled(page);
    expect(await tooWide(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tab.getByRole('dialog').waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
    await tab.getByRole('textbox', { name: 'Vad gör ni?' }).waitFor();
    await settled(page);
    expect(await tooWide(page)).toEqual([]);
  });
});

describe('the personal tab and the configuration of a tab', () => {
  it('leads from the departments to a department, a unit, and back', async () => {
    const { tab } = await teams.sit({ role: 'strategist', place: 'personal' });
    await tab.getByRole('heading', { name: 'Miljömål 2023' }).waitFor();
    expect(await tab.getByRole('listitem').count()).toBe(9);
    await tab.getByRole('button', { name: 'Regionservice' }).click();
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
    await tab.getByRole('heading', { name: 'Vilken avdelning ska fliken visa?' }).waitFor();
    const save = page.getByRole('button', { name: 'Spara' });
    expect(await save.isDisabled()).toBe(true);
    await tab.getByLabel('Avdelning').selectOption('Fastighet');
    await save.click();
    await tab.getByRole('heading', { name: 'Fastighet', level: 1 }).waitFor();
  });
});
