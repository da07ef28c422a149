import { screen, waitFor } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setupScopes } from '../../src/graph/client.ts';
import { setUpSite } from '../../src/lists/migrations.ts';
import type { Tenant } from '../tenant.ts';
import { handedFiles } from './handedFiles.ts';
import { bytesOf, openTab, type Tab } from './openTab.ts';
import { openOverview, rowsOf } from './strategist.ts';

await Promise.all([
  import('../../src/followup/OverviewSidePage.tsx'),
  import('../../src/exchange/ImportPage.tsx'),
  import('../../src/exchange/readFile.ts'),
  import('../../src/exchange/files.ts'),
  import('../../src/exchange/xlsx.ts'),
]);

let tab: Tab | undefined;
let user: UserEvent;

afterEach(() => {
  tab?.close();
  vi.restoreAllMocks();
});

async function openImport(): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Mer' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Importera …' }));
  await screen.findByRole('heading', { level: 1, name: 'Importera' });
}

async function atImport(where: Parameters<typeof openOverview>[0] = {}): Promise<void> {
  ({ tab, user } = await openOverview(where));
  await openImport();
}

const next = () => user.click(screen.getByRole('button', { name: 'Fortsätt' }));
const says = (words: string | RegExp) => screen.findByText(words);

async function choose(kind: string, text: string | Blob, name = 'fil.csv'): Promise<void> {
  await user.click(screen.getByRole('radio', { name: new RegExp(`^${kind}`) }));
  await user.upload(screen.getByLabelText('Välj fil'), new File([text], name));
}

/** From the file to what it comes to, the columns as they were found. */
async function review(kind: string, text: string): Promise<void> {
  await choose(kind, text);
  await says(/^Filen är läst/);
  await next();
  await next();
  await screen.findByRole('combobox', { name: 'Visa' });
}

async function importAll(button: string | RegExp): Promise<void> {
  await user.click(screen.getByRole('button', { name: button }));
  await says(/^Klart\./);
}

async function again(): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Läs in en fil till' }));
}

