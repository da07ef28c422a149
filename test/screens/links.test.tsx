import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { unitsOf } from '../../scripts/seedRows.ts';
import { aGoal, anActivity } from '../builders.ts';
import type { Tenant } from '../tenant.ts';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab;

afterEach(() => {
  tab.close();
  vi.restoreAllMocks();
});

const title = (name: string) => screen.findByRole('heading', { name, level: 1 });
const goneWords = 'Länken leder till något som inte finns längre.';

describe('a link', () => {
  it('leads to a unit, with the way back to the tab’s own room', async () => {
    tab = await openTab({ subPage: 'year=2023&room=regionservice-kost' });
    await title('Kost');
    await userEvent.setup({ delay: null }).click(screen.getByRole('button', { name: /Tillbaka/ }));
    expect(await title('Regionservice')).toBeDefined();
  });

  it('leads from the personal tab to a goal of a department', async () => {
    tab = await openTab({ entityId: 'overview', subPage: 'year=2023&room=hr&goal=avfall' });
    expect(await screen.findByRole('dialog', { name: 'Minskat avfall' })).toBeDefined();
    expect(screen.getByText('HR')).toBeDefined();
  });

  it('leads to an activity in another year, and shows that year', async () => {
    const prepare = async (tenant: Tenant) => {
      const kitchen = unitsOf(tenant.organisation).get('regionservice-kost');
      if (!kitchen) throw new Error('There is no kitchen');
      const shelves = { shelf: '2024/regionservice', unitShelf: '2024/regionservice-kost' };
      const next = anActivity(kitchen, [aGoal({ key: 'avfall' })], {
        key: 'a-2024',
        title: 'Nästa år',
        ...shelves,
      });
      await colleague(tenant).adds('activities', next);
    };
    tab = await openTab({ prepare, subPage: 'year=2024&room=regionservice&activity=a-2024' });
    const drawer = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
    expect(drawer.getByLabelText<HTMLTextAreaElement>(/Vad gör ni\?/).value).toBe('Nästa år');
    expect(screen.getByLabelText<HTMLSelectElement>('År').value).toBe('2024');
  });

  it.each([
    ['a room that is gone', 'year=2023&room=nedlagd'],
    ['a year that no goal speaks of', 'year=1999&room=hr'],
    ['something that is none of ours', '<img src=x onerror=alert(1)>'],
  ])('to %s leads home, says so, and is closed', async (_, subPage) => {
    tab = await openTab({ subPage });
    await title('Regionservice');
    await screen.findByText(goneWords);
    await userEvent.setup({ delay: null }).click(screen.getByRole('button', { name: 'Stäng' }));
    expect(screen.queryByText(goneWords)).toBeNull();
  });

  it('to an activity that is gone leads to its room, and says so', async () => {
    tab = await openTab({ subPage: 'year=2023&room=regionservice-kost&activity=a-gone' });
    await title('Kost');
    expect(await screen.findByText(goneWords)).toBeDefined();
  });

  it('is followed once: whoever comes by later finds the drawer closed', async () => {
    tab = await openTab({ subPage: 'year=2023&room=regionservice&goal=avfall' });
    const user = userEvent.setup({ delay: null });
    const drawer = within(await screen.findByRole('dialog', { name: 'Minskat avfall' }));
    await user.click(drawer.getByRole('button', { name: 'Stäng' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Kost' }));
    await title('Kost');
    await user.click(screen.getByRole('button', { name: /Tillbaka/ }));
    await title('Regionservice');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('copying a link', () => {
  /** What a copied link carries to the tab. */
  const subPageOf = (link: string) => {
    const context = new URL(link).searchParams.get('context') ?? '{}';
    return (JSON.parse(context) as { subEntityId: string }).subEntityId;
  };

  it('of the page: from its menu, and says that it is done', async () => {
    tab = await openTab({ entityId: 'unit/regionservice-kost' });
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Mer' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Kopiera länk' }));
    expect(await screen.findByText('Länken är kopierad ✓')).toBeDefined();
    expect(subPageOf(await navigator.clipboard.readText())).toBe('year=2023&room=regionservice-kost');
  });

  it('of a goal and of an activity, in their drawers', async () => {
    tab = await openTab();
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Minskat avfall' }));
    const goal = within(await screen.findByRole('dialog', { name: 'Minskat avfall' }));
    await user.click(goal.getByRole('button', { name: 'Kopiera länk' }));
    await goal.findByText('Länken är kopierad ✓');
    expect(subPageOf(await navigator.clipboard.readText())).toBe('year=2023&room=regionservice&goal=avfall');
    await user.click(goal.getByRole('button', { name: 'Fler maträtter skickas till Kajutan' }));
    const activity = within(await screen.findByRole('dialog', { name: 'Aktivitet' }));
    await user.click(activity.getByRole('button', { name: 'Kopiera länk' }));
    await activity.findByText('Länken är kopierad ✓');
    expect(subPageOf(await navigator.clipboard.readText())).toMatch(
      /^year=2023&room=regionservice&activity=[0-9a-f-]{36}$/,
    );
  });

  it('where the window may not reach the clipboard: the link stands there, selected', async () => {
    tab = await openTab();
    const user = userEvent.setup({ delay: null });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed'));
    await user.click(await screen.findByRole('button', { name: 'Mer' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Kopiera länk' }));
    const field = await screen.findByLabelText<HTMLInputElement>('Länk');
    expect(subPageOf(field.value)).toBe('year=2023&room=regionservice');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
    expect(screen.getByText('Länken är markerad. Kopiera den med Ctrl+C.')).toBeDefined();
  });
});

describe('the host’s back button', () => {
  it('closes the drawer, then leaves the room, and then is the host’s own', async () => {
    tab = await openTab({ subPage: 'year=2023&room=regionservice-kost&goal=avfall' });
    await screen.findByRole('dialog', { name: 'Minskat avfall' });
    expect(tab.told.back()).toBe(true);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(tab.told.back()).toBe(true);
    await title('Regionservice');
    await waitFor(() => expect(tab.told.back()).toBe(false));
  });
});
