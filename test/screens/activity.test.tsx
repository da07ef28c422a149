import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;
const recipes = 'Nya recept minskar svinnet från matproduktionen';

afterEach(() => tab.close());

async function openActivity(title = recipes) {
  tab = await openTab();
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByRole('button', { name: title }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
  return { user, drawer };
}

/** The facts of the row with this title in the panel's list. */
async function factsOf(title: string): Promise<string> {
  const list = await screen.findByRole('list', { name: 'Aktiviteter' });
  const row = within(list)
    .getAllByRole('listitem')
    .find((one) => within(one).queryByText(title));
  return row?.textContent ?? '';
}

describe('an activity, opened', () => {
  it('is changed in the fields that were touched, and in no others', async () => {
    const { user, drawer } = await openActivity();
    const title = drawer.getByLabelText(/Vad gör ni\?/);
    await user.clear(title);
    await user.type(title, 'Nya recept');
    await user.type(drawer.getByLabelText('Vad väntas det ge?'), 'Mindre svinn');
    await colleague(tab.tenant).changes(recipes, { Description: 'Skrivet av en annan' });
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    expect(await screen.findByText('Ändringen är sparad.')).toBeDefined();
    await screen.findByText('Sparat ✓');
    const stored = await colleague(tab.tenant).sees('Nya recept');
    expect(stored).toMatchObject({ ExpectedEffect: 'Mindre svinn', Description: 'Skrivet av en annan' });
  });

  it.each([
    ['Markera som klar', 'Aktiviteten är klar.', 'Klar'],
    ['Avsluta utan att göra klart', 'Aktiviteten är avslutad.', 'Avbruten'],
  ])('%s, and undone again', async (step, words, state) => {
    const { user, drawer } = await openActivity();
    await user.click(drawer.getByRole('button', { name: step }));
    await screen.findByText(words);
    expect(await factsOf(recipes)).toContain(`· ${state} ·`);
    await user.click(screen.getByRole('button', { name: 'Ångra' }));
    await screen.findByText('Ångrat.');
    expect(await factsOf(recipes)).toContain('· Pågår ·');
  });

  it('is closed by Esc also when the focus has gone with a button that went away', async () => {
    const { user } = await openActivity();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    expect(document.activeElement).toBe(document.body);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('that is done can be opened again', async () => {
    const { user, drawer } = await openActivity('Fler maträtter skickas till Kajutan');
    await user.click(drawer.getByRole('button', { name: 'Öppna igen' }));
    await screen.findByText('Aktiviteten är öppnad igen.');
    expect(await factsOf('Fler maträtter skickas till Kajutan')).toContain('· Pågår ·');
  });

  it('keeps everything typed when a field is refused, with the words beside it', async () => {
    const { user, drawer } = await openActivity();
    await user.type(drawer.getByLabelText('Beskrivning'), 'Lång text');
    await user.type(drawer.getByLabelText('Börjar'), '2023-09-01');
    await user.type(drawer.getByLabelText('Klar senast'), '2023-08-01');
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await drawer.findByText('Aktiviteten kan inte vara klar innan den börjar. Ändra ett av datumen.');
    expect(drawer.getByLabelText<HTMLTextAreaElement>('Beskrivning').value).toBe('Lång text');
    await user.clear(drawer.getByLabelText('Klar senast'));
    await user.type(drawer.getByLabelText('Klar senast'), '2023-10-01');
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    expect(await screen.findByText('Ändringen är sparad.')).toBeDefined();
  });

  it('asks before what is typed is thrown away', async () => {
    const { user, drawer } = await openActivity();
    await user.type(drawer.getByLabelText('Beskrivning'), 'Halvfärdig tanke');
    await user.keyboard('{Escape}');
    await drawer.findByText('Du har ändringar som inte är sparade.');
    expect(drawer.getByLabelText<HTMLTextAreaElement>('Beskrivning').value).toBe('Halvfärdig tanke');
    await user.click(drawer.getByRole('button', { name: 'Släng ändringarna' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('an activity that somebody else changes while it is open', () => {
  async function meanwhile(fields: Readonly<Record<string, unknown>>) {
    await colleague(tab.tenant).changes(recipes, fields);
    window.dispatchEvent(new Event('online'));
  }

  it('says so, keeps what is typed, and follows in the fields that were not touched', async () => {
    const { user, drawer } = await openActivity();
    await user.type(drawer.getByLabelText('Beskrivning'), 'Min text');
    await meanwhile({ ResponsibleName: 'Karin Holm' });
    await drawer.findByText(
      'Någon annan har ändrat ansvarig medan du hade aktiviteten öppen. Det du har skrivit står kvar.',
    );
    expect(drawer.getByLabelText<HTMLTextAreaElement>('Beskrivning').value).toBe('Min text');
    expect(drawer.getByRole('group', { name: 'Ansvarig' }).textContent).toContain('Karin Holm');
  });

  it.each([
    ['Behåll mitt', 'Min text'],
    ['Behåll deras', 'Deras text'],
  ])('in the same field: both are shown, and %s settles it', async (choice, after) => {
    const { user, drawer } = await openActivity();
    await user.type(drawer.getByLabelText('Beskrivning'), 'Min text');
    await meanwhile({ Description: 'Deras text' });
    await drawer.findByText(/Någon annan har ändrat beskrivning/);
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    const clash = within(await drawer.findByRole('group', { name: /Du och någon annan/ }));
    expect(clash.getByText('Min text')).toBeDefined();
    expect(clash.getByText('Deras text')).toBeDefined();
    await user.click(clash.getByRole('button', { name: choice }));
    if (choice === 'Behåll deras') await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText('Sparat ✓');
    expect((await colleague(tab.tenant).sees(recipes))['Description']).toBe(after);
  });
});
