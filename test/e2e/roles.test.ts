import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rowsOf } from './siteRows.ts';
import { openWaiting } from './tabWork.ts';
import { openTeams, type Teams } from './teams.ts';

let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  teams = await openTeams(browser);
  // What the administrator's guide tells an owner to do once.
  for (const list of ['Settings', 'Goals', 'Units', 'Periods'])
    teams.standin.graph.restrictList(list, 'ownersWrite');
});
afterAll(async () => {
  await teams.close();
  await browser.close();
});

/** What the site itself answers somebody who writes past the tab. */
async function statusFor(name: string, list: string): Promise<number> {
  const { site, people } = teams.standin.organisation();
  const person = people.find((one) => one.name === name);
  const token = await teams.standin.tokenFor(person?.id ?? '', ['Sites.ReadWrite.All']);
  const ask = (path: string, init: RequestInit = {}) =>
    teams.standin.graph.fetch(
      new Request(`https://graph.microsoft.com/v1.0${path}`, {
        ...init,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      }),
    );
  const found = (await (await ask(`/sites/${site.hostname}:${site.path}`)).json()) as { id: string };
  const fields = { Title: 'x', Key: `prov-${name.charCodeAt(0)}`, CommandKey: 'x', Removed: true };
  const made = await ask(`/sites/${found.id}/lists/${list}/items`, {
    method: 'POST',
    body: JSON.stringify({ fields }),
  });
  return made.status;
}

describe('what belongs to the owners', () => {
  it('[O40] a member is refused by the site itself, past the tab, and may still log', async () => {
    expect(await statusFor('Anders Ekholm', 'Settings')).toBe(403);
    expect(await statusFor('Anders Ekholm', 'Periods')).toBe(403);
    expect(await statusFor('Ingrid Sandell', 'Settings')).toBe(201);
  });

  it('[O40] in the tab the member is told so in words, and nothing stands on the site', async () => {
    const before = await rowsOf(teams.standin, 'Periods');
    const { tab } = await teams.sit({ role: 'head', place: 'personal' });
    await tab.getByRole('tab', { name: 'Perioder' }).click();
    await tab.getByRole('button', { name: 'Ny period' }).click();
    const plan = tab.getByRole('dialog');
    await plan.getByRole('textbox', { name: 'Namn' }).fill('Tertial 1');
    await plan.getByLabel('Första dagen').fill('2023-01-01');
    await plan.getByLabel('Sista dagen').fill('2023-04-30');
    await plan.getByRole('button', { name: 'Spara', exact: true }).click();
    const waiting = await openWaiting(tab, 'Behöver dig');
    await waiting.getByText(/^Du har inte rätt att ändra i listan\./).waitFor();
    expect(await rowsOf(teams.standin, 'Periods')).toEqual(before);
  });

  it('[O42] the strategist names herself, and then the member no longer sees her tools', async () => {
    const ingrid = await teams.sit({ role: 'strategist', place: 'personal' });
    await ingrid.tab.getByRole('button', { name: 'Mer', exact: true }).click();
    await ingrid.tab.getByRole('menuitem', { name: 'Roller' }).click();
    await ingrid.tab.getByRole('button', { name: 'Lägg till en person' }).click();
    await ingrid.tab.getByRole('combobox', { name: 'Person' }).fill('Ingrid');
    await ingrid.tab.getByRole('option', { name: /Ingrid Sandell/ }).click();
    await ingrid.tab.getByRole('button', { name: 'Lägg till', exact: true }).click();
    await ingrid.tab.getByRole('button', { name: 'Ta bort Ingrid Sandell' }).waitFor();
    await expect
      .poll(async () => (await rowsOf(teams.standin, 'Settings')).filter(({ Key }) => Key === 'roles').length)
      .toBe(1);
    const anders = await teams.sit({ role: 'head', place: 'personal' });
    await anders.tab.getByRole('tab', { name: 'Perioder' }).click();
    await anders.tab.getByRole('region', { name: 'Delår augusti' }).waitFor();
    expect(await anders.tab.getByRole('button', { name: 'Ny period' }).count()).toBe(0);
    await anders.tab.getByRole('button', { name: 'Mer', exact: true }).click();
    await anders.tab.getByRole('menuitem', { name: 'Historik' }).waitFor();
    expect(await anders.tab.getByRole('menuitem', { name: 'Roller' }).count()).toBe(0);
  });
});
