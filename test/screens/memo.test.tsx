import { IDBFactory } from 'fake-indexeddb';
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Blob as NodeBlob } from 'node:buffer';
import { closePeriod, libraryOf } from './closedPeriod.ts';
import { colleague } from './colleague.ts';
import { bytesOf, type Tab } from './openTab.ts';
import { openOverview } from './strategist.ts';
import type { Tenant } from '../tenant.ts';

let tab: Tab | undefined;
let user: UserEvent;

afterEach(() => {
  tab?.close();
  vi.restoreAllMocks();
});

const textIn = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const paper = () => within(screen.getByRole('article', { name: 'Tjänsteskrivelsen' }));
const paragraph = (words: RegExp) =>
  paper().getByText((_, node) => node?.tagName === 'P' && words.test(node.textContent));

async function openMemo(where?: Parameters<typeof openOverview>[0]) {
  ({ tab, user } = await openOverview(where));
  await user.click(await button('Skriv tjänsteskrivelse'));
  await screen.findByRole('article', { name: 'Tjänsteskrivelsen' });
  await screen.findByRole('checkbox', { name: /Ny upphandling av fordon/ });
  return tab;
}

/** Somebody at Kost has said something of the department's first activity. */
async function saidAtKost(tenant: Tenant) {
  const them = colleague(tenant);
  const { Key } = await them.sees('Nya recept minskar svinnet från matproduktionen');
  await them.adds('comments', {
    key: '0189e0c4-0000-7000-8000-00000000000c',
    title: 'Svinnet har halverats',
    removed: false,
    subjectKey: String(Key),
    shelf: '2023/regionservice',
    unitShelf: '2023/regionservice-kost',
    periodKey: null,
    isCorrection: false,
    status: null,
    text: 'Svinnet har halverats.',
    by: { id: 'x', name: 'Eva Strand' },
    on: '2023-08-20',
  });
}

