import { screen, waitFor, within } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Tenant } from '../tenant.ts';
import { colleague } from './colleague.ts';
import { handedFiles } from './handedFiles.ts';
import { bytesOf, openTab, type Tab } from './openTab.ts';
import { openOverview } from './strategist.ts';

await import('../../src/exchange/files.ts');

let tab: Tab | undefined;
let user: UserEvent;
const recipes = 'Nya recept minskar svinnet från matproduktionen';
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

afterEach(() => {
  tab?.close();
  vi.restoreAllMocks();
});

async function openTimeline() {
  await user.click(await screen.findByRole('button', { name: 'Mer' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Historik' }));
  return within(await screen.findByRole('dialog', { name: /^Historik: / }));
}

/** A region from the 25th of August, in which an activity was finished then and opened again in September. */
async function inRoom(where: Parameters<typeof openTab>[0] = {}) {
  let siteNow = new Date('2023-08-25T08:00:00Z');
  tab = await openTab({
    person: 'Olof Wiklund',
    clock: '2023-09-25T10:00:00',
    siteNow: () => siteNow,
    async prepare(tenant) {
      const her = colleague(tenant);
      siteNow = new Date('2023-08-26T08:00:00Z');
      await her.changes(recipes, { State: 'done' });
      siteNow = new Date('2023-09-21T08:00:00Z');
      await her.changes(recipes, { State: 'ongoing' });
      await saidAt(tenant);
    },
    ...where,
  });
  user = userEvent.setup({ delay: null });
  await screen.findByRole('button', { name: recipes });
  return openTimeline();
}

async function saidAt(tenant: Tenant) {
  const them = colleague(tenant);
  const { Key } = await them.sees(recipes);
  await them.adds('comments', {
    key: '0189e0c4-0000-7000-8000-00000000000c',
    title: 'Svinnet har halverats',
    removed: false,
    subjectKey: String(Key),
    shelf: '2023/regionservice',
    unitShelf: '2023/regionservice-kost',
    periodKey: null,
    isCorrection: false,
    status: 'onPlan',
    text: 'Svinnet har halverats.',
    by: { id: 'x', name: 'Eva Strand' },
    on: '2023-08-27',
  });
}

const steps = async (drawer: ReturnType<typeof within>) =>
  within(await drawer.findByRole('list', { name: 'Händelser', hidden: true }))
    .getAllByRole('listitem', { hidden: true })
    .map((row) => row.textContent);

describe('the timeline', () => {
  it('[F60] [F61] tells a visitor each step, also what was undone again, and writes nothing', async () => {
    const drawer = await inRoom();
    const [reopened, said, finished, ...others] = await steps(drawer);
    expect(reopened).toMatch(
      /^Ingrid Sandell · 21 september 2023.* · Kost, Regionservice.*Öppnad igen.*Läge: ”Klar” blev ”Pågår”$/,
    );
    expect(said).toBe(
      `Eva Strand · 27 augusti 2023 · Kost, Regionservice${recipes}Enligt planSvinnet har halverats.`,
    );
    expect(finished).toMatch(/^Ingrid Sandell · 26 augusti 2023.*Klar.*Läge: ”Pågår” blev ”Klar”$/);
    expect(others.filter((one) => one.includes('Lades in'))).toHaveLength(5);
    expect(others.filter((one) => one.includes('Fördelat')).length).toBeGreaterThan(10);
    expect(drawer.getByText('Här finns historik från 25 augusti 2023.')).toBeDefined();
    expect(drawer.getByText(/^Listorna sparar de senaste versionerna/)).toBeDefined();
    // What one batch reads and another writes looks alike from outside: the lists themselves tell.
    const rows = await (tab ? colleague(tab.tenant).all() : []);
    expect(rows.find((row) => row['Title'] === recipes)).toMatchObject({ Modified: '2023-09-21T08:00:00Z' });
    expect(screen.queryByText(/väntar|Behöver dig/)).toBeNull();
  });

  it('[F61] of a period is what came from its first day until it was due or closed', async () => {
    const drawer = await inRoom();
    await steps(drawer);
    await user.selectOptions(drawer.getByRole('combobox', { name: 'Period' }), 'Delår augusti');
    const told = await steps(drawer);
    expect(told[0]).toMatch(/^Eva Strand/);
    expect(told.some((one) => one.includes('Öppnad igen'))).toBe(false);
  });

  it('[F60] of a unit is of the unit alone', async () => {
    const drawer = await inRoom({ entityId: 'unit/regionservice-kost' });
    for (const one of await steps(drawer)) expect(one).toContain('Kost, Regionservice');
  });

  it('[F63] goes out as a file, one row for each field', async () => {
    const { files } = handedFiles();
    const drawer = await inRoom();
    await steps(drawer);
    await user.click(drawer.getByRole('radio', { name: 'CSV' }));
    await user.click(drawer.getByRole('button', { name: 'Ladda ner' }));
    await drawer.findByText('Filen är nedladdad.');
    const text = new TextDecoder('utf-8').decode(await bytesOf(files[0] ?? new Blob()));
    const [head, first, second] = text.split('\r\n');
    expect(head).toBe('När;Vem;Slag;Gäller;Avdelning;Enhet;Vad hände;Fält;Från;Till');
    expect(first).toMatch(
      new RegExp(
        `^2023-09-21 \\d\\d:\\d\\d;Ingrid Sandell;Aktivitet;${recipes};Regionservice;Kost;Öppnad igen;Läge;Klar;Pågår$`,
      ),
    );
    expect(second).toBe(
      `2023-08-27;Eva Strand;Kommentar;${recipes};Regionservice;Kost;Enligt plan;;;Svinnet har halverats.`,
    );
  });

  it('[F64] of a whole board is read on the overview; it says when it cannot be read, and reads when it can', async () => {
    ({ tab, user } = await openOverview({ person: 'Olof Wiklund' }));
    tab.answerAll(offline);
    const drawer = await openTimeline();
    await drawer.findByText('Historiken går inte att läsa just nu.');
    tab.answerAll(undefined);
    await user.click(drawer.getByRole('button', { name: 'Försök igen' }));
    await waitFor(async () => expect((await steps(drawer)).length).toBe(50));
    await user.click(drawer.getByRole('button', { name: /^Visa \d+ till$/ }));
    const told = await steps(drawer);
    expect(told.some((one) => one.includes('Ekonomi'))).toBe(true);
    expect(told.some((one) => one.includes('Regionservice'))).toBe(true);
  });
});
