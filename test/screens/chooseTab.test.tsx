import { screen, waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { openTab, type Tab } from './openTab.ts';

const user = userEvent.setup({ delay: null });
const settings = { place: 'settings', entityId: '', person: 'Ingrid Sandell' } as const;
let tab: Tab;

afterEach(() => tab.close());

const open = async (where: Parameters<typeof openTab>[0] = {}) => {
  tab = await openTab({ ...settings, ...where });
  await screen.findByRole('heading', { name: 'Vad ska fliken visa?' });
};
const choices = () => screen.getAllByRole('radio').map((one) => one.closest('.fui-Radio')?.textContent);
const searchFor = (words: string) =>
  user.type(screen.getByRole('searchbox', { name: 'Sök avdelning eller enhet' }), words);

describe('what a tab shows', () => {
  it('[O8] [T21] is nothing until it is chosen, and the sentence says what will happen', async () => {
    await open();
    expect(tab.told.choice).toBeUndefined();
    expect(screen.getByRole('status').textContent).toContain('Välj i listan och tryck sedan på Spara.');
    await user.click(screen.getByRole('radio', { name: /^Alla avdelningar/ }));
    expect(tab.told.choice).toEqual({ entityId: 'overview', name: 'Alla avdelningar' });
    await user.click(screen.getByRole('radio', { name: 'HR' }));
    expect(tab.told.choice).toEqual({ entityId: 'department/hr', name: 'HR' });
    expect(screen.getByRole('status').textContent).toContain(
      'Fliken visar HR för alla i kanalen. Det går att ändra senare.',
    );
  });

  it('[T20] is a unit too, found by its name from the keyboard, with its department beside it', async () => {
    await open();
    await searchFor('kost');
    expect(choices()).toEqual(['KostRegionservice']);
    expect(screen.getByText('En träff.')).toBeDefined();
    await user.tab();
    await user.keyboard(' ');
    expect(tab.told.choice).toEqual({ entityId: 'unit/regionservice-kost', name: 'Kost' });
  });

  it('[T20] stays chosen while something else is looked for', async () => {
    await open();
    await user.click(screen.getByRole('radio', { name: 'HR' }));
    await searchFor('finns inte alls');
    expect(screen.queryAllByRole('radio')).toEqual([]);
    expect(screen.getByText('Inget heter så. Pröva med en del av namnet.')).toBeDefined();
    expect(tab.told.choice).toEqual({ entityId: 'department/hr', name: 'HR' });
    expect(screen.getByText(/^Fliken visar HR/)).toBeDefined();
  });

  it.each([
    ['overview', /^Alla avdelningar/, { entityId: 'overview', name: 'Alla avdelningar' }],
    ['department/hr', 'HR', { entityId: 'department/hr', name: 'HR' }],
  ])('[T21] that was %s before stands chosen', async (entityId, name, choice) => {
    await open({ entityId });
    expect(screen.getByRole<HTMLInputElement>('radio', { name }).checked).toBe(true);
    expect(tab.told.choice).toEqual(choice);
  });

  it('[T21] that is gone is said, and Save sleeps', async () => {
    await open({ entityId: 'department/nedlagd' });
    expect(screen.getByText(/^Det som fliken visade finns inte längre/)).toBeDefined();
    expect(tab.told.choice).toBeUndefined();
  });

  it('asks for no address anywhere', async () => {
    await open();
    expect(screen.getAllByRole('searchbox')).toHaveLength(1);
    expect(screen.queryAllByRole('textbox')).toEqual([]);
  });

  it('names its version, for whoever helps', async () => {
    await open();
    expect(screen.getByText(/^Version \d+\.\d+\.\d+ \([0-9a-f]{7}\)$/)).toBeDefined();
  });
});

describe('who sees the tab', () => {
  it.each([
    ['privateChannel', /^Kanalen är privat/, 'kanalen'],
    ['sharedChannel', /^Kanalen är delad/, 'kanalen'],
    ['meeting', /^De som är med i mötet/, 'mötet'],
  ] as const)('[T22] %s: its members have to belong to the site too', async (audience, sentence, where) => {
    await open({ audience, entityId: 'department/hr' });
    expect(screen.getByText(sentence)).toBeDefined();
    expect(screen.getByText(new RegExp(`för alla i ${where}`))).toBeDefined();
  });

  it('[T22] a channel of the site’s own team: nothing has to be said', async () => {
    tab = await openTab(settings);
    const { hostname, path } = tab.tenant.configuration.site;
    tab.close();
    await open({ ownSite: { hostname: hostname.toUpperCase(), path } });
    expect(screen.queryByText(/webbplatsen/)).toBeNull();
  });

  it('[T22] a channel of another team: belonging to the team is not enough', async () => {
    await open({ ownSite: { hostname: 'contoso.sharepoint.com', path: '/sites/stab' } });
    expect(screen.getByText(/inte bara i det här teamet/)).toBeDefined();
  });
});

describe('a site that cannot be read', () => {
  it('[T23] is said in the dialog too', async () => {
    tab = await openTab({ ...settings, isSeeded: false });
    expect(await screen.findByRole('heading', { name: 'Listorna är inte skapade än' })).toBeDefined();
  });
});

describe('taking a tab away', () => {
  const removal = { place: 'remove', entityId: 'department/hr' } as const;

  it('[T24] says that only the tab goes, and where everything is', async () => {
    tab = await openTab(removal);
    await screen.findByRole('heading', { name: 'Bara fliken tas bort' });
    const { hostname, path } = tab.tenant.configuration.site;
    const link = within(screen.getByRole('main')).getByRole('link', { name: `${hostname}${path}` });
    expect(link.getAttribute('href')).toBe(`https://${hostname}${path}`);
    await waitFor(() => expect(tab.told.succeeded).toBe(1));
  });

  it('[T24] says so without the site, too', async () => {
    tab = await openTab({ ...removal, answer: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(await screen.findByRole('heading', { name: 'Bara fliken tas bort' })).toBeDefined();
    expect(screen.queryByText(/inte skickat än/)).toBeNull();
  });
});
