import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { activitiesCalled, wrongTallies } from './siteRows.ts';
import { isCreationOf, lineOf, openActivity, openWaiting, saved, writeLine } from './tabWork.ts';
import { openTeams, type Seat, type Teams } from './teams.ts';

/** One person with the tab open twice: the browser's own locks and channels between two real pages. */

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

/** The first of the two holds the lock and sends. */
async function sitTwice(): Promise<{ first: Seat; second: Seat }> {
  const first = await teams.sit({ role: 'staff', place: 'meeting:regionservice-kost' });
  await saved(first.tab);
  const second = await first.another();
  await saved(second.tab);
  return { first, second };
}

/** How often a line of this title has been sent. */
const timesSent = (title: string) => teams.wire.asked.filter(isCreationOf(title)).length;

async function standsOnceInAll(title: string, seats: readonly Seat[]): Promise<void> {
  for (const { tab } of seats) {
    await lineOf(tab, title).waitFor();
    await saved(tab);
    expect(await lineOf(tab, title).count()).toBe(1);
    expect(await tab.getByText('Inte skickad än').count()).toBe(0);
  }
  expect(await activitiesCalled(teams.standin, title)).toHaveLength(1);
}

describe('[S7] two tabs of one person, both open', () => {
  let first: Seat;
  let second: Seat;
  beforeAll(async () => {
    ({ first, second } = await sitTwice());
  });

  afterEach(() => teams.setNetwork(true));
  afterAll(() => teams.leave());

  it('send a line of either once, and show it in both, waiting and saved', async () => {
    for (const [title, mine, other] of [
      ['Skriven i den andra', second, first],
      ['Skriven i den första', first, second],
    ] as const) {
      const gate = teams.wire.gate('there', isCreationOf(title));
      await writeLine(mine.tab, title);
      await gate.reached;
      for (const { tab } of [mine, other]) {
        await lineOf(tab, title).getByText('Inte skickad än').waitFor();
        await tab.getByText('Sparar 1 …').waitFor();
      }
      gate.open();
      await standsOnceInAll(title, [mine, other]);
      expect(timesSent(title)).toBe(1);
    }
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);
  });

  it('show each other’s changes, and what one of them takes away', async () => {
    expect([...first.complaints, ...second.complaints]).toEqual([]);
    await writeLine(first.tab, 'Byts ut');
    await standsOnceInAll('Byts ut', [first, second]);
    const drawer = await openActivity(second.tab, 'Byts ut');
    await drawer.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Utbytt');
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await drawer.waitFor({ state: 'detached' });
    await standsOnceInAll('Utbytt', [first, second]);
    expect(await lineOf(first.tab, 'Byts ut').count()).toBe(0);

    teams.setNetwork(false);
    await writeLine(first.tab, 'Ångrad i den andra');
    await first.tab.getByText('Frånkopplad: 1 väntar').waitFor();
    await lineOf(second.tab, 'Ångrad i den andra').waitFor();
    const waiting = await openWaiting(second.tab, 'Sparar 1 …');
    await waiting.getByText('Ny aktivitet: ”Ångrad i den andra”').waitFor();
    await waiting.getByRole('button', { name: 'Ta bort' }).click();
    await waiting.getByRole('button', { name: 'Ja, ta bort' }).click();
    await lineOf(first.tab, 'Ångrad i den andra').waitFor({ state: 'detached' });
    teams.setNetwork(true);
    await saved(first.tab);
    expect(await activitiesCalled(teams.standin, 'Ångrad i den andra')).toEqual([]);
  });
});

describe('[S7] two tabs of one person, of which one goes', () => {
  afterEach(() => teams.leave());

  it('hand over when the one that sends is closed while lines wait', async () => {
    const { first, second } = await sitTwice();
    const gate = teams.wire.gate('there', isCreationOf('Väntar på den andra'));
    await writeLine(second.tab, 'Väntar på den andra');
    await gate.reached;
    await writeLine(second.tab, 'Står på tur');
    await lineOf(first.tab, 'Står på tur').getByText('Inte skickad än').waitFor();
    expect(timesSent('Står på tur')).toBe(0);
    await first.page.close();
    gate.cut();
    await standsOnceInAll('Väntar på den andra', [second]);
    await standsOnceInAll('Står på tur', [second]);
    // The first had sent the one; only the second has sent the other.
    expect(timesSent('Väntar på den andra')).toBe(2);
    expect(timesSent('Står på tur')).toBe(1);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);

    const third = await second.another();
    await standsOnceInAll('Står på tur', [third, second]);
    await writeLine(third.tab, 'Den tredje fliken');
    await standsOnceInAll('Den tredje fliken', [third, second]);
    expect(timesSent('Den tredje fliken')).toBe(1);
  });

  it('hand over what had arrived, too: it is not sent again', async () => {
    const { first, second } = await sitTwice();
    const gate = teams.wire.gate('back', isCreationOf('Redan framme'));
    await writeLine(first.tab, 'Redan framme');
    await gate.reached;
    await lineOf(second.tab, 'Redan framme').getByText('Inte skickad än').waitFor();
    await first.page.close();
    gate.open();
    await standsOnceInAll('Redan framme', [second]);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);
  });
});
