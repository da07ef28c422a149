import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { region, tabOrigin } from './region.ts';
import { isCreationOf, lineOf, openWaiting, saved } from './tabWork.ts';
import { openTeams, type Seat, type Teams } from './teams.ts';

/** Signing in with MSAL itself: through Teams, in a window of its own, and in a plain tab of the browser. */

const signedOut = 'Du är inte inloggad';
const panel = 'Ni har 4 av 4 mål. Tre av fyra enheter har fått mål.';

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

function idOf(name: string): string {
  const person = region.people.find((one) => one.name === name);
  if (!person) throw new Error(`There is no ${name}`);
  return person.id;
}

/** Presses the tab's own button, and gives back the window that the host opens. */
async function openedBy({ page, tab }: Seat): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await tab.getByRole('button', { name: 'Logga in', exact: true }).click();
  return opened;
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
}

async function logLine(tab: Page | Seat['tab'], title: string): Promise<void> {
  await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
  const form = tab.getByRole('dialog', { name: 'Logga aktivitet' });
  await form.getByRole('textbox', { name: 'Vad gör ni?' }).fill(title);
  // The goal that was chosen last stays chosen.
  const chosen = form.getByRole('button', { name: 'Minskat avfall', pressed: true });
  if ((await chosen.count()) === 0) await form.getByRole('button', { name: 'Minskat avfall' }).click();
  await form.getByRole('button', { name: 'Spara', exact: true }).click();
}

const linesNamed = (tab: Page | Seat['tab'], title: string) => lineOf(tab as Seat['tab'], title);

