import { AuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignInFailed } from '../../src/basics/signInFailed.ts';
import { HostMissing } from '../../src/teams/host.ts';
import { inBrowser } from '../../src/teams/inBrowser.ts';

const anna = {
  localAccountId: 'anna-1',
  homeAccountId: 'anna-1.tenant-1',
  tenantId: 'tenant-1',
  username: 'anna@contoso.com',
  name: 'Anna Berg',
};
const bo = {
  ...anna,
  localAccountId: 'bo-2',
  homeAccountId: 'bo-2.tenant-1',
  username: 'bo@contoso.com',
  name: 'Bo',
};
type Account = typeof anna;

/** MSAL in a browser of its own. */
const msal = vi.hoisted(() => ({
  back: (): Promise<object | null> => Promise.resolve(null),
  accounts: [] as object[],
  active: undefined as object | undefined,
  token: (): Promise<object> => Promise.reject(new Error('no token')),
  popup: (): Promise<object> => Promise.reject(new Error('no popup')),
  said: [] as unknown[],
}));
vi.mock(import('@azure/msal-browser'), async (original) => ({
  ...(await original()),
  createStandardPublicClientApplication: (async (configuration: object) => {
    const say = (word: string) => (request?: object) => {
      msal.said.push([word, request]);
      return Promise.resolve();
    };
    await say('open')(configuration);
    return {
      handleRedirectPromise: () => msal.back(),
      getAllAccounts: () => msal.accounts,
      getActiveAccount: () => msal.active ?? null,
      setActiveAccount: (account: object) => (msal.active = account),
      clearCache: say('clear'),
      loginRedirect: say('login'),
      logoutRedirect: say('logout'),
      acquireTokenSilent: (request: object) => {
        msal.said.push(['silent', request]);
        return msal.token();
      },
      acquireTokenPopup: (request: object) => {
        msal.said.push(['popup', request]);
        return msal.popup();
      },
    };
  }) as never,
}));
vi.mock('@microsoft/teams-js', () => ({ app: {}, pages: {} }));

const configuration = {
  clientId: 'client-1',
  tenantId: 'tenant-1',
  site: { hostname: 'contoso.sharepoint.com', path: '/sites/miljomal' },
};
const named = (word: string) => msal.said.filter((one) => Array.isArray(one) && one[0] === word);
const resultFor = (account: Account) => () =>
  Promise.resolve({
    accessToken: `of ${account.name}`,
    expiresOn: new Date(Date.now() + 3_600_000),
    scopes: [],
    account,
  });

let stored: Map<string, string>;
function browse(search = ''): void {
  const address = `https://kaskad.contoso.com/app/index.html${search}`;
  vi.stubGlobal('window', { location: { origin: 'https://kaskad.contoso.com', href: address, search } });
}

beforeEach(() => {
  Object.assign(msal, { back: () => Promise.resolve(null), accounts: [], active: undefined });
  msal.said.length = 0;
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  });
  vi.stubGlobal('navigator', { language: 'sv-SE' });
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('dark'),
    addEventListener: () => {},
  }));
  browse();
});
afterEach(() => vi.unstubAllGlobals());

async function missing(): Promise<HostMissing> {
  const failure: unknown = await inBrowser(configuration).catch((thrown: unknown) => thrown);
  if (!(failure instanceof HostMissing)) throw new Error(`Not HostMissing: ${String(failure)}`);
  return failure;
}

