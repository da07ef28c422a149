import { screen, waitFor, within } from '@testing-library/dom';
import { afterEach, describe, expect, it } from 'vitest';
import type { Tab } from './openTab.ts';
import { openOverview } from './strategist.ts';

let tab: Tab | undefined;

afterEach(() => tab?.close());

/** What a copied link carries to the tab. */
const subPageOf = (link: string) => {
  const context = new URL(link).searchParams.get('context') ?? '{}';
  return (JSON.parse(context) as { subEntityId: string }).subEntityId;
};
const valueOf = (label: string) => screen.getByLabelText<HTMLSelectElement>(label).value;

describe('a link to the overview', () => {
  it('[F30] carries view, theme, kind of department and status, and opened from it all stands as it stood', async () => {
    const opened = await openOverview();
    ({ tab } = opened);
    const { user } = opened;
    for (const [label, option] of [
      ['Tema', 'Energi'],
      ['Slags avdelning', 'Verksamhet'],
      ['Läge', 'Ingen bedömning'],
    ] as const)
      await user.selectOptions(screen.getByLabelText(label), option);
    await user.click(screen.getByRole('button', { name: 'Mer' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Kopiera länk' }));
    await screen.findByText('Länken är kopierad ✓');
    const subPage = subPageOf(await navigator.clipboard.readText());
    expect(subPage).toBe('year=2023&theme=Energi&character=operational&status=none');
    tab.close();

    ({ tab } = await openOverview({ subPage }));
    expect(['Tema', 'Slags avdelning', 'Läge'].map(valueOf)).toEqual(['Energi', 'operational', 'none']);
    const heads = within(screen.getByRole('treegrid')).getAllByRole('rowheader');
    expect(heads.map((head) => head.textContent)).toEqual([
      'Regionservice',
      'Fastighet',
      'Digitalisering och IT',
    ]);
  });

  it('[F30] leads to a view', async () => {
    ({ tab } = await openOverview({ subPage: 'year=2023&view=gaps' }));
    expect(screen.getByRole('tab', { name: /^Luckor/ }).getAttribute('aria-selected')).toBe('true');
    expect(await screen.findByText(/^Det här saknas/)).toBeDefined();
  });

  it('[F30] that names what is not there shows the rest, and hides nothing unseen', async () => {
    ({ tab } = await openOverview({ subPage: 'year=2023&board=nedlagd&view=secret&theme=Rymden' }));
    expect(screen.getByRole('tab', { name: 'Karta' }).getAttribute('aria-selected')).toBe('true');
    expect(within(screen.getByRole('treegrid')).getAllByRole('columnheader')).toHaveLength(5);
  });
});

describe('the overview on paper', () => {
  it('has every line of the map, the opened units too, in black on white', async () => {
    const opened = await openOverview({ theme: 'dark' });
    ({ tab } = opened);
    const { user } = opened;
    const provider = () => document.querySelector<HTMLElement>('.fui-FluentProvider');
    const paper = () =>
      getComputedStyle(provider() ?? document.body).getPropertyValue('--colorNeutralBackground1');
    await user.click(within(screen.getByRole('treegrid')).getByRole('rowheader', { name: 'Regionservice' }));
    const screenColour = paper();
    window.dispatchEvent(new Event('beforeprint'));
    expect(paper()).toBe('#ffffff');
    expect(within(screen.getByRole('treegrid')).getAllByRole('row')).toHaveLength(14);
    window.dispatchEvent(new Event('afterprint'));
    expect(paper()).toBe(screenColour);
    expect(screenColour).not.toBe('#ffffff');
  });
});

describe('what the strategist should know about the saving', () => {
  it('stands on the overview, and leads to what needs somebody', async () => {
    const opened = await openOverview({ person: 'Olof Wiklund', subPage: 'year=2023&view=dialogues' });
    ({ tab } = opened);
    const { user } = opened;
    await user.click(await screen.findByRole('button', { name: 'Underlag för samtal med HR' }));
    const talk = within(await screen.findByRole('dialog'));
    await user.click(talk.getByRole('button', { name: 'Spara samtalet' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText(/^En rad .*behöver dig|^En .*inte/i);
    await user.click(screen.getByRole('button', { name: 'Visa' }));
    expect(await screen.findByRole('dialog')).toBeDefined();
  });
});
