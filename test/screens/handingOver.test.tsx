import { screen, waitFor, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { colleague } from './colleague.ts';
import { handedFiles } from './handedFiles.ts';
import { bytesOf, type Tab } from './openTab.ts';
import { openOverview } from './strategist.ts';

await Promise.all([
  import('../../src/exchange/HandOverDrawer.tsx'),
  import('../../src/exchange/files.ts'),
  import('../../src/followup/PeriodView.tsx'),
]);

let tab: Tab | undefined;
let user: UserEvent;
const recipes = 'Nya recept minskar svinnet från matproduktionen';
const title = 'Lämna över till planeringssystemet';
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

afterEach(() => {
  tab?.close();
  vi.restoreAllMocks();
});

async function openPeriods(where?: Parameters<typeof openOverview>[0]) {
  ({ tab, user } = await openOverview(where));
  await user.click(screen.getByRole('tab', { name: 'Perioder' }));
  await screen.findByRole('button', { name: /^Lämna över Delår augusti/ });
  return tab;
}

async function openDrawer() {
  await user.click(await screen.findByRole('button', { name: /^Lämna över Delår augusti/ }));
  // In jsdom the focus may stay with a drawer that has gone, and the next one counts as hidden behind it.
  return within(await screen.findByRole('dialog', { name: title, hidden: true }));
}

/** Makes the file as text and marks what it holds. */
async function handOver(n: string) {
  const open = await openDrawer();
  await user.click(await open.findByRole('radio', { name: 'CSV' }));
  await user.click(open.getByRole('button', { name: 'Ladda ner' }));
  const asked = within(await open.findByRole('group', { name: 'Märk som överförda?' }));
  await user.click(asked.getByRole('button', { name: `Märk ${n}` }));
  await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull());
}

async function linesOf(file: Blob | undefined): Promise<string[]> {
  const text = new TextDecoder().decode(await bytesOf(file ?? new Blob()));
  return text.split('\r\n').slice(1, -1);
}

const allSaved = () => screen.findByText(/^Sparat/);

describe('handing over to the planning system', () => {
  it('[E11] [V19] the second time there is nothing, and after one change one line', async () => {
    const { files } = handedFiles();
    const { tenant, setClock } = await openPeriods();
    await handOver('elva aktiviteter');
    expect(await screen.findByText('Elva aktiviteter är märkta som överförda.')).toBeDefined();
    expect(await linesOf(files[0])).toHaveLength(11);
    await allSaved();
    const them = colleague(tenant);
    expect((await them.sees(recipes))['HandedOver']).toBe('2023-08-24T22:00:00Z');

    let open = await openDrawer();
    await open.findByText('Allt är redan överfört. Inget är nytt eller ändrat.');
    open.getByText('Elva aktiviteter är redan överförda. Senast 25 augusti 2023.');
    expect(open.queryByRole('button', { name: 'Ladda ner', hidden: true })).toBeNull();
    await user.click(open.getByRole('button', { name: 'Stäng', hidden: true }));
    await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull());

    // Three days later somebody has finished one of them.
    await them.changes(recipes, { State: 'done' });
    setClock('2023-08-28T10:00:00');
    open = await openDrawer();
    await open.findByText('En ändrad aktivitet');
    const list = await open.findByRole('list', { name: 'Det här lämnas över', hidden: true });
    const rows = within(list).getAllByRole('listitem', { hidden: true });
    expect(rows.map((row) => row.textContent)).toEqual([`${recipes}Ändrad · Kost, Regionservice · Klar`]);
  });

  it('[E13] marks in one click what one click takes back', async () => {
    handedFiles();
    await openPeriods();
    await handOver('elva aktiviteter');
    await user.click(await screen.findByRole('button', { name: 'Ångra' }));
    const open = await openDrawer();
    expect(await open.findByText('Elva nya aktiviteter')).toBeDefined();
  });

  it('marks nothing until there is a file, and nothing for whoever says no', async () => {
    handedFiles();
    await openPeriods();
    const open = await openDrawer();
    await open.findByText('Elva nya aktiviteter');
    expect(open.queryByRole('group', { name: 'Märk som överförda?' })).toBeNull();
    await user.click(open.getByRole('radio', { name: 'CSV' }));
    await user.click(open.getByRole('button', { name: 'Ladda ner' }));
    await user.click(await open.findByRole('button', { name: 'Inte nu' }));
    expect(open.queryByRole('group', { name: 'Märk som överförda?' })).toBeNull();
    open.getByText('Elva nya aktiviteter');
  });

  it('[E15] says when the rows cannot be read, and reads them when they can', async () => {
    const { answerAll } = await openPeriods();
    answerAll(offline);
    const open = await openDrawer();
    await open.findByText('Raderna går inte att läsa just nu.');
    expect(open.queryByText(/aktivitet/)).toBeNull();
    answerAll(undefined);
    await user.click(open.getByRole('button', { name: 'Försök igen' }));
    await open.findByText('Elva nya aktiviteter');
  });
});
