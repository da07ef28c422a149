import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rowsOf } from './siteRows.ts';
import { openWaiting, saved } from './tabWork.ts';
import { openTeams, type Seat, type Teams } from './teams.ts';

let browser: Browser;
let teams: Teams;
let ingrid: Seat;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  teams = await openTeams(browser);
});
afterAll(async () => {
  await teams.close();
  await browser.close();
});

const periods = async () =>
  (await rowsOf(teams.standin, 'Periods')).map(({ Title, State }) => [Title, State]);

describe('the follow-up of a period', () => {
  let karin: Seat;

  it('a unit tells how it goes for all its lines, and one line waits without a network', async () => {
    karin = await teams.sit({ role: 'unitHead', place: 'channel:regionservice' });
    const { page, tab } = karin;
    await tab.getByRole('button', { name: 'Kost', exact: true }).click();
    await tab.getByRole('heading', { name: 'Kost', level: 1 }).waitFor();
    await tab.getByRole('button', { name: /^Lämna läge/ }).click();
    const drawer = tab.getByRole('dialog', { name: 'Läge: Delår augusti' });
    await drawer
      .getByRole('group', { name: 'Hur går det med Minskat avfall?' })
      .getByRole('button', { name: 'Enligt plan' })
      .click();
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await drawer.waitFor({ state: 'detached' });
    await saved(tab);
    expect(await rowsOf(teams.standin, 'Comments')).toMatchObject([
      { Status: 'onPlan', PeriodKey: '2023-delar-augusti', UnitShelf: '2023/regionservice-kost' },
    ]);

    teams.setNetwork(false);
    await tab.getByRole('button', { name: /^Lämna läge/ }).click();
    await drawer
      .getByRole('group', { name: 'Hur går det med Minskad energianvändning?' })
      .getByRole('button', { name: 'Avviker' })
      .click();
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await drawer.waitFor({ state: 'detached' });
    await tab.getByText('Frånkopplad: 1 väntar').waitFor();
    await page.close();
    teams.setNetwork(true);
  });

  it('[F41] the strategist closes it, and a snapshot lies in the library', async () => {
    ingrid = await teams.sit({ role: 'strategist', place: 'personal' });
    const { tab } = ingrid;
    await tab.getByRole('tab', { name: 'Perioder' }).click();
    await tab.getByRole('button', { name: 'Stäng perioden Delår augusti' }).click();
    const drawer = tab.getByRole('dialog', { name: 'Stäng Delår augusti' });
    await drawer.getByText('Ett läge', { exact: true }).waitFor();
    await drawer.getByRole('button', { name: 'Stäng perioden' }).click();
    await drawer.getByText('Perioden är stängd och ögonblicksbilden är sparad.').waitFor();
    expect(await periods()).toEqual([
      ['Delår augusti', 'closed'],
      ['Helår', 'open'],
    ]);
    const [period] = await rowsOf(teams.standin, 'Periods');
    expect(period?.['SnapshotChecksum']).toMatch(/^[0-9a-f]{64}$/);
    expect(ingrid.complaints).toEqual([]);
  });

  it('[S22] the line that waited is refused in words, and is put right with a reason', async () => {
    const back = await karin.another();
    const drawer = await openWaiting(back.tab, 'Behöver dig');
    await drawer.getByText('Perioden är stängd.').waitFor();
    await drawer.getByRole('button', { name: 'Gör till en rättelse' }).click();
    await drawer.getByRole('textbox', { name: 'Varför rättas det?' }).fill('Nätet var borta');
    await drawer.getByRole('button', { name: 'Spara rättelsen' }).click();
    await drawer.getByText('Allt är sparat.').waitFor();
    const rows = await rowsOf(teams.standin, 'Comments');
    expect(rows.filter((row) => row['IsCorrection'] === true)).toMatchObject([{ Text: 'Nätet var borta' }]);
    expect(rows.filter((row) => row['Status'] === 'offPlan')).toHaveLength(1);
  });

  it('[M13][M14] the memo builds on the snapshot, says what has come since, and is saved in SharePoint', async () => {
    const { tab } = ingrid;
    await ingrid.page.keyboard.press('Escape');
    await tab.getByRole('button', { name: 'Skriv tjänsteskrivelse' }).click();
    await tab.getByText(/^Bygger på ögonblicksbilden från 25 augusti 2023\./).waitFor();
    await tab.getByRole('button', { name: 'Spara i SharePoint' }).click();
    const link = tab.getByRole('link', { name: 'Öppna dokumentet' });
    await link.waitFor();
    expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain(
      'Kaskad/Tjänsteskrivelser/',
    );
    expect(ingrid.complaints).toEqual([]);
  });
});
