import { screen, waitFor, within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { openTab, Tab } from './openTab.ts';
import { siteFields } from './siteFields.ts';
import { drawer, openOverview, rowsOf } from './strategist.ts';

beforeAll(async () => {
  await Promise.all([
    import('../../src/followup/OverviewSidePage.tsx'),
    import('../../src/panel/RoomMenu.tsx'),
    import('../../src/panel/Notices.tsx'),
    import('../../src/goals/GoalsPage.tsx'),
    import('../../src/goals/GoalEditDrawer.tsx'),
    import('../../src/goals/StageGoalDrawer.tsx'),
    import('../../src/goals/IndicatorDrawer.tsx'),
  ]);
}, 60_000);

let tab: Tab;
let user: UserEvent;
afterEach(() => tab.close());

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const saved = () => screen.findByText('Sparat ✓');
const rowOn = async (list: 'Goals' | 'StageGoals' | 'Indicators', title: string) =>
  (await siteFields(tab.tenant, list).all()).find((one) => one['Title'] === title);

async function openGoals(where: Parameters<typeof openTab>[0] = {}): Promise<void> {
  ({ tab, user } = await openOverview(where));
  await user.click(await screen.findByRole('button', { name: 'Mer' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Mål och mätetal' }));
  await screen.findByRole('heading', { level: 1, name: 'Mål och mätetal' });
}

async function openGoal(title: string) {
  await user.click(await screen.findByRole('button', { name: title }));
  return drawer(title);
}

describe('the goals page', () => {
  it('shows the goals in their order, with years and how they are followed up', async () => {
    await openGoals();
    const rows = rowsOf('Målen');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/^Minskade utsläpp från resor/);
    expect(rows[0]).toContain('följs upp med mätetal');
  });

  it('[G6] adds a goal, with refusals beside their fields', async () => {
    await openGoals();
    await user.click(screen.getByRole('button', { name: 'Nytt mål' }));
    const form = await drawer('Nytt mål');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    expect(await form.findByText('Skriv ett namn.')).toBeDefined();
    await user.type(form.getByLabelText(/^Målet/), 'Giftfri miljö');
    await user.type(form.getByLabelText('Till och med år'), '2020');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    expect(await form.findByText('Målet börjar gälla 2023 och kan inte sluta före det.')).toBeDefined();
    await user.clear(form.getByLabelText('Till och med år'));
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    await saved();
    expect(await rowOn('Goals', 'Giftfri miljö')).toMatchObject({ Key: 'giftfri-miljo', FromYear: 2023 });
    expect(rowsOf('Målen').at(-1)).toContain('från 2023 och tills vidare');
  });

  it('[G11] ending a goal says who has it, and it can hold again', async () => {
    await openGoals();
    const form = await openGoal('Minskat avfall');
    await user.click(form.getByRole('button', { name: 'Avsluta målet' }));
    const sure = await form.findByRole('group', { name: /^Avsluta målet\?/ });
    expect(sure.textContent).toMatch(/har målet 2023\./);
    await user.click(within(sure).getByRole('button', { name: 'Ja, avsluta' }));
    await gone();
    await saved();
    expect(rowsOf('Avslutade mål')).toHaveLength(1);
    expect(await rowOn('Goals', 'Minskat avfall')).toMatchObject({ State: 'ended' });
    const again = await openGoal('Minskat avfall');
    await user.click(again.getByRole('button', { name: 'Låt det gälla igen' }));
    await gone();
    await waitFor(async () =>
      expect(await rowOn('Goals', 'Minskat avfall')).toMatchObject({ State: 'active' }),
    );
  });

  it('[G11] shortening one says who loses it before it is saved', async () => {
    await openGoals();
    const form = await openGoal('Minskat avfall');
    const from = form.getByLabelText(/^Gäller från år/);
    await user.clear(from);
    await user.type(from, '2024');
    expect(await form.findByText(/har målet 2023\.$/)).toBeDefined();
    expect(form.getByText(/^Det går bort från deras sidor/)).toBeDefined();
  });

  it('[O18] puts a goal one step down', async () => {
    await openGoals();
    const form = await openGoal('Minskade utsläpp från resor');
    await user.click(form.getByRole('button', { name: 'Flytta ned' }));
    await user.keyboard('{Escape}');
    await gone();
    await waitFor(() => expect(rowsOf('Målen')[1]).toMatch(/^Minskade utsläpp från resor/));
    await saved();
  });

  it('[G8] sets a stage goal under a goal, and takes it away', async () => {
    await openGoals();
    await user.click((await openGoal('Minskat avfall')).getByRole('button', { name: 'Lägg till etappmål' }));
    const form = await drawer('Nytt etappmål');
    await user.type(form.getByLabelText(/^Etappmålet/), 'Halverat matsvinn');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    expect(await form.findByText('Fyll i dagen.')).toBeDefined();
    await user.type(form.getByLabelText(/^Senast den/), '2030-12-31');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    await saved();
    expect(await rowOn('StageGoals', 'Halverat matsvinn')).toBeDefined();
    const goal = await openGoal('Minskat avfall');
    await user.click(await goal.findByRole('button', { name: 'Halverat matsvinn' }));
    const change = await drawer('Ändra etappmål');
    await user.click(change.getByRole('button', { name: 'Ta bort etappmålet' }));
    await user.click(await change.findByRole('button', { name: 'Ja, ta bort' }));
    await gone();
    await waitFor(async () =>
      expect(await rowOn('StageGoals', 'Halverat matsvinn')).toMatchObject({ Removed: true }),
    );
  });

  it('[G10] an indicator that is set can be measured', async () => {
    await openGoals();
    const goal = await openGoal('Minskade utsläpp från resor');
    await user.click(goal.getByRole('button', { name: 'Lägg till mätetal' }));
    const form = await drawer('Nytt mätetal');
    await user.type(form.getByLabelText(/^Vad mäts\?/), 'Körda mil');
    await user.type(form.getByLabelText(/^Mäts i/), 'mil');
    await user.type(form.getByLabelText(/^Utgångsvärde/), '1 200,5');
    const target = form.getByLabelText(/^Målår/);
    await user.clear(target);
    await user.type(target, '2030');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    expect(await form.findByText('Skriv värdet som ett tal.')).toBeDefined();
    await user.type(form.getByLabelText(/^Mål\b(?!år)/), '600');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    await saved();
    expect(await rowOn('Indicators', 'Körda mil')).toMatchObject({ BaselineValue: 1200.5, TargetValue: 600 });
    await user.click(screen.getByRole('button', { name: 'Tillbaka till översikten' }));
    await user.click(await screen.findByRole('tab', { name: 'Mätetal' }));
    expect(await screen.findByRole('button', { name: 'Skriv in utfall för Körda mil' })).toBeDefined();
  });

  it('whoever may not is refused by the site, in words, and the page stands as reading', async () => {
    await openGoals({ person: 'Olof Wiklund' });
    const form = await openGoal('Minskat avfall');
    await user.clear(form.getByLabelText(/^Målet/));
    await user.type(form.getByLabelText(/^Målet/), 'Inget avfall');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    expect(
      await screen.findByText('Bara den som äger webbplatsen kan ändra målen och mätetalen.'),
    ).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Nytt mål' })).toBeNull();
    expect(await rowOn('Goals', 'Minskat avfall')).toBeDefined();
  });
});
