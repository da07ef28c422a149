import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

await import('../../src/activities/IdeaSection.tsx');

let tab: Tab;
const engineer = 'Rekrytera en energiingenjör';
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));

afterEach(() => tab.close());

async function openIdeas(where: Parameters<typeof openTab>[0] = {}) {
  tab = await openTab(where);
  const user = userEvent.setup({ delay: null });
  const section = within(await screen.findByRole('region', { name: 'Idéer för er' }));
  await screen.findByText('Sparat ✓');
  const titles = () =>
    section
      .queryAllByRole('button', { name: /^Gör till vår: / })
      .map((button) => button.getAttribute('aria-label')?.slice(14));
  return { user, section, titles };
}

async function seeOthers({ user, section }: Awaited<ReturnType<typeof openIdeas>>) {
  await user.click(section.getByRole('button', { name: 'Se vad andra gör' }));
  await section.findByText(/^Vi har tittat på vad/);
}

describe('ideas for a department', () => {
  it('three general ones stand there without anything being read for them', async () => {
    const { section, titles } = await openIdeas();
    expect(titles()).toHaveLength(3);
    expect(section.getAllByText(/Allmän idé/)).toHaveLength(3);
    expect(section.getAllByText(/^Visas för att ni har målet\./)).toHaveLength(3);
    expect(screen.queryByText(engineer)).toBeNull();
  });

  it('what others do is read when it is asked for, in one round trip', async () => {
    const opened = await openIdeas();
    tab.tenant.calls.length = 0;
    await seeOthers(opened);
    expect(tab.tenant.calls).toEqual(['POST /v1.0/$batch']);
    expect(
      opened.section.getByText(
        /^Vi har tittat på vad Fastighet, Digitalisering och IT, Regionstaben och HR gör/,
      ),
    ).toBeDefined();
    expect(opened.titles()).toHaveLength(6);
    expect(opened.titles().slice(0, 5)).toEqual([
      engineer,
      'Energisnåla inställningar på elektronik',
      'Projekt för cirkulärt byggande',
      'Digitala möten i stället för resor',
      'Uppmärksamma energislöseri',
    ]);
    expect(
      opened.section.getAllByText('Visas för att ni har samma mål och för att de liknar er.'),
    ).toHaveLength(4);
    expect(opened.section.getByText('Visas för att ni har samma mål.')).toBeDefined();
    // The button is gone, and the focus is still in the section.
    expect(opened.section.queryByRole('button', { name: 'Se vad andra gör' })).toBeNull();
    expect(document.activeElement).toBe(opened.section.getByRole('status'));
  });

  it('tells that others have finished theirs', async () => {
    const opened = await openIdeas();
    await colleague(tab.tenant).changes(engineer, { State: 'done' });
    await seeOthers(opened);
    expect(opened.titles()[0]).toBe(engineer);
    expect(opened.section.getByText(/Fastighet är klara med den\.$/)).toBeDefined();
  });

  it('“Gör till vår” makes it an activity of its own that keeps its origin, is not shown again, and can be undone', async () => {
    const opened = await openIdeas();
    const { user, section, titles } = opened;
    await seeOthers(opened);
    await user.click(section.getByRole('button', { name: `Gör till vår: ${engineer}` }));
    await screen.findByText(/^Idén är er nu\./);
    expect(titles()).not.toContain(engineer);
    await screen.findByText('Sparat ✓');
    const list = within(screen.getByRole('list', { name: 'Aktiviteter' }));
    await user.click(list.getByRole('button', { name: engineer }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
    expect(drawer.getByText('Efter en idé från Fastighet')).toBeDefined();
    await user.click(drawer.getByRole('button', { name: 'Avbryt' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Ångra' }));
    await waitFor(() => expect(titles()).toContain(engineer));
    expect(list.queryByRole('button', { name: engineer })).toBeNull();
    // Taken back, it can be taken anew.
    await user.click(section.getByRole('button', { name: `Gör till vår: ${engineer}` }));
    expect(await list.findByRole('button', { name: engineer })).toBeDefined();
  });

  it('a general one is planned by whoever took it, for the goal that it suits', async () => {
    const { user, section, titles } = await openIdeas();
    const [first = ''] = titles();
    await user.click(section.getByRole('button', { name: `Gör till vår: ${first}` }));
    await screen.findByText(/^Idén är er nu\./);
    await screen.findByText('Sparat ✓');
    expect(await colleague(tab.tenant).sees(first)).toMatchObject({
      IdeaKey: 'idea/electric-first',
      State: 'planned',
      ResponsibleName: 'Anders Ekholm',
      UnitKey: 'regionservice',
    });
    const list = within(screen.getByRole('list', { name: 'Aktiviteter' }));
    await user.click(list.getByRole('button', { name: first }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
    expect(drawer.getByText('Efter en allmän idé')).toBeDefined();
  });

  it('pressed twice in a hurry it is one activity', async () => {
    const { section, titles } = await openIdeas();
    const [first = ''] = titles();
    const button = section.getByRole('button', { name: `Gör till vår: ${first}` });
    button.click();
    button.click();
    await screen.findByText(/^Idén är er nu\./);
    await screen.findByText('Sparat ✓');
    const list = within(screen.getByRole('list', { name: 'Aktiviteter' }));
    expect(list.getAllByRole('button', { name: first })).toHaveLength(1);
  });

  it('shows up to twelve, and only those of one goal', async () => {
    const { user, section, titles } = await openIdeas();
    await user.click(section.getByRole('button', { name: 'Visa fler' }));
    expect(titles()).toHaveLength(12);
    await user.selectOptions(section.getByRole('combobox', { name: 'Mål' }), 'Energi');
    expect(titles()).toHaveLength(4);
    expect(section.getAllByText(/· Energi ·/)).toHaveLength(4);
    await user.selectOptions(section.getByRole('combobox', { name: 'Mål' }), 'Alla mål');
    await user.click(section.getByRole('button', { name: 'Visa färre' }));
    expect(titles()).toHaveLength(3);
  });

  it('says that others’ cannot be read without a network, keeps its own, and tries again', async () => {
    const { user, section, titles } = await openIdeas();
    tab.answerAll(noNetwork);
    await user.click(section.getByRole('button', { name: 'Se vad andra gör' }));
    expect(await section.findByText(/^Utan nät går det inte att läsa vad andra gör\./)).toBeDefined();
    expect(titles()).toHaveLength(3);
    tab.answerAll(undefined);
    await user.click(section.getByRole('button', { name: 'Försök igen' }));
    await section.findByText(/^Vi har tittat på vad/);
    expect(titles()).toContain(engineer);
  });

  it('says so when SharePoint asks us to wait', async () => {
    const { user, section } = await openIdeas();
    tab.answerAll(() => new Response('', { status: 429, headers: { 'Retry-After': '40' } }));
    await user.click(section.getByRole('button', { name: 'Se vad andra gör' }));
    expect(await section.findByText(/^SharePoint har mycket att göra/)).toBeDefined();
  });

  it('an office whose neighbours have logged nothing yet is told so, and has ideas all the same', async () => {
    const { user, section, titles } = await openIdeas({ entityId: 'department/regionstaben' });
    await user.click(section.getByRole('button', { name: 'Se vad andra gör' }));
    expect(await section.findByText(/^Just nu finns inget mer att hämta från HR, Ekonomi/)).toBeDefined();
    expect(titles()).toHaveLength(6);
  });

  it('somebody who may only read keeps the ideas to read, without a button that would be refused again', async () => {
    const { user, section, titles } = await openIdeas({ person: 'Olof Wiklund' });
    const [first = ''] = titles();
    await user.click(section.getByRole('button', { name: `Gör till vår: ${first}` }));
    await waitFor(() => expect(titles()).toEqual([]));
    expect(section.getAllByText(/Allmän idé/)).toHaveLength(3);
  });

  it('a place without goals has no ideas to show', async () => {
    tab = await openTab({ entityId: 'department/regionservice' });
    const user = userEvent.setup({ delay: null });
    await screen.findByRole('region', { name: 'Idéer för er' });
    await user.click(await screen.findByRole('button', { name: 'Växel och reception' }));
    await screen.findByRole('heading', { name: 'Växel och reception' });
    expect(screen.queryByRole('region', { name: 'Idéer för er' })).toBeNull();
  });

  it('a unit learns from its neighbours too', async () => {
    tab = await openTab();
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Kost' }));
    await screen.findByRole('heading', { name: 'Kost' });
    const section = within(await screen.findByRole('region', { name: 'Idéer för er' }));
    await user.click(section.getByRole('button', { name: 'Se vad andra gör' }));
    await section.findByText(/^Vi har tittat på vad Regionservice, Fastighet/);
    await user.click(section.getByRole('button', { name: 'Visa fler' }));
    expect(section.getByText('Källsortering på plats i alla lokaler vi städar')).toBeDefined();
    expect(section.queryByText('Nya recept minskar svinnet från matproduktionen')).toBeNull();
  });
});
