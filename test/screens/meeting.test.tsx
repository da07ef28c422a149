import { screen, waitFor, within } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;
const meetingId = 'meeting-regionservice-kost';

// What is fetched behind the first frame is loaded before a test begins to count its seconds.
beforeAll(async () => {
  await Promise.all([
    import('../../src/meeting/MeetingPanel.tsx'),
    import('../../src/meeting/MeetingDrawers.tsx'),
  ]);
});
afterEach(() => tab.close());

async function sit(where: Parameters<typeof openTab>[0] = {}): Promise<UserEvent> {
  tab = await openTab({
    place: 'sidePanel',
    entityId: 'unit/regionservice-kost',
    person: 'Eva Strand',
    meetingId,
    ...where,
  });
  await screen.findByRole('heading', { level: 1, name: /· möte$/ });
  await waitFor(() => expect(document.activeElement).toBe(line()));
  return userEvent.setup({ delay: null });
}

const line = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Vad gör ni?' });
const chip = (name: string) => screen.getByRole('button', { name });
const logged = async () => within(await screen.findByRole('list', { name: 'Loggat i mötet' }));
const rowsOf = (list: { getAllByRole: (role: string) => HTMLElement[] }) =>
  list.getAllByRole('listitem').map((row) => row.textContent);

describe('the quick line of a meeting', () => {
  it('is saved by Enter alone, with the meeting and me, and stands ready for the next', async () => {
    const user = await sit();
    await user.keyboard('Mindre portioner');
    await user.click(chip('Avfall'));
    expect(document.activeElement).toBe(line());
    await user.keyboard('{Enter}');
    expect(line().value).toBe('');
    expect(document.activeElement).toBe(line());
    await user.keyboard('Vi väger svinnet{Enter}');
    const list = await logged();
    await screen.findByRole('heading', { name: 'Loggat i mötet (2)' });
    expect(rowsOf(list).map((words) => words.replace('Inte skickad än', ''))).toEqual([
      'Vi väger svinnetAvfall',
      'Mindre portionerAvfall',
    ]);
    await screen.findByText('Sparat ✓');
    expect(await colleague(tab.tenant).sees('Mindre portioner')).toMatchObject({
      MeetingId: meetingId,
      ResponsibleName: 'Eva Strand',
      Kind: 'targeted',
    });
  });

  it('is done by keyboard alone: chips are reached from the line, and lead back to it', async () => {
    const user = await sit();
    await user.keyboard('Mindre portioner{Enter}');
    await screen.findByText('Välj vilket mål det gäller.');
    expect(line().value).toBe('Mindre portioner');
    expect(document.activeElement).toBe(chip('Resor och transporter'));
    await user.keyboard(' ');
    expect(document.activeElement).toBe(line());
    await user.keyboard('{Enter}');
    expect(rowsOf(await logged())[0]).toContain('Resor och transporter');
  });

  it('Ctrl+Z takes the last one back', async () => {
    const user = await sit();
    await user.click(chip('Avfall'));
    await user.keyboard('Första{Enter}');
    await user.keyboard('Andra{Enter}');
    await screen.findByRole('heading', { name: 'Loggat i mötet (2)' });
    await screen.findByRole('button', { name: 'Ångra' });
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Ångrat.');
    expect(screen.queryByText('Andra')).toBeNull();
    expect(screen.getByText('Första')).toBeDefined();
  });

  it('says in words what is wrong, and gives the text back', async () => {
    const user = await sit();
    await user.click(chip('Avfall'));
    await user.keyboard('{Enter}');
    await screen.findByText('Skriv en rad om vad ni gör.');
    await user.click(line());
    const long = 'x'.repeat(300);
    await user.paste(long);
    await user.keyboard('{Enter}');
    await screen.findByText(/255/);
    await waitFor(() => expect(line().value).toBe(long));
  });

  it('keeps what is said beside the line for the next one', async () => {
    const user = await sit();
    await user.click(chip('Avfall'));
    await user.click(screen.getByRole('checkbox', { name: 'Gör vi redan' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Vem?' }), 'Karin Holm');
    await user.click(line());
    await user.keyboard('Komposten{Enter}');
    await user.keyboard('Disken{Enter}');
    const list = await logged();
    await screen.findByRole('heading', { name: 'Loggat i mötet (2)' });
    for (const words of rowsOf(list)) expect(words).toContain('Avfall · Gör vi redan · Karin Holm');
    await screen.findByText('Sparat ✓');
    expect(await colleague(tab.tenant).sees('Disken')).toMatchObject({ Kind: 'ordinary' });
  });

  it('takes somebody by name alone, and asks when there is no name', async () => {
    const user = await sit();
    await user.click(chip('Avfall'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Vem?' }), 'Någon annan …');
    await user.click(line());
    await user.keyboard('Komposten{Enter}');
    await screen.findByText('Skriv vem det är, eller välj Jag.');
    expect(line().value).toBe('Komposten');
    await user.type(screen.getByRole('textbox', { name: 'Namn' }), 'Vikarien{Enter}');
    expect(rowsOf(await logged())[0]).toContain('Vikarien');
    await screen.findByText('Sparat ✓');
    expect(await colleague(tab.tenant).sees('Komposten')).toMatchObject({ ResponsibleName: 'Vikarien' });
  });

  it('may be for a goal that the unit does not hold, and then waits', async () => {
    const user = await sit({ entityId: 'unit/regionservice-vaxel-och-reception', person: 'Samira Haddadi' });
    await screen.findByText(/Enheten har inga mål än/);
    await user.click(chip('Energi'));
    await user.click(line());
    await user.keyboard('Släcka på natten{Enter}');
    expect(rowsOf(await logged())[0]).toContain('Väntar på målet');
  });

  it('asks the head for that goal in one click, and goes back to the line', async () => {
    const user = await sit({ entityId: 'unit/regionservice-vaxel-och-reception', person: 'Samira Haddadi' });
    await user.click(chip('Energi'));
    await user.click(line());
    await user.keyboard('Släcka på natten{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Inte nu' }));
    expect(screen.queryByRole('button', { name: 'Inte nu' })).toBeNull();
    expect(document.activeElement).toBe(line());
  });

  it('pasted as several lines makes several activities after a look', async () => {
    const user = await sit();
    await user.click(chip('Avfall'));
    await user.click(line());
    await user.paste('• Mindre portioner\n• Väga svinnet\n\n• Komposten');
    await screen.findByText('Tre rader blir tre aktiviteter');
    await user.click(await screen.findByRole('button', { name: 'Ta bort rad 3' }));
    await user.click(screen.getAllByRole('button', { name: 'Spara' })[0] ?? document.body);
    await screen.findByRole('heading', { name: 'Loggat i mötet (2)' });
    await waitFor(() => expect(document.activeElement).toBe(line()));
    expect(rowsOf(await logged()).map((words) => words.replace(/Avfall.*/, ''))).toEqual([
      'Väga svinnet',
      'Mindre portioner',
    ]);
    await screen.findByText('Sparat ✓');
    expect(await colleague(tab.tenant).sees('Väga svinnet')).toMatchObject({ MeetingId: meetingId });
  });

  it('works without a network, and says how much waits', async () => {
    const user = await sit();
    tab.answerAll(() => Promise.reject(new TypeError('Failed to fetch')));
    await user.click(chip('Avfall'));
    await user.keyboard('Första{Enter}');
    await user.keyboard('Andra{Enter}');
    await screen.findByText('Frånkopplad: 2 väntar');
    expect(rowsOf(await logged())).toEqual(['AndraAvfallInte skickad än', 'FörstaAvfallInte skickad än']);
    tab.answerAll(undefined);
    window.dispatchEvent(new Event('online'));
    await screen.findByText('Sparat ✓');
  });
});

describe('what was logged in the meeting', () => {
  it('is this meeting’s own, also what a colleague has logged, and opens', async () => {
    const user = await sit();
    await colleague(tab.tenant).changes('Nya recept minskar svinnet från matproduktionen', {
      MeetingId: meetingId,
    });
    window.dispatchEvent(new Event('online'));
    await user.click(await screen.findByRole('button', { name: /^Nya recept/ }));
    expect(await screen.findByRole('dialog', { name: 'Aktivitet' })).toBeDefined();
  });

  it('outside of a meeting is what came since the panel was opened', async () => {
    const user = await sit({ meetingId: '' });
    expect(screen.getByText('Det ni skriver in hamnar här.')).toBeDefined();
    await user.click(chip('Avfall'));
    await user.keyboard('Mindre portioner{Enter}');
    expect(rowsOf(await logged())).toHaveLength(1);
    await screen.findByText('Sparat ✓');
    expect((await colleague(tab.tenant).sees('Mindre portioner'))['MeetingId'] ?? null).toBeNull();
  });
});

describe('round the table', () => {
  it('goes through a department’s units and their goals, each with what is under way', async () => {
    const user = await sit({ entityId: 'department/regionservice', person: 'Anders Ekholm' });
    await user.click(screen.getByRole('button', { name: 'Gå runt bordet' }));
    const round = within(screen.getByRole('region', { name: 'Runt bordet' }));
    expect(round.getByRole('heading', { name: 'Kost' })).toBeDefined();
    expect(round.getByText('Runt bordet · 1 av 4')).toBeDefined();
    expect(chip('Resor och transporter').getAttribute('aria-pressed')).toBe('true');
    await user.click(round.getByRole('button', { name: 'Nästa mål' }));
    await user.click(round.getByRole('button', { name: 'Nästa mål' }));
    expect(round.getByText('Minskat avfall · mål 3 av 4')).toBeDefined();
    const card = within(
      screen.getByRole('group', { name: 'Läge för ”Nya recept minskar svinnet från matproduktionen”' }),
    );
    await user.click(card.getByRole('button', { name: 'Klar' }));
    await waitFor(() =>
      expect(card.getByRole('button', { name: 'Klar' }).getAttribute('aria-pressed')).toBe('true'),
    );
    await screen.findByText('Aktiviteten är klar.');
    // What is written here belongs to the stop.
    await user.type(line(), 'Kompost på gården{Enter}');
    expect(rowsOf(await logged())[0]).toContain('Kost · Avfall');
    await user.click(round.getByRole('button', { name: 'Nästa enhet' }));
    expect(round.getByRole('heading', { name: 'Lokalvård' })).toBeDefined();
    await screen.findByText('Sparat ✓');
    expect(
      (await colleague(tab.tenant).sees('Nya recept minskar svinnet från matproduktionen'))['State'],
    ).toBe('done');
  });

  it('by keyboard alone, to the end', async () => {
    const user = await sit();
    screen.getByRole('button', { name: 'Gå runt bordet' }).focus();
    await user.keyboard('{Enter}');
    for (const n of [1, 2, 3]) {
      await screen.findByText(`Runt bordet · ${n} av 4`);
      expect(document.activeElement?.textContent).toBe('Nästa mål');
      await user.keyboard('{Enter}');
    }
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Klart för i dag'));
    await user.keyboard('{Enter}');
    await screen.findByText('Ni har gått hela varvet.');
    expect(document.activeElement).toBe(line());
  });

  it('stands where it was, with what is half written, after the whole panel was looked at', async () => {
    const user = await sit();
    await user.click(screen.getByRole('button', { name: 'Gå runt bordet' }));
    await user.click(screen.getByRole('button', { name: 'Nästa mål' }));
    await user.type(line(), 'Halvfärdig tanke');
    await user.click(screen.getByRole('button', { name: 'Visa allt' }));
    await screen.findByRole('heading', { level: 1, name: 'Kost' });
    await user.click(screen.getByRole('button', { name: /Tillbaka/ }));
    expect(line().value).toBe('Halvfärdig tanke');
    expect(screen.getByText('Runt bordet · 2 av 4')).toBeDefined();
  });
});

describe('the big screen', () => {
  it('is asked to show the room', async () => {
    const user = await sit();
    await user.click(screen.getByRole('button', { name: 'Visa på skärmen' }));
    await screen.findByText('Visas på mötets skärm.');
    expect(tab.told.staged).toBe('year=2023&room=regionservice-kost');
  });

  it('that is refused says so in words', async () => {
    const user = await sit({ isStageRefused: true });
    await user.click(screen.getByRole('button', { name: 'Visa på skärmen' }));
    const words = 'Det gick inte att visa på skärmen. Den som håller i mötet kan behöva tillåta det.';
    expect(await screen.findByText(words)).toBeDefined();
  });
});

it('speaks no English in Swedish', async () => {
  await sit();
  const labels = [...document.querySelectorAll('[aria-label],[placeholder],[title]')].flatMap((one) =>
    ['aria-label', 'placeholder', 'title'].map((name) => one.getAttribute(name) ?? ''),
  );
  const english = /\b(close|clear|save|add|show|open|select|cancel|back|next)\b/i;
  expect([...labels, document.body.textContent].filter((words) => english.test(words))).toEqual([]);
});
