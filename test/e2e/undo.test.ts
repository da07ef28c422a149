import { text } from 'node:stream/consumers';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { activitiesCalled, rowsOf, wrongTallies } from './siteRows.ts';
import { isCreationOf, lineOf, openActivity, openWaiting, saved, writeLine } from './tabWork.ts';
import { frameOf, openTeams, type Seat, type Teams } from './teams.ts';

/** Second thoughts: taking back, changing, settling with others, and what has not been sent yet. */

let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  teams = await openTeams(browser);
});
afterEach(() => teams.setNetwork(true));
afterAll(async () => {
  await teams.close();
  await browser.close();
});

const sitDown = () => teams.sit({ role: 'staff', place: 'meeting:regionservice-kost' });

/** What stands on the site of the activities called so, also of those that are hidden. */
async function standing(title: string, column: string): Promise<unknown[]> {
  const rows = await rowsOf(teams.standin, 'Activities');
  return rows.filter((row) => row.Title === title).map((row) => row[column]);
}

describe('[S12] what was done is taken back', () => {
  afterEach(() => teams.leave());

  it('by the button of the bar: the line goes from the screen, and is removed on the site', async () => {
    const { tab, complaints } = await sitDown();
    await writeLine(tab, 'Ångras med knappen');
    await tab.getByText('Aktiviteten är sparad.').waitFor();
    await saved(tab);
    expect(await activitiesCalled(teams.standin, 'Ångras med knappen')).toHaveLength(1);
    await tab.getByRole('button', { name: 'Ångra', exact: true }).click();
    await lineOf(tab, 'Ångras med knappen').waitFor({ state: 'detached' });
    await tab.getByText('Ångrat.').waitFor();
    await saved(tab);
    expect(await standing('Ångras med knappen', 'Removed')).toEqual([true]);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('by Ctrl+Z, one step at a time: dropped, finished, changed and written', async () => {
    const { page, tab, complaints } = await sitDown();
    await writeLine(tab, 'Steg för steg');
    await saved(tab);

    const change = await openActivity(tab, 'Steg för steg');
    await change.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Steg efter steg');
    await change.getByRole('textbox', { name: 'Beskrivning' }).fill('Ett i taget.');
    await change.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('Ändringen är sparad.').waitFor();
    await lineOf(tab, 'Steg efter steg').waitFor();
    await change.waitFor({ state: 'detached' });
    await saved(tab);
    expect(await standing('Steg efter steg', 'Description')).toEqual(['Ett i taget.']);

    const finish = await openActivity(tab, 'Steg efter steg');
    await finish.getByRole('button', { name: 'Markera som klar' }).click();
    await tab.getByText('Aktiviteten är klar.').waitFor();
    await lineOf(tab, 'Steg efter steg').getByText('· Klar').waitFor();
    await finish.waitFor({ state: 'detached' });
    await saved(tab);
    expect(await standing('Steg efter steg', 'State')).toEqual(['done']);

    await page.keyboard.press('Control+z');
    await tab.getByText('Ångrat.').waitFor();
    await saved(tab);
    expect(await standing('Steg efter steg', 'State')).toEqual(['ongoing']);

    const drop = await openActivity(tab, 'Steg efter steg');
    await drop.getByRole('button', { name: 'Avsluta utan att göra klart' }).click();
    await tab.getByText('Aktiviteten är avslutad.').waitFor();
    await drop.waitFor({ state: 'detached' });
    await saved(tab);
    expect(await standing('Steg efter steg', 'State')).toEqual(['dropped']);

    await tab.getByRole('button', { name: 'Ångra', exact: true }).click();
    await tab.getByText('Ångrat.').waitFor();
    await saved(tab);
    expect(await standing('Steg efter steg', 'State')).toEqual(['ongoing']);
    await page.keyboard.press('Control+z');
    await lineOf(tab, 'Steg för steg').waitFor();
    await page.keyboard.press('Control+z');
    await lineOf(tab, 'Steg för steg').waitFor({ state: 'detached' });
    await saved(tab);
    expect(await standing('Steg för steg', 'Removed')).toEqual([true]);
    expect(await standing('Steg för steg', 'Description')).toEqual([undefined]);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('before it has left the device: the site is never told', async () => {
    const { tab } = await sitDown();
    await saved(tab);
    // One line is on its way; the next stands in the queue behind it.
    const gate = teams.wire.gate('there', isCreationOf('Först i kön'));
    await writeLine(tab, 'Först i kön');
    await gate.reached;
    await writeLine(tab, 'Aldrig skickad');
    await tab.getByText('Sparar 2 …').waitFor();
    await tab.getByRole('button', { name: 'Ångra', exact: true }).click();
    await lineOf(tab, 'Aldrig skickad').waitFor({ state: 'detached' });
    gate.open();
    await saved(tab);
    expect(teams.wire.asked.filter(isCreationOf('Aldrig skickad'))).toEqual([]);
    expect(await activitiesCalled(teams.standin, 'Först i kön')).toHaveLength(1);
  });
});

describe('[S8] when two people change the same thing', () => {
  let eva: Seat;
  let anders: Seat;
  beforeAll(async () => {
    eva = await sitDown();
    anders = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await saved(anders.tab);
  });
  afterAll(() => teams.leave());

  it.each([
    ['Behåll mitt', 'Evas ord'],
    ['Behåll deras', 'Anders ord'],
  ])('mine and theirs stand side by side; %s decides', async (choice, stands) => {
    const title = `Delad rad, ${choice}`;
    const [mine, theirs] = [`Evas ord, ${choice}`, `Anders ord, ${choice}`];
    await writeLine(eva.tab, title);
    await saved(eva.tab);
    // Reads what has been written since.
    await anders.page.reload();

    // Eva's change has been made, and stands still on its way while Anders makes his.
    const gate = teams.wire.gate('there', (one) => one.method === 'PATCH' && one.body.includes(mine));
    const hers = await openActivity(eva.tab, title);
    await hers.getByRole('textbox', { name: 'Vad gör ni?' }).fill(mine);
    await hers.getByRole('button', { name: 'Spara', exact: true }).click();
    await gate.reached;
    const his = await openActivity(anders.tab, title);
    await his.getByRole('textbox', { name: 'Vad gör ni?' }).fill(theirs);
    await his.getByRole('textbox', { name: 'Beskrivning' }).fill('Skriven av Anders.');
    await his.getByRole('button', { name: 'Spara', exact: true }).click();
    await his.waitFor({ state: 'detached' });
    await saved(anders.tab);
    gate.open();

    await eva.tab.getByText('En rad kunde inte sparas.').waitFor();
    const drawer = await openWaiting(eva.tab, 'Behöver dig');
    const clash = drawer.getByRole('group', { name: /har ändrat samma sak/ });
    const sides = clash.getByLabel('Rubrik').locator('div');
    expect(await sides.allInnerTexts()).toEqual([`Mitt\n${mine}`, `Deras\n${theirs}`]);
    expect(await standing(mine, 'Title')).toEqual([]);
    await clash.getByRole('button', { name: choice }).click();
    await drawer.getByText('Allt är sparat.').waitFor();
    await eva.page.keyboard.press('Escape');
    await lineOf(eva.tab, `${stands}, ${choice}`).waitFor();
    await saved(eva.tab);
    // What only one of them had changed is kept, whoever wins the rest.
    expect(await standing(`${stands}, ${choice}`, 'Description')).toEqual(['Skriven av Anders.']);
  });
});

describe('“Väntar och behöver dig”', () => {
  afterEach(() => teams.leave());

  it('[S3] lets what waits be mended and thrown away, and only what is left is sent', async () => {
    const { tab } = await sitDown();
    await saved(tab);
    const gate = teams.wire.gate('there', isCreationOf('Redan på väg'));
    await writeLine(tab, 'Redan på väg');
    await gate.reached;
    await writeLine(tab, 'Felstavat');
    await writeLine(tab, 'Onödig');
    const drawer = await openWaiting(tab, 'Sparar 3 …');
    const line = (title: string) => drawer.getByRole('listitem', { name: `Ny aktivitet: ”${title}”` });
    await line('Felstavat').getByRole('button', { name: 'Ändra' }).click();
    await drawer.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Rättstavat');
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await line('Rättstavat').waitFor();
    await line('Onödig').getByRole('button', { name: 'Ta bort' }).click();
    await line('Onödig').getByRole('button', { name: 'Behåll' }).click();
    await line('Onödig').getByRole('button', { name: 'Ta bort' }).click();
    await line('Onödig').getByRole('button', { name: 'Ja, ta bort' }).click();
    await line('Onödig').waitFor({ state: 'detached' });
    gate.open();
    await drawer.getByText('Allt är sparat.').waitFor();
    for (const title of ['Redan på väg', 'Rättstavat'])
      expect(await activitiesCalled(teams.standin, title)).toHaveLength(1);
    for (const title of ['Felstavat', 'Onödig'])
      expect(teams.wire.asked.filter(isCreationOf(title))).toEqual([]);
  });

  it('shows what waits offline, gives it as a file, and forgets the device after saying what that costs', async () => {
    const { page, tab } = await sitDown();
    await saved(tab);
    teams.setNetwork(false);
    await writeLine(tab, 'Skriven offline');
    await writeLine(tab, 'Stannar på enheten');
    await tab.getByText('Frånkopplad: 2 väntar').waitFor();
    await page.reload();
    const drawer = await openWaiting(tab, 'Frånkopplad: 2 väntar');
    await drawer.getByText('Det går inte att nå SharePoint just nu.').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      drawer.getByRole('button', { name: 'Spara som fil' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('kaskad-ej-sparat-2023-08-25.json');
    const { lines } = JSON.parse(await text(await file.createReadStream())) as { lines: unknown[] };
    expect(lines).toHaveLength(2);
    for (const title of ['Skriven offline', 'Stannar på enheten']) {
      const what = `Ny aktivitet: ”${title}”`;
      const command = expect.objectContaining({ do: 'logActivity', title }) as unknown;
      expect(lines).toContainEqual({ what, where: 'Kost · 25 augusti 2023', by: 'Eva Strand', command });
    }

    await drawer.getByRole('button', { name: 'Glöm den här enheten' }).click();
    const forget = tab.getByRole('dialog', { name: 'Glöm den här enheten' });
    await forget.getByText('Två rader är inte skickade. De försvinner för gott.').waitFor();
    expect(await databases(page)).toHaveLength(1);
    await forget.getByRole('button', { name: 'Glöm enheten' }).click();
    await tab.getByRole('heading', { name: 'Den här enheten har glömt' }).waitFor();
    expect(await databases(page)).toEqual([]);

    teams.setNetwork(true);
    await tab.getByRole('button', { name: 'Ladda om' }).click();
    await saved(tab);
    for (const title of ['Skriven offline', 'Stannar på enheten']) {
      expect(await lineOf(tab, title).count()).toBe(0);
      expect(await standing(title, 'Title')).toEqual([]);
    }
  });

  function databases(page: Parameters<typeof frameOf>[0]): Promise<unknown[]> {
    return frameOf(page).evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  }
});

describe('a browser that gives the tab no storage', () => {
  afterAll(() => teams.leave());

  it('works all the same, says that it cannot keep what is unsent, and forgets it with the page', async () => {
    const { page, tab } = await teams.sit({
      role: 'staff',
      place: 'meeting:regionservice-kost',
      before: forbidStorage,
    });
    await tab.getByText('Den här webbläsaren kan inte spara på enheten.').waitFor();
    await saved(tab);
    await writeLine(tab, 'Utan lagring');
    await saved(tab);
    expect(await activitiesCalled(teams.standin, 'Utan lagring')).toHaveLength(1);

    teams.setNetwork(false);
    await writeLine(tab, 'Bara i minnet');
    await tab.getByText('Frånkopplad: 1 väntar').waitFor();
    await tab.getByText('Håll fliken öppen tills allt är skickat.').waitFor();
    teams.setNetwork(true);
    await saved(tab);
    expect(await activitiesCalled(teams.standin, 'Bara i minnet')).toHaveLength(1);
    await page.reload();
    await lineOf(tab, 'Bara i minnet').waitFor();
  });
});

/** Runs in the page: what a browser answers that refuses storage to framed pages of other sites. */
function forbidStorage(): void {
  const refusal = 'The user denied permission to access the database.';
  IDBFactory.prototype.open = () => {
    throw new DOMException(refusal, 'UnknownError');
  };
}