describe('importing', () => {
  it('[I11] goes from a file with a mistake to what is saved, back by undo, and a second time makes nothing new', async () => {
    const handed = handedFiles();
    await atImport();
    const text = [
      'Nr;Vad som görs;Team;Miljömål;Läge',
      'P-1;Elcyklar till hemtjänsten;Kost;Minskade utsläpp från resor;Pågår',
      'P-2;Samåkning;Regionservice;Minskade utsläpp från resor;Planerad',
      'P-3;Ingen vet var;Månbasen;Minskade utsläpp från resor;Pågår',
    ].join('\n');
    await choose('Aktiviteter', text);
    expect(await says('Filen är läst: tre rader.')).toBeDefined();
    await next();
    // A heading that nobody could know is chosen by hand.
    expect(await says(/^Det saknas en kolumn för: Aktivitet\./)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Fortsätt' }).getAttribute('aria-disabled')).toBe('true');
    await user.selectOptions(screen.getByRole('combobox', { name: /^Aktivitet/ }), 'Vad som görs');
    expect(screen.queryByText(/^Det saknas en kolumn/)).toBeNull();
    await next();
    expect(await says('Två rader är nya, en rad går inte att läsa in.')).toBeDefined();
    expect(rowsOf('Rader i filen')).toHaveLength(1);
    expect(screen.getByText(/Månbasen finns inte i organisationen/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Ladda ner felen' }));
    await waitFor(() => expect(handed.names).toEqual(['fel-i-filen.csv']));
    expect(new TextDecoder().decode(await bytesOf(handed.files[0] ?? new Blob()))).toContain(
      '4;Enhet;Månbasen;',
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Visa' }), 'Nya (2)');
    expect(rowsOf('Rader i filen')).toHaveLength(2);
    await importAll('Importera två rader');
    expect(await says('Klart. Två rader är sparade.')).toBeDefined();
    expect(rowsOf('Rader i filen').every((row) => row.endsWith('Sparat'))).toBe(true);

    await user.click(await screen.findByRole('button', { name: /^Ångra/ }));
    expect(await says('Importen är ångrad.')).toBeDefined();

    // The columns are remembered, and what was taken back can be read in anew.
    await again();
    await review('Aktiviteter', text);
    expect(await says('Två rader är nya, en rad går inte att läsa in.')).toBeDefined();
    await importAll('Importera två rader');
    await again();
    await review('Aktiviteter', text);
    expect(await says('En rad går inte att läsa in.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Importera (en|två|tre)/ })).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Visa' }), 'Oförändrade (2)');
    expect(rowsOf('Rader i filen')).toHaveLength(2);
  });

  it('[I14] makes the organisation, with a head from the directory, and [I17] goals with their indicators', async () => {
    await atImport();
    await review(
      'Organisationen',
      'Namn;Nivå;Ligger under;Chef\nNattköket;Enhet;Lunchköket;\nLunchköket;Enhet;Regionservice;Karin Holm\n',
    );
    expect(await says('Två rader är nya.')).toBeDefined();
    await importAll('Importera två rader');
    await again();
    await review('Organisationen', 'Namn;Ligger under;Chef\nLunchköket;Regionservice;Eva Strand\n');
    expect(await says('Chef: Karin Holm → Eva Strand')).toBeDefined();
    await again2();
    await review(
      'Mål',
      'Slag;Namn;Hör till målet;Måttenhet;Basår;Basvärde;Målår;Målvärde\nMål;Tystare trafik;;;;;;\nMätetal;Buller;Tystare trafik;dB;2015;60;2026;55\n',
    );
    expect(await says('Två rader är nya.')).toBeDefined();
    await importAll('Importera två rader');
    expect(await says('Klart. Två rader är sparade.')).toBeDefined();
  });

  it('[I21] puts in outcomes', async () => {
    await atImport();
    await review(
      'Mål',
      'Slag;Namn;Hör till målet;Måttenhet;Basår;Basvärde;Målår;Målvärde\nMål;Tystare trafik;;;;;;\nMätetal;Buller;Tystare trafik;dB;2015;60;2026;55\n',
    );
    await importAll('Importera två rader');
    await again();
    await review('Utfall', 'Mätetal;Period;Utfall\nBuller;Delår augusti;58,5\nBuller;Nyårsafton;1');
    expect(await says('En rad är ny, en rad går inte att läsa in.')).toBeDefined();
    await importAll('Importera en rad');
  });

  it('[I15] an empty site gets its first organisation', async () => {
    tab = await openTab({
      entityId: 'overview',
      person: 'Ingrid Sandell',
      isSeeded: false,
      prepare: withLists,
    });
    user = userEvent.setup({ delay: null });
    await screen.findByRole('heading', { level: 1, name: /^Miljömål/ });
    await openImport();
    await review(
      'Organisationen',
      'Namn;Nivå;Ligger under\nIT;Avdelning;Nya nämnden\nNya nämnden;Nämnd;\nNya regionen;Region;',
    );
    await importAll('Importera tre rader');
    expect(await says('Klart. Tre rader är sparade.')).toBeDefined();
  });

  it('[I3] says of a file that is no use what it is and what to do', async () => {
    await atImport();
    await choose(
      'Organisationen',
      new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])]),
      'gammal.xls.xlsx',
    );
    expect(await says(/^Det här är en äldre Excelfil/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Fortsätt' })).toBeNull();
    await user.upload(
      screen.getByLabelText('Välj fil'),
      new File([`Namn\n${'Kost\n'.repeat(6000)}`], 'lång.csv'),
    );
    expect(await says(/^Filen har 6 000 rader\. Filen har för många rader/)).toBeDefined();
    await user.upload(screen.getByLabelText('Välj fil'), new File(['Namn;Nivå\n'], 'tom.csv'));
    expect(await says(/^Filen har bara rubriker/)).toBeDefined();
  });

  it('[I23] gives a template for each kind, and [I11] says when what is there cannot be read', async () => {
    const handed = handedFiles();
    await atImport();
    for (const kind of ['Organisationen', 'Mål', 'Aktiviteter', 'Utfall']) {
      await user.click(screen.getByRole('radio', { name: new RegExp(`^${kind}`) }));
      await user.click(screen.getByRole('button', { name: 'Ladda ner en mall' }));
      await says('Mallen är nedladdad.');
    }
    await waitFor(() =>
      expect(handed.names).toEqual([
        'mall-organisation.xlsx',
        'mall-mal.xlsx',
        'mall-aktiviteter.xlsx',
        'mall-utfall.xlsx',
      ]),
    );
    await choose('Aktiviteter', 'Aktivitet;Enhet;Mål\nNågot;HR;Ett mål');
    await says(/^Filen är läst/);
    await next();
    tab?.setClock('2023-08-25T11:00:00');
    tab?.answerAll(() => Promise.reject(new TypeError('Failed to fetch')));
    await next();
    expect(await says(/^Det som redan finns går inte att läsa just nu/)).toBeDefined();
    tab?.answerAll(undefined);
    await user.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(await screen.findByRole('combobox', { name: 'Visa' })).toBeDefined();
  });

  it('[I25] says of each row what became of it, and why somebody who may only read is refused', async () => {
    await atImport({ person: 'Olof Wiklund' });
    await review('Organisationen', 'Namn;Nivå;Ligger under\nLunchköket;Enhet;Regionservice\n');
    await user.click(screen.getByRole('button', { name: 'Importera en rad' }));
    expect(await says(/^En rad gick inte att spara/)).toBeDefined();
    expect(rowsOf('Rader i filen')[0]).toMatch(/Nekat.*rätt/);
    expect(screen.getByText(/^Bara den som äger webbplatsen/)).toBeDefined();
  });
});

/** The lists as set-up makes them, with nothing in them. */
async function withLists({ organisation, graphFor, people }: Tenant): Promise<void> {
  await setUpSite(graphFor(people.owner, setupScopes), organisation.site);
}

/** From the review back to the first step. */
async function again2(): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Tillbaka' }));
  await user.click(screen.getByRole('button', { name: 'Tillbaka' }));
}
