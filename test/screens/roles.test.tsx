import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { openTab, type Tab } from './openTab.ts';

let tab: Tab | undefined;
afterEach(() => {
  tab?.close();
  tab = undefined;
});

const overview = { entityId: 'overview', person: 'Ingrid Sandell' } as const;

async function openRoles() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Mer' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Roller' }));
  await screen.findByRole('heading', { level: 1, name: 'Roller' });
  return user;
}

async function name(user: ReturnType<typeof userEvent.setup>, whom: string) {
  await user.click(screen.getByRole('button', { name: 'Lägg till en person' }));
  await user.type(await screen.findByRole('combobox', { name: 'Person' }), whom.split(' ')[0] ?? '');
  await user.click(await screen.findByRole('option', { name: new RegExp(whom) }));
  await user.click(screen.getByRole('button', { name: 'Lägg till' }));
}

it('[O42] whoever sees to the whole is named, stands in the settings, and can be taken back', async () => {
  tab = await openTab(overview);
  const user = await openRoles();
  expect(screen.getByText('Ingen är utsedd än. Då visas allt för alla.')).toBeTruthy();
  await name(user, 'Ingrid Sandell');
  const list = (await screen.findByRole('button', { name: 'Ta bort Ingrid Sandell' })).closest('ul');
  expect(within(list as HTMLElement).getAllByRole('listitem')).toHaveLength(1);
  await user.click(await screen.findByRole('button', { name: /Ångra/ }));
  expect(await screen.findByText('Ingen är utsedd än. Då visas allt för alla.')).toBeTruthy();
});

it('[O40] once somebody is named, the others see no tools that are not theirs', async () => {
  tab = await openTab({
    ...overview,
    person: 'Anders Ekholm',
    prepare: async (tenant) => {
      const graph = tenant.graphFor(tenant.people.owner);
      const { hostname, path } = tenant.configuration.site;
      const site = (await graph.get(`/sites/${hostname}:${path}`)) as { id: string };
      await graph.post(`/sites/${site.id}/lists/Settings/items`, {
        fields: {
          Title: 'roles',
          Key: 'roles',
          CommandKey: 'c-1',
          Value: '{"strategists":[{"id":"somebody","name":"Ingrid Sandell"}]}',
        },
      });
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Mer' }));
  expect(await screen.findByRole('menuitem', { name: 'Historik' })).toBeTruthy();
  expect(screen.queryByRole('menuitem', { name: 'Organisation' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Skriv tjänsteskrivelse' })).toBeNull();
});
