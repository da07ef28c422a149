import { screen, waitFor } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SignInFailed, type SignInTrouble } from '../../src/basics/signInFailed.ts';
import { ConfigurationWrong } from '../../src/configuration.ts';
import { start } from '../../src/start.tsx';
import { HostMissing } from '../../src/teams/host.ts';
import type { Tenant } from '../tenant.ts';
import { byHand } from './byHand.ts';
import { openTab as open, type Tab } from './openTab.ts';

await Promise.all([
  import('../../src/setup/SetupPage.tsx'),
  import('../../src/setup/SiteTrouble.tsx'),
  import('../../src/setup/TroublePage.tsx'),
  import('../../src/panel/Notices.tsx'),
  import('../../src/followup/OverviewSidePage.tsx'),
  import('../../src/reach.ts'),
]);

let tab: Tab | undefined;
let stop: (() => void) | undefined;

afterEach(() => {
  tab?.close();
  stop?.();
  tab = stop = undefined;
  vi.restoreAllMocks();
});

type Where = Parameters<typeof open>[0];
const openTab = async (where: Where) => {
  tab = await open({ person: 'Ingrid Sandell', entityId: 'overview', ...where });
};

/** What stands in the way before there is a tab at all. */
async function fail(failure: unknown): Promise<void> {
  // Before there is a host, the browser says which language it is.
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('sv-SE');
  document.body.innerHTML = '<div id="root"></div>';
  stop = await start(Promise.reject(failure), document.getElementById('root') ?? document.body);
}

const answered = (status: number) => () => new Response('', { status });
const signIn = (reason: SignInTrouble) => () => openTab({ refuseToken: () => new SignInFailed(reason) });
const without = (path: string) => () =>
  openTab({
    prepare: (tenant) =>
      byHand(tenant, 'DELETE', (ids) => `/lists/${path.replace(/^\w+/, (name) => ids.get(name) ?? '')}`),
  });
const changed = (list: string, column: string, body: object) => () =>
  openTab({
    prepare: (tenant) => byHand(tenant, 'PATCH', (ids) => `/lists/${ids.get(list)}/columns/${column}`, body),
  });

/** The site says that it is of this version; nothing makes it one of the first. */
const ofVersion = (version: string | null) => () =>
  openTab({ prepare: (tenant) => setVersion(tenant, version) });
async function setVersion(tenant: Tenant, version: string | null): Promise<void> {
  await byHand(tenant, 'PATCH', (ids) => `/lists/${ids.get('Settings')}/items/1/fields`, { Value: version });
}

const foreignList = () =>
  openTab({
    prepare: async (tenant) => {
      await byHand(tenant, 'DELETE', (ids) => `/lists/${ids.get('Goals')}`);
      await byHand(tenant, 'POST', () => '/lists', { displayName: 'Goals', list: {} });
    },
  });

/** Says who can mend it and how. */
const config = /Den som har lagt upp tjänsten rättar den/;

/** A broken state: how it comes about, the heading of its page, and who can mend it and how. */
type State = readonly [string, () => Promise<void>, string, RegExp];

const pages: readonly State[] = [
  [
    'config.json is missing',
    () => fail(new ConfigurationWrong('HTTP 404')),
    'Tjänsten är inte färdigt uppsatt',
    config,
  ],
  [
    'config.json is no JSON',
    () => fail(new ConfigurationWrong('JSON')),
    'Tjänsten är inte färdigt uppsatt',
    /inte giltig JSON/,
  ],
  [
    'config.json is no object',
    () => fail(new ConfigurationWrong('?')),
    'Tjänsten är inte färdigt uppsatt',
    /clientId, tenantId och site/,
  ],
  ...[
    'clientId',
    'tenantId',
    'appId',
    'site',
    'site.hostname',
    'site.path',
    'site.ids',
    'site.ids.siteId',
    'site.ids.lists',
    'site.ids.lists.Goals',
  ].map((field): State => [
    `config.json: ${field} is wrong`,
    () => fail(new ConfigurationWrong(field)),
    'Tjänsten är inte färdigt uppsatt',
    new RegExp(`Fältet ${field.replaceAll('.', '\\.')} saknas eller är fel\\. .{20}`),
  ]),
  ['the host is silent', () => fail(new HostMissing('silent')), 'Teams svarar inte', /Ladda om fliken/],
  [
    'nothing answers at all',
    () => fail(new TypeError('Failed to fetch')),
    'Ingen kontakt',
    /Kontrollera nätet/,
  ],
  ['the screen broke', () => fail(new Error('Kaputt')), 'Något gick fel på skärmen', /Ladda om fliken/],
  ['signing in was called off', signIn('cancelled'), 'Du är inte inloggad', /Logga in när du vill/],
  ['the window was blocked', signIn('blocked'), 'Inloggningen kunde inte öppnas', /Tillåt popup/],
  [
    'consent is missing',
    signIn('consent'),
    'Miljömål behöver ett godkännande',
    /be den som sköter Microsoft 365/,
  ],
  ['a guest', signIn('guest'), 'Du är gäst här', /Be den som äger webbplatsen/],
  ['another account', signIn('otherPerson'), 'Två olika konton', /Logga in med samma konto/],
  [
    'sign-in does not answer',
    signIn('unavailable'),
    'Inloggningen svarar inte',
    /försöker igen av sig själv/,
  ],
  [
    'the site is not there',
    () => openTab({ answer: answered(404) }),
    'Webbplatsen finns inte',
    /kontrollera adressen i config/,
  ],
  [
    'no rights at all',
    () => openTab({ answer: answered(403) }),
    'Du har inte tillgång',
    /Be den som äger webbplatsen/,
  ],
  [
    'offline',
    () => openTab({ answer: () => Promise.reject(new TypeError('x')) }),
    'Ingen kontakt',
    /Kontrollera nätet/,
  ],
  [
    'throttled',
    () => openTab({ answer: answered(429) }),
    'SharePoint har mycket att göra',
    /försöker igen av sig själv/,
  ],
  [
    'Graph is unavailable',
    () => openTab({ answer: answered(503) }),
    'SharePoint svarar inte som det ska',
    /försöker igen/,
  ],
  [
    'no lists',
    () => openTab({ isSeeded: false }),
    'Listorna är inte skapade än',
    /Den som äger webbplatsen kan skapa/,
  ],
  ['one list is missing', without('Periods'), 'Listorna är inte skapade än', /inte alla listor/],
  [
    'a list that is not ours',
    foreignList,
    'SharePoint förstod inte frågan',
    /någon annans\. Kontrollera installationen/,
  ],
  [
    'a column is missing',
    without('Periods/columns/DueOn'),
    'SharePoint förstod inte frågan',
    /Listorna kan vara ändrade/,
  ],
  [
    'the room of the tab is gone',
    () => openTab({ entityId: 'department/nedlagd' }),
    'Avdelningen finns inte längre',
    /Ta bort fliken och lägg till den/,
  ],
  [
    'the lists are of an earlier version, and cannot be read so',
    () =>
      openTab({
        prepare: async (tenant) => {
          await setVersion(tenant, null);
          await byHand(tenant, 'DELETE', (ids) => `/lists/${ids.get('Units')}/columns/MovedFrom`);
        },
      }),
    'Listorna behöver uppgraderas',
    /Den som äger webbplatsen uppgraderar dem här/,
  ],
];