describe('outside of Teams', () => {
  it('[T10] nobody is signed in at first, and a click leads to where one signs in', async () => {
    const failure = await missing();
    expect(failure).toMatchObject({ reason: 'alone', cause: undefined });
    expect(named('login')).toEqual([]);
    await failure.signIn?.();
    expect(named('login')).toHaveLength(1);
    expect(named('open')).toMatchObject([
      [
        'open',
        {
          auth: { redirectUri: 'https://kaskad.contoso.com/app/auth-end.html' },
          cache: { cacheLocation: 'localStorage' },
        },
      ],
    ]);
  });

  it('[T10] whoever comes back from there is the person, and the address says which page', async () => {
    browse('?room=department/regionservice&page=year%3D2023%26room%3Dregionservice');
    msal.back = () => Promise.resolve({ account: anna });
    const { host } = await inBrowser(configuration);
    expect(host.context).toMatchObject({
      place: 'content',
      entityId: 'department/regionservice',
      subPage: 'year=2023&room=regionservice',
      person: { id: 'anna-1', name: 'Anna Berg' },
      loginHint: 'anna@contoso.com',
      tenantId: 'tenant-1',
      language: 'sv',
      theme: 'dark',
    });
  });

  it('[T14] a link is the page’s own address, with the room it shows', async () => {
    browse('?room=department/hr&page=x#y');
    msal.accounts = [anna];
    const { host } = await inBrowser(configuration);
    const link = new URL(host.ownLink?.('year=2023&room=hr') ?? '');
    expect(link.origin + link.pathname).toBe('https://kaskad.contoso.com/app/index.html');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      room: 'department/hr',
      page: 'year=2023&room=hr',
    });
    expect(link.hash).toBe('');
  });

  it('[T11] a later visit is silent, also when only Entra remembers', async () => {
    msal.accounts = [anna];
    await inBrowser(configuration);
    expect(named('login')).toEqual([]);
    msal.accounts = [];
    void inBrowser(configuration);
    await expect.poll(() => named('login')).toMatchObject([['login', { prompt: 'none' }]]);
    // It is asked once, and what it says is believed.
    msal.back = () => Promise.reject(new InteractionRequiredAuthError('login_required', ''));
    expect(await missing()).toMatchObject({ reason: 'alone', cause: undefined });
    expect(named('login')).toHaveLength(1);
  });

  it('[T13] what came of the last try is told', async () => {
    msal.back = () => Promise.reject(new AuthError('access_denied', '', 'The user has cancelled'));
    const { cause } = await missing();
    expect(cause).toBeInstanceOf(SignInFailed);
    expect(cause).toMatchObject({ reason: 'cancelled' });
  });

  it('[T12] who switches is asked who it is to be, and the former’s tokens go', async () => {
    msal.accounts = [anna];
    await (await inBrowser(configuration)).account.leave?.('other');
    expect(named('login')).toMatchObject([['login', { prompt: 'select_account' }]]);
    msal.accounts = [anna, bo];
    msal.back = () => Promise.resolve({ account: bo });
    expect((await inBrowser(configuration)).host.context.person.id).toBe('bo-2');
    expect(named('clear')).toEqual([['clear', { account: anna }]]);
  });

  it('[T12] who signs out is not signed in silently afterwards', async () => {
    msal.accounts = [anna];
    await (await inBrowser(configuration)).account.leave?.('nobody');
    expect(named('logout')).toEqual([['logout', { account: anna }]]);
    msal.accounts = [];
    await missing();
    expect(named('login')).toEqual([]);
  });

  it('[T6] gets tokens for the person alone, and what more is needed in a window at a click', async () => {
    msal.accounts = [anna];
    const { getToken, account } = await inBrowser(configuration);
    msal.token = resultFor(anna);
    expect(await getToken(['User.Read'])).toBe('of Anna Berg');
    msal.token = resultFor(bo);
    await expect(getToken(['User.Read'])).rejects.toMatchObject({ reason: 'otherPerson' });
    msal.token = () => Promise.reject(new InteractionRequiredAuthError('interaction_required', ''));
    await expect(getToken(['User.Read'], '{"a":{}}')).rejects.toMatchObject({ reason: 'clickNeeded' });
    expect(named('popup')).toEqual([]);
    msal.popup = resultFor(anna);
    await account.signIn();
    expect(named('popup')).toMatchObject([
      ['popup', { account: anna, scopes: ['User.Read'], claims: '{"a":{}}' }],
    ]);
    expect(await getToken(['User.Read'])).toBe('of Anna Berg');
  });
});
