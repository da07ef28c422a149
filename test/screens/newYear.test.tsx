import { screen, waitFor } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSite } from '../../src/lists/site.ts';
import { read } from '../siteCalls.ts';
import type { Tab } from './openTab.ts';
import { drawer, openOverview } from './strategist.ts';

let tab: Tab;
let user: UserEvent;

beforeEach(async () => {
  ({ tab, user } = await openOverview({ clock: '2023-12-20T10:00:00' }));
  await user.click(screen.getByRole('tab', { name: 'Perioder' }));
});
afterEach(() => tab.close());

async function openForm() {
  await user.click(await screen.findByRole('button', { name: 'Börja 2024 …' }));
  return drawer('Börja 2024');
}

/** What stands on the site of a year, removed rows left out. */
async function rowsIn(year: number) {
  const site = openSite(
    tab.tenant.graphFor(tab.tenant.people.owner),
    tab.tenant.configuration.site,
    () => new Date(),
  );
  const { stored } = await read(site, ['assignments'], ['activities']);
  const live = stored.filter(({ row }) => !row.removed && 'shelf' in row && row.shelf.startsWith(`${year}/`));
  return {
    assignments: live.filter(
      ({ list, row }) => list === 'assignments' && 'state' in row && row.state === 'assigned',
    ).length,
    activities: live.filter(({ list }) => list === 'activities').length,
  };
}

it('[V20] shows what is brought along before anything is saved, saves it at once, and takes it back at once', async () => {
  const before = await rowsIn(2023);
  const form = await openForm();
  await form.findByRole('checkbox', { name: `Fördela som förra året: ${before.assignments} fördelningar` });
  await user.click(form.getByRole('button', { name: 'Börja 2024' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(async () => expect((await rowsIn(2024)).assignments).toBe(before.assignments));
  expect((await rowsIn(2024)).activities).toBeGreaterThan(0);
  expect(await rowsIn(2023)).toEqual(before);
  await user.click(await screen.findByRole('button', { name: 'Ångra' }));
  await waitFor(async () => expect(await rowsIn(2024)).toEqual({ assignments: 0, activities: 0 }));
});

it('leaves behind what is not ticked, and has nothing to begin when nothing is', async () => {
  const form = await openForm();
  await user.click(await form.findByRole('checkbox', { name: /^Fördela som förra året/ }));
  await user.click(form.getByRole('checkbox', { name: /^Ta med det som pågår/ }));
  expect(form.getByRole('button', { name: 'Börja 2024' }).getAttribute('aria-disabled')).toBe('true');
});

it('says when the old year cannot be read, and reads it when it can', async () => {
  tab.answerTo('$batch', () => new Response('{}', { status: 503 }));
  const form = await openForm();
  await form.findByText('Det gamla året går inte att läsa just nu.');
  tab.answerTo('$batch', undefined);
  await user.click(form.getByRole('button', { name: 'Försök igen' }));
  expect(await form.findByRole('checkbox', { name: /^Fördela/ })).toBeDefined();
});
