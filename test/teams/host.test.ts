import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../src/environment.ts';
import { connectToHost, HostMissing } from '../../src/teams/host.ts';

type SaveEvent = { notifySuccess: () => void; notifyFailure: (why: string) => void };

/** Teams, as far as its library lets the tab see it. */
const teams = vi.hoisted(() => ({
  initialize: () => Promise.resolve(),
  context: {} as object,
  onTheme: undefined as ((theme: string) => void) | undefined,
  onSave: undefined as ((event: SaveEvent) => void) | undefined,
  onRemove: undefined as ((event: SaveEvent) => void) | undefined,
  onLeave: undefined as (() => Promise<void>) | undefined,
  hasBack: true,
  onBack: undefined as (() => boolean) | undefined,
  setConfig: (_config: object): Promise<void> => Promise.resolve(),
  share: (_done: (error: object | null, isShown: boolean | null) => void, _url: string): void => {},
  said: [] as unknown[],
}));

vi.mock('@microsoft/teams-js', () => ({
  app: {
    initialize: () => teams.initialize(),
    getContext: () => Promise.resolve(teams.context),
    registerOnThemeChangeHandler(listener: (theme: string) => void) {
      teams.onTheme = listener;
    },
    notifyAppLoaded: () => teams.said.push('loaded'),
    notifySuccess: () => {
      teams.said.push('success');
      return Promise.resolve();
    },
    lifecycle: {
      registerBeforeSuspendOrTerminateHandler(listener: () => Promise<void>) {
        teams.onLeave = listener;
      },
    },
  },
  meeting: {
    shareAppContentToStage: (...parts: Parameters<typeof teams.share>) => teams.share(...parts),
  },
  pages: {
    backStack: {
      isSupported: () => teams.hasBack,
      registerBackButtonHandler(listener: () => boolean) {
        teams.onBack = listener;
      },
    },
    config: {
      registerOnSaveHandler(listener: (event: SaveEvent) => void) {
        teams.onSave = listener;
      },
      registerOnRemoveHandler(listener: (event: SaveEvent) => void) {
        teams.onRemove = listener;
      },
      setValidityState: (isValid: boolean) => teams.said.push(isValid),
      setConfig: (config: object) => teams.setConfig(config),
    },
  },
}));

const user = {
  id: 'a-1',
  displayName: 'Anna Berg',
  loginHint: 'anna@contoso.com',
  userPrincipalName: 'anna.berg@contoso.com',
  tenant: { id: 't-1' },
};

async function inTeams(
  parts: {
    theme?: string;
    locale?: string;
    frameContext?: string;
    user?: object;
    clientType?: string;
    channel?: object;
    sharePointSite?: object;
  } = {},
): Promise<Host> {
  const { theme = 'default', locale = 'sv-se', frameContext = 'content', clientType = 'desktop' } = parts;
  teams.context = {
    app: { theme, locale, host: { clientType } },
    page: { id: 'department/service', frameContext },
    user: 'user' in parts ? parts.user : user,
    channel: parts.channel,
    sharePointSite: parts.sharePointSite,
  };
  const host = await connectToHost();
  if (!host) throw new Error('The page stands alone');
  return host;
}

