import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { activitiesCalled, rowsOf, wrongTallies } from './siteRows.ts';
import { isCreationOf, isLookup, isReading, isTally, lineOf, saved, writeLine } from './tabWork.ts';
import { region } from './region.ts';
import { frameOf, openTeams, type Seat, type Teams } from './teams.ts';
import type { Gate } from './wire.ts';

/**
 * The page dies at each step between a written line and the site's acknowledgement, and is opened again over what it
 * left on the device. The renderer's process itself is killed; nothing in the page gets to say goodbye.
 */

const newUnits = ['Tvätt', 'Vaktmästeri', 'Förråd', 'Post', 'Bilpool', 'Trädgård', 'Kassa', 'Arkiv'];
const organisation = {
  ...region,
  units: [
    ...region.units,
    ...newUnits.map((title, n) => ({
      key: `regionservice-ny-${n}`,
      title,
      level: 'unit' as const,
      parent: 'regionservice',
      character: 'operational' as const,
    })),
  ],
};

let browser: Browser;
let teams: Teams;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  teams = await openTeams(browser, organisation);
});
afterEach(() => teams.leave());
afterAll(async () => {
  await teams.close();
  await browser.close();
});

/** Gives the means to kill the page. A page in which nothing moves any more must have given it before. */
async function killerOf(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  return async () => {
    const dead = page.waitForEvent('crash');
    // A page that is gone does not answer.
    void session.send('Page.crash').catch(() => undefined);
    await dead;
    await page.close();
  };
}

async function kill(page: Page): Promise<void> {
  await (
    await killerOf(page)
  )();
}

/** How many commands lie on the device. */
function waitingOnDisk(page: Page): Promise<number> {
  return frameOf(page).evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('The device cannot be read')));
      });
    let count = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('kaskad/')) continue;
      const database = await done(indexedDB.open(name));
      count += await done(database.transaction('pending').objectStore('pending').count());
      database.close();
    }
    return count;
  });
}

const sitDown = () => teams.sit({ role: 'staff', place: 'meeting:regionservice-kost' });

/** Nothing lost, nothing doubled: on the screen, on the device, on the site and in its counts. */
async function converges({ page, tab, complaints }: Seat, title: string): Promise<void> {
  await lineOf(tab, title).waitFor();
  await saved(tab);
  expect(await lineOf(tab, title).count()).toBe(1);
  expect(await tab.getByText('Inte skickad än').count()).toBe(0);
  expect(await activitiesCalled(teams.standin, title)).toHaveLength(1);
  await expect.poll(() => waitingOnDisk(page)).toBe(0);
  await expect.poll(() => wrongTallies(teams.standin)).toEqual([]);
  // A browser tells of each refused answer; one is expected where a line is sent a second time.
  expect(complaints.filter((one) => !/status of (400|409|412)/.test(one))).toEqual([]);
}

