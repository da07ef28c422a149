import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;
const recipes = 'Nya recept minskar svinnet från matproduktionen';

afterEach(() => tab.close());

async function openActivity() {
  fireEvent.click(await screen.findByRole('button', { name: recipes }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
  const field = () => drawer.getByRole<HTMLTextAreaElement>('textbox', { name: 'Skriv en kommentar' });
  return { drawer, field };
}

const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('comments on an activity', () => {
  it('are listed with who and when, the newest last, as the plain text that they are', async () => {
    tab = await openTab();
    const user = userEvent.setup({ delay: null });
    const { drawer, field } = await openActivity();
    await user.click(drawer.getByRole('button', { name: 'Kommentera' }));
    await drawer.findByText('Skriv något först.');
    const words = '<img src=x onerror=alert(1)> =1+1 שלום 👩‍🚒';
    for (const comment of [words, 'Den andra']) {
      fireEvent.change(field(), { target: { value: comment } });
      await user.click(drawer.getByRole('button', { name: 'Kommentera' }));
      await waitFor(() => expect(field().value).toBe(''));
    }
    const list = within(drawer.getByRole('list', { name: 'Kommentarer' }));
    const rows = list.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Anders Ekholm · 25 augusti 2023');
    expect(rows[0]).toContain(words);
    expect(rows[1]).toContain('Den andra');
    expect(document.querySelector('img')).toBeNull();
  });

  it('are marked until they are sent', async () => {
    tab = await openTab();
    const user = userEvent.setup({ delay: null });
    const { drawer, field } = await openActivity();
    tab.answerAll(() => Promise.reject(new TypeError('Failed to fetch')));
    fireEvent.change(field(), { target: { value: 'Utan nät' } });
    await user.click(drawer.getByRole('button', { name: 'Kommentera' }));
    const row = await drawer.findByRole('listitem');
    expect(row.textContent).toContain('Inte skickad än');
    tab.answerAll(undefined);
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(drawer.getByRole('listitem').textContent).not.toContain('Inte skickad än'));
  });

  it('are not lost when the drawer is left, and are saved with the rest', async () => {
    tab = await openTab();
    const user = userEvent.setup({ delay: null });
    const { drawer, field } = await openActivity();
    fireEvent.change(field(), { target: { value: 'Halvfärdig' } });
    await user.keyboard('{Escape}');
    await drawer.findByText('Du har ändringar som inte är sparade.');
    expect(field().value).toBe('Halvfärdig');
    await user.click(drawer.getByRole('button', { name: 'Spara' }));
    await isClosed();
    const again = await openActivity();
    expect(again.drawer.getByText('Halvfärdig')).toBeDefined();
  });
});
