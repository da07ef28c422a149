import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;

afterEach(() => tab.close());

async function openAndLog(title: string, button = 'Spara') {
  tab = await openTab();
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByRole('button', { name: 'Logga aktivitet' }));
  await user.click(await screen.findByLabelText(/Vad gör ni\?/));
  await user.paste(title);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Minskat avfall' }));
  await user.click(screen.getByRole('button', { name: button }));
  return user;
}

/** The drawer has gone, and the page's own bar stands in its place. */
async function barOnPage() {
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  return screen.findByRole('button', { name: 'Ångra' });
}

describe('after a save', () => {
  it('a bar says what was done, and takes it back', async () => {
    const user = await openAndLog('En rad för mycket');
    const undo = await barOnPage();
    expect(screen.getByText('Aktiviteten är sparad.').closest('[role="status"]')).not.toBeNull();
    expect(screen.getByText('En rad för mycket')).toBeDefined();
    await user.click(undo);
    await screen.findByText('Ångrat.');
    expect(screen.queryByText('En rad för mycket')).toBeNull();
    await screen.findByText('Sparat ✓');
  });

  it('the bar can be closed, and what was saved stays', async () => {
    const user = await openAndLog('En rad');
    await barOnPage();
    await user.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(screen.queryByText('Aktiviteten är sparad.')).toBeNull();
    expect(screen.getByText('En rad')).toBeDefined();
  });

  it.each(['{Control>}z{/Control}', '{Meta>}z{/Meta}'])('%s takes it back', async (keys) => {
    const user = await openAndLog('En rad för mycket');
    await barOnPage();
    await user.keyboard(keys);
    await screen.findByText('Ångrat.');
    expect(screen.queryByText('En rad för mycket')).toBeNull();
  });

  it('Ctrl+Z in an empty line takes the last one back; in a line with words it belongs to the words', async () => {
    const user = await openAndLog('Den första', 'Spara och skriv en till');
    const drawer = within(screen.getByRole('dialog'));
    await drawer.findByText('Aktiviteten är sparad.');
    const line = drawer.getByLabelText<HTMLTextAreaElement>(/Vad gör ni\?/);
    await waitFor(() => expect(line.value).toBe(''));
    await user.type(line, 'Halv');
    await user.keyboard('{Control>}z{/Control}');
    expect(drawer.queryByText('Ångrat.')).toBeNull();
    await user.clear(line);
    await user.keyboard('{Control>}z{/Control}');
    await drawer.findByText('Ångrat.');
    expect(screen.queryByText('Den första')).toBeNull();
  });

  it('several ticks are one thing done, and taken back as one', async () => {
    tab = await openTab();
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Fördela mål till Växel och reception' }));
    await user.click(await screen.findByRole('button', { name: 'Spara' }));
    await screen.findByText('4 fördelningar sparade.');
    await screen.findByText(/Alla enheter har fått mål\./);
    await user.click(await barOnPage());
    await screen.findByText('Ångrat.');
    expect(await screen.findByText(/Tre av fyra enheter har fått mål\./)).toBeDefined();
  });
});
