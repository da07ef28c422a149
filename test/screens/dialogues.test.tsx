import { screen, waitFor, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Tab } from './openTab.ts';
import { drawer, openOverview, rowsOf } from './strategist.ts';

let tab: Tab;
let user: UserEvent;

afterEach(() => tab.close());

async function openView(name: string): Promise<void> {
  ({ tab, user } = await openOverview());
  await user.click(screen.getByRole('tab', { name }));
}

async function openTalk() {
  await openView('Samtal');
  await user.click(await screen.findByRole('button', { name: 'Underlag för samtal med HR' }));
  return drawer('Samtal med HR');
}

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const hr = () => rowsOf('Samtal').find((row) => row.startsWith('HR'));

describe('talks with the heads of departments', () => {
  it('every department stands there, with what is missing and that nobody has talked yet', async () => {
    await openView('Samtal');
    await screen.findByText(/^Samtal med avdelningarnas chefer om målen\./);
    expect(rowsOf('Samtal')).toHaveLength(9);
    expect(hr()).toContain('Inget samtal antecknat i år · ingen aktivitet');
  });

  it('the agenda has the goals, the gaps and ideas of the department', async () => {
    const talk = await openTalk();
    expect(talk.getByText('Chef: Helena Wester')).toBeDefined();
    expect(rowsOf('Målen')).toHaveLength(4);
    expect(rowsOf('Målen')[0]).toBe('Minskade utsläpp från resorhar målet · ingen aktivitet');
    expect(rowsOf('Att prata om')).toEqual(['Ingen aktivitet är inlagd.']);
    expect(rowsOf('Idéer att ta upp')).toHaveLength(3);
  });

  it('[F21] a talk is noted, shown as the latest, kept on the site, and taken back', async () => {
    const talk = await openTalk();
    await user.click(talk.getByRole('checkbox', { name: 'Minskat avfall' }));
    await user.type(talk.getByLabelText(/^Anteckningar/), 'De börjar i höst.');
    await user.click(talk.getByRole('button', { name: 'Spara samtalet' }));
    await talk.findByText('Samtalet är antecknat.');
    expect(rowsOf('Tidigare samtal')).toEqual([
      '25 augusti 2023 · Helena WesterOm Minskat avfall. De börjar i höst.',
    ]);
    // The form stands empty for the next one, and closing asks nothing.
    expect(talk.getByLabelText<HTMLTextAreaElement>(/^Anteckningar/).value).toBe('');
    await user.keyboard('{Escape}');
    await gone();
    expect(hr()).toContain('Senast 25 augusti 2023 med Helena Wester');
    await screen.findByText('Sparat ✓');
    await user.click(await screen.findByRole('button', { name: 'Ångra' }));
    await waitFor(() => expect(hr()).toContain('Inget samtal antecknat i år'));
  });

  it('a talk without a day is refused beside the field, and nothing typed is lost', async () => {
    const talk = await openTalk();
    await user.type(talk.getByLabelText(/^Anteckningar/), 'De börjar i höst.');
    await user.clear(talk.getByLabelText('Dag'));
    await user.click(talk.getByRole('button', { name: 'Spara samtalet' }));
    expect(await talk.findByText('Fyll i dagen.')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(await talk.findByText('Det du har skrivit är inte sparat.')).toBeDefined();
    expect(talk.getByLabelText<HTMLTextAreaElement>(/^Anteckningar/).value).toBe('De börjar i höst.');
    await user.click(talk.getByRole('button', { name: 'Släng det' }));
    await gone();
  });
});

describe('the measured goals', () => {
  it('[F19][F20] stand as a chart with a table that says the same, and name no department', async () => {
    await openView('Mätetal');
    const panel = within(await screen.findByRole('tabpanel'));
    const charts = await panel.findAllByRole('img');
    expect(charts).toHaveLength(3);
    const table = within(panel.getByRole('table', { name: 'Utfall: Mängd avfall' }));
    const years = table.getAllByRole('rowheader').map((head) => head.textContent);
    expect(years[0]).toMatch(/\(basår\)$/);
    expect(years.at(-1)).toMatch(/\(mål\)$/);
    const chart = panel.getByRole('img', { name: /^Mängd avfall: från .+ ton till .+ ton år \d{4}\.$/ });
    // One point for each row but the target, which is the end of the dashed line.
    expect(chart.querySelectorAll('circle')).toHaveLength(years.length - 1);
    const { textContent: words } = screen.getByRole('tabpanel');
    const departments = tab.tenant.organisation.units.filter(({ level }) => level === 'department');
    expect(departments.filter(({ title }) => words.includes(title))).toEqual([]);
  });
});
