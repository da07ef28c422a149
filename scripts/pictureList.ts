import type { FrameLocator, Page } from 'playwright-core';

export type Picture = {
  readonly name: string;
  readonly person: string;
  readonly place: string;
  readonly theme?: 'dark' | 'contrast';
  readonly size?: { readonly width: number; readonly height: number };
  /** The page within the tab that a link would lead to. */
  readonly subPage?: string;
  /** What to do before the picture is taken, and what must be on screen by then. */
  readonly act: (tab: FrameLocator, page: Page) => Promise<void>;
};

/** All is saved, and what comes a moment after the first frame is there. */
async function saved(tab: FrameLocator): Promise<void> {
  await tab.getByText('Sparat ✓').waitFor();
  await tab.getByRole('button', { name: /^(?:Mer|Visa på skärmen)$/ }).waitFor();
}

const head = { person: 'anders.ekholm', place: 'channel:regionservice' };
const strategist = { person: 'ingrid.sandell', place: 'personal' };
const phone = { width: 360, height: 740 };

async function assign(tab: FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: 'Fördela mål', exact: true }).click();
  await tab.getByRole('dialog').getByRole('button', { name: 'Spara' }).waitFor();
}

async function log(tab: FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: 'Logga aktivitet' }).click();
  const drawer = tab.getByRole('dialog', { name: 'Logga aktivitet' });
  await drawer.getByLabel('Var?').selectOption('Kost');
  await drawer.getByRole('button', { name: 'Minskat avfall' }).click();
  await drawer.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Mindre portioner på fredagar');
}

async function pasteLines(tab: FrameLocator, page: Page): Promise<void> {
  await log(tab);
  const line = tab.getByRole('dialog').getByRole('textbox', { name: 'Vad gör ni?' });
  await line.fill('');
  await line.dispatchEvent('paste');
  await page.keyboard.insertText(
    '• Mindre portioner på fredagar\n• Svinnet vägs varje dag\n• Soppa på det som blir över',
  );
  await tab.getByRole('dialog').getByText('Tre rader blir tre aktiviteter').waitFor();
}

async function map(tab: FrameLocator): Promise<void> {
  await saved(tab);
  await tab.getByRole('treegrid').waitFor();
}
const view = (name: string, shown: (tab: FrameLocator) => Promise<void>) => async (tab: FrameLocator) => {
  await map(tab);
  await tab.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  await shown(tab);
};

/** In this order: what some of them write stands in those that follow. */
export const pictures: readonly Picture[] = [
  { name: 'head', ...head, act: saved },
  { name: 'head-assigns', ...head, act: assign },
  { name: 'head-dark', ...head, theme: 'dark', act: saved },
  { name: 'head-contrast', ...head, theme: 'contrast', act: assign },
  { name: 'head-phone', ...head, size: phone, act: saved },
  { name: 'logging', ...head, act: log },
  { name: 'pasted-lines', ...head, act: pasteLines },
  {
    name: 'activity',
    ...head,
    async act(tab) {
      await tab.getByRole('button', { name: 'Elbilar när leasingbilar byts ut' }).click();
      await tab
        .getByRole('dialog', { name: 'Aktivitet' })
        .getByRole('textbox', { name: 'Vad gör ni?' })
        .waitFor();
    },
  },
  {
    name: 'ideas',
    person: 'helena.wester',
    place: 'channel:hr',
    async act(tab) {
      const others = tab.getByRole('button', { name: 'Se vad andra gör' });
      await others.click();
      await tab.getByText(/^Vi har tittat på vad/).waitFor();
      await tab.getByRole('heading', { name: 'Idéer för er' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'talks',
    person: 'karin.holm',
    place: 'personal',
    subPage: 'year=2023&room=regionservice-kost',
    async act(tab) {
      const talk = tab.getByRole('group', { name: 'Samråd' });
      await talk.getByRole('button', { name: 'Svara för varje mål' }).click();
      await saved(tab);
    },
  },
  { name: 'strategist', ...strategist, act: map },
  { name: 'strategist-dark', ...strategist, theme: 'dark', size: { width: 1920, height: 1080 }, act: map },
  {
    name: 'strategist-phone',
    ...strategist,
    size: phone,
    act: (tab) => tab.getByRole('button', { name: 'Öppna HR' }).waitFor(),
  },
  {
    name: 'gaps',
    ...strategist,
    act: view('Luckor', (tab) => tab.getByRole('button', { name: 'Påminn: HR' }).waitFor()),
  },
  {
    name: 'indicators',
    ...strategist,
    act: view('Mätetal', (tab) => tab.getByRole('img').first().waitFor()),
  },
  {
    name: 'dialogues',
    ...strategist,
    act: view('Samtal', (tab) => tab.getByRole('tabpanel').getByRole('button').first().waitFor()),
  },
  { name: 'staff', person: 'eva.strand', place: 'meeting:regionservice-kost', act: saved },
  {
    name: 'asking',
    person: 'samira.haddadi',
    place: 'meeting:regionservice-vaxel-och-reception',
    async act(tab) {
      await tab.getByRole('button', { name: 'Resor och transporter' }).click();
      await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Videomöten i stället för resor');
      await tab.getByRole('textbox', { name: 'Vad gör ni?' }).press('Enter');
      await tab.getByRole('button', { name: 'Be om målet' }).click();
      await tab.getByRole('button', { name: 'Berätta för Anders Ekholm' }).waitFor();
      await saved(tab);
    },
  },
  {
    name: 'head-asked',
    ...head,
    async act(tab) {
      await saved(tab);
      await tab.getByRole('button', { name: /^Godkänn att Växel och reception/ }).waitFor();
    },
  },
  {
    name: 'staff-logs',
    person: 'eva.strand',
    place: 'meeting:regionservice-kost',
    theme: 'dark',
    async act(tab) {
      await tab.getByRole('button', { name: 'Avfall' }).click();
      for (const line of ['Mindre portioner på fredagar', 'Svinnet vägs varje dag']) {
        await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill(line);
        await tab.getByRole('textbox', { name: 'Vad gör ni?' }).press('Enter');
      }
      await tab.getByText('Loggat i mötet (2)').waitFor();
      await saved(tab);
    },
  },
  {
    name: 'round-the-table',
    person: 'anders.ekholm',
    place: 'meeting:regionservice',
    async act(tab, page) {
      await tab.getByRole('button', { name: 'Gå runt bordet' }).click();
      for (const _ of [1, 2]) await tab.getByRole('button', { name: 'Nästa mål' }).click();
      await tab.getByRole('textbox', { name: 'Vad gör ni?' }).fill('Matsvinnet redovisas varje vecka');
      await tab.getByRole('textbox', { name: 'Vad gör ni?' }).press('Enter');
      await tab.getByRole('button', { name: 'Visa på skärmen' }).click();
      const stage = page.frameLocator('iframe[title="Miljömål på skärmen"]');
      await stage.getByText('Matsvinnet redovisas varje vecka').waitFor();
      await tab.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'next-year',
    ...head,
    async act(tab) {
      await tab.getByRole('combobox', { name: 'År' }).selectOption('2024');
      await tab.getByRole('button', { name: 'Fortsätt från 2023' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Fortsätt med alla som pågår' }).click();
    },
  },
  { name: 'auditor', person: 'olof.wiklund', place: 'channel:regionstaben', act: saved },
  {
    name: 'configuration',
    person: 'ingrid.sandell',
    place: 'settings',
    act: (tab) => tab.getByRole('heading', { name: 'Vad ska fliken visa?' }).waitFor(),
  },
];
