import { AuthError, ClientAuthError, InteractionRequiredAuthError } from '@azure/msal-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignInFailed } from '../../src/basics/signInFailed.ts';
import type { HostContext } from '../../src/environment.ts';
import { failureOf } from '../../src/teams/entra.ts';
import { signIn } from '../../src/teams/signIn.ts';

type Request = { scopes: string[]; claims?: string };

/** MSAL and Teams, as far as sign-in sees them. */
const world = vi.hoisted(() => ({
  hasBridge: true,
  isBridgeOpen: true,
  isRecommended: false,
  account: undefined as object | undefined,
  /** Whose token comes. */
  who: { id: 'anna-1', tenantId: 'tenant-1', homeId: 'anna-1.tenant-1', userName: 'anna@contoso.com' },
  open: (): Promise<void> => Promise.resolve(),
  silent: (_request: Request): Promise<string> => Promise.resolve('silent'),
  popup: (_request: Request): Promise<string> => Promise.resolve('asked'),
  frame: (_request: Request): Promise<string> => Promise.reject(new Error('no frame')),
  /** What the host says of the window, and what the window hands over. */
  window: (_url: URL): Promise<string> => Promise.resolve(''),
  said: [] as unknown[],
}));

const resultOf = async (token: Promise<string>) => ({
  accessToken: await token,
  expiresOn: new Date(Date.now() + 3_600_000),
  scopes: ['User.Read', 'Sites.ReadWrite.All'],
  account: {
    localAccountId: world.who.id,
    tenantId: world.who.tenantId,
    homeAccountId: world.who.homeId,
    username: world.who.userName,
  },
});

