import { screen, waitFor, within } from '@testing-library/dom';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SignInFailed } from '../../src/basics/signInFailed.ts';
import { lists } from '../../src/lists/lists.ts';
import type { Tenant } from '../tenant.ts';
import { byHand } from './byHand.ts';
import { openTab as open, type Tab } from './openTab.ts';
import { openOverview } from './strategist.ts';

// What stands behind the button is loaded before a test begins to count its seconds.
await Promise.all([
  import('../../src/setup/SetupPage.tsx'),
  import('../../src/setup/SiteTrouble.tsx'),
  import('../../src/followup/OverviewSidePage.tsx'),
  import('../../src/reach.ts'),
]);

let tab: Tab;
let user: UserEvent;

beforeEach(() => {
  user = userEvent.setup({ delay: null });
});
afterEach(() => tab.close());

async function openEmpty(where: Parameters<typeof open>[0] = {}): Promise<void> {
  tab = await open({ person: 'Ingrid Sandell', isSeeded: false, entityId: 'overview', ...where });
  await screen.findByRole('heading', { name: 'Listorna är inte skapade än' });
  await user.click(screen.getByRole('button', { name: 'Börja installationen' }));
  await screen.findByRole('heading', { level: 1, name: 'Installation och hälsokontroll' });
}

const step = (name: string) => {
  const heading = screen.getByRole('heading', { level: 2, name });
  const item = heading.closest('li');
  if (!item) throw new Error(`The step ${name} is no step`);
  return within(item);
};
const listsMade = ({ calls }: Tenant) =>
  calls.filter((call) => call.startsWith('POST') && call.endsWith('/lists')).length;
/** Everything is made and looked through anew: a good many calls, which take their time on a busy machine. */
const whole = () =>
  screen.findByRole('button', { name: 'Till översikten' }, { timeout: 60_000, interval: 250 });
const valueOf = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name }).value;

