import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { openTab as open, type Tab } from './openTab.ts';

let opened: Tab | undefined;

async function openTab(where?: Parameters<typeof open>[0]): Promise<Tab> {
  opened = await open(where);
  return opened;
}

afterEach(() => opened?.close());

/** Words that Fluent says of its own accord; none may be heard in a Swedish tab. */
const english = /\b(close|clear|dismiss|loading|increment|decrement|information|open|select|cancel|save)\b/i;

function spoken(): string[] {
  const all = [...document.querySelectorAll('*')];
  const labels = all.flatMap((one) =>
    ['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name)),
  );
  return [...labels, document.body.textContent].filter((words) => words !== null);
}

describe('a department’s panel', () => {
  it('opens with how it stands and one next step, and tells the host', async () => {
    const { told } = await openTab();
    await screen.findByText(
      'Ni har 4 av 4 mål. Tre av fyra enheter har fått mål. Fem aktiviteter är inlagda.',
    );
    expect(screen.getByRole('button', { name: 'Fördela mål' })).toBeDefined();
    expect(told).toMatchObject({ loaded: 1, succeeded: 1 });
    expect(document.documentElement.lang).toBe('sv');
  });

  it('says for an untouched department where to begin', async () => {
    await openTab({ entityId: 'department/hr' });
    await screen.findByText('Ni har 4 av 4 mål. Ingen aktivitet är inlagd.');
    expect(screen.getByText('Skriv ner något ni gör för ett av målen.')).toBeDefined();
    expect(screen.getByText('Här kommer det ni gör att stå. En rad räcker för att börja.')).toBeDefined();
  });

  it('speaks no English in Swedish, drawers included', async () => {
    const user = userEvent.setup();
    await openTab();
    await user.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
    await screen.findByRole('dialog');
    expect(spoken().filter((words) => english.test(words))).toEqual([]);
  });

  it('lists activities with where, for what, how far and by whom', async () => {
    await openTab();
    const list = await screen.findByRole('list', { name: 'Aktiviteter' });
    const rows = within(list)
      .getAllByRole('listitem')
      .map((row) => row.textContent);
    expect(rows).toHaveLength(5);
    expect(rows).toContain('Fler maträtter skickas till KajutanKost · Avfall · Klar · Karin HolmRiktad');
  });

  it('takes markup, formulas and right-to-left text as plain text', async () => {
    const user = userEvent.setup();
    await openTab();
    await user.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
    const words = '<img src=x onerror=alert(1)> =1+1 שלום 👩‍🚒';
    await user.click(await screen.findByLabelText(/Vad gör ni\?/));
    await user.paste(words);
    await user.click(within(screen.getByRole('dialog')).getByText('Minskat avfall', { selector: 'button' }));
    await user.click(screen.getByText('Spara', { selector: 'button' }));
    await screen.findByText(words);
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('what stands in the way', () => {
  const empty = (status: number) => () => new Response('', { status });

  it.each([
    ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch')), 'Ingen kontakt'],
    ['403', empty(403), 'Du har inte tillgång'],
    ['404', empty(404), 'Webbplatsen finns inte'],
    ['401', empty(401), 'Du är inte inloggad'],
    ['429', empty(429), 'SharePoint har mycket att göra'],
    ['503', empty(503), 'SharePoint svarar inte som det ska'],
    ['400', empty(400), 'SharePoint förstod inte frågan'],
    [
      'a captive portal',
      () => new Response('<html>Logga in på gästnätet</html>'),
      'SharePoint svarar inte som det ska',
    ],
  ])('%s: says what and what to do, and goes on when it is mended', async (_, answer, title) => {
    const user = userEvent.setup();
    const tab = await openTab({ answer });
    await screen.findByRole('heading', { name: title });
    tab.answerAll(undefined);
    await user.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(await screen.findByRole('heading', { name: 'Regionservice' })).toBeDefined();
  });

  it('a tab set to a department that is gone says so', async () => {
    await openTab({ entityId: 'department/nedlagd' });
    expect(await screen.findByRole('heading', { name: 'Avdelningen finns inte längre' })).toBeDefined();
  });
});

describe('the configuration of a tab', () => {
  it('offers the host nothing until a department is chosen', async () => {
    const user = userEvent.setup();
    const { told } = await openTab({ place: 'settings', entityId: '' });
    const choice = await screen.findByRole('radio', { name: 'Ekonomi' });
    expect(told.choice).toBeUndefined();
    await user.click(choice);
    expect(told.choice).toEqual({ entityId: 'department/ekonomi', name: 'Ekonomi' });
  });
});