vi.mock('@microsoft/teams-js', () => ({
  nestedAppAuth: { isNAAChannelRecommended: () => world.isRecommended },
  authentication: {
    authenticate: ({ url }: { url: string }) => {
      world.said.push(['window', url]);
      return world.window(new URL(url));
    },
  },
}));
vi.mock(import('@azure/msal-browser'), async (original) => {
  const all = await original();
  const application = {
    getAccount(filter: object) {
      world.said.push(['account', filter]);
      return world.account ?? null;
    },
    acquireTokenSilent(request: Request) {
      world.said.push(['silent', request]);
      return resultOf(world.silent(request));
    },
    acquireTokenPopup(request: Request) {
      world.said.push(['popup', request]);
      return resultOf(world.popup(request));
    },
    ssoSilent(request: Request) {
      world.said.push(['frame', request]);
      return resultOf(world.frame(request));
    },
  };
  return {
    ...all,
    createNestablePublicClientApplication: (async (
      configuration: object,
      _: undefined,
      factory: (configuration: object, controller: object) => object,
    ) => {
      world.said.push(['open', configuration]);
      await world.open();
      if (world.isBridgeOpen) factory(configuration, {});
      return application;
    }) as never,
    createStandardPublicClientApplication: (async (configuration: object) => {
      world.said.push(['openAlone', configuration]);
      return application;
    }) as never,
    PublicClientApplication: function () {} as never,
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
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
const named = (word: string) => world.said.filter((one) => Array.isArray(one) && one[0] === word);
const needsAsking = () => Promise.reject(new InteractionRequiredAuthError('interaction_required', ''));

/** The tab's own window, which hears messages. */
const listeners = new Set<(event: object) => void>();
const origin = 'https://kaskad.contoso.com';
function receive(data: object, from = origin): void {
  for (const listener of listeners) listener({ origin: from, data });
}
const handedOver = (url: URL, more: object = {}) => ({
  kind: 'kaskad/signedIn',
  ticket: url.searchParams.get('ticket'),
  token: 'handed over',
  untilMs: Date.now() + 3_600_000,
  scopes: ['https://graph.microsoft.com/User.Read', 'Sites.ReadWrite.All'],
  who: world.who,
  ...more,
});

beforeEach(() => {
  Object.assign(world, {
    hasBridge: true,
    isBridgeOpen: true,
    isRecommended: false,
    account: undefined,
    who: { id: 'anna-1', tenantId: 'tenant-1', homeId: 'anna-1.tenant-1', userName: 'anna@contoso.com' },
    open: () => Promise.resolve(),
    silent: () => Promise.resolve('silent'),
    popup: () => Promise.resolve('asked'),
    frame: needsAsking,
    window: () => Promise.resolve(''),
  });
  world.said.length = 0;
  listeners.clear();
  const stub: object = {
    location: { origin, href: `${origin}/app/index.html?x=1#y` },
    addEventListener: (_: string, listener: (event: object) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: object) => void) => listeners.delete(listener),
    nestedAppAuthBridge: {},
  };
  vi.stubGlobal('window', stub);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function withoutBridge(): void {
  Reflect.deleteProperty(window, 'nestedAppAuthBridge');
}

async function reasonOf(asking: Promise<unknown>): Promise<string> {
  const failure = await asking.then(
    () => undefined,
    (thrown: SignInFailed) => thrown,
  );
  return failure?.reason ?? 'none';
}

describe('through the host', () => {
  it('[T16] asks for this one site alone, where the organisation grants it so', async () => {
    const { getToken } = await signIn({ ...configuration, siteScope: 'Sites.Selected' }, context);
    await getToken(scopes);
    await getToken(['User.Read', 'Sites.Manage.All']);
    expect(named('silent')).toMatchObject([
      ['silent', { scopes: ['User.Read', 'Sites.Selected'] }],
      ['silent', { scopes: ['User.Read', 'Sites.Manage.All'] }],
    ]);
  });

  it('[T2] asks silently with the host’s hint, for this tenant', async () => {
    const { getToken } = await signIn(configuration, context);
    expect(await Promise.all([getToken(scopes), getToken(scopes)])).toEqual(['silent', 'silent']);
    expect(named('open')).toMatchObject([
      ['open', { auth: { clientId: 'client-1', authority: 'https://login.microsoftonline.com/tenant-1' } }],
    ]);
    expect(named('silent')[0]).toEqual(['silent', { scopes, loginHint: 'anna@contoso.com' }]);
  });

  it('[T6] takes the account of the person in the host, never one that somebody else left behind', async () => {
    world.account = { username: 'anna@contoso.com' };
    await (await signIn(configuration, context)).getToken(scopes);
    expect(named('account')).toEqual([['account', { localAccountId: 'anna-1', tenantId: 'tenant-1' }]]);
    expect(named('silent')[0]).toMatchObject(['silent', { account: world.account }]);
  });

  it('[T6] takes no account from the cache where the host does not say who it is', async () => {
    await (await signIn(configuration, { ...context, person: { id: '', name: '' } })).getToken(scopes);
    expect(named('account')).toEqual([]);
  });

  it('[T6] refuses the token of another than the host’s person', async () => {
    world.who = { ...world.who, id: 'bo-2' };
    const { getToken } = await signIn(configuration, context);
    expect(await reasonOf(getToken(scopes))).toBe('otherPerson');
    world.who = { ...world.who, id: 'ANNA-1' };
    expect(await getToken(scopes)).toBe('silent');
  });

  it('[T4] asks the user when Entra wants them to, once for several who lack it', async () => {
    let isIn = false;
    world.silent = () => (isIn ? Promise.resolve('silent') : needsAsking());
    world.popup = async () => {
      await Promise.resolve();
      isIn = true;
      return 'asked';
    };
    const { getToken } = await signIn(configuration, context);
    expect((await Promise.all([getToken(scopes), getToken(scopes)])).toSorted()).toEqual(['asked', 'silent']);
    expect(named('popup')).toEqual([['popup', { scopes, loginHint: 'anna@contoso.com' }]]);
  });

  it('[T4] asks no more by itself after a no, until the user clicks', async () => {
    world.silent = needsAsking;
    world.popup = () => Promise.reject(new ClientAuthError('user_canceled', ''));
    const { getToken, signIn: press } = await signIn(configuration, context);
    expect(await reasonOf(getToken(scopes))).toBe('cancelled');
    expect(await reasonOf(getToken(scopes))).toBe('cancelled');
    expect(named('popup')).toHaveLength(1);
    world.popup = () => Promise.resolve('asked');
    await press();
    expect(named('popup')).toHaveLength(2);
    expect(named('popup')[1]).toMatchObject(['popup', { scopes }]);
  });

  it('[T7] opens no window for any other failure, and says what it was', async () => {
    world.silent = () => Promise.reject(new ClientAuthError('no_network_connectivity', ''));
    const { getToken } = await signIn(configuration, context);
    expect(await reasonOf(getToken(scopes))).toBe('offline');
    expect(named('popup')).toEqual([]);
  });

  it('[T8] asks for a challenge’s claims anew, and keeps them for what is asked later', async () => {
    const { getToken } = await signIn(configuration, context);
    await getToken(scopes);
    world.silent = ({ claims: wanted }) => Promise.resolve(wanted === undefined ? 'old' : 'new');
    expect(await getToken(scopes, claims)).toBe('new');
    expect(named('silent')[1]).toMatchObject(['silent', { claims, forceRefresh: true }]);
    // The token that answered serves those who come after it, without the host that may still have the old one.
    expect(await getToken(scopes)).toBe('new');
    expect(named('silent')).toHaveLength(2);
    expect(await getToken(['User.ReadBasic.All'])).toBe('new');
    expect(named('silent')[2]).toMatchObject(['silent', { claims }]);
    expect(await getToken(scopes, claims)).toBe('new');
    expect(named('silent')).toHaveLength(4);
  });

  it('[T8] asks the user with the claims where that is needed', async () => {
    world.silent = needsAsking;
    const { getToken } = await signIn(configuration, context);
    expect(await getToken(scopes, claims)).toBe('asked');
    expect(named('popup')[0]).toMatchObject(['popup', { claims }]);
  });

  it('[T9] a guest is asked for in the organisation’s own directory, and told when it does not let them in', async () => {
    const guest = { ...context, tenantId: 'tenant-2' };
    const { getToken } = await signIn(configuration, guest);
    world.who = { id: 'guest-9', tenantId: 'tenant-1', homeId: 'anna-1.tenant-2', userName: 'anna_fabrikam' };
    expect(await getToken(scopes)).toBe('silent');
    expect(named('open')).toMatchObject([
      ['open', { auth: { authority: 'https://login.microsoftonline.com/tenant-1' } }],
    ]);
    world.who = { ...world.who, homeId: 'bo-2.tenant-2' };
    expect(await reasonOf(getToken(scopes))).toBe('otherPerson');
    world.silent = () => Promise.reject(new AuthError('unknown_error', '', 'it did not work'));
    expect(await reasonOf(getToken(scopes))).toBe('guest');
    world.silent = () => Promise.reject(new ClientAuthError('no_network_connectivity', ''));
    expect(await reasonOf(getToken(scopes))).toBe('offline');
  });
});

describe('in a window of the host', () => {
  it('[T3] is how it is done where there is no bridge, none that answers, or one that is closed', async () => {
    withoutBridge();
    expect(await reasonOf((await signIn(configuration, context)).getToken(scopes))).toBe('clickNeeded');
    expect(named('open')).toEqual([]);
    world.isRecommended = true;
    world.isBridgeOpen = false;
    expect(await reasonOf((await signIn(configuration, context)).getToken(scopes))).toBe('clickNeeded');
    expect(named('open')).toHaveLength(1);
    world.isBridgeOpen = true;
    world.silent = () => Promise.reject(new ClientAuthError('nested_app_auth_bridge_disabled', ''));
    expect(await reasonOf((await signIn(configuration, context)).getToken(scopes))).toBe('clickNeeded');
    expect(named('window')).toEqual([]);
  });

  it('[T3] opens our own page at a click, takes what it hands over, and keeps it in memory', async () => {
    withoutBridge();
    const { getToken, signIn: press } = await signIn(configuration, context);
    await getToken(scopes).catch(() => undefined);
    world.window = (url) => {
      receive(handedOver(url));
      return Promise.resolve('');
    };
    await press();
    const url = new URL(String((named('window')[0] as string[])[1]));
    expect(url.origin + url.pathname).toBe(`${origin}/app/auth.html`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ticket: expect.stringMatching(/^[\da-f-]{36}$/),
      scopes: 'User.Read Sites.ReadWrite.All',
      hint: 'anna@contoso.com',
      lang: 'sv',
    });
    expect(await getToken(scopes)).toBe('handed over');
    expect(await getToken(['User.Read'])).toBe('handed over');
    expect(await reasonOf(getToken(['Sites.Manage.All']))).toBe('clickNeeded');
    expect(listeners.size).toBe(0);
  });

  it('[T15] believes nothing from another origin, for another ticket, or of another form', async () => {
    vi.useFakeTimers();
    withoutBridge();
    const { signIn: press } = await signIn(configuration, context);
    world.window = (url) => {
      receive(handedOver(url), 'https://evil.example');
      receive(handedOver(url, { ticket: crypto.randomUUID() }));
      receive(handedOver(url, { token: '' }));
      receive(handedOver(url, { untilMs: 'soon' }));
      return Promise.resolve('');
    };
    const pressed = reasonOf(press());
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await pressed).toBe('notHandedOver');
  });

  it('[T15] refuses what another than the host’s person brings', async () => {
    withoutBridge();
    const { signIn: press } = await signIn(configuration, context);
    world.window = (url) => {
      receive(handedOver(url, { who: { ...world.who, id: 'bo-2' } }));
      return Promise.resolve('');
    };
    expect(await reasonOf(press())).toBe('otherPerson');
  });

  it.each([
    ['CancelledByUser', 'cancelled'],
    ['FailedToOpenWindow', 'blocked'],
    ['consent', 'consent'],
    ['guest', 'guest'],
    ['offline', 'offline'],
    ['anything else', 'unavailable'],
    ['constructor', 'unavailable'],
  ])('[T5] a host that says %s means %s', async (said, reason) => {
    withoutBridge();
    world.window = () => Promise.reject(new Error(said));
    expect(await reasonOf((await signIn(configuration, context)).signIn())).toBe(reason);
  });

  it('[T5] takes what has come although the host calls the window closed', async () => {
    withoutBridge();
    const { getToken, signIn: press } = await signIn(configuration, context);
    world.window = (url) => {
      receive(handedOver(url));
      return Promise.reject(new Error('CancelledByUser'));
    };
    await press();
    expect(await getToken(['User.Read'])).toBe('handed over');
  });

  it('[T3] looks in a hidden frame first, and no more once that has been in vain', async () => {
    withoutBridge();
    const { getToken } = await signIn(configuration, context);
    world.frame = needsAsking;
    await getToken(scopes).catch(() => undefined);
    await getToken(scopes).catch(() => undefined);
    expect(named('frame')).toHaveLength(1);
    world.frame = () => Promise.resolve('from a frame');
    expect(await (await signIn(configuration, context)).getToken(scopes)).toBe('from a frame');
    expect(named('openAlone').at(-1)).toMatchObject([
      'openAlone',
      { auth: { redirectUri: `${origin}/app/auth-end.html` }, cache: { cacheLocation: 'memoryStorage' } },
    ]);
  });
});

describe('what an error means', () => {
  it.each([
    [new ClientAuthError('user_canceled', ''), 'cancelled'],
    [new AuthError('access_denied', '', 'AADSTS65004: declined'), 'consent'],
    [new AuthError('invalid_grant', '', 'AADSTS65001: nobody has consented'), 'consent'],
    [new InteractionRequiredAuthError('consent_required', ''), 'consent'],
    [new AuthError('access_denied', '', 'The user has cancelled'), 'cancelled'],
    [new AuthError('popup_window_error', ''), 'blocked'],
    [new AuthError('invalid_request', '', 'AADSTS50020: not in this directory'), 'guest'],
    [new AuthError('no_network_connectivity', ''), 'offline'],
    [new InteractionRequiredAuthError('login_required', ''), 'clickNeeded'],
    [new AuthError('timed_out', ''), 'unavailable'],
    [new Error('something'), 'unavailable'],
    ['a word', 'unavailable'],
  ])('[T7] %s', (error, reason) => {
    expect(failureOf(error)).toMatchObject({ reason, cause: error });
  });
});
