import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openWaiting } from './tabWork.ts';
import { openTeams, type Teams } from './teams.ts';

let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
});
afterAll(() => browser.close());

describe('a department head', () => {
  beforeEach(async () => {
    teams = await openTeams(browser);
  });
  afterEach(() => teams.close());

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

describe('at one site', () => {
  beforeAll(async () => {
    teams = await openTeams(browser);
  });
  afterEach(() => teams.leave());
  afterAll(() => teams.close());

  it('staff get words beside the field for an empty line, and what was typed stays', async () => {
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

  it('staff go on when the network is gone: the line stays on screen as waiting, and is saved when it is back', async () => {
    const { tab } = await teams.sit({ role: 'staff', place: 'channel:regionservice' });
    await tab.getByText('Sparat ✓').waitFor();
    teams.setNetwork(false);
    await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
    await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Skriven utan nät');
    await tab
      .getByRole('dialog', { name: 'Logga aktivitet' })
      .getByRole('button', { name: 'Minskat avfall' })
      .click();
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

  it('a head is shown the panel from the device when the site cannot be reached', async () => {
    const { page, tab } = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await tab.getByText('Sparat ✓').waitFor();
    teams.setNetwork(false);
    await page.reload();
    await tab.getByText('Ni har 4 av 4 mål. Tre av fyra enheter har fått mål.').waitFor();
    await tab.getByText('Frånkopplad').waitFor();
    teams.setNetwork(true);
    expect(await tab.getByText('Nya recept minskar svinnet från matproduktionen').count()).toBe(1);
  });

  it('a reader sees everything; a line of theirs is refused by the site, with the reason and a way out', async () => {
    const { tab } = await teams.sit({ role: 'auditor', place: 'channel:regionservice' });
    await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
    await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Revisorns rad');
    const form = tab.getByRole('dialog', { name: 'Logga aktivitet' });
    await form.getByRole('button', { name: 'Minskat avfall' }).click();
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