describe('in Teams', () => {
  it('[T2] nothing is asked where the host signs in itself', async () => {
    const { page, tab, complaints } = await teams.sit({ role: 'staff', place: 'channel:regionservice' });
    await tab.getByText(panel).waitFor();
    await saved(tab);
    expect(page.context().pages()).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('[T3] a host that cannot opens a window at a click; the panel comes, and a line is saved', async () => {
    const seat = await teams.sit({ role: 'staff', place: 'channel:regionservice', auth: 'popup' });
    await seat.tab.getByRole('heading', { name: signedOut }).waitFor();
    const opened = await openedBy(seat);
    const closed = opened.waitForEvent('close');
    await choose(opened, 'Eva Strand');
    await closed;
    await seat.tab.getByText(panel).waitFor();
    await logLine(seat.tab, 'Skriven efter inloggning i fönster');
    await saved(seat.tab);
    await linesNamed(seat.tab, 'Skriven efter inloggning i fönster').waitFor();
  });

  it('[T5] a window that is closed says so, and can be opened again', async () => {
    const seat = await teams.sit({ role: 'staff', place: 'channel:regionservice', auth: 'popup' });
    const first = await openedBy(seat);
    await first.getByRole('button', { name: 'Avbryt' }).click();
    await seat.tab.getByText('Inloggningen avbröts innan den var klar.').waitFor();
    const second = await openedBy(seat);
    await second.getByRole('heading', { name: 'Välj ett konto' }).waitFor();
    await second.close();
    await seat.tab.getByText('Inloggningen avbröts innan den var klar.').waitFor();
    await choose(await openedBy(seat), 'Eva Strand');
    await seat.tab.getByText(panel).waitFor();
  });

  it('[T6] another than the one who sits there is not let in', async () => {
    const seat = await teams.sit({ role: 'staff', place: 'channel:regionservice', auth: 'popup' });
    await choose(await openedBy(seat), 'Anders Ekholm');
    await seat.tab.getByText('Det var någon annan som loggade in.').waitFor();
    expect(await seat.tab.getByText(panel).count()).toBe(0);
  });

  it('[T4] a host that is told no asks no more by itself, and says what to do', async () => {
    const { tab } = await teams.sit({ role: 'staff', place: 'channel:regionservice', auth: 'refused' });
    await tab.getByText('Inloggningen avbröts.').waitFor();
    await tab.getByRole('button', { name: 'Logga in', exact: true }).waitFor();
  });

  it('[T8] a claims challenge in the middle of work is answered without a word, and no line is lost', async () => {
    const { tab } = await teams.sit({ role: 'staff', place: 'channel:regionservice' });
    await saved(tab);
    teams.standin.graph.challenge(idOf('Eva Strand'));
    for (const title of ['Första efter utmaningen', 'Andra efter utmaningen']) {
      await logLine(tab, title);
      await linesNamed(tab, title).waitFor();
      await expect.poll(() => tab.getByText('Inte skickad än').count()).toBe(0);
      expect(await linesNamed(tab, title).count()).toBe(1);
    }
    // Refused once, and sent once more.
    expect(teams.wire.asked.filter(isCreationOf('Första efter utmaningen'))).toHaveLength(2);
    expect(teams.wire.asked.filter(isCreationOf('Andra efter utmaningen'))).toHaveLength(1);
  });

  it('[T8] where a window is needed for that, what was written waits for it', async () => {
    const seat = await teams.sit({ role: 'staff', place: 'channel:regionservice', auth: 'popup' });
    await choose(await openedBy(seat), 'Eva Strand');
    await saved(seat.tab);
    // Whoever is challenged must show themselves again: Entra remembers nobody.
    await seat.page.context().clearCookies();
    teams.standin.graph.challenge(idOf('Eva Strand'));
    await logLine(seat.tab, 'Väntar på inloggning');
    const drawer = await openWaiting(seat.tab, 'Inte inloggad: 1 väntar');
    await drawer.getByText('Väntar på inloggning').waitFor();
    await choose(await openedBy(seat), 'Eva Strand');
    await drawer.getByText('Allt är sparat.').waitFor();
  });
});

describe('in a plain tab of the browser', () => {
  const address = `${tabOrigin}/index.html?room=department/regionservice`;
  let context: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    context = await teams.browse();
    page = await context.newPage();
  });

  async function signIn(name: string): Promise<void> {
    await page.goto(address);
    await page.getByRole('button', { name: 'Logga in med ditt arbetskonto' }).click();
    await choose(page, name);
    await page.getByText(panel).waitFor();
  }

  it('[T10] one signs in, is back at the same address, works, and is known when the page is opened again', async () => {
    await signIn('Eva Strand');
    expect(page.url()).toBe(address);
    await logLine(page, 'Skriven i webbläsaren');
    await page.getByText('Sparat ✓').waitFor();
    await page.reload();
    await linesNamed(page, 'Skriven i webbläsaren').waitFor();
    const other = await context.newPage();
    await other.goto(address);
    await linesNamed(other, 'Skriven i webbläsaren').waitFor();
  });

  it('[T11] [T12] another account is another person, with a device of their own', async () => {
    await signIn('Eva Strand');
    await page.getByText('Sparat ✓').waitFor();
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByText('Inloggad som Eva Strand').waitFor();
    await page.getByRole('menuitem', { name: 'Byt konto' }).click();
    await choose(page, 'Anders Ekholm');
    await page.getByText(panel).waitFor();
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByText('Inloggad som Anders Ekholm').waitFor();
    const kept = await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      return { names, storage: JSON.stringify(Object.entries(localStorage)) };
    });
    expect(kept.names.some((name) => name.endsWith(idOf('Anders Ekholm')))).toBe(true);
    // Neither the former's account nor a token in clear is left behind.
    expect(kept.storage).not.toContain(idOf('Eva Strand'));
    expect(kept.storage).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });

  it('[T12] whoever signs out is nobody here, and is asked the next time', async () => {
    await signIn('Eva Strand');
    await page.getByText('Sparat ✓').waitFor();
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Logga ut' }).click();
    await page.getByRole('button', { name: 'Logga in med ditt arbetskonto' }).waitFor();
    await page.goto(address);
    await page.getByRole('button', { name: 'Logga in med ditt arbetskonto' }).waitFor();
  });

  it('[T13] whoever says no is told, and can go on', async () => {
    await page.goto(address);
    await page.getByRole('button', { name: 'Logga in med ditt arbetskonto' }).click();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByText('Inloggningen avbröts innan den var klar.').waitFor();
    await page.getByRole('button', { name: 'Logga in med ditt arbetskonto' }).click();
    await choose(page, 'Eva Strand');
    await page.getByText(panel).waitFor();
  });

  it('[T14] a link to the page is a plain address of the web, and leads there', async () => {
    await signIn('Eva Strand');
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tabOrigin });
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Kopiera länk' }).click();
    await page.getByText('Länken är kopierad').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`${tabOrigin}/index.html?room=department%2Fregionservice&page=`);
    await page.goto(link);
    await page.getByText(panel).waitFor();
  });
});
