import { screen, within } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { openTab, type Tab } from './openTab.ts';

// What the overview fetches behind its first frame is loaded before a test begins to count its seconds.
await Promise.all([
  import('../../src/followup/OverviewPage.tsx'),
  import('../../src/followup/OverviewDrawers.tsx'),
  import('../../src/followup/GapPage.tsx'),
  import('../../src/followup/DialogueView.tsx'),
  import('../../src/goals/IndicatorView.tsx'),
  import('../../src/assignments/AssignDrawer.tsx'),
]);

/** The strategist at the overview, all departments counted. */
export async function openOverview(
  where: Parameters<typeof openTab>[0] = {},
): Promise<{ tab: Tab; user: UserEvent }> {
  const tab = await openTab({ entityId: 'overview', person: 'Ingrid Sandell', ...where });
  await screen.findByRole('heading', { level: 1, name: /^Miljömål \d{4}$/ });
  await screen.findByRole('tablist');
  return { tab, user: userEvent.setup({ delay: null }) };
}

export const drawer = async (name: string | RegExp) => within(await screen.findByRole('dialog', { name }));

/** What the rows of a list say. */
export const rowsOf = (name: string | RegExp) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((row) => row.textContent);