describe('[S3] [S4] [S6] killed while one line is on its way', () => {
  it('before anything was asked: the line is on the screen as waiting, and is sent by the next', async () => {
    const { page, tab, another } = await sitDown();
    await saved(tab);
    const reading = teams.wire.gate('there', isReading);
    await page.reload();
    await reading.reached;
    await writeLine(tab, 'Skriven före allt');
    await lineOf(tab, 'Skriven före allt').getByText('Inte skickad än').waitFor();
    expect(teams.wire.asked.filter(isCreationOf('Skriven före allt'))).toEqual([]);
    await kill(page);
    await converges(await another(), 'Skriven före allt');
    reading.cut();
  });

  it('when it had left and never arrived', async () => {
    const { seat, gate } = await writeUntil('there', 'Kom aldrig fram');
    await kill(seat.page);
    expect(await activitiesCalled(teams.standin, 'Kom aldrig fram')).toEqual([]);
    await converges(await seat.another(), 'Kom aldrig fram');
    gate.cut();
  });

  it('when it had left, and arrives after it has been sent anew', async () => {
    const { seat, gate } = await writeUntil('there', 'Kom fram för sent');
    await kill(seat.page);
    const next = await seat.another();
    await saved(next.tab);
    gate.open();
    await converges(next, 'Kom fram för sent');
    await next.page.close();
    await converges(await seat.another(), 'Kom fram för sent');
  });

  it('when it stood on the site, and nobody had been told', async () => {
    const { seat, gate } = await writeUntil('back', 'Står där redan');
    expect(await activitiesCalled(teams.standin, 'Står där redan')).toHaveLength(1);
    await kill(seat.page);
    gate.open();
    await converges(await seat.another(), 'Står där redan');
  });

  it('closed by its cross instead, and the answer comes to nobody', async () => {
    const { seat, gate } = await writeUntil('back', 'Stängd för tidigt');
    await seat.page.close();
    gate.open();
    await converges(await seat.another(), 'Stängd för tidigt');
  });

  async function writeUntil(side: 'there' | 'back', title: string): Promise<{ seat: Seat; gate: Gate }> {
    const seat = await sitDown();
    await saved(seat.tab);
    const gate = teams.wire.gate(side, isCreationOf(title));
    await writeLine(seat.tab, title);
    await gate.reached;
    await lineOf(seat.tab, title).getByText('Inte skickad än').waitFor();
    return { seat, gate };
  }

  it.each([
    ['before any of the answer is written down', 'chunks'],
    ['when the answer is written down, and the line not yet taken off the device', 'pending'],
  ])('when the answer had come, %s', async (_, store) => {
    const title = `Svaret kom, ${store}`;
    const seat = await teams.sit({
      role: 'staff',
      place: 'meeting:regionservice-kost',
      before: stopBeforeWriting,
    });
    let stop: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    await seat.page.context().exposeFunction('stopped', stop);
    await seat.page.reload();
    await saved(seat.tab);
    const gate = teams.wire.gate('back', isCreationOf(title));
    await writeLine(seat.tab, title);
    await gate.reached;
    const killNow = await killerOf(seat.page);
    await frameOf(seat.page).evaluate((name) => Object.assign(window, { stopAt: name }), store);
    gate.open();
    await stopped;
    await killNow();
    await converges(await seat.another(), title);
  });

  it('while it looks whether a line arrived whose answer was lost', async () => {
    const title = 'Tappat svar';
    const { page, tab, another } = await sitDown();
    await saved(tab);
    const writing = teams.wire.gate('back', isCreationOf(title));
    const lookup = teams.wire.gate('back', isLookup);
    await writeLine(tab, title);
    await writing.reached;
    writing.cut();
    await lookup.reached;
    await kill(page);
    await converges(await another(), title);
    lookup.cut();
  });

  it('while the unit’s count was being written: the next one counts it', async () => {
    const title = 'Räknas sedan';
    const { page, tab, another } = await sitDown();
    await saved(tab);
    const tally = teams.wire.gate('back', isTally);
    await writeLine(tab, title);
    await tally.reached;
    await kill(page);
    await converges(await another(), title);
    tally.cut();
  });
});

/** Runs in the page: from the moment that `stopAt` names a store, nothing more happens once it would be written to. */
function stopBeforeWriting(): void {
  const page = window as unknown as { stopAt?: string; stopped(): void };
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(names, mode, options) {
    if (mode === 'readwrite' && page.stopAt !== undefined && [names].flat().includes(page.stopAt)) {
      page.stopped();
      for (;;);
    }
    return open.call(this, names, mode, options);
  };
}

describe('killed in the middle of a large save', () => {
  it('[S4] goes on where it was, twice over, and each goal is handed down exactly once', async () => {
    const seat = await teams.sit({ role: 'head', place: 'channel:regionservice' });
    await saved(seat.tab);
    const isAssigning = isIn('2023/');
    const first = teams.wire.gate('back', isAssigning);
    await seat.tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
    const drawer = seat.tab.getByRole('dialog', { name: 'Fördela mål' });
    await drawer.getByText('36 nya').waitFor();
    await drawer.getByRole('button', { name: 'Spara' }).click();
    await first.reached;
    const second = teams.wire.gate('back', isAssigning);
    first.open();
    await second.reached;
    await seat.tab.getByText('36 fördelningar sparade.').waitFor();
    await seat.tab.getByText('Sparar 16 …').waitFor();
    await kill(seat.page);

    const again = teams.wire.gate('there', isAssigning);
    const next = await seat.another();
    await again.reached;
    await kill(next.page);

    const last = await seat.another();
    await saved(last.tab);
    await last.tab.getByText('Alla enheter har fått mål.').waitFor();
    const rows = await rowsOf(teams.standin, 'Assignments');
    const handedDown = rows.filter(({ Key = '' }) =>
      /\/regionservice-(ny-\d|vaxel-och-reception)$/.test(Key),
    );
    expect(handedDown).toHaveLength(36);
    expect(new Set(handedDown.map(({ Key }) => Key)).size).toBe(36);
    expect(handedDown.filter((row) => row['State'] !== 'assigned' || row['Removed'] === true)).toEqual([]);
    await expect.poll(() => waitingOnDisk(last.page)).toBe(0);
    await expect.poll(() => wrongTallies(teams.standin), { timeout: 20_000 }).toEqual([]);
    second.cut();
    again.cut();
  });

  /** The creation of a row whose key begins so; counts are no such rows. */
  function isIn(start: string) {
    return (one: { method: string; path: string; body: string }): boolean =>
      one.method === 'POST' && one.body.includes(`"Key":"${start}`) && !isTally(one);
  }
});
