import { screen, waitFor, within } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTab, type Tab } from './openTab.ts';
import { siteFields } from './siteFields.ts';
import { drawer, openOverview } from './strategist.ts';

// What the page fetches behind a click is loaded before a test begins to count its seconds.
beforeAll(async () => {
  await Promise.all([
    import('../../src/followup/OverviewSidePage.tsx'),
    import('../../src/panel/RoomMenu.tsx'),
    import('../../src/panel/WaitingDrawer.tsx'),
    import('../../src/panel/Notices.tsx'),
    import('../../src/organisation/OrganisationPage.tsx'),
    import('../../src/organisation/AddUnitDrawer.tsx'),
    import('../../src/organisation/MoveUnitDrawer.tsx'),
    import('../../src/organisation/MergeUnitDrawer.tsx'),
    import('../../src/organisation/CloseUnitDrawer.tsx'),
  ]);
}, 60_000);

let tab: Tab;
let user: UserEvent;
afterEach(() => tab.close());

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const saved = () => screen.findByText('Sparat ✓');
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));
const unitOn = async (title: string) =>
  (await siteFields(tab.tenant, 'Units').all()).find((one) => one['Title'] === title);
const activitiesOn = async (unitKey: string) =>
  (await siteFields(tab.tenant, 'Activities').all()).filter((one) => one['UnitKey'] === unitKey);

