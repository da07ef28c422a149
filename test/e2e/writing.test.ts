import { type Browser, chromium, type Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { activitiesCalled, rowsOf, wrongTallies } from './siteRows.ts';
import { lineOf, saved } from './tabWork.ts';
import { openTeams, type Seat, type Teams } from './teams.ts';

/** Several lines at once, last year's work, and links that lead to what somebody has written. */

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

/** As the browser does it with its clipboard, which all pages of a machine share. */
async function paste({ page }: Seat, field: Locator, words: string): Promise<void> {
  await field.focus();
  await field.dispatchEvent('paste');
  await page.keyboard.insertText(words);
}

describe('several lines from a document', () => {
  it('are looked at first, become an activity each as they stand, and one Undo takes all back', async () => {
    const seat = await teams.sit(
      { role: 'staff', place: 'channel:regionservice', theme: 'dark' },
      { width: 620, height: 900 },
    );
    const { tab, complaints } = seat;
    await saved(tab);
    const titles = ['<b>Fet</b> & snabb', '=HYPERLINK("x")', 'מחזור 🌱 återbruk'];
    await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
    const drawer = tab.getByRole('dialog', { name: 'Logga aktivitet' });
    await paste(
      seat,
      drawer.getByRole('textbox', { name: 'Vad gör ni?' }),
      ['• Bort med den', ...titles].join('\r\n'),
    );
    await drawer.getByRole('heading', { name: 'Fyra rader blir fyra aktiviteter' }).waitFor();
    await drawer.getByRole('button', { name: 'Ta bort rad 1' }).click();
    await drawer.getByRole('button', { name: 'Minskat avfall' }).click();
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('3 aktiviteter sparade.').waitFor();
    for (const title of titles) await lineOf(tab, title).waitFor();
    await saved(tab);
    for (const title of titles) expect(await activitiesCalled(teams.standin, title)).toHaveLength(1);

    await tab.getByRole('button', { name: 'Ångra', exact: true }).click();
    for (const title of titles) await lineOf(tab, title).waitFor({ state: 'detached' });
    await tab.getByText('Ångrat.').waitFor();
    await saved(tab);
    for (const title of titles) expect(await activitiesCalled(teams.standin, title)).toEqual([]);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('a link from outside', () => {
  const recipes = 'Nya recept minskar svinnet från matproduktionen';

  it('opens the activity over its room, in a telephone too, and says so when it leads nowhere', async () => {
    const [row] = await activitiesCalled(teams.standin, recipes);
    const link = (activity: string) => `year=2023&room=regionservice-kost&activity=${activity}`;
    const { page, tab, complaints } = await teams.sit(
      { role: 'auditor', place: 'personal', subPage: link(row?.Key ?? ''), theme: 'dark' },
      { width: 320, height: 690 },
    );
    const drawer = tab.getByRole('dialog', { name: 'Aktivitet' });
    const line = drawer.getByRole('textbox', { name: 'Vad gör ni?' });
    await line.waitFor();
    expect(await line.inputValue()).toBe(recipes);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await tab.getByRole('heading', { name: 'Kost', level: 1 }).waitFor();
    expect(complaints).toEqual([]);

    const lost = await teams.sit({ role: 'auditor', place: 'personal', subPage: link('finns-inte') });
    await lost.tab.getByText('Länken leder till något som inte finns längre.').waitFor();
  });
});

describe('last year’s activities', () => {
  const recipes = 'Nya recept minskar svinnet från matproduktionen';

  it('[V12] go on in the new one, once, although two people take them along', async () => {
    const seats = [
      await teams.sit({ role: 'staff', place: 'channel:regionservice' }),
      await teams.sit({ role: 'head', place: 'channel:regionservice' }),
    ];
    for (const seat of seats) await chooseAll(seat);
    for (const { tab } of seats) {
      await tab.getByRole('dialog').getByRole('button', { name: 'Spara', exact: true }).click();
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
      await saved(tab);
      await lineOf(tab, recipes).waitFor();
    }
    const rows = await rowsOf(teams.standin, 'Activities');
    const copies = rows.filter((row) => row.Title === recipes && String(row['Shelf']).startsWith('2024/'));
    expect(copies.map((row) => row['Removed'] === true)).toEqual([false]);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);
  });

  async function chooseAll({ tab }: Seat): Promise<void> {
    await saved(tab);
    await tab.getByRole('combobox', { name: 'År' }).selectOption('2024');
    await tab.getByRole('button', { name: 'Fortsätt från 2023' }).click();
    const drawer = tab.getByRole('dialog', { name: 'Fortsätt från 2023' });
    await drawer.getByRole('button', { name: 'Fortsätt med alla som pågår' }).click();
    await drawer
      .getByRole('radiogroup', { name: new RegExp(recipes) })
      .getByRole('radio', { name: 'Fortsätt', checked: true })
      .waitFor();
  }
});
