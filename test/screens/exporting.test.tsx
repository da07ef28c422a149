import { screen, waitFor, within } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { handedFiles } from './handedFiles.ts';
import { bytesOf, openTab, type Tab } from './openTab.ts';
import { openOverview } from './strategist.ts';

await Promise.all([import('../../src/exchange/files.ts'), import('../../src/exchange/xlsx.ts')]);

let tab: Tab | undefined;
let user: UserEvent;
const recipes = 'Nya recept minskar svinnet från matproduktionen';
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

afterEach(() => {
  tab?.close();
  vi.restoreAllMocks();
});

async function openExport() {
  await user.click(await screen.findByRole('button', { name: 'Mer' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Exportera …' }));
  return within(await screen.findByRole('dialog', { name: 'Exportera' }));
}

async function inRoom(where: Parameters<typeof openTab>[0] = {}) {
  tab = await openTab(where);
  user = userEvent.setup({ delay: null });
  await screen.findByRole('button', { name: recipes });
  return openExport();
}

const ready = (drawer: ReturnType<typeof within>) =>
  waitFor(() => expect(drawer.queryByText('Läser raderna …')).toBeNull());
const textOf = async (file: Blob | undefined) => strFromU8(new Uint8Array(await bytesOf(file ?? new Blob())));

describe('exporting', () => {
  it('[E4] gives a workbook with a sheet for each part that is ticked', async () => {
    const handed = handedFiles();
    const drawer = await inRoom();
    await ready(drawer);
    await user.click(drawer.getByRole('checkbox', { name: /^Lägen/ }));
    await user.click(drawer.getByRole('button', { name: 'Ladda ner' }));
    expect(await drawer.findByText('Filen är nedladdad.')).toBeDefined();
    expect(handed.names).toEqual(['export-regionservice-2023-2023-08-25.xlsx']);
    const parts = unzipSync(new Uint8Array(await bytesOf(handed.files[0] ?? new Blob())));
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Aktiviteter',
      'Fördelningar',
      'Täckning',
    ]);
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(recipes);
  });

  it('[E1] gives a file of text for each part, of the room alone', async () => {
    const handed = handedFiles();
    const drawer = await inRoom({ entityId: 'unit/regionservice-kost' });
    await ready(drawer);
    await user.click(drawer.getByRole('radio', { name: 'CSV' }));
    for (const part of [/^Täckning/, /^Lägen/])
      await user.click(drawer.getByRole('checkbox', { name: part }));
    await user.click(drawer.getByRole('button', { name: 'Ladda ner' }));
    expect(await drawer.findByText('Två filer är nedladdade.')).toBeDefined();
    expect(handed.names).toEqual([
      'aktiviteter-export-kost-2023-2023-08-25.csv',
      'fordelningar-export-kost-2023-2023-08-25.csv',
    ]);
    const lines = (await textOf(handed.files[0])).split('\r\n').slice(1, -1);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^Regionservice;Kost;/);
  });

  it('[E14] saves in the library, with a link, and in the mobile apps nowhere else', async () => {
    const drawer = await inRoom({ isMobile: true });
    await ready(drawer);
    expect(drawer.queryByRole('button', { name: 'Ladda ner' })).toBeNull();
    expect(drawer.getByText(/^I mobilen går det inte att ladda ner/)).toBeDefined();
    await user.click(drawer.getByRole('button', { name: 'Spara i SharePoint' }));
    const link = await drawer.findByRole('link', { name: 'Öppna export-regionservice-2023-2023-08-25.xlsx' });
    expect(link.getAttribute('href')).toMatch(/^https:.*Kaskad\/Export\/export-regionservice/);
  });

  it('asks for one part at least, and says when a file cannot be saved', async () => {
    const drawer = await inRoom({ person: 'Olof Wiklund' });
    await ready(drawer);
    const boxes = drawer.getAllByRole('checkbox');
    for (const box of boxes) await user.click(box);
    expect(drawer.getByText('Kryssa för minst en del.')).toBeDefined();
    expect(drawer.getByRole('button', { name: 'Ladda ner' }).getAttribute('aria-disabled')).toBe('true');
    for (const box of boxes) await user.click(box);
    await user.click(drawer.getByRole('button', { name: 'Spara i SharePoint' }));
    expect(await drawer.findByText(/^Du har inte rätt att spara filer på webbplatsen/)).toBeDefined();
    tab?.answerAll(offline);
    await user.click(drawer.getByRole('button', { name: 'Spara i SharePoint' }));
    expect(await drawer.findByText(/^SharePoint svarar inte/)).toBeDefined();
  });

  it('[E15] reads the rows of a whole board first, and says when it cannot', async () => {
    const handed = handedFiles();
    ({ tab, user } = await openOverview());
    tab.answerAll(offline);
    const drawer = await openExport();
    expect(await drawer.findByText('Raderna går inte att läsa just nu.')).toBeDefined();
    expect(drawer.getByRole('button', { name: 'Ladda ner' }).getAttribute('aria-disabled')).toBe('true');
    tab.answerAll(undefined);
    await user.click(drawer.getByRole('button', { name: 'Försök igen' }));
    await waitFor(() =>
      expect(drawer.getByRole('button', { name: 'Ladda ner' }).getAttribute('aria-disabled')).not.toBe(
        'true',
      ),
    );
    await user.click(drawer.getByRole('radio', { name: 'CSV' }));
    await user.click(drawer.getByRole('button', { name: 'Ladda ner' }));
    expect(await drawer.findByText('Fyra filer är nedladdade.')).toBeDefined();
    const activities = await textOf(handed.files[0]);
    expect(activities.split('\r\n').filter((line) => /;(Ja|Ordinarie arbete);/.test(line))).toHaveLength(11);
  });
});
