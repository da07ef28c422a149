import { screen, waitFor, within } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Library, openLibrary } from '../../src/lists/files.ts';
import { checksumOf } from '../../src/lists/snapshotFile.ts';
import { openSite } from '../../src/lists/site.ts';
import type { Period } from '../../src/followup/period.ts';
import type { Tenant } from '../tenant.ts';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';
import { drawer, openOverview, rowsOf } from './strategist.ts';

// What the view fetches behind a click is loaded before a test begins to count its seconds.
beforeAll(async () => {
  await Promise.all([
    import('../../src/followup/PeriodView.tsx'),
    import('../../src/followup/PeriodDrawer.tsx'),
    import('../../src/followup/ClosingDrawer.tsx'),
    import('../../src/followup/ThenAndNow.tsx'),
  ]);
}, 60_000);

let tab: Tab;
let user: UserEvent;
afterEach(() => tab.close());

const august = 'Delår augusti';
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const card = async (name = august) => within(await screen.findByRole('region', { name }));

async function openPeriods(where: Parameters<typeof openOverview>[0] = {}): Promise<void> {
  ({ tab, user } = await openOverview(where));
  await user.click(await screen.findByRole('tab', { name: 'Perioder' }));
}

function siteOf({ graphFor, people, configuration }: Tenant) {
  return openSite(graphFor(people.owner), configuration.site, () => new Date());
}

async function periodOn(tenant: Tenant, key = '2023-delar-augusti'): Promise<Period | undefined> {
  const [answer] = await siteOf(tenant).talk([{ ask: 'find', list: 'periods', key }]);
  if (!answer || answer instanceof Error) throw new Error('The site did not answer');
  return answer.stored[0]?.row as Period | undefined;
}

/** What somebody else does with the period at another desk, whatever it was. */
async function writePeriod(tenant: Tenant, fields: Partial<Period>): Promise<void> {
  const site = siteOf(tenant);
  const [found] = await site.talk([{ ask: 'find', list: 'periods', key: '2023-delar-augusti' }]);
  if (!found || found instanceof Error) throw new Error('The site did not answer');
  const [over] = found.stored;
  if (!over) throw new Error('There is no such period');
  const was = over.row as unknown as Record<string, null>;
  const changes = Object.entries(fields).map(([name, to]) => [name, { was: was[name] ?? null, to }]);
  const change = {
    kind: 'update',
    list: 'periods',
    key: over.row.key,
    fields: Object.fromEntries(changes) as Record<string, { was: null; to: null }>,
  } as const;
  const [answer] = await site.talk([{ ask: 'update', change, over }]);
  if (answer instanceof Error) throw answer;
}

function libraryOf({ graphFor, people, configuration, fetch }: Tenant): Library {
  return openLibrary(graphFor(people.owner), fetch, configuration.site);
}

// `hidden`: jsdom may leave a drawer hidden from the ear that is opened right after another one; browsers do not.
async function closeAugust(): Promise<void> {
  await user.click((await card()).getByRole('button', { name: `Stäng perioden ${august}` }));
  const closing = await drawer(`Stäng ${august}`);
  await closing.findByRole('list', { name: 'Det här fryses', hidden: true });
  await user.click(closing.getByRole('button', { name: 'Stäng perioden', hidden: true }));
}

async function closedAugust(): Promise<void> {
  await closeAugust();
  await screen.findByText('Perioden är stängd och ögonblicksbilden är sparad.');
  await user.keyboard('{Escape}');
  await gone();
}

