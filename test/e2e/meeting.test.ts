import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { activitiesCalled, rowsOf, wrongTallies } from './siteRows.ts';
import { saved } from './tabWork.ts';
import { frameOf, openTeams, type Teams } from './teams.ts';

let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  teams = await openTeams(browser);
});
afterAll(async () => {
  await teams.close();
  await browser.close();
});

/** What the keyboard's focus is on, by its name or its words. */
function focused(page: Page): Promise<string> {
  return frameOf(page).evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
  });
}

/** Presses Tab until the focus is there; a page that has no way there runs out of patience. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    if ((await focused(page)).includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

describe('a meeting', () => {
  it('is written down by keyboard alone in 280 pixels, without a network in between, and shown on the stage', async () => {
    const { page, tab, complaints } = await teams.sit(
      { role: 'staff', place: 'meeting:regionservice-kost', theme: 'contrast' },
      { width: 1280, height: 720 },
    );
    expect(await frameOf(page).evaluate(() => document.documentElement.clientWidth)).toBe(280);
    await saved(tab);
    // Nobody has to look for the line.
    await expect.poll(() => focused(page)).toBe('Vad gör ni?');
    await page.keyboard.type('Mindre portioner på fredagar');
    await page.keyboard.press('Enter');
    await tab.getByText('Välj vilket mål det gäller.').waitFor();
    for (const key of ['Tab', 'Tab', 'Space']) await page.keyboard.press(key);
    await tab.getByRole('button', { name: 'Avfall', pressed: true }).waitFor();
    await page.keyboard.press('Enter');
    await saved(tab);

    teams.setNetwork(false);
    for (const line of ['Vi väger svinnet', '🌱 =SUMMA(1;2) <b>fet</b>']) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
    }
    await tab.getByText('Frånkopplad: 2 väntar').waitFor();
    await tab.getByRole('heading', { name: 'Loggat i mötet (3)' }).waitFor();
    teams.setNetwork(true);
    await saved(tab);
    for (const title of ['Mindre portioner på fredagar', 'Vi väger svinnet', '🌱 =SUMMA(1;2) <b>fet</b>']) {
      const rows = await activitiesCalled(teams.standin, title);
      expect(rows.map((row) => [row['MeetingId'], row['ResponsibleName']])).toEqual([
        ['meeting-regionservice-kost', 'Eva Strand'],
      ]);
    }
    const all = await rowsOf(teams.standin, 'Activities');
    expect(all.filter((row) => row['MeetingId'] === 'meeting-regionservice-kost')).toHaveLength(3);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);

    await tabTo(page, 'Visa på skärmen');
    await page.keyboard.press('Enter');
    const stage = page.frameLocator('iframe[title="Miljömål på skärmen"]');
    await stage.getByText('🌱 =SUMMA(1;2) <b>fet</b>').waitFor();
    expect(await stage.getByRole('list', { name: 'Loggat i mötet (3)' }).getByRole('listitem').count()).toBe(
      3,
    );
    // Nothing is pressed there.
    expect(await stage.getByRole('button').count()).toBe(0);

    const head = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await head.tab.getByText('Mindre portioner på fredagar').waitFor();
    await head.tab.getByText('Kost · Avfall · Pågår · Eva Strand').first().waitFor();
    expect(head.complaints).toEqual([]);
    // A refused request of the time without a network is told by the browser itself.
    expect(complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([]);
  });
});