describe('the memo', () => {
  it('[M1] is written from the departments’ own rows, and its numbers open what stands behind them', async () => {
    await openMemo();
    expect(paragraph(/^En sammanställning visar att alla avdelningar/).textContent).toContain(
      'och totalt tio aktiviteter har lagts in inom Regionstyrelsen.',
    );
    await user.click(paper().getByRole('button', { name: 'tio aktiviteter' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Aktiviteter per avdelning' }));
    expect(drawer.getAllByRole('listitem')[0]?.textContent).toBe('Regionservicefem aktiviteter');
  });

  it('[M3] quotes a comment that is ticked, with its place and without the name of who said it', async () => {
    await openMemo({ prepare: saidAtKost });
    await user.click(screen.getByRole('checkbox', { name: /Svinnet har halverats/ }));
    expect(paragraph(/^Arbetet beskrivs/).textContent).toBe(
      'Arbetet beskrivs i kommentarer och inkluderar bl.a. ”Svinnet har halverats” (Kost).',
    );
    expect(document.body.textContent).not.toContain('Eva Strand');
    await user.click(screen.getByRole('checkbox', { name: /Svinnet har halverats/ }));
    expect(paper().queryByText(/^Arbetet beskrivs/)).toBeNull();
  });

  it('[M10] a paragraph that was changed is there after a reload, marked, and can be given back', async () => {
    const device = new IDBFactory();
    await openMemo({ device });
    await user.click(await button('Ändra stycket: Sammanställningen'));
    const words = '<b>Mina</b> egna ord.';
    fireEvent.change(screen.getByRole('textbox', { name: 'Sammanställningen' }), {
      target: { value: words },
    });
    tab?.close();
    await openMemo({ device });
    expect(paragraph(/Mina/).textContent).toBe(words);
    paper().getByText('Ändrat av dig');
    await user.click(await button('Återställ: Sammanställningen'));
    paragraph(/^En sammanställning visar/);
    expect(paper().queryByText('Ändrat av dig')).toBeNull();
  });

  it('[M6][M8] says what has changed since it was begun, and takes it in without touching what was written', async () => {
    const device = new IDBFactory();
    await openMemo({ device });
    await user.click(await button('Lägg till ett eget stycke'));
    fireEvent.change(screen.getByRole('textbox', { name: 'Eget stycke 1' }), {
      target: { value: 'Mitt stycke.' },
    });
    tab?.close();
    ({ tab, user } = await openOverview({
      device,
      clock: '2023-08-25T10:05:00',
      prepare: (tenant) => colleague(tenant).changes('Ny upphandling av fordon', { State: 'dropped' }),
    }));
    await user.click(await button('Skriv tjänsteskrivelse'));
    await screen.findByText(/En sak har ändrats sedan dess\./);
    paragraph(/totalt tio aktiviteter/);
    await user.click(await button('Visa'));
    screen.getByText('Regionservice: fyra aktiviteter, tidigare fem aktiviteter');
    await user.click(await button('Uppdatera'));
    paragraph(/totalt nio aktiviteter/);
    paragraph(/^Mitt stycke\.$/);
    expect(screen.queryByText(/har ändrats sedan dess/)).toBeNull();
  });

  it('[M9] remembers headings for the organisation where its writer owns the site', async () => {
    await openMemo();
    await user.click(await button(/^Underskrifter/));
    fireEvent.change(screen.getByLabelText('Namn, underskrift 1'), { target: { value: 'Karin Lind' } });
    fireEvent.change(screen.getByLabelText('Utdrag till, en per rad'), {
      target: { value: 'Miljöstrateg\nEkonomi' },
    });
    expect(paper().getByText('Karin Lind').tagName).toBe('SPAN');
    await user.click(await button('Kom ihåg till nästa gång'));
    await screen.findByText('Det här är sparat till nästa gång.');
    await screen.findByText('Rubriker och underskrifter är sparade till nästa gång.');
  });

  it('[M9] keeps them on the device where the site says no, and says so', async () => {
    await openMemo({ person: 'Olof Wiklund' });
    await user.click(await button(/^Underskrifter/));
    fireEvent.change(screen.getByLabelText('Din enhet'), { target: { value: 'Regionservice stab' } });
    await user.click(await button('Kom ihåg till nästa gång'));
    await screen.findByText(/^Bara den som äger webbplatsen kan spara/);
    expect(screen.getByLabelText<HTMLInputElement>('Din enhet').value).toBe('Regionservice stab');
  });

  it('[M11] is handed over as a Word document that says the same', async () => {
    await openMemo();
    const files: Blob[] = [];
    URL.createObjectURL = (file) => `blob:${files.push(file as Blob)}`;
    URL.revokeObjectURL = () => {};
    let name = '';
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      name = this.download;
    });
    await user.click(await button('Ladda ner Word'));
    await screen.findByText('Dokumentet är nedladdat.');
    expect(name).toBe('tjansteskrivelse-regionstyrelsen-2023.docx');
    expect(textIn(new Uint8Array(await bytesOf(files[0] ?? new Blob())))).toContain(
      'och totalt tio aktiviteter har lagts in inom Regionstyrelsen.',
    );
  });

  it('[M14] is saved in the site’s library, with the way there', async () => {
    const opened = await openMemo();
    await user.click(await button('Spara i SharePoint'));
    const link = await screen.findByRole('link', { name: 'Öppna dokumentet' });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain(
      'Kaskad/Tjänsteskrivelser/tjansteskrivelse-regionstyrelsen-2023.docx',
    );
    const saved = await libraryOf(opened.tenant).read(
      'Kaskad/Tjänsteskrivelser/tjansteskrivelse-regionstyrelsen-2023.docx',
    );
    expect(textIn(saved ?? new Uint8Array())).toContain('och totalt tio aktiviteter');
  });

  it('[M14] in the mobile app is saved only, since nothing can be downloaded there', async () => {
    await openMemo({ isMobile: true });
    await button('Spara i SharePoint');
    expect(screen.queryByRole('button', { name: 'Ladda ner Word' })).toBeNull();
  });

  it.each([
    [403, 'Du har inte rätt att spara filer på webbplatsen. Be den som äger den om rätt att redigera.'],
    [503, 'Dokumentet kunde inte sparas i SharePoint just nu. Försök igen när nätet är bättre.'],
  ])('[M14] that cannot be saved says why: %s', async (status, words) => {
    const opened = await openMemo();
    opened.answerTo('/drive/', () => new Response('{}', { status }));
    await user.click(await button('Spara i SharePoint'));
    await screen.findByText(words);
    opened.answerTo('/drive/', undefined);
    await user.click(await button('Spara i SharePoint'));
    expect(await screen.findByText('Sparat i SharePoint.')).toBeDefined();
  });

  it('[M13] builds on the snapshot of the closed period, and says what has changed since', async () => {
    await openMemo({
      clock: '2023-09-04T10:00:00',
      prepare: async (tenant) => {
        await closePeriod(tenant);
        await colleague(tenant).changes('Ny upphandling av fordon', { State: 'dropped' });
      },
    });
    await screen.findByText(
      /Bygger på ögonblicksbilden från 31 augusti 2023\. En sak har ändrats sedan dess\./,
    );
    paragraph(/totalt tio aktiviteter/);
    await user.click(await button('Uppdatera'));
    paragraph(/totalt nio aktiviteter/);
    expect(screen.queryByText(/ögonblicksbilden/)).toBeNull();
  });

  it('[M13] does not build on a snapshot that somebody has changed, and says so', async () => {
    await openMemo({
      clock: '2023-09-04T10:00:00',
      prepare: async (tenant) => {
        const path = await closePeriod(tenant);
        const text = new TextDecoder().decode(await libraryOf(tenant).read(path));
        await libraryOf(tenant).save(path, new NodeBlob([text.replace('2023', '2024')]) as Blob);
      },
    });
    await screen.findByText(/Ögonblicksbilden har ändrats efter stängningen/);
    expect(paragraph(/totalt tio aktiviteter/)).toBeDefined();
  });

  it('says when the rows cannot be read, and counts them when they can', async () => {
    ({ tab, user } = await openOverview());
    tab.answerAll(() => Promise.reject(new TypeError('Failed to fetch')));
    await user.click(await button('Skriv tjänsteskrivelse'));
    await screen.findByText(/^Raderna går inte att läsa just nu/);
    paragraph(/totalt tio aktiviteter/);
    tab.answerAll(undefined);
    await user.click(await button('Försök igen'));
    await screen.findByRole('checkbox', { name: /Ny upphandling av fordon/ });
    await waitFor(() => expect(screen.queryByText(/^Raderna går inte/)).toBeNull());
  });
});