async function openOrganisation(where: Parameters<typeof openTab>[0] = {}): Promise<void> {
  ({ tab, user } = await openOverview(where));
  await user.click(await screen.findByRole('button', { name: 'Mer' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Organisation' }));
  await screen.findByRole('heading', { level: 1, name: 'Organisation' });
}

async function openUnit(title: string, under = 'Regionservice') {
  const open = screen.queryByRole('button', { name: `Visa enheterna under ${under}` });
  if (open) await user.click(open);
  await user.click(await screen.findByRole('button', { name: title }));
  return drawer(title);
}

async function act(title: string, name: string, under?: string) {
  const form = await openUnit(title, under);
  await user.click(form.getByRole('button', { name }));
}

describe('the tree', () => {
  it('stands in its order, opens and shuts, says who leads and how many stand below', async () => {
    await openOrganisation();
    const regionservice = () => screen.queryByRole('list', { name: 'Regionservice' });
    expect(regionservice()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Visa enheterna under Regionservice' }));
    expect(within(regionservice() ?? document.body).getAllByRole('listitem')).toHaveLength(4);
    expect(
      screen.getByText('Avdelning · verksamhet · chef Anders Ekholm · fyra enheter under'),
    ).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Dölj enheterna under Regionservice' }));
    expect(regionservice()).toBeNull();
  });

  it('is searched by name, with what lies above', async () => {
    await openOrganisation();
    await user.type(screen.getByRole('searchbox', { name: 'Sök i organisationen' }), 'kost');
    expect(await screen.findByRole('button', { name: 'Kost' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Regionservice' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'HR' })).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: 'Sök i organisationen' }), 'zz');
    expect(await screen.findByText('Ingen enhet heter så.')).toBeDefined();
  });
});

describe('changing the organisation', () => {
  it('[O13] adds a unit below another, with refusals beside the field, and undoes it', async () => {
    await openOrganisation();
    await user.click(screen.getByRole('button', { name: 'Lägg till under HR' }));
    const form = await drawer('Lägg till');
    await user.click(form.getByRole('button', { name: 'Lägg till' }));
    expect(await form.findByText('Skriv ett namn.')).toBeDefined();
    await user.type(form.getByLabelText(/^Namn/), 'Löner');
    await user.click(form.getByRole('button', { name: 'Lägg till' }));
    await gone();
    await saved();
    expect(await unitOn('Löner')).toMatchObject({ Key: 'hr-loner', ParentKey: 'hr', DepartmentKey: 'hr' });
    await user.click(await screen.findByRole('button', { name: 'Ångra' }));
    await waitFor(async () => expect(await unitOn('Löner')).toMatchObject({ Removed: true }));
    expect(screen.queryByRole('button', { name: 'Visa enheterna under HR' })).toBeNull();
  });

  it('[O14] renames, chooses a head from the directory, and asks before throwing away what is typed', async () => {
    await openOrganisation();
    const form = await openUnit('Kost');
    const name = form.getByLabelText(/^Namn/);
    await user.clear(name);
    await user.type(name, 'Måltider');
    await user.click(form.getByRole('button', { name: 'Ändra: Tillförordnad chef' }));
    await user.type(await form.findByRole('combobox', { name: 'Tillförordnad chef' }), 'Eva');
    await user.click(await screen.findByRole('option', { name: /Eva Strand/ }));
    await user.click(form.getByRole('button', { name: 'Avbryt' }));
    expect(await form.findByText('Du har ändringar som inte är sparade.')).toBeDefined();
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    await saved();
    const unit = await unitOn('Måltider');
    expect(JSON.stringify(unit)).toContain('Eva Strand');
    expect(await screen.findByRole('button', { name: 'Måltider' })).toBeDefined();
  });

  it('[O18] puts a unit one step up among those beside it', async () => {
    await openOrganisation();
    const form = await openUnit('Lokalvård');
    await user.click(form.getByRole('button', { name: 'Flytta upp' }));
    await user.keyboard('{Escape}');
    await gone();
    const list = screen.getByRole('list', { name: 'Regionservice' });
    await waitFor(() => expect(within(list).getAllByRole('listitem')[0]?.textContent).toContain('Lokalvård'));
    await saved();
  });

  it('[O20] a move says what follows, takes the year’s activities along, and is undone as one', async () => {
    await openOrganisation();
    const before = await activitiesOn('regionservice-kost');
    expect(before.length).toBeGreaterThan(0);
    await act('Kost', 'Flytta till annan plats');
    const move = await drawer('Flytta Kost');
    // Below itself it is never offered.
    expect(move.queryByRole('radio', { name: /^Kost/ })).toBeNull();
    await user.click(move.getByRole('button', { name: 'Flytta' }));
    expect(await move.findByText('Välj vart den ska.')).toBeDefined();
    await user.click(await move.findByRole('radio', { name: /^HR/ }));
    expect(await move.findByText('Kost flyttar från Regionservice till HR.')).toBeDefined();
    expect(move.getByText('Fyra fördelade mål följer med.')).toBeDefined();
    expect(move.getByText(`Ska årets aktiviteter (${before.length}) följa med?`)).toBeDefined();
    await user.click(move.getByRole('button', { name: 'Flytta' }));
    await gone();
    await saved();
    expect(await unitOn('Kost')).toMatchObject({ ParentKey: 'hr', DepartmentKey: 'hr' });
    for (const one of await activitiesOn('regionservice-kost')) expect(one['Shelf']).toBe('2023/hr');
    await user.click(await screen.findByRole('button', { name: 'Ångra' }));
    await waitFor(async () => expect(await unitOn('Kost')).toMatchObject({ DepartmentKey: 'regionservice' }));
    await saved();
    await waitFor(async () => {
      for (const one of await activitiesOn('regionservice-kost'))
        expect(one['Shelf']).toBe('2023/regionservice');
    });
  });

  it('[O20] or leaves them with the department, as its own', async () => {
    await openOrganisation();
    const before = await activitiesOn('regionservice-kost');
    const own = await activitiesOn('regionservice');
    await act('Kost', 'Flytta till annan plats');
    const move = await drawer('Flytta Kost');
    await user.click(await move.findByRole('radio', { name: /^HR/ }));
    await user.click(await move.findByRole('radio', { name: /^Nej, låt dem ligga kvar/ }));
    await user.click(move.getByRole('button', { name: 'Flytta' }));
    await gone();
    await saved();
    expect(await activitiesOn('regionservice-kost')).toEqual([]);
    expect(await activitiesOn('regionservice')).toHaveLength(own.length + before.length);
  });

  it('[O21] a merge hands goals and activities over, and closes the unit, which can still be found', async () => {
    await openOrganisation();
    const before = await activitiesOn('regionservice-kost');
    const theirs = await activitiesOn('regionservice-lokalvard');
    await act('Kost', 'Slå ihop med en annan');
    const merge = await drawer('Slå ihop Kost med en annan');
    await user.click(await merge.findByRole('radio', { name: /^Lokalvård/ }));
    expect(await merge.findByText('Kost går upp i Lokalvård och avslutas.')).toBeDefined();
    await user.click(merge.getByRole('button', { name: 'Slå ihop' }));
    await gone();
    await saved();
    expect(await unitOn('Kost')).toMatchObject({ Active: false });
    expect(await activitiesOn('regionservice-lokalvard')).toHaveLength(theirs.length + before.length);
    expect(screen.queryByRole('button', { name: 'Kost' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Visa avslutade' }));
    expect(await screen.findByText('Avslutad')).toBeDefined();
  });

  it('[O14] closes a unit, saying what becomes of what it has, and opens it again', async () => {
    await openOrganisation();
    await act('Kost', 'Avsluta');
    const closing = await drawer('Avsluta Kost');
    expect(await closing.findByText(/^Den har fyra fördelade mål och .* 2023\.$/)).toBeDefined();
    await user.click(closing.getByRole('button', { name: 'Avsluta' }));
    await gone();
    await saved();
    expect(await unitOn('Kost')).toMatchObject({ Active: false });
    await user.click(await screen.findByRole('checkbox', { name: 'Visa avslutade' }));
    const form = await openUnit('Kost');
    await user.click(form.getByRole('button', { name: 'Öppna igen' }));
    await gone();
    await waitFor(async () => expect(await unitOn('Kost')).toMatchObject({ Active: true }));
  });

  it('[O14] one with units below is not closed, and says why', async () => {
    await openOrganisation();
    await user.click(screen.getByRole('button', { name: 'Regionservice' }));
    const form = await drawer('Regionservice');
    await user.click(form.getByRole('button', { name: 'Avsluta' }));
    const closing = await drawer('Avsluta Regionservice');
    await waitFor(() =>
      expect(closing.getByRole<HTMLButtonElement>('button', { name: 'Avsluta' }).disabled).toBe(false),
    );
    await user.click(closing.getByRole('button', { name: 'Avsluta' }));
    expect(await closing.findByText(/^Det finns enheter under den här\./)).toBeDefined();
  });
});

describe('with others at work', () => {
  it('[O14] the same name changed by two is settled by the second one', async () => {
    await openOrganisation();
    await saved();
    const form = await openUnit('Kost');
    await user.clear(form.getByLabelText(/^Namn/));
    await user.type(form.getByLabelText(/^Namn/), 'Mat');
    tab.answerAll(noNetwork);
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    await siteFields(tab.tenant, 'Units').changes('regionservice-kost', { Title: 'Måltider' });
    tab.answerAll(undefined);
    window.dispatchEvent(new Event('online'));
    // It is sent, refused, read anew and decided again: on a busy machine that takes its time.
    await user.click(await screen.findByRole('button', { name: 'Behöver dig' }, { timeout: 30_000 }));
    const waiting = within(await screen.findByRole('dialog'));
    await user.click(await waiting.findByRole('button', { name: 'Behåll mitt' }));
    await waitFor(async () => expect(await unitOn('Mat')).toBeDefined());
  });

  it('whoever may not is refused by the site, in words, and the page stands as reading', async () => {
    await openOrganisation({ person: 'Olof Wiklund' });
    const form = await openUnit('Kost');
    await user.clear(form.getByLabelText(/^Namn/));
    await user.type(form.getByLabelText(/^Namn/), 'Mat');
    await user.click(form.getByRole('button', { name: 'Spara' }));
    await gone();
    expect(await screen.findByText('Bara den som äger webbplatsen kan ändra organisationen.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Lägg till under/ })).toBeNull();
    expect(await unitOn('Kost')).toBeDefined();
  });
});

describe('an empty site', () => {
  it('leads by the hand: the region, its board, the first department', async () => {
    tab = await openTab({
      entityId: 'overview',
      person: 'Ingrid Sandell',
      async prepare(tenant) {
        const units = siteFields(tenant, 'Units');
        for (const one of await units.all()) await units.changes(String(one['Key']), { Removed: true });
      },
    });
    user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole('button', { name: 'Lägg in organisationen' }));
    for (const [button, name] of [
      ['Lägg in er region', 'Region Norr'],
      ['Lägg in en styrelse', 'Styrelsen'],
      ['Lägg in en avdelning', 'Service'],
    ] as const) {
      await user.click(await screen.findByRole('button', { name: button }));
      const form = within(await screen.findByRole('dialog'));
      await user.type(form.getByLabelText(/^Namn/), name);
      await user.click(form.getByRole('button', { name: /^Lägg till$/ }));
      await gone();
    }
    await saved();
    expect(await unitOn('Service')).toMatchObject({
      Level: 'department',
      ParentKey: 'region-norr-styrelsen',
      DepartmentKey: 'region-norr-styrelsen-service',
    });
    await user.click(screen.getByRole('button', { name: 'Tillbaka till översikten' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Miljömål 2023' })).toBeDefined();
    expect(await screen.findByRole('tablist')).toBeDefined();
  });
});
