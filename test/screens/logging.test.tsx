import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

// What stands behind a click is loaded before a test begins to count its seconds.
await import('../../src/organisation/PersonPicker.tsx');

let tab: Tab;

afterEach(() => tab.close());

async function openLog(where: Parameters<typeof openTab>[0] = {}) {
  tab = await openTab(where);
  return { user: userEvent.setup({ delay: null }), ...(await openDrawer()) };
}

async function openDrawer() {
  fireEvent.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Logga aktivitet' }));
  const line = () => drawer.getByRole<HTMLTextAreaElement>('textbox', { name: 'Vad gör ni?' });
  return { drawer, line };
}

const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const sees = async (title: string) => {
  await screen.findByText('Sparat ✓');
  return colleague(tab.tenant).sees(title);
};
const unit = { entityId: 'department/regionservice-kost', person: 'Eva Strand' };

describe('logging by keyboard alone', () => {
  it('asks for the goal once, and has it ready for the next line', async () => {
    const { user, drawer, line } = await openLog();
    await waitFor(() => expect(document.activeElement).toBe(line()));
    await user.keyboard('Första raden{Enter}');
    await drawer.findByText('Välj vilket mål det gäller.');
    expect(line().value).toBe('Första raden');
    expect(document.activeElement?.textContent).toBe('Minskade utsläpp från resor');
    await user.click(drawer.getByRole('button', { name: 'Minskat avfall' }));
    // Another goal takes its place, until several are asked for.
    await user.click(drawer.getByRole('button', { name: 'Minskad energianvändning' }));
    expect(drawer.getByRole('button', { name: 'Minskat avfall' }).getAttribute('aria-pressed')).toBe('false');
    await user.click(line());
    await user.keyboard('{Enter}');
    await isClosed();
    const again = await openDrawer();
    await waitFor(() => expect(document.activeElement).toBe(again.line()));
    await user.keyboard('Andra raden{Enter}');
    await isClosed();
    expect(await sees('Andra raden')).toMatchObject({
      GoalKeys: '["energi"]',
      Kind: 'targeted',
      ResponsibleName: 'Anders Ekholm',
    });
  });

  it('does not throw away what is typed', async () => {
    const { user, drawer, line } = await openLog();
    await user.type(line(), 'Halvfärdig tanke');
    await user.keyboard('{Escape}');
    await drawer.findByText('Det du har skrivit är inte sparat.');
    expect(line().value).toBe('Halvfärdig tanke');
    await user.click(drawer.getByRole('button', { name: 'Släng det' }));
    await isClosed();
  });
});

describe('more than a line', () => {
  it('keeps dates, effect, stage goal, several goals and a person from the directory', async () => {
    const { user, drawer, line } = await openLog();
    fireEvent.change(line(), { target: { value: 'Laddplatser' } });
    await user.click(drawer.getByRole('radio', { name: /Möjliggör/ }));
    const stage = drawer.getByLabelText<HTMLSelectElement>('Vilket etappmål leder det mot?');
    await user.selectOptions(stage, 'fossilfri-drift-2030');
    await user.click(drawer.getByRole('button', { name: 'Mer' }));
    await user.click(drawer.getByRole('checkbox', { name: 'Aktiviteten gäller flera mål' }));
    await user.click(drawer.getByRole('button', { name: 'Minskade utsläpp från resor' }));
    await user.click(drawer.getByRole('button', { name: 'Minskad energianvändning' }));
    fireEvent.change(drawer.getByLabelText('Vad väntas det ge?'), { target: { value: 'Fler elbilar' } });
    fireEvent.change(drawer.getByLabelText('Klar senast'), { target: { value: '2022-12-01' } });
    await user.click(drawer.getByRole('button', { name: 'Ändra ansvarig' }));
    await user.type(await drawer.findByRole('combobox', { name: 'Ansvarig' }), 'Karin');
    await user.click(await screen.findByRole('option', { name: /^Karin Holm/ }));
    expect(drawer.getByRole('option', { name: 'Ta bort Karin Holm' })).toBeDefined();
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await drawer.findByText('Aktiviteten hör till 2023. Välj ett datum som inte ligger före det året.');
    expect(line().value).toBe('Laddplatser');
    fireEvent.change(drawer.getByLabelText('Klar senast'), { target: { value: '2023-12-01' } });
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    const karin = tab.tenant.organisation.people.find(({ name }) => name === 'Karin Holm');
    expect(await sees('Laddplatser')).toMatchObject({
      Kind: 'enabling',
      StageGoalKey: 'fossilfri-drift-2030',
      GoalKeys: '["resor","energi"]',
      ExpectedEffect: 'Fler elbilar',
      ResponsibleId: karin?.id,
      ResponsibleName: 'Karin Holm',
    });
  });

  it('keeps a name as text when the directory cannot be reached, and nobody as nobody', async () => {
    const { user, drawer, line } = await openLog();
    tab.answerTo('/users', () => Promise.reject(new TypeError('Failed to fetch')));
    await user.click(drawer.getByRole('button', { name: 'Ändra ansvarig' }));
    const who = await drawer.findByRole('combobox', { name: 'Ansvarig' });
    await user.type(who, 'Praktikanten');
    await drawer.findByText('Katalogen går inte att nå. Skriv namnet så sparas det som text.');
    fireEvent.change(line(), { target: { value: 'Utan katalog' } });
    await user.click(drawer.getByRole('button', { name: 'Minskat avfall' }));
    expect(drawer.getByRole('option', { name: 'Ta bort Praktikanten' })).toBeDefined();
    await user.click(drawer.getByRole('button', { name: 'Spara och skriv en till' }));
    await waitFor(() => expect(line().value).toBe(''));
    await user.click(drawer.getByRole('option', { name: 'Ta bort Praktikanten' }));
    fireEvent.change(line(), { target: { value: 'Ingens sak' } });
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    const text = await sees('Utan katalog');
    expect(text).toMatchObject({ ResponsibleName: 'Praktikanten' });
    expect(text['ResponsibleId'] ?? null).toBeNull();
    expect((await sees('Ingens sak'))['ResponsibleName'] ?? null).toBeNull();
  });
});

