import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rowsOf } from './siteRows.ts';
import { saved } from './tabWork.ts';
import { openTeams, type Seat, type Teams } from './teams.ts';

let browser: Browser;
let teams: Teams;
let ingrid: Seat;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  teams = await openTeams(browser);
  ingrid = await teams.sit({ role: 'strategist', place: 'personal', theme: 'dark' });
});
afterAll(async () => {
  await teams.close();
  await browser.close();
});

describe('the strategist', () => {
  it('reads the memo’s own sentences, and a cell opens the rows behind it', async () => {
    const { tab } = ingrid;
    await tab.getByRole('heading', { name: 'Miljömål 2023', level: 1 }).waitFor();
    const said = tab.locator('p').filter({ hasText: 'Alla avdelningar' });
    expect((await said.innerText()).replaceAll(/\s+/g, ' ')).toBe(
      'Alla avdelningar har fått tre eller fyra miljömål nerfördelade, av fyra möjliga. ' +
        'Endast en avdelning (Regionservice) har fördelat mål till enhetsnivå. ' +
        'För de mål som ligger på avdelningsnivå har fyra avdelningar av nio minst en aktivitet inlagd, ' +
        'och totalt tio aktiviteter har lagts in inom Regionstyrelsen.',
    );
    await tab
      .getByRole('gridcell', { name: 'Regionservice, Minskat avfall: tre enheter, tre aktiviteter' })
      .click();
    const behind = tab.getByRole('dialog', { name: 'Regionservice' });
    await behind.getByRole('list', { name: 'Har målet' }).getByText('Lokalvård').waitFor();
    const activities = behind.getByRole('list', { name: 'Aktiviteter' }).getByRole('listitem');
    expect(await activities.count()).toBe(3);
    await ingrid.page.keyboard.press('Escape');
    await behind.waitFor({ state: 'detached' });
  });

  it('[F22] reminds about a gap once, and the head finds it in the feed, with the way there', async () => {
    const { page, tab } = ingrid;
    // Half a screen, beside the minutes of a meeting.
    await page.setViewportSize({ width: 618, height: 900 });
    await tab.getByRole('tab', { name: 'Luckor (11)' }).click();
    await tab.getByRole('button', { name: 'Påminn: HR' }).click();
    const drawer = tab.getByRole('dialog', { name: 'Påminn HR' });
    await drawer.getByText('Ingrid Sandell påminner om aktiviteter').waitFor();
    await drawer.getByRole('button', { name: 'Skicka till Helena Wester' }).click();
    await drawer.getByText('Skickat').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await tab.getByText('Helena Wester påmind 25 augusti 2023').waitFor();
    await saved(tab);
    expect(await rowsOf(teams.standin, 'GapNotes')).toMatchObject([{ Kind: 'reminded', State: 'sent' }]);
    expect(ingrid.complaints).toEqual([]);

    const helena = await teams.sit({
      role: 'otherHead',
      place: 'channel:ekonomi',
      theme: 'contrast',
      hasFeed: true,
    });
    const feed = helena.page.getByRole('region', { name: 'Aktivitet' });
    await feed.getByRole('button', { name: /Ingrid Sandell påminner om aktiviteter/ }).click();
    await helena.tab.getByRole('heading', { name: 'HR', level: 1 }).waitFor();
    await helena.tab.getByText('Ingen aktivitet är inlagd.').waitFor();
    expect(helena.complaints).toEqual([]);
  });
});
