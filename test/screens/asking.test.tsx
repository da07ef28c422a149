import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;
afterEach(() => {
  tab.close();
  vi.restoreAllMocks();
});

const notification = 'sendActivityNotification';
const recipient = (name: string) => {
  const person = tab.tenant.organisation.people.find((one) => one.name === name);
  if (!person) throw new Error(`There is no ${name}`);
  return person.id;
};
const feedOf = (name: string) => tab.tenant.graph.feedOf(recipient(name));
const told = () => tab.tenant.calls.filter((call) => call.includes(notification));

/** Samira in the department's tab, at her own unit, which has no goals. */
async function atReception() {
  tab = await openTab({ person: 'Samira Haddadi' });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByRole('button', { name: 'Växel och reception' }));
  await screen.findByRole('heading', { name: 'Växel och reception' });
  return user;
}

async function askFor(user: ReturnType<typeof userEvent.setup>, ...goals: string[]) {
  await user.click(await screen.findByRole('button', { name: 'Be om ett mål' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Be om ett mål' }));
  for (const goal of goals) await user.click(drawer.getByLabelText(goal));
  await user.click(drawer.getByRole('button', { name: /^Be om (målet|två mål)$/ }));
  await drawer.findByText('Frågan väntar på svar hos Regionservice.');
  return drawer;
}

describe('a unit that lacks a goal', () => {
  it('asks for it and tells the head, once; the head’s page shows it, and one click grants it', async () => {
    const user = await atReception();
    const drawer = await askFor(user, 'Minskat avfall', 'Minskad energianvändning');
    await user.click(drawer.getByRole('button', { name: 'Berätta för Anders Ekholm' }));
    await drawer.findByText('Skickat');
    expect(drawer.queryByRole('button', { name: /Berätta/ })).toBeNull();
    expect(feedOf('Anders Ekholm')).toMatchObject([
      {
        text: 'Samira Haddadi ber om två mål till Växel och reception',
        preview: 'Minskad energianvändning och Minskat avfall. Svara i fliken Miljömål.',
        topic: 'Växel och reception',
      },
    ]);
    expect(decodeURIComponent(feedOf('Anders Ekholm')[0]?.link ?? '')).toContain(
      'year=2023&room=regionservice"',
    );
    await user.click(drawer.getAllByRole('button', { name: 'Stäng' }).at(-1) as HTMLElement);

    await user.click(screen.getByRole('button', { name: /Tillbaka/ }));
    const waiting = within(await screen.findByRole('region', { name: 'Väntar på er' }));
    const rows = waiting.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('Växel och reception ber om Minskat avfallSamira Haddadi, 25 augusti');
    await user.click(
      waiting.getByRole('button', { name: 'Godkänn att Växel och reception får Minskat avfall' }),
    );
    await screen.findByText('1 fördelning sparad.');
    expect(await factsOf('Växel och reception')).toContain('1 mål');
    await user.click(
      waiting.getByRole('button', {
        name: 'Inte nu: Växel och reception får vänta med Minskad energianvändning',
      }),
    );
    await screen.findByText('Målet fördelas inte nu. Det enheten har skrivit in finns kvar och väntar.');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Väntar på er' })).toBeNull());
    // Granting offers to tell the unit's head, too.
    await user.click(screen.getByRole('button', { name: 'Berätta för Per Nystrand' }));
    await screen.findByText('Skickat');
    expect(feedOf('Per Nystrand')).toMatchObject([
      { text: 'Samira Haddadi har fördelat Minskat avfall till Växel och reception' },
    ]);
    expect(told()).toHaveLength(2);
  });

  it('has its activity counted once the goal is granted', async () => {
    const user = await atReception();
    await user.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
    const log = within(await screen.findByRole('dialog', { name: 'Logga aktivitet' }));
    await user.type(log.getByLabelText(/Vad gör ni\?/), 'Sortera allt vid disken');
    await user.click(log.getByText('Minskat avfall', { selector: 'button' }));
    await user.click(log.getByRole('button', { name: 'Spara' }));
    await user.click(await screen.findByRole('button', { name: 'Be om målet' }));
    await screen.findByText('Frågan väntar på svar hos Regionservice.');
    await user.click(await screen.findByRole('button', { name: 'Inte nu' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await user.click(await screen.findByRole('button', { name: /Tillbaka/ }));
    const waiting = within(await screen.findByRole('region', { name: 'Väntar på er' }));
    expect(waiting.getByRole('listitem').textContent).toContain('en aktivitet väntar');
    expect(await factsOf('Växel och reception')).toContain('inga mål');
    await user.click(waiting.getByRole('button', { name: /^Godkänn/ }));
    await waitFor(async () => expect(await factsOf('Växel och reception')).toContain('en aktivitet'));
    await user.click(screen.getByRole('button', { name: 'Ångra' }));
    await waitFor(async () => expect(await factsOf('Växel och reception')).toContain('inga mål'));
    expect(screen.queryByRole('button', { name: /Berätta/ })).toBeNull();
    expect(screen.getByRole('region', { name: 'Väntar på er' })).toBeDefined();
  });

  it('is told that somebody has asked already', async () => {
    const user = await atReception();
    const first = await askFor(user, 'Minskat avfall');
    await user.click(first.getByRole('button', { name: 'Inte nu' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Be om ett mål' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Be om ett mål' }));
    const box = drawer.getByLabelText<HTMLInputElement>(/Minskat avfall/);
    expect([box.checked, box.disabled]).toEqual([true, true]);
    expect(drawer.getByText('Samira Haddadi bad om det 25 augusti. Frågan väntar på svar.')).toBeDefined();
    expect(told()).toEqual([]);
  });
});

async function factsOf(unit: string): Promise<string> {
  const list = await screen.findByRole('list', { name: 'Enheter' });
  const row = within(list)
    .getAllByRole('listitem')
    .find((one) => within(one).queryByText(unit));
  return row?.textContent ?? '';
}

describe('telling somebody', () => {
  const refused = (status: number) => () => Response.json({ error: { code: 'x', message: 'x' } }, { status });

  async function tell(answer: () => Response | Promise<Response>) {
    const user = await atReception();
    const asked: string[] = [];
    tab.answerTo(notification, () => {
      asked.push(notification);
      return answer();
    });
    const drawer = await askFor(user, 'Minskat avfall');
    await user.click(drawer.getByRole('button', { name: 'Berätta för Anders Ekholm' }));
    return { user, drawer, asked };
  }

  it.each([
    ['no clear answer', () => Promise.reject(new TypeError('Failed to fetch')), /^Oklart om det kom fram/],
    ['503', refused(503), /^Oklart om det kom fram/],
    ['no consent', refused(403), /^Teams får inte skicka här/],
    ['an unknown person', refused(404), /^Teams hittar inte personen/],
  ])('[A16] %s: says so, sends no second time, and offers the text', async (_, answer, words) => {
    const { user, drawer, asked } = await tell(answer);
    await drawer.findByText(words);
    expect(drawer.queryByRole('button', { name: /Berätta/ })).toBeNull();
    expect(asked).toHaveLength(1);
    await user.click(drawer.getByRole('button', { name: 'Kopiera texten till Anders Ekholm' }));
    await drawer.findByText('Kopierad ✓');
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain(
      'Samira Haddadi ber om Minskat avfall till Växel och reception.\nSvara i fliken Miljömål.\nhttps://teams.microsoft.com/l/entity/',
    );
  });

  it('[A16] 429: can be sent by the same button later, and waits its minute', async () => {
    const { user, drawer, asked } = await tell(refused(429));
    await drawer.findByText('Inte skickat än. Går att skicka om en minut.');
    tab.answerTo(notification, undefined);
    await user.click(drawer.getByRole('button', { name: 'Berätta för Anders Ekholm' }));
    await drawer.findByRole('button', { name: 'Berätta för Anders Ekholm' });
    expect(asked).toHaveLength(1);
    expect(told()).toEqual([]);
  });

  it('without a clipboard shows the text, selected', async () => {
    const { user, drawer } = await tell(refused(403));
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    const name = 'Kopiera texten till Anders Ekholm';
    await user.click(await drawer.findByRole('button', { name }));
    const area = await drawer.findByRole<HTMLTextAreaElement>('textbox', { name });
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(area.value);
    expect(area.value).toContain('ber om Minskat avfall');
  });
});

describe('the talk about what was handed down', () => {
  async function atKitchen() {
    tab = await openTab({ person: 'Karin Holm', entityId: 'unit/regionservice-kost' });
    const user = userEvent.setup({ delay: null });
    const talk = within(await screen.findByRole('group', { name: 'Samråd' }));
    return { user, talk };
  }

  it('[A9] is answered for all goals at once, and can be changed and taken back', async () => {
    const { user, talk } = await atKitchen();
    expect(talk.getByText('Regionservice har fördelat fyra mål till er.')).toBeDefined();
    // It holds nothing up: the activities of the unit count as before.
    expect(screen.getByText(/Två aktiviteter är inlagda/)).toBeDefined();
    await user.click(talk.getByRole('button', { name: 'Vi är överens' }));
    await talk.findByText('Överens 25 augusti 2023, Karin Holm');
    await user.click(talk.getByRole('button', { name: 'Ändra' }));
    await user.click(talk.getByRole('button', { name: 'Låt oss prata om Minskat avfall' }));
    await talk.findByText('Ni vill prata om Minskat avfall.');
    expect(
      talk.getByRole('button', { name: 'Låt oss prata om Minskat avfall' }).getAttribute('aria-pressed'),
    ).toBe('true');
    await user.click(talk.getByRole('button', { name: 'Låt oss prata om Minskat avfall' }));
    await talk.findByText('Ett mål väntar på ert svar.');
    await user.click(screen.getByRole('button', { name: 'Ångra' }));
    await talk.findByText('Ni vill prata om Minskat avfall.');
    expect(screen.getByText(/Två aktiviteter är inlagda/)).toBeDefined();
  });

  it('[A9] one goal by itself leaves the others open', async () => {
    const { user, talk } = await atKitchen();
    await user.click(talk.getByRole('button', { name: 'Svara för varje mål' }));
    await user.click(talk.getByRole('button', { name: 'Vi är överens om Minskat avfall' }));
    await talk.findByText('Tre mål väntar på ert svar.');
    await user.click(talk.getByRole('button', { name: 'Låt oss prata' }));
    expect(
      await talk.findByText(
        'Ni vill prata om Minskade utsläpp från resor, Minskad energianvändning och Hållbar upphandling och cirkulära flöden.',
      ),
    ).toBeDefined();
  });
});