beforeEach(() => {
  const framed = { location: { href: 'https://kaskad.contoso.com/app/index.html?x=1#y' }, parent: {} };
  vi.stubGlobal('window', framed);
  teams.initialize = () => Promise.resolve();
  teams.setConfig = () => Promise.resolve();
  teams.onSave = undefined;
  teams.onRemove = undefined;
  teams.onLeave = undefined;
  teams.hasBack = true;
  teams.onBack = undefined;
  teams.said.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function missing(connecting: Promise<Host | undefined>): Promise<HostMissing> {
  const failure: unknown = await connecting.catch((thrown: unknown) => thrown);
  if (!(failure instanceof HostMissing)) throw new Error(`Not HostMissing: ${String(failure)}`);
  return failure;
}

describe('a host that does not answer', () => {
  it.each(['initialize', 'getContext'])('is given up after 8 seconds, not before: %s', async (silent) => {
    vi.useFakeTimers();
    const never = () => new Promise<never>(() => undefined);
    if (silent === 'initialize') teams.initialize = never;
    const { app } = await import('@microsoft/teams-js');
    const context = vi.spyOn(app, 'getContext');
    if (silent === 'getContext') context.mockImplementation(never);
    let reason = 'waiting';
    void missing(connectToHost()).then((failure) => (reason = failure.reason));
    await vi.advanceTimersByTimeAsync(7999);
    expect(reason).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(reason).toBe('silent');
    context.mockRestore();
  });

  it('leaves no timer behind once it has answered', async () => {
    vi.useFakeTimers();
    await inTeams();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[T1] is "silent" in a frame of somebody else, and none is looked for where the page stands in no frame', async () => {
    const cause = new Error('Initialization Failed. No Parent window found.');
    teams.initialize = () => Promise.reject(cause);
    expect(await missing(connectToHost())).toMatchObject({ reason: 'silent', cause });
    const alone: { parent?: object; location: object } = {
      location: { href: 'https://kaskad.contoso.com/' },
    };
    alone.parent = alone;
    vi.stubGlobal('window', alone);
    expect(await connectToHost()).toBeUndefined();
  });

  it('[T1] is there in a telephone’s app, which shows the tab in no frame', async () => {
    const alone: { parent?: object; location: object; nativeInterface: object } = {
      location: { href: 'https://kaskad.contoso.com/' },
      nativeInterface: {},
    };
    alone.parent = alone;
    vi.stubGlobal('window', alone);
    expect((await inTeams({ clientType: 'ios' })).context.isMobile).toBe(true);
  });
});

describe('what the host tells', () => {
  it('is who, where and what', async () => {
    const { context } = await inTeams();
    expect(context).toEqual({
      place: 'content',
      subPage: '',
      meetingId: '',
      isMobile: false,
      entityId: 'department/service',
      theme: 'default',
      language: 'sv',
      person: { id: 'a-1', name: 'Anna Berg' },
      loginHint: 'anna@contoso.com',
      tenantId: 't-1',
    });
  });

  it.each([
    ['default', 'default'],
    ['dark', 'dark'],
    ['contrast', 'contrast'],
    ['glass', 'default'],
    ['', 'default'],
    ['sunset', 'default'],
  ])('theme %j is drawn as %s', async (theme, drawn) => {
    expect((await inTeams({ theme })).context.theme).toBe(drawn);
  });

  it.each([
    ['sv-se', 'sv'],
    ['sv-SE', 'sv'],
    ['SV', 'sv'],
    ['sv', 'sv'],
    ['sv-fi', 'sv'],
    ['en-us', 'en'],
    ['nb-no', 'en'],
    ['', 'en'],
  ])('locale %j is read in %s', async (locale, language) => {
    expect((await inTeams({ locale })).context.language).toBe(language);
  });

  it.each([
    ['content', 'content'],
    ['sidePanel', 'sidePanel'],
    ['settings', 'settings'],
    ['task', 'other'],
    ['remove', 'remove'],
  ])('frame context %s is the place %s', async (frameContext, place) => {
    expect((await inTeams({ frameContext })).context.place).toBe(place);
  });

  it.each([
    ['ios', true],
    ['android', true],
    ['ipados', true],
    ['desktop', false],
    ['web', false],
  ])('the client %s is a telephone’s or a tablet’s: %s', async (clientType, isMobile) => {
    expect((await inTeams({ clientType })).context.isMobile).toBe(isMobile);
  });

  it('makes do with less than a full user', async () => {
    const bare = (await inTeams({ user: { id: 'a-1', userPrincipalName: 'anna@contoso.com' } })).context;
    expect(bare.person).toEqual({ id: 'a-1', name: 'anna@contoso.com' });
    expect(bare).toMatchObject({ loginHint: 'anna@contoso.com', tenantId: '' });
    const nobody = (await inTeams({ user: undefined as unknown as object })).context;
    expect(nobody).toMatchObject({ person: { id: '', name: '' }, loginHint: '', tenantId: '' });
  });

  it('follows a change of theme', async () => {
    const seen: string[] = [];
    (await inTeams()).onThemeChange((theme) => seen.push(theme));
    for (const theme of ['dark', 'glass', 'contrast']) teams.onTheme?.(theme);
    expect(seen).toEqual(['dark', 'default', 'contrast']);
  });

  it('waits for what has to be done before the tab is taken down', async () => {
    const host = await inTeams();
    // Who registers makes the host wait, so nobody registers unasked.
    expect(teams.onLeave).toBeUndefined();
    let end = (): void => {};
    host.onLeave(() => new Promise<void>((resolve) => (end = resolve)));
    let isReady = false;
    const left = teams.onLeave?.().then(() => (isReady = true));
    await Promise.resolve();
    expect(isReady).toBe(false);
    end();
    await left;
    expect(isReady).toBe(true);
  });

  it('is not left waiting when that fails: teams-js would not answer at all', async () => {
    (await inTeams()).onLeave(() => Promise.reject(new Error('The disk is full')));
    expect(teams.onLeave).toBeDefined();
    await expect(teams.onLeave?.()).resolves.toBeUndefined();
  });

  it('hears when the page is there and when it is useful', async () => {
    const host = await inTeams();
    host.notifyLoaded();
    host.notifySuccess();
    expect(teams.said).toEqual(['loaded', 'success']);
  });
});

describe('the host’s back button', () => {
  it('asks the tab first, and is left alone where there is none', async () => {
    const host = await inTeams();
    const isInTab = () => true;
    host.onBack(isInTab);
    expect(teams.onBack).toBe(isInTab);
    teams.hasBack = false;
    host.onBack(() => false);
    expect(teams.onBack).toBe(isInTab);
  });
});

describe('the screen of a meeting', () => {
  it('shows the page under its own address, with the place in it', async () => {
    const shown: string[] = [];
    teams.share = (done, url) => {
      shown.push(url);
      done(null, true);
    };
    const host = await inTeams({ frameContext: 'sidePanel' });
    expect(await host.showOnStage('year=2023&room=service')).toBe(true);
    expect(shown).toEqual([
      'https://kaskad.contoso.com/app/index.html?x=1&show=year%3D2023%26room%3Dservice',
    ]);
  });

  it.each<[string, typeof teams.share]>([
    ['the host refuses', (done) => done({ errorCode: 1000 }, null)],
    ['the user says no', (done) => done(null, false)],
    [
      'there is no meeting',
      () => {
        throw new Error('This call is only allowed in following contexts');
      },
    ],
  ])('%s: it says so', async (_, share) => {
    teams.share = share;
    expect(await (await inTeams({ frameContext: 'sidePanel' })).showOnStage('year=2023')).toBe(false);
  });

  it('reads what it is to show from its address, since the host has no page for it', async () => {
    const search = '?x=1&show=year%3D2023%26room%3Dservice';
    vi.stubGlobal('window', { location: { search }, parent: {} });
    const { context } = await inTeams({ frameContext: 'meetingStage' });
    expect(context).toMatchObject({ place: 'stage', subPage: 'year=2023&room=service' });
  });
});

describe('choosing what a new tab shows', () => {
  /** Presses Save in the host's dialog, and gives back what the host was told. */
  function pressSave(): Promise<string> {
    return new Promise((resolve, reject) => {
      if (!teams.onSave) reject(new Error('Nobody listens to Save'));
      teams.onSave?.({ notifySuccess: () => resolve('saved'), notifyFailure: resolve });
    });
  }

  it('Save stores the latest choice, with the address of the page without what stands behind it', async () => {
    const stored: object[] = [];
    teams.setConfig = (config) => Promise.resolve(void stored.push(config));
    const host = await inTeams({ frameContext: 'settings' });
    host.tabDialog?.choose({ entityId: 'department/stab', name: 'Stab' });
    host.tabDialog?.choose({ entityId: 'department/service', name: 'Service' });
    expect(await pressSave()).toBe('saved');
    expect(stored).toEqual([
      {
        contentUrl: 'https://kaskad.contoso.com/app/index.html',
        removeUrl: 'https://kaskad.contoso.com/app/index.html',
        websiteUrl: 'https://kaskad.contoso.com/app/index.html',
        entityId: 'department/service',
        suggestedDisplayName: 'Service',
      },
    ]);
  });

  it('Save can be pressed only while something is chosen', async () => {
    const host = await inTeams({ frameContext: 'settings' });
    host.tabDialog?.choose({ entityId: 'department/service', name: 'Service' });
    host.tabDialog?.choose(undefined);
    expect(teams.said).toEqual([true, false]);
    expect(await pressSave()).toContain('Nothing has been chosen');
  });

  it('a choice that cannot be stored is told to the host', async () => {
    teams.setConfig = () => Promise.reject(new Error('The host said no'));
    const host = await inTeams({ frameContext: 'settings' });
    host.tabDialog?.choose({ entityId: 'department/service', name: 'Service' });
    expect(await pressSave()).toContain('The host said no');
  });

  it('nobody listens to Save in any other place', async () => {
    const host = await inTeams({ frameContext: 'content' });
    expect(host.tabDialog).toBeUndefined();
    expect([teams.onSave, teams.onRemove]).toEqual([undefined, undefined]);
  });
});

describe('the host’s own dialog for a tab', () => {
  it.each([
    [{ membershipType: 'Regular' }, 'channel'],
    [{ membershipType: 'Private' }, 'privateChannel'],
    [{ membershipType: 'Shared' }, 'sharedChannel'],
    [{ membershipType: 'Newer' }, 'channel'],
    [{}, 'channel'],
    [undefined, 'meeting'],
  ])('[T22] the place %j has the audience %s', async (channel, audience) => {
    const { tabDialog } = await inTeams({ frameContext: 'settings', ...(channel && { channel }) });
    expect(tabDialog?.audience).toBe(audience);
  });

  it('[T22] knows the site of the place itself, where there is one', async () => {
    const sharePointSite = { teamSiteDomain: 'contoso.sharepoint.com', teamSitePath: '/sites/stab' };
    const host = await inTeams({ frameContext: 'settings', channel: {}, sharePointSite });
    expect(host.tabDialog?.ownSite).toEqual({ hostname: 'contoso.sharepoint.com', path: '/sites/stab' });
    expect((await inTeams({ frameContext: 'settings' })).tabDialog?.ownSite).toBeUndefined();
  });

  it('[T24] lets the tab be taken away as soon as the page is there, and asks for nothing to be stored', async () => {
    await inTeams({ frameContext: 'remove' });
    expect(teams.said).toEqual([true]);
    expect(teams.onSave).toBeUndefined();
    const answer = await new Promise((resolve) => {
      teams.onRemove?.({ notifySuccess: () => resolve('taken away'), notifyFailure: resolve });
    });
    expect(answer).toBe('taken away');
  });
});
