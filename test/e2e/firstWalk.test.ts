import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openWaiting } from './tabWork.ts';
import { openTeams, type Teams } from './teams.ts';

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

describe('a department head', () => {
  it('signs in, assigns goals to a unit, and finds them there after reload and restart', async () => {
    const { page, tab, complaints } = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await tab
      .getByText('Ni har 4 av 4 mål. Tre av fyra enheter har fått mål. Fem aktiviteter är inlagda.')
      .waitFor();
    await tab.getByText('Växel och reception har inga mål än.').waitFor();

    await tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
    const drawer = tab.getByRole('dialog', { name: 'Fördela mål' });
    await drawer.getByText('4 nya · 0 tas bort').waitFor();
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();

    await tab.getByText('Ni har 4 av 4 mål. Alla enheter har fått mål.').waitFor();
    await tab.getByText('4 fördelningar sparade.').waitFor();
    await tab.getByText('Sparat ✓').waitFor();

    await page.reload();
    await tab.getByText('Alla enheter har fått mål.').waitFor();
    await teams.restart();
    await page.reload();
    await tab.getByText('Alla enheter har fått mål.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('unticks what a unit should not have, and only the rest is assigned', async () => {
    const { tab } = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await tab.getByRole('button', { name: 'Fördela mål till Växel och reception' }).click();
    const drawer = tab.getByRole('dialog', { name: 'Fördela mål' });
    await drawer.getByRole('checkbox', { name: 'Minskat avfall till Växel och reception' }).uncheck();
    await drawer.getByText('3 nya · 0 tas bort').waitFor();
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('3 mål · ingen aktivitet').waitFor();
    await drawer.waitFor({ state: 'detached' });
  });
});

describe('unit staff', () => {
  it('logs an activity in the side panel, by keyboard alone, and a colleague sees it', async () => {
    const { page, tab, complaints } = await teams.sit({ role: 'staff', place: 'meeting:regionservice-kost' });
    await tab.getByRole('textbox', { name: 'Vad gör ni?' }).focus();
    await page.keyboard.type('Mindre portioner på fredagar');
    await page.keyboard.press('Enter');
    await tab.getByText('Välj vilket mål det gäller.').waitFor();
    // Enter has led to the goals; the third is chosen, and that leads back to the line.
    for (const key of ['Tab', 'Tab', 'Space']) await page.keyboard.press(key);
    await tab.getByRole('button', { name: 'Avfall', pressed: true }).waitFor();
    await page.keyboard.press('Enter');
    await tab.getByText('Aktiviteten är sparad.').waitFor();
    await tab.getByText('Loggat i mötet (1)').waitFor();
    await tab.getByText('Sparat ✓').waitFor();
    expect(complaints).toEqual([]);

    const head = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await head.tab.getByText('Mindre portioner på fredagar').waitFor();
    await head.tab.getByText('Kost · Avfall · Pågår · Eva Strand').first().waitFor();
  });

  it('[V3] writes for a goal that the unit does not hold: it waits, and counts once the goal is assigned', async () => {
    const { tab } = await teams.sit({
      role: 'receptionist',
      place: 'meeting:regionservice-vaxel-och-reception',
    });
    await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Videomöten i stället för resor');
    await tab.getByRole('button', { name: 'Resor och transporter' }).click();
    await tab.getByText('Växel och reception har inte det målet.').waitFor();
    await tab.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('Väntar på målet').waitFor();
    await tab.getByText('Sparat ✓').waitFor();

    const head = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await head.tab.getByText('En aktivitet väntar på att enheten får målet.').waitFor();
    await head.tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
    const drawer = head.tab.getByRole('dialog', { name: 'Fördela mål' });
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await head.tab.getByText('Sex aktiviteter är inlagda.').waitFor();
    expect(await head.tab.getByText('Väntar på målet').count()).toBe(0);
  });

  it('gets words beside the field for an empty line, and what was typed stays', async () => {
    const { tab } = await teams.sit({ role: 'staff', place: 'channel:regionservice' });
    await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
    const line = tab.getByRole('textbox', { name: 'Vad gör ni?' });
    await tab.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('Skriv en rad om vad ni gör.').waitFor();
    await line.fill('a'.repeat(256));
    await tab.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('Högst 255 tecken får plats.').waitFor();
    expect(await line.inputValue()).toHaveLength(256);
    await line.fill('Lagom lång');
    await tab.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('Välj vilket mål det gäller.').waitFor();
    expect(await line.inputValue()).toBe('Lagom lång');
  });

  it('goes on when the network is gone: the line stays on screen as waiting, and is saved when it is back', async () => {
    const { tab } = await teams.sit({ role: 'staff', place: 'channel:regionservice' });
    await tab.getByText('Sparat ✓').waitFor();
    teams.setNetwork(false);
    await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
    await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Skriven utan nät');
    await tab.getByRole('button', { name: 'Minskat avfall' }).click();
    await tab.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('Frånkopplad: 1 väntar').waitFor();
    const list = tab.getByRole('list', { name: 'Aktiviteter' });
    await list.getByText('Skriven utan nät', { exact: true }).waitFor();
    await tab.getByText('Inte skickad än').waitFor();
    teams.setNetwork(true);
    await tab.getByText('Sparat ✓').waitFor();
    expect(await tab.getByText('Inte skickad än').count()).toBe(0);
    const colleague = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await colleague.tab.getByText('Skriven utan nät').waitFor();
  });
});

describe('on a poor network', () => {
  it('shows the panel from the device when the site cannot be reached', async () => {
    const { page, tab } = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await tab.getByText('Sparat ✓').waitFor();
    teams.setNetwork(false);
    await page.reload();
    await tab.getByText('Ni har 4 av 4 mål. Tre av fyra enheter har fått mål.').waitFor();
    await tab.getByText('Frånkopplad').waitFor();
    teams.setNetwork(true);
    expect(await tab.getByText('Nya recept minskar svinnet från matproduktionen').count()).toBe(1);
  });
});

describe('a reader', () => {
  it('sees everything; a line of theirs is refused by the site, with the reason and a way out', async () => {
    const { tab } = await teams.sit({ role: 'auditor', place: 'channel:regionservice' });
    await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
    await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Revisorns rad');
    await tab.getByRole('button', { name: 'Minskat avfall' }).click();
    await tab.getByRole('button', { name: 'Spara', exact: true }).click();
    await tab.getByText('En rad kunde inte sparas.').waitFor();
    const drawer = await openWaiting(tab, 'Behöver dig');
    await drawer.getByText('Du har inte rätt att ändra i listan.').waitFor();
    await drawer.getByRole('button', { name: 'Ta bort' }).click();
    await drawer.getByRole('button', { name: 'Ja, ta bort' }).click();
    await drawer.getByText('Allt är sparat.').waitFor();
    expect(await tab.getByText('Revisorns rad').count()).toBe(0);
  });
});
