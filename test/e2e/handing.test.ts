import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { rowsOf, wrongTallies } from './siteRows.ts';
import { saved } from './tabWork.ts';
import { region } from './region.ts';
import { openTeams, type Seat, type Teams } from './teams.ts';

/** Goals on their way down and answers on their way up, from one person's screen to another's. */

let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
});
afterEach(() => teams.close());
afterAll(() => browser.close());

const below = (key: string) => key.startsWith('regionservice-');
/** The region as it was before Anders had handed anything down, and before anybody there had written anything. */
const untouched = {
  ...region,
  assignments: region.assignments.map(({ goal, units }) => ({
    goal,
    units: units.filter((key) => !below(key)),
  })),
  activities: region.activities.filter(({ unit }) => unit !== 'regionservice' && !below(unit)),
};

/** Follows the line in the feed that says so. */
async function follow({ page }: Seat, words: RegExp): Promise<void> {
  await page.getByRole('region', { name: 'Aktivitet' }).getByRole('button', { name: words }).click();
}

/** Counts what somebody has pressed, in the window and in the tab. */
async function countPresses(page: Page): Promise<() => number> {
  let presses = 0;
  await page.exposeFunction('pressed', () => (presses += 1));
  await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => {
        const { pressed } = window as unknown as { pressed(): void };
        document.addEventListener('click', () => pressed(), true);
      }),
    ),
  );
  return () => presses;
}

describe('a head whose department is untouched', () => {
  it('gives every unit every goal in two clicks, tells the unit heads, and one of them agrees', async () => {
    teams = await openTeams(browser, untouched);
    const head = await teams.sit(
      { role: 'head', place: 'channel:regionservice', theme: 'dark' },
      { width: 1920, height: 1080 },
    );
    await head.tab.getByText('Här ser ni era mål. Börja med att fördela dem till enheterna').waitFor();
    await saved(head.tab);
    const presses = await countPresses(head.page);
    await head.tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
    const drawer = head.tab.getByRole('dialog', { name: 'Fördela mål' });
    await drawer.getByText('16 nya · 0 tas bort').waitFor();
    await drawer.getByRole('button', { name: 'Spara', exact: true }).click();
    await head.tab.getByText('Ni har 4 av 4 mål. Alla enheter har fått mål.').waitFor();
    expect(presses()).toBe(2);
    await saved(head.tab);
    const rows = await rowsOf(teams.standin, 'Assignments');
    const handed = rows.filter((row) => row['State'] === 'assigned' && below(String(row['UnitKey'])));
    expect(new Set(handed.map(({ Key }) => Key)).size).toBe(16);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);

    await head.tab.getByRole('button', { name: 'Berätta för fyra chefer' }).click();
    await head.tab.getByText(/^Skickat till .*Karin Holm \(Kost\)/).waitFor();

    const karin = await teams.sit({ role: 'unitHead', place: 'channel:hr', hasFeed: true });
    await follow(karin, /Anders Ekholm har fördelat fyra mål till Kost/);
    await karin.tab.getByRole('heading', { name: 'Kost', level: 1 }).waitFor();
    const talk = karin.tab.getByRole('group', { name: 'Samråd' });
    await talk.getByText('Regionservice har fördelat fyra mål till er.').waitFor();
    await talk.getByRole('button', { name: 'Vi är överens' }).click();
    await talk.getByText('Överens 25 augusti 2023, Karin Holm').waitFor();
    await saved(karin.tab);

    await head.page.reload();
    const kost = head.tab
      .getByRole('list', { name: 'Enheter' })
      .getByRole('listitem')
      .filter({ hasText: 'Kost' });
    await kost.getByText('överens 25 aug').waitFor();
    expect([...head.complaints, ...karin.complaints]).toEqual([]);
  });
});

describe('a unit without the goal', () => {
  it('[V3] writes all the same; it waits, the head hears of it, says yes in one click, and it counts', async () => {
    teams = await openTeams(browser);
    const samira = await teams.sit(
      { role: 'receptionist', place: 'meeting:regionservice-vaxel-och-reception', theme: 'contrast' },
      { width: 1280, height: 700 },
    );
    await samira.tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Videomöten i stället för resor');
    await samira.tab.getByRole('button', { name: 'Resor och transporter' }).click();
    await samira.tab.getByText('Växel och reception har inte det målet.').waitFor();
    await samira.tab.getByRole('textbox', { name: 'Vad gör ni?' }).press('Enter');
    await samira.tab.getByRole('list', { name: 'Loggat i mötet' }).getByText('Väntar på målet').waitFor();
    await samira.tab.getByRole('button', { name: 'Be om målet' }).click();
    await samira.tab.getByRole('button', { name: 'Berätta för Anders Ekholm' }).click();
    await samira.tab.getByText('Skickat').waitFor();
    await saved(samira.tab);

    const head = await teams.sit({ role: 'head', place: 'channel:ekonomi', hasFeed: true });
    await follow(head, /Samira Haddadi ber om Minskade utsläpp från resor till Växel och reception/);
    const waiting = head.tab.getByRole('region', { name: 'Väntar på er' });
    await waiting.getByText('en aktivitet väntar').waitFor();
    await head.tab.getByText('En aktivitet väntar på att enheten får målet.').waitFor();
    const presses = await countPresses(head.page);
    await waiting.getByRole('button', { name: /^Godkänn att Växel och reception får/ }).click();
    await head.tab.getByText('Sex aktiviteter är inlagda.').waitFor();
    expect(presses()).toBe(1);
    await head.tab.getByText('Videomöten i stället för resor').waitFor();
    expect(await head.tab.getByText('Väntar på målet').count()).toBe(0);
    await saved(head.tab);
    await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);

    await samira.page.reload();
    await samira.tab.getByText('Videomöten i stället för resor').waitFor();
    await samira.tab.getByText('Väntar på målet').waitFor({ state: 'detached' });
    expect([...samira.complaints, ...head.complaints]).toEqual([]);
  });
});