describe('pasted text of several lines', () => {
  const pasted = '- Sortera mera\r\n\r\n• <b>Kompost</b>\n3. Tas bort\n=1+1 🌱';

  it('becomes as many activities after a preview, in one save that is taken back at once', async () => {
    const { user, drawer, line } = await openLog(unit);
    await user.click(line());
    await user.paste(pasted);
    await drawer.findByText('Fyra rader blir fyra aktiviteter');
    await user.click(drawer.getByRole('button', { name: 'Ta bort rad 3' }));
    await drawer.findByText('Tre rader blir tre aktiviteter');
    const first = drawer.getByRole<HTMLTextAreaElement>('textbox', { name: 'Rad 1' });
    fireEvent.change(first, { target: { value: 'x'.repeat(256) } });
    await user.click(drawer.getByRole('button', { name: 'Minskat avfall' }));
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    expect(drawer.getByText('Texten är för lång för en rad. Högst 255 tecken får plats.')).toBeDefined();
    fireEvent.change(first, { target: { value: 'Sortera mer' } });
    first.focus();
    await user.keyboard('{Enter}');
    await isClosed();
    await screen.findByText('3 aktiviteter sparade.');
    for (const title of ['Sortera mer', '<b>Kompost</b>', '=1+1 🌱']) {
      expect((await sees(title))['GoalKeys']).toBe('["avfall"]');
    }
    await user.click(await screen.findByRole('button', { name: 'Ångra' }));
    await screen.findByText('Ångrat.');
    expect(screen.queryByText('Sortera mer')).toBeNull();
  });

  it('can be one line after all, and 10,000 characters are kept while the words say that they are too many', async () => {
    const { user, drawer, line } = await openLog(unit);
    await user.click(line());
    await user.paste('Ett\nTvå');
    await user.click(await drawer.findByRole('button', { name: 'Gör det till en enda rad' }));
    expect(line().value).toBe('Ett Två');
    const long = 'å'.repeat(10_000);
    fireEvent.change(line(), { target: { value: long } });
    await user.click(drawer.getByRole('button', { name: 'Minskat avfall' }));
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await drawer.findByText('Texten är för lång för en rad. Högst 255 tecken får plats.');
    expect(line().value).toBe(long);
  });
});

describe('a unit without the goal', () => {
  it('has its activity saved, and is asked whether to ask the head', async () => {
    const { user, drawer, line } = await openLog({
      entityId: 'department/regionservice-vaxel-och-reception',
      person: 'Samira Haddadi',
    });
    await user.type(line(), 'Släcka lampor');
    await user.click(drawer.getByRole('button', { name: 'Minskad energianvändning' }));
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await drawer.findByText('Sparat. Aktiviteten väntar tills enheten har målet. Fråga chefen nu?');
    expect(drawer.queryByRole('textbox', { name: 'Vad gör ni?' })).toBeNull();
    await user.click(drawer.getByRole('button', { name: 'Inte nu' }));
    await isClosed();
    expect(await sees('Släcka lampor')).toMatchObject({ GoalKeys: '["energi"]' });
  });
});