describe('[L11] the wizard', () => {
  it('leads an owner from an empty site to a working overview, and goes on after it stopped half-way', async () => {
    let isMended = false;
    // The network goes when five lists are there.
    const prepare = (tenant: Tenant) => {
      const unbroken = tenant.fetch;
      const cut: typeof fetch = (input, init) => {
        return listsMade(tenant) === 5 && !isMended
          ? Promise.reject(new TypeError('Failed to fetch'))
          : unbroken(input, init);
      };
      return Promise.resolve(void Object.assign(tenant, { fetch: cut }));
    };
    await openEmpty({ prepare });
    const names = Object.values(lists).map(({ name }) => name);
    await step('Listor').findByText(`Det här skapas`);
    const total = names.length;
    expect(step('Listor').getByText(new RegExp(`^${total} listor: Goals, StageGoals`))).toBeDefined();
    expect(step('Listor').getByText(/Microsoft frågar en gång om rätten Sites\.Manage\.All/)).toBeDefined();
    expect(step('Behörigheter').getByText(/medlemmar av just den här webbplatsen/)).toBeDefined();
    expect(step('Webbplats').getByRole('link').getAttribute('href')).toMatch(/^https:\/\/.*\/sites\//);
    await user.click(step('Listor').getByRole('button', { name: 'Skapa' }));
    await step('Listor').findByText(/Det stannade på vägen\. Det som är skapat finns kvar/);
    expect(step('Listor').getByText(/Kontrollera nätet och försök igen/)).toBeDefined();
    isMended = true;
    await user.click(screen.getByRole('button', { name: 'Fortsätt där det stannade' }));
    expect(await whole()).toBeDefined();
    expect(listsMade(tab.tenant)).toBe(total);
    const config = JSON.parse(valueOf('Kopiera config.json')) as typeof tab.tenant.configuration;
    expect(config).toMatchObject(tab.tenant.configuration);
    expect(Object.keys(config.site.ids?.lists ?? {})).toEqual(names);
    await user.click(screen.getByRole('button', { name: 'Till översikten' }));
    await screen.findByRole('heading', { name: 'Miljömål 2023' });
    expect(await screen.findByText(/Här kommer nämndens avdelningar att stå/)).toBeDefined();
  });

  it('stays although the site can be read meanwhile', async () => {
    await openEmpty();
    await user.click(await screen.findByRole('button', { name: 'Skapa' }));
    await whole();
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(tab.tenant.calls.some((call) => call.endsWith('/$batch'))).toBe(true));
    expect(screen.getByRole('heading', { name: 'Installation och hälsokontroll' })).toBeDefined();
  });

  it('tells whoever may not make them whom to ask', async () => {
    await openEmpty({ person: 'Anders Ekholm' });
    await user.click(await screen.findByRole('button', { name: 'Skapa' }));
    expect(await screen.findByText(/Det kan bara en ägare av webbplatsen göra\. Be en ägare/)).toBeDefined();
  });

  it('asks for consent in the step that needs it alone, with the link for an administrator', async () => {
    const refuseToken = (scopes: readonly string[]) =>
      scopes.includes('Sites.Manage.All') ? new SignInFailed('consent') : undefined;
    await openEmpty({ refuseToken });
    await user.click(await screen.findByRole('button', { name: 'Skapa' }));
    await screen.findByText(/Organisationen har inte godkänt tjänsten än/);
    const { tenantId, clientId } = tab.tenant.configuration;
    expect(valueOf('Länk för godkännande av en administratör')).toBe(
      `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}`,
    );
  });

  it('offers to sign in where a window has to be opened for it', async () => {
    let isSignedIn = false;
    const refuseToken = (scopes: readonly string[]) =>
      scopes.includes('Sites.Manage.All') && !isSignedIn ? new SignInFailed('clickNeeded') : undefined;
    await openEmpty({ refuseToken });
    await user.click(await screen.findByRole('button', { name: 'Skapa' }));
    const signIn = await screen.findByRole('button', { name: 'Logga in' });
    isSignedIn = true;
    await user.click(signIn);
    expect(await whole()).toBeDefined();
  });

  it.each([
    [
      '[L4] names the lists that keep no versions, and says how that is mended',
      () => Response.json({ value: [{ id: '1.0' }] }),
      /^Listorna är skapade\. Listorna Goals, .* sparar inga versioner.*Versionsinställningar/,
    ],
    [
      '[L4] says when it cannot be seen whether they keep versions',
      () => new Response('', { status: 503 }),
      /^Listorna är skapade\. Det gick inte att se/,
    ],
  ])('%s', async (_, answer, words) => {
    await openEmpty();
    tab.answerTo('/versions', answer);
    await user.click(await screen.findByRole('button', { name: 'Skapa' }));
    expect(await screen.findByText(words)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Till översikten' })).toBeDefined();
  });
});

describe('the health check, from the menu of the overview', () => {
  async function openFromMenu(where: Parameters<typeof openOverview>[0] = {}): Promise<void> {
    ({ tab, user } = await openOverview(where));
    await user.click(await screen.findByRole('button', { name: 'Mer' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Installation och hälsokontroll' }));
    await screen.findByRole('button', { name: 'Kopiera rapport' });
  }

  it('[L9] tells a strategist whether others could write, and has a link to send', async () => {
    const prepare = async (tenant: Tenant) => {
      const value = JSON.stringify({ strategists: [{ id: tenant.people.owner, name: 'Ingrid Sandell' }] });
      const fields = { Title: 'roles', Key: 'roles', CommandKey: 'roles', Removed: false, Value: value };
      await byHand(tenant, 'POST', (ids) => `/lists/${ids.get('Settings')}/items`, { fields });
    };
    await openFromMenu({ prepare });
    await user.click(screen.getByRole('button', { name: 'Kör hälsokontrollen' }));
    await step('Behörigheter').findByText(/Be en kollega som är medlem att öppna hälsokontrollen/);
    expect(valueOf('Länk till en kollega')).toMatch(/^https:\/\/teams\./);
    expect(screen.getByText('En sak behöver ses över.')).toBeDefined();
    const report = valueOf('Kopiera rapport');
    expect(report).toMatch(/^access: unknown noWitness$/m);
    expect(report).toMatch(/^versions: ok$/m);
    expect(report).not.toContain('Ingrid');
    await user.click(screen.getByRole('button', { name: 'Tillbaka' }));
    expect(await screen.findByRole('tablist')).toBeDefined();
  });
});

it('from a site that cannot be read: names what has been taken away, and mends it', async () => {
  const prepare = (tenant: Tenant) =>
    byHand(tenant, 'DELETE', (ids) => `/lists/${ids.get('Periods')}/columns/DueOn`);
  tab = await open({ person: 'Ingrid Sandell', entityId: 'overview', prepare });
  await user.click(await screen.findByRole('button', { name: 'Kontrollera installationen' }));
  await screen.findByRole('button', { name: 'Kopiera rapport' });
  expect(step('Listor').getByText(/^En kolumn: Periods\.DueOn/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Skapa' }));
  await waitFor(() => expect(valueOf('Kopiera rapport')).toMatch(/^columns: ok$/m));
  await user.click(screen.getByRole('button', { name: 'Till översikten' }));
  expect(await screen.findByRole('heading', { name: 'Miljömål 2023' })).toBeDefined();
});