describe('the periods of the year', () => {
  it('[F44] stand in the order in which they end, with their days and how they stand', async () => {
    await openPeriods();
    const own = await card();
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      august,
      'Helår',
    ]);
    expect(own.getByText('Snart dags')).toBeDefined();
    expect(own.getByText('sex dagar kvar')).toBeDefined();
    expect(own.getByText(/^1 januari 2023 – 31 augusti 2023/)).toBeDefined();
    expect((await card('Helår')).getByText('Öppen')).toBeDefined();
  });

  it('[F45] where there are none, the usual two are put in by one click each', async () => {
    await openPeriods({ clock: '2024-02-10T10:00:00' });
    expect(await screen.findByText(/^Här kommer perioderna för 2024 att stå\./)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Lägg in Delår augusti' }));
    await card();
    await user.click(screen.getByRole('button', { name: 'Lägg in Helår' }));
    await card('Helår');
    expect(screen.queryByRole('button', { name: /^Lägg in/ })).toBeNull();
    await screen.findByText('Sparat ✓');
    expect(await periodOn(tab.tenant, '2024-helar')).toMatchObject({
      kind: 'fullYear',
      starts: '2024-01-01',
      ends: '2024-12-31',
      state: 'open',
    });
  });

  it('[F46] in January the tab still opens with last year, until its full year is closed', async () => {
    await openPeriods({ clock: '2024-01-15T10:00:00' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Miljömål 2023');
    expect((await card('Helår')).getByText('16 dagar kvar')).toBeDefined();
  });

  it('[F35] a new one is planned in a drawer, with refusals beside their fields, and nothing typed is lost', async () => {
    await openPeriods();
    await user.click(await screen.findByRole('button', { name: 'Ny period' }));
    const form = await drawer('Ny period');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    expect(await form.findByText('Skriv ett namn.')).toBeDefined();
    await user.type(form.getByLabelText(/^Namn/), 'Tertial ett');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    expect(await form.findByText('Fyll i dagen.')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(await form.findByText('Du har ändringar som inte är sparade.')).toBeDefined();
    await user.type(form.getByLabelText(/^Sista dagen/), '2023-04-30');
    await user.type(form.getByLabelText(/^Nämndens möte/), '2023-05-20');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    const own = await card('Tertial ett');
    expect(own.getByText('Försenad')).toBeDefined();
    expect(own.getByText('1 januari 2023 – 30 april 2023 · nämnden 20 maj 2023')).toBeDefined();
    await screen.findByText('Sparat ✓');
    expect(await periodOn(tab.tenant, '2023-tertial-ett')).toMatchObject({ kind: 'interim' });
  });

  it('[F35] what two have changed is seen by the second one, who chooses', async () => {
    await openPeriods();
    await user.click((await card()).getByRole('button', { name: `Ändra ${august}` }));
    const form = await drawer('Ändra perioden');
    await user.clear(form.getByLabelText(/^Klar senast/));
    await user.type(form.getByLabelText(/^Klar senast/), '2023-09-10');
    await writePeriod(tab.tenant, { dueOn: '2023-09-05' });
    window.dispatchEvent(new Event('online'));
    await screen.findByText(/klar senast 5 september 2023/);
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await user.click(await form.findByRole('button', { name: 'Behåll mitt' }));
    await gone();
    await screen.findByText('Sparat ✓');
    expect((await periodOn(tab.tenant))?.dueOn).toBe('2023-09-10');
  });

  it('whoever may not is told so in words', async () => {
    await openPeriods({ person: 'Olof Wiklund' });
    await closeAugust();
    const closing = await drawer(`Stäng ${august}`);
    expect(await closing.findByText(/^Du har inte rätt att ändra i listan\./)).toBeDefined();
    expect((await periodOn(tab.tenant))?.state).toBe('open');
  });
});

describe('closing a period', () => {
  it('[F41] says what will be frozen and what is missing, and writes a snapshot whose checksum stands in the list', async () => {
    await openPeriods();
    await user.click((await card()).getByRole('button', { name: `Stäng perioden ${august}` }));
    const closing = await drawer(`Stäng ${august}`);
    await closing.findByRole('list', { name: 'Det här fryses', hidden: true });
    expect(rowsOf('Det här fryses')).toEqual(['Inga lägen', 'Inga utfall av mätetal']);
    expect(rowsOf('Det här saknas')).toHaveLength(2);
    await user.click(closing.getByRole('button', { name: 'Stäng perioden', hidden: true }));
    await closing.findByText('Perioden är stängd och ögonblicksbilden är sparad.');
    expect(closing.getAllByText('klart')).toHaveLength(5);
    const period = await periodOn(tab.tenant);
    expect(period).toMatchObject({
      state: 'closed',
      closedOn: '2023-08-25',
      closedBy: { name: 'Ingrid Sandell' },
    });
    const checksum = period?.snapshotChecksum ?? '';
    const path = `Kaskad/Perioder/2023/2023-delar-augusti-${checksum.slice(0, 8)}`;
    const bytes = await libraryOf(tab.tenant).read(`${path}.json`);
    if (!bytes) throw new Error('There is no snapshot');
    expect(await checksumOf(bytes)).toBe(checksum);
    const { lists } = JSON.parse(new TextDecoder().decode(bytes)) as { lists: Record<string, unknown[]> };
    expect(lists['activities']).toHaveLength(tab.tenant.organisation.activities.length);
    expect(lists['units']).toHaveLength(tab.tenant.organisation.units.length);
    const page = new TextDecoder().decode(await libraryOf(tab.tenant).read(`${path}.txt`));
    expect(page).toContain('av Ingrid Sandell.');
    expect(page).toContain('Nya recept minskar svinnet från matproduktionen');
    await user.keyboard('{Escape}');
    await gone();
    const own = await card();
    expect(own.getByText('Stängd')).toBeDefined();
    expect(own.getByText(/^Stängd 25 augusti 2023 av Ingrid Sandell/)).toBeDefined();
    expect(own.getByRole('link', { name: /^Öppna ögonblicksbilden/ }).getAttribute('href')).toBe(
      period?.snapshotUrl,
    );
    // It is taken back by nothing: what is closed stays closed.
    expect(screen.queryByRole('button', { name: 'Ångra' })).toBeNull();
  });

  it.each([
    ['the upload', '/drive/root:/', /^Ögonblicksbilden gick inte att spara just nu\./],
    ['the counting', '$batch', /^Det gick inte att läsa allt just nu\./],
  ])('[F41] what fails at %s is gone on with', async (_, address, words) => {
    await openPeriods();
    await user.click((await card()).getByRole('button', { name: `Stäng perioden ${august}` }));
    const closing = await drawer(`Stäng ${august}`);
    await closing.findByRole('list', { name: 'Det här fryses', hidden: true });
    if (address === '$batch') await writePeriod(tab.tenant, { state: 'closing' });
    if (address === '$batch') {
      window.dispatchEvent(new Event('online'));
      await closing.findByRole('button', { name: 'Fortsätt', hidden: true });
    }
    tab.answerTo(address, noNetwork);
    await user.click(closing.getByRole('button', { name: /^(Stäng perioden|Fortsätt)$/, hidden: true }));
    await closing.findByText(words);
    expect((await periodOn(tab.tenant))?.state).toBe('closing');
    tab.answerTo(address, undefined);
    await user.click(closing.getByRole('button', { name: 'Försök igen', hidden: true }));
    await closing.findByText('Perioden är stängd och ögonblicksbilden är sparad.');
    expect((await periodOn(tab.tenant))?.state).toBe('closed');
  });

  it('[F41] one that was begun and left is found, and is gone on with or called off', async () => {
    await openPeriods({ prepare: (tenant) => writePeriod(tenant, { state: 'closing' }) });
    const own = await card();
    expect(own.getByText(/^Stängningen är påbörjad men inte klar\./)).toBeDefined();
    await user.click(own.getByRole('button', { name: 'Avbryt stängningen' }));
    await own.findByText('Snart dags');
    await screen.findByText('Sparat ✓');
    expect((await periodOn(tab.tenant))?.state).toBe('open');
    await closedAugust();
    expect((await periodOn(tab.tenant))?.state).toBe('closed');
  });

  it('[F36] of two who close it, the first one’s snapshot stands', async () => {
    await openPeriods({ prepare: (tenant) => writePeriod(tenant, { state: 'closing' }) });
    await user.click((await card()).getByRole('button', { name: `Stäng ${august}` }));
    const closing = await drawer(`Stäng ${august}`);
    await closing.findByRole('list', { name: 'Det här fryses', hidden: true });
    await writePeriod(tab.tenant, { state: 'closed', closedOn: '2023-08-25', snapshotChecksum: 'theirs' });
    await user.click(closing.getByRole('button', { name: /^(Fortsätt|Stäng perioden)$/, hidden: true }));
    await closing.findByText(/^Någon annan hann stänga perioden\./);
    expect((await periodOn(tab.tenant))?.snapshotChecksum).toBe('theirs');
  });
});

const recipes = 'Nya recept minskar svinnet från matproduktionen';

describe('what comes after the closing', () => {
  /** The full year is closed while somebody has an activity open. */
  const closeYear = (tenant: Tenant) =>
    writePeriod(tenant, { kind: 'fullYear', state: 'closed', closedOn: '2023-08-25' });

  it('[F37] a change in a closed year is refused in its place, and made a correction there', async () => {
    tab = await openTab({ prepare: closeYear });
    user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: recipes }));
    const form = within(await screen.findByRole('dialog'));
    await user.clear(form.getByLabelText(/Vad gör ni\?/));
    await user.type(form.getByLabelText(/Vad gör ni\?/), 'Bättre recept');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await form.findByText(/^Perioden är stängd\. Det går bara att rätta, med en förklaring\./);
    await user.click(form.getByRole('button', { name: 'Gör till en rättelse' }));
    await user.click(form.getByRole('button', { name: 'Spara rättelsen' }));
    expect(await form.findByText('Skriv varför, så att andra förstår.')).toBeDefined();
    await user.type(form.getByLabelText('Varför rättas det?'), 'Fel namn från början.');
    await user.click(form.getByRole('button', { name: 'Spara rättelsen' }));
    await gone();
    await screen.findByText('Sparat ✓');
    await colleague(tab.tenant).sees('Bättre recept');
  });

  it('[F37] what is logged in a closed year is made a correction, too, and nothing typed is lost', async () => {
    tab = await openTab({ prepare: closeYear });
    user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
    const form = within(await screen.findByRole('dialog'));
    await user.click(await form.findByLabelText(/Vad gör ni\?/));
    await user.paste('Glömd aktivitet');
    await user.click(form.getByRole('button', { name: 'Minskat avfall' }));
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await form.findByText(/^Perioden är stängd\./);
    await user.click(form.getByRole('button', { name: 'Gör till en rättelse' }));
    await user.click(form.getByLabelText('Varför rättas det?'));
    await user.paste('x'.repeat(4001));
    await user.click(form.getByRole('button', { name: 'Spara rättelsen' }));
    await form.findByText(/^Kommentaren är för lång\./);
    const why = form.getByLabelText<HTMLTextAreaElement>('Varför rättas det?');
    expect(why.value).toHaveLength(4001);
    await user.clear(why);
    await user.paste('Den glömdes i augusti.');
    await user.click(form.getByRole('button', { name: 'Spara rättelsen' }));
    await gone();
    await screen.findByText('Sparat ✓');
    await colleague(tab.tenant).sees('Glömd aktivitet');
  });

  it('[F37] a line that was written before its author knew is refused with words, and made a correction', async () => {
    tab = await openTab();
    user = userEvent.setup({ delay: null });
    await screen.findByText('Sparat ✓');
    tab.answerAll(noNetwork);
    await user.click(await screen.findByRole('button', { name: recipes }));
    const form = within(await screen.findByRole('dialog'));
    await user.clear(form.getByLabelText(/Vad gör ni\?/));
    await user.type(form.getByLabelText(/Vad gör ni\?/), 'Bättre recept');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    await closeYear(tab.tenant);
    // Who has been away for more than a moment asks first what was closed meanwhile.
    tab.setClock('2023-08-25T10:10:00');
    tab.answerAll(undefined);
    window.dispatchEvent(new Event('online'));
    await user.click(await screen.findByRole('button', { name: 'Behöver dig' }));
    const line = within(
      await (await drawer('Väntar och behöver dig')).findByRole('listitem', { name: /recept/ }),
    );
    expect(line.getByText(/^Perioden är stängd\./)).toBeDefined();
    await user.click(line.getByRole('button', { name: 'Gör till en rättelse' }));
    await user.type(line.getByLabelText('Varför rättas det?'), 'Skrevs på tåget.');
    await user.click(line.getByRole('button', { name: 'Spara rättelsen' }));
    await screen.findByText('Allt är sparat. Inget väntar på att skickas.');
    await colleague(tab.tenant).sees('Bättre recept');
  });

  it('[F42][F43] then and now tells what has changed, and why where somebody has said it', async () => {
    await openPeriods();
    await closedAugust();
    const own = await card();
    await user.click(own.getByRole('button', { name: `Visa då och nu för ${august}` }));
    expect(await own.findByText('Inget har ändrats sedan perioden stängdes.')).toBeDefined();
    await user.click(own.getByRole('button', { name: `Dölj då och nu för ${august}` }));
    const others = colleague(tab.tenant);
    await others.changes(recipes, { State: 'done' });
    await others.adds('measurements', {
      key: 'avfall/2023-delar-augusti',
      title: 'Mängd avfall 2023',
      removed: false,
      indicatorKey: 'avfall',
      periodKey: '2023-delar-augusti',
      year: 2023,
      value: 12,
      comment: null,
      source: null,
    });
    await others.adds('comments', {
      key: '0189e0c4-0000-7000-8000-000000000009',
      title: 'Vågen var trasig.',
      removed: false,
      subjectKey: 'avfall/2023-delar-augusti',
      shelf: '2023/regionstyrelsen',
      unitShelf: '2023/regionstyrelsen',
      periodKey: '2023-delar-augusti',
      status: null,
      text: 'Vågen var trasig.',
      by: { id: 'x', name: 'Ingrid Sandell' },
      on: '2023-08-26',
      isCorrection: true,
    });
    // What was read a while ago is read anew.
    tab.setClock('2023-08-25T10:10:00');
    const again = await card();
    await user.click(again.getByRole('button', { name: `Visa då och nu för ${august}` }));
    await again.findByRole('heading', { name: 'Två ändringar sedan dess' });
    const rows = rowsOf('Två ändringar sedan dess');
    expect(rows[0]).toContain(`${recipes}Ändrad aktivitet · Kost, RegionserviceLäge: ”Pågår” blev ”Klar”`);
    expect(rows[0]).toContain('Ändrat sedan dess');
    expect(rows[1]).toContain('Nytt utfall · hela regionen');
    expect(rows[1]).toContain('”Vågen var trasig.” Ingrid Sandell, 26 augusti 2023');
    expect(rows[1]).toContain('Rättat');
  });

  it('[F39] a snapshot that is gone or changed is told as that, and nothing crashes', async () => {
    await openPeriods();
    await closedAugust();
    const period = await periodOn(tab.tenant);
    const checksum = period?.snapshotChecksum ?? '';
    const path = `Kaskad/Perioder/2023/2023-delar-augusti-${checksum.slice(0, 8)}.json`;
    await libraryOf(tab.tenant).save(path, new Blob(['{}']));
    const own = await card();
    await user.click(own.getByRole('button', { name: `Visa då och nu för ${august}` }));
    expect(
      await own.findByText('Ögonblicksbilden har ändrats efter stängningen, så den går inte att lita på.'),
    ).toBeDefined();
    await user.click(own.getByRole('button', { name: `Dölj då och nu för ${august}` }));
    await writePeriod(tab.tenant, { snapshotChecksum: 'abcdefgh' });
    window.dispatchEvent(new Event('online'));
    tab.answerTo('/drive/root:/', noNetwork);
    await user.click(own.getByRole('button', { name: `Visa då och nu för ${august}` }));
    await own.findByText('Ögonblicksbilden går inte att hämta just nu.');
    tab.answerTo('/drive/root:/', undefined);
  });
});
