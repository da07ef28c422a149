import { AuthError } from '@azure/msal-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everydayScopes, setupScopes } from '../../src/graph/client.ts';
import { notifyScopes } from '../../src/graph/notify.ts';
import { peopleScopes } from '../../src/graph/people.ts';
import { ourScopes, signInWindow } from '../../src/teams/windowPage.ts';

/** The window, the host around it, and MSAL in it. */
const world = vi.hoisted(() => ({
  initialize: () => Promise.resolve(),
  back: (): Promise<object | null> => Promise.resolve(null),
  said: [] as unknown[],
}));
vi.mock('@microsoft/teams-js', () => ({
  app: { initialize: () => world.initialize() },
  authentication: {
    notifySuccess: (...result: unknown[]) => world.said.push(['success', ...result]),
    notifyFailure: (reason: string) => world.said.push(['failure', reason]),
  },
}));
vi.mock(import('@azure/msal-browser'), async (original) => ({
  ...(await original()),
  createStandardPublicClientApplication: (async (configuration: object) => {
    world.said.push(['open', configuration]);
    return {
      handleRedirectPromise: () => world.back(),
      acquireTokenRedirect: (request: object) => Promise.resolve(void world.said.push(['leave', request])),
    };
  }) as never,
}));

const origin = 'https://kaskad.contoso.com';
const ticket = '6f1d4c52-7b0e-4c8e-9a57-2f4f0b1c8d36';
const good = { ticket, scopes: 'User.Read Sites.ReadWrite.All', hint: 'anna@contoso.com', lang: 'sv' };
const read = () =>
  Promise.resolve({
    clientId: 'client-1',
    tenantId: 'tenant-1',
    site: { hostname: 'contoso.sharepoint.com', path: '/sites/miljomal' },
  });
const open = (more: Record<string, string> = {}) =>
  signInWindow(`?${new URLSearchParams({ ...good, ...more })}`, read);
const named = (word: string) => world.said.filter((one) => Array.isArray(one) && one[0] === word);
const result = {
  accessToken: 'secret',
  expiresOn: new Date(1_000),
  scopes: ['User.Read'],
  state: ticket,
  account: {
    localAccountId: 'anna-1',
    tenantId: 'tenant-1',
    homeAccountId: 'anna-1.tenant-1',
    username: 'anna',
  },
};

/** A frame, ours or somebody else's, which notes what it is told. */
function frame(at: string, ...within: object[]) {
  const heard: unknown[] = [];
  const made = Object.assign([...within], {
    heard,
    postMessage: (data: unknown, target: string) => heard.push([data, target]),
  });
  return Object.defineProperty(made, 'location', {
    get() {
      if (at !== origin) throw new DOMException('Blocked', 'SecurityError');
      return { origin: at };
    },
  });
}

beforeEach(() => {
  world.initialize = () => Promise.resolve();
  world.back = () => Promise.resolve(null);
  world.said.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

function standIn(opener: object | null): void {
  vi.stubGlobal('window', { location: { origin, href: `${origin}/app/auth.html?x` }, opener });
}

describe('the window for signing in', () => {
  it('[T3] leads to Entra with what was asked, once the host has shown itself', async () => {
    standIn(null);
    expect(await open({ claims: '{"a":{}}' })).toBe('leaving');
    expect(named('open')).toMatchObject([
      ['open', { auth: { redirectUri: `${origin}/app/auth-end.html`, originCheck: false } }],
    ]);
    expect(named('leave')).toEqual([
      [
        'leave',
        {
          scopes: ['User.Read', 'Sites.ReadWrite.All'],
          state: ticket,
          loginHint: 'anna@contoso.com',
          claims: '{"a":{}}',
        },
      ],
    ]);
  });

  it('[T15] does nothing for whoever is no known host', async () => {
    standIn(null);
    world.initialize = () => Promise.reject(new Error('No Parent window found'));
    expect(await open()).toBe('alone');
    expect(world.said).toEqual([]);
  });

  it.each([
    ['rights that the product never asks for', { scopes: 'User.Read Mail.Read' }],
    ['no rights', { scopes: '' }],
    ['a ticket that is none', { ticket: 'x' }],
    ['claims that are none', { claims: 'x' }],
  ])('[T15] refuses %s', async (_, more) => {
    standIn(null);
    expect(await open(more)).toBe('failed');
    expect(world.said).toEqual([['failure', 'unavailable']]);
  });

  it('[T15] tells the token to frames of our own origin alone, and the host nothing', async () => {
    const ours = frame(origin);
    const theirs = frame('https://evil.example', ours);
    const host = frame('https://teams.microsoft.com', theirs, frame('https://other.example'));
    standIn(host);
    world.back = () => Promise.resolve(result);
    expect(await open()).toBe('done');
    expect(ours.heard).toMatchObject([[{ kind: 'kaskad/signedIn', ticket, token: 'secret' }, origin]]);
    expect([...theirs.heard, ...host.heard]).toEqual([]);
    expect(named('success')).toEqual([['success']]);
  });

  it('[T15] takes no answer to another question', async () => {
    standIn(null);
    world.back = () => Promise.resolve({ ...result, state: 'another' });
    expect(await open()).toBe('leaving');
    expect(named('success')).toEqual([]);
  });

  it('[T7] tells the host why it came to nothing, in our own words', async () => {
    standIn(null);
    world.back = () => Promise.reject(new AuthError('access_denied', '', 'AADSTS65004'));
    expect(await open()).toBe('failed');
    expect(world.said.at(-1)).toEqual(['failure', 'consent']);
  });

  it('knows every right that the product asks for', () => {
    const all = [...everydayScopes, ...setupScopes, ...notifyScopes, ...peopleScopes];
    expect(all.filter((one) => !ourScopes.includes(one))).toEqual([]);
  });
});