/** States in which the tab works, and says so on the overview itself. */
const notices: readonly State[] = [
  ['the lists are of a later version', ofVersion('99'), 'Miljömål 2023', /bara att läsa.*laddat om fliken/],
  [
    'the lists are of an earlier version',
    ofVersion(null),
    'Miljömål 2023',
    /En ägare av webbplatsen uppgraderar/,
  ],
];

/** States that the health check finds. */
const checks: readonly (readonly [...State, line: RegExp])[] = [
  [
    'an index is missing',
    changed('Units', 'ParentKey', { indexed: false }),
    'Index',
    /En ägare av webbplatsen skapar/,
    /^indexes: missing incomplete Units\.ParentKey$/m,
  ],
  [
    'choices have changed',
    changed('Activities', 'State', { choice: { choices: ['done'] } }),
    'Val',
    /En ägare av webbplatsen skapar/,
    /^choices: missing incomplete Activities\.State$/m,
  ],
  [
    'whoever looks may only read',
    () => openTab({ person: 'Olof Wiklund' }),
    'Rätt',
    /be en ägare av webbplatsen att göra dig till medlem/,
    /^rights: failed readOnly$/m,
  ],
  [
    'versions are off',
    () => openTab({ prepare: (tenant) => Promise.resolve(tenant.graph.setVersioning('Settings', false)) }),
    'Historik',
    /En ägare slår på versioner/,
    /^versions: failed versionsOff .*Settings/m,
  ],
  [
    'nobody is named',
    () => openTab({}),
    'Bara ägare',
    /Utse dem under Roller/,
    /^access: unknown rolesMissing$/m,
  ],
];

/** [L10] What is copied from here goes into mails and tickets. */
function holdsNobody(words: string): void {
  expect(words).not.toMatch(/eyJ[\w-]+\.|Bearer/);
  for (const { name, mail } of tab?.tenant.organisation.people ?? [])
    for (const secret of [name, mail]) expect(words).not.toContain(secret);
}

describe('[L13] no broken state is blank', () => {
  it.each(pages)('%s: has a page that says who can mend it and how', async (_, come, heading, how) => {
    await come();
    expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeDefined();
    const main = document.querySelector('main');
    expect(main?.textContent).toMatch(how);
    const report = main?.querySelector('details p')?.textContent ?? '';
    expect(report).not.toBe('');
    holdsNobody(report);
    // Something to do: a button on the page, or the report to send.
    expect(screen.getAllByRole('button', { hidden: true }).length).toBeGreaterThan(0);
  });

  it.each(notices)('%s: the tab works, and says it', async (_, come, heading, how) => {
    await come();
    expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeDefined();
    expect(await screen.findByText(how)).toBeDefined();
  });

  it.each(checks)('%s: the health check finds it', async (_, come, row, how, line) => {
    await come();
    const user = userEvent.setup({ delay: null });
    await screen.findByRole('heading', { level: 1, name: /^Miljömål/ });
    await user.click(await screen.findByRole('button', { name: 'Mer' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Installation och hälsokontroll' }));
    await screen.findByRole('button', { name: 'Kopiera rapport' });
    await user.click(screen.getByRole('button', { name: 'Kör hälsokontrollen' }));
    const report = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Kopiera rapport' }).value;
    await waitFor(() => expect(report()).toMatch(line));
    holdsNobody(report());
    const told = screen.getAllByText(how).map((one) => one.parentElement?.textContent ?? '');
    expect(told.some((words) => words.startsWith(row))).toBe(true);
  });
});
