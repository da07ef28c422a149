import { InteractionRequiredAuthError } from '@azure/msal-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostContext } from '../../src/environment.ts';
import { signIn } from '../../src/teams/signIn.ts';

/** MSAL, as far as sign-in sees it. */
const msal = vi.hoisted(() => ({
  open: (_configuration: object): Promise<void> => Promise.resolve(),
  silent: (_request: object): Promise<{ accessToken: string }> => Promise.resolve({ accessToken: 'silent' }),
  popup: (_request: object): Promise<{ accessToken: string }> => Promise.resolve({ accessToken: 'asked' }),
  account: undefined as object | undefined,
  said: [] as unknown[],
}));

vi.mock(import('@azure/msal-browser'), async (original) => {
  const application = {
    getAccount(filter: object) {
      msal.said.push(['account', filter]);
      return msal.account ?? null;
    },
    acquireTokenSilent(request: object) {
      msal.said.push(['silent', request]);
      return msal.silent(request);
    },
    acquireTokenPopup(request: object) {
      msal.said.push(['popup', request]);
      return msal.popup(request);
    },
  };
  return {
    ...(await original()),
    createNestablePublicClientApplication: (async (configuration: object) => {
      msal.said.push(['open', configuration]);
      await msal.open(configuration);
      return application;
    }) as never,
  };
});

const configuration = {
  clientId: 'client-1',
  tenantId: 'tenant-1',
  site: { hostname: 'contoso.sharepoint.com', path: '/sites/miljomal' },
};
const context: HostContext = {
  place: 'content',
  subPage: '',
  meetingId: '',
  isMobile: false,
  entityId: '',
  theme: 'default',
  language: 'sv',
  person: { id: 'anna-1', name: 'Anna Berg' },
  loginHint: 'anna@contoso.com',
  tenantId: 'tenant-1',
};
const scopes = ['User.Read', 'Sites.ReadWrite.All'];
const named = (word: string) => msal.said.filter((one) => Array.isArray(one) && one[0] === word);

beforeEach(() => {
  msal.open = () => Promise.resolve();
  msal.silent = () => Promise.resolve({ accessToken: 'silent' });
  msal.popup = () => Promise.resolve({ accessToken: 'asked' });
  msal.account = undefined;
  msal.said.length = 0;
});

describe('signing in through the host', () => {
  it('asks silently with the host’s hint, for this tenant, and opens MSAL once', async () => {
    const getToken = signIn(configuration, context);
    expect(msal.said).toEqual([]);
    expect(await Promise.all([getToken(scopes), getToken(scopes)])).toEqual(['silent', 'silent']);
    expect(named('open')).toMatchObject([
      ['open', { auth: { clientId: 'client-1', authority: 'https://login.microsoftonline.com/tenant-1' } }],
    ]);
    expect(named('silent')[0]).toEqual(['silent', { scopes, loginHint: 'anna@contoso.com' }]);
  });

  it('takes the account of the person in the host, never one that somebody else left behind', async () => {
    msal.account = { username: 'anna@contoso.com' };
    await signIn(configuration, context)(scopes);
    expect(named('account')).toEqual([['account', { localAccountId: 'anna-1', tenantId: 'tenant-1' }]]);
    expect(named('silent')[0]).toMatchObject(['silent', { account: msal.account }]);
  });

  it('asks the user when Entra wants them to consent', async () => {
    msal.silent = () => Promise.reject(new InteractionRequiredAuthError('consent_required', ''));
    expect(await signIn(configuration, context)(scopes)).toBe('asked');
    expect(named('popup')).toEqual([['popup', { scopes, loginHint: 'anna@contoso.com' }]]);
  });

  it('opens no window for any other failure, and says what it was', async () => {
    const failure = new Error('network');
    msal.silent = () => Promise.reject(failure);
    await expect(signIn(configuration, context)(scopes)).rejects.toBe(failure);
    expect(named('popup')).toEqual([]);
  });

  it('tries to open MSAL again after it could not be opened', async () => {
    msal.open = () => Promise.reject(new Error('no bridge'));
    const getToken = signIn(configuration, context);
    await expect(getToken(scopes)).rejects.toThrow('no bridge');
    msal.open = () => Promise.resolve();
    expect(await getToken(scopes)).toBe('silent');
  });
});
