import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { colleague } from './colleague.ts';
import { openTab, type Tab } from './openTab.ts';

await import('../../src/activities/ContinueLine.tsx');

let tab: Tab;
const recipes = 'Nya recept minskar svinnet från matproduktionen';
const sorting = 'Källsortering';

afterEach(() => tab.close());

/** The panel of a year that has not begun: nothing is logged in it yet. */
async function openNextYear() {
  tab = await openTab();
  fireEvent.change(await screen.findByRole('combobox', { name: 'År' }), { target: { value: '2024' } });
  return userEvent.setup({ delay: null });
}

async function openDrawer() {
  fireEvent.click(await screen.findByRole('button', { name: 'Fortsätt från 2023' }));
  return within(await screen.findByRole('dialog', { name: 'Fortsätt från 2023' }));
}

const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const choices = (drawer: ReturnType<typeof within>, title: string) =>
  within(drawer.getByRole('radiogroup', { name: new RegExp(title) }));

describe('going on with last year', () => {
  it('is offered where the new year is empty, and not in the midst of a year', async () => {
    tab = await openTab();
    await screen.findByText('Sparat ✓');
    expect(screen.queryByRole('button', { name: 'Fortsätt från 2022' })).toBeNull();
    fireEvent.change(screen.getByRole('combobox', { name: 'År' }), { target: { value: '2024' } });
    expect(await screen.findByText(/aktiviteter från 2023 är inte avslutade\.$/)).toBeDefined();
  });

  it('takes along what continues, ends what is done, leaves the rest, and is taken back at once', async () => {
    const user = await openNextYear();
    const drawer = await openDrawer();
    const save = drawer.getByRole('button', { name: 'Spara' });
    expect(save.getAttribute('aria-disabled')).toBe('true');
    await user.click(choices(drawer, recipes).getByRole('radio', { name: 'Fortsätt' }));
    await user.click(choices(drawer, sorting).getByRole('radio', { name: 'Klar' }));
    expect(drawer.getByText('En fortsätter · en blir klar')).toBeDefined();
    await user.click(save);
    await isClosed();
    await screen.findByText('2 ändringar sparade.');
    const list = await screen.findByRole('list', { name: 'Aktiviteter' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(within(list).getByText(recipes)).toBeDefined();
    await screen.findByText('Sparat ✓');
    await user.click(await screen.findByRole('button', { name: 'Ångra' }));
    await screen.findByText('Ångrat.');
    expect(
      within(await openDrawerBody()).getByRole('radiogroup', { name: new RegExp(recipes) }),
    ).toBeDefined();
  });
});

async function openDrawerBody(): Promise<HTMLElement> {
  await openDrawer();
  return screen.getByRole('dialog');
}

it('[V12] the copy in the list says what it goes on with', async () => {
  const user = await openNextYear();
  const drawer = await openDrawer();
  await user.click(drawer.getByRole('button', { name: 'Fortsätt med alla som pågår' }));
  await user.click(drawer.getByRole('button', { name: 'Spara' }));
  await isClosed();
  await screen.findByText('Sparat ✓');
  const rows = await colleague(tab.tenant).all();
  const copies = rows.filter(({ Shelf }) => Shelf === '2024/regionservice');
  expect(copies.length).toBeGreaterThan(2);
  for (const { Key, ContinuesKey } of copies) expect(Key).toBe(`2024/${String(ContinuesKey)}`);
});
