import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerCall, type Happening, type Host } from '../../../standin/teams/calls.ts';
import { answerNestedAuth } from '../../../standin/teams/nestedAppAuth.ts';
import { type Call, openWire, type Reply } from '../../../standin/teams/protocol.ts';
import { session } from './session.ts';

const [person] = session.people;
if (person === undefined) throw new Error('The test organisation has nobody.');
const who = { person, tenantId: session.tenantId };
const tabOrigin = 'https://kaskad.example';

/** Two ends of a wire without a browser: what the tab is sent, and a way for anybody to post. */
function wireUp(answer: (call: Call) => Reply | Promise<Reply>) {
  const listeners = new EventTarget();
  const sent: { message: unknown; origin: string }[] = [];
  const warnings: string[] = [];
  const tab = {
    postMessage: (message: unknown, origin: string) => sent.push({ message, origin }),
  } as unknown as Window;
  const wire = openWire({
    host: listeners as unknown as Window,
    tab: () => tab,
    tabOrigin,
    answer,
    warn: (line) => warnings.push(line),
  });
  const post = async (data: unknown, from: { source?: unknown; origin?: string } = {}) => {
    const event = Object.assign(new Event('message'), { data, source: tab, origin: tabOrigin, ...from });
    listeners.dispatchEvent(event);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { wire, post, sent, warnings };
}

describe('the wire', () => {
  it('answers with both ids, to the origin of the tab only', async () => {
    const { post, sent } = wireUp(() => ['yes']);
    await post({ id: 7, uuidAsString: 'u', func: 'getContext', args: [] });
    expect(sent).toEqual([
      {
        message: { id: 7, uuidAsString: 'u', args: ['yes'], monotonicTimestamp: expect.any(Number) },
        origin: tabOrigin,
      },
    ]);
  });

  it.each([
    ['another window', { source: {} }],
    ['no window', { source: null }],
    ['the tab after it was navigated elsewhere', { origin: 'https://evil.example' }],
  ])('does not hear %s', async (_, from) => {
    const answer = vi.fn<() => Reply>(() => ['yes']);
    const { post, sent } = wireUp(answer);
    await post({ id: 1, func: 'getContext' }, from);
    expect(answer).not.toHaveBeenCalled();
    expect(sent).toEqual([]);
  });

  it.each([null, 'text', 5, {}, { func: 5 }, { func: 'a', args: 'b' }])('warns of %j', async (data) => {
    const { post, sent, warnings } = wireUp(() => ['yes']);
    await post(data);
    expect(sent).toEqual([]);
    expect(warnings).toHaveLength(1);
  });

  it('sends events without an id, and is deaf when closed', async () => {
    const { wire, post, sent } = wireUp(() => ['yes']);
    wire.send('themeChange', ['dark']);
    expect(sent[0]?.message).toMatchObject({ func: 'themeChange', args: ['dark'] });
    expect(sent[0]?.message).not.toHaveProperty('id');
    wire.close();
    await post({ id: 1, func: 'getContext' });
    expect(sent).toHaveLength(1);
  });
});

function hostWith(more: Partial<Host> = {}) {
  const happenings: Happening[] = [];
  const warnings: string[] = [];
  const host: Host = {
    frameContext: () => 'content',
    context: () => ({ locale: 'sv-se' }),
    signedIn: () => who,
    signIn: () => 'direct',
    authenticate: () => Promise.resolve([false, 'CancelledByUser']),
    settings: () => undefined,
    keepSettings: () => false,
    openLink: () => false,
    goTo: () => true,
    shareToStage: () => true,
    happened: (happening) => happenings.push(happening),
    warn: (line) => warnings.push(line),
    ...more,
  };
  const call = (func: string, args: unknown[] = []) => answerCall({ func, args, data: undefined }, host);
  return { call, happenings, warnings };
}

describe('a call', () => {
  it('to initialize is answered with the runtime in the fourth place', () => {
    const reply = hostWith().call('initialize') as unknown[];
    expect(reply.slice(0, 2)).toEqual(['content', 'web']);
    expect(JSON.parse(String(reply[3]))).toMatchObject({
      apiVersion: 4,
      isNAAChannelRecommended: true,
      supports: { nestedAppAuth: {}, pages: { config: {} } },
    });
  });

  it.each([
    ['settings.remove.success', [], { kind: 'removed' }],
    ['settings.remove.failure', ['Not now'], { kind: 'notRemoved', reason: 'Not now' }],
  ])('[C330] %s is the removal page’s word', (func, args, happening) => {
    const { call, happenings } = hostWith({ frameContext: () => 'remove' });
    expect(call(func, args)).toBeUndefined();
    expect(happenings).toEqual([happening]);
  });

  it('[C302] a host without nested app authentication says so in its runtime, and has no entry for it', () => {
    const reply = hostWith({ signIn: () => 'window' }).call('initialize') as unknown[];
    const runtime = JSON.parse(String(reply[3])) as { supports: object };
    expect(runtime).toMatchObject({ isNAAChannelRecommended: false, supports: { pages: { config: {} } } });
    expect(runtime.supports).not.toHaveProperty('nestedAppAuth');
  });

  it('[C303] to sign in in a window is answered as [true, result] or [false, reason]', async () => {
    const asked: unknown[][] = [];
    const { call } = hostWith({
      authenticate: (...parts) => {
        asked.push(parts);
        return Promise.resolve([true, 'done']);
      },
    });
    expect(await call('authentication.authenticate', ['https://tab.example/auth.html', 600, 535])).toEqual([
      true,
      'done',
    ]);
    expect(asked).toEqual([['https://tab.example/auth.html', 600, 535]]);
    expect(await hostWith().call('authentication.authenticate', [])).toEqual([false, 'CancelledByUser']);
  });

  it('tells the window what has happened in the tab', async () => {
    const { call, happenings } = hostWith();
    await call('initialize', ['2.58.0']);
    expect(await call('registerHandler', ['beforeUnload'])).toBeUndefined();
    expect(await call('appInitialization.appLoaded', ['2.58.0'])).toBeUndefined();
    expect(await call('appInitialization.success', ['2.58.0'])).toEqual([true]);
    await call('appInitialization.failure', ['Timeout', 'Too slow']);
    await call('settings.setValidityState', ['yes']);
    await call('settings.setValidityState', [true]);
    await call('settings.save.failure', ['No']);
    expect(await call('readyToUnload')).toBeUndefined();
    expect(happenings).toEqual([
      { kind: 'begun' },
      { kind: 'listens', event: 'beforeUnload' },
      { kind: 'loaded' },
      { kind: 'ready' },
      { kind: 'failed', reason: 'Too slow' },
      { kind: 'mayBeSaved', valid: false },
      { kind: 'mayBeSaved', valid: true },
      { kind: 'notSaved', reason: 'No' },
      { kind: 'mayGo' },
    ]);
  });

  it.each([
    ['settings.setSettings', [{}]],
    ['executeDeepLink', ['javascript:alert(1)']],
    ['executeDeepLink', [5]],
  ])('to %s that leads nowhere is refused with a reason', (func, args) => {
    expect(hostWith().call(func, args)).toEqual([false, expect.any(String)]);
  });

  it.each([
    ['authentication.getAuthToken', [false, expect.stringContaining('does not support')]],
    ['people.selectPeople', [{ errorCode: 100, message: expect.any(String) }]],
    ['constructor', [{ errorCode: 100, message: expect.any(String) }]],
  ])('to %s is refused aloud, in the form teams-js expects', (func, reply) => {
    const { call, warnings } = hostWith();
    expect(call(func)).toEqual(reply);
    expect(warnings).toEqual([expect.stringContaining(func)]);
  });
});

describe('a page for the stage of a meeting', () => {
  const share = (more: Partial<Host>) =>
    hostWith(more).call('meeting.shareAppContentToStage', [
      `${tabOrigin}/index.html?show=x`,
      { sharingProtocol: 'Collaborative' },
    ]);

  it('is shown when the side panel asks for it', () => {
    const shareToStage = vi.fn<Host['shareToStage']>(() => true);
    expect(share({ frameContext: () => 'sidePanel', shareToStage })).toEqual([null, true]);
    expect(shareToStage).toHaveBeenCalledExactlyOnceWith(`${tabOrigin}/index.html?show=x`);
  });

  it.each(['content', 'settings', 'meetingStage'] as const)(
    'is not shown when it is asked for from %s',
    (place) => {
      const shareToStage = vi.fn<Host['shareToStage']>(() => true);
      expect(share({ frameContext: () => place, shareToStage })).toEqual([
        { errorCode: 501, message: expect.any(String) },
      ]);
      expect(shareToStage).not.toHaveBeenCalled();
    },
  );

  it('is refused with the reason when it is not the app’s own', () => {
    expect(share({ frameContext: () => 'sidePanel', shareToStage: () => false })).toEqual([
      { errorCode: 4000, message: expect.stringContaining('valid domain') },
    ]);
  });
});

describe('nested app authentication', () => {
  afterEach(() => vi.unstubAllGlobals());
  const ask = async (method: string, more: object = {}) => {
    const text = JSON.stringify({ messageType: 'NestedAppAuthRequest', method, requestId: 'r', ...more });
    return JSON.parse((await answerNestedAuth(text, who)) ?? 'null') as unknown;
  };
  const tokenParams = { clientId: 'client', scope: 'https://graph.microsoft.com/Sites.Read.All openid' };

  it('names the account in the environment that MSAL caches under', async () => {
    expect(await ask('GetInitContext')).toMatchObject({
      requestId: 'r',
      success: true,
      initContext: {
        accountContext: {
          homeAccountId: `anders.${session.tenantId}`,
          environment: 'login.windows.net',
          tenantId: session.tenantId,
        },
      },
    });
  });

  it('asks for scopes without their resource, and answers with them as they were asked for', async () => {
    const fetching = vi.fn<(path: string, init: { body: string }) => Promise<Response>>(async (_, init) => {
      expect(JSON.parse(init.body)).toEqual({
        personId: 'anders',
        scopes: ['Sites.Read.All', 'openid'],
        clientId: 'client',
      });
      return Response.json({ accessToken: 'a', idToken: 'i', expiresInSeconds: 3600 });
    });
    vi.stubGlobal('fetch', fetching);
    expect(await ask('GetToken', { tokenParams })).toMatchObject({
      success: true,
      token: { access_token: 'a', id_token: 'i', expires_in: 3600, scope: tokenParams.scope },
      account: { username: 'anders@kaskad.example' },
    });
    expect(fetching).toHaveBeenCalledOnce();
  });

  it.each([
    ['NO_NETWORK', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['PERSISTENT_ERROR', () => Promise.resolve(new Response('no', { status: 400 }))],
    ['TRANSIENT_ERROR', () => Promise.resolve(new Response('oh', { status: 500 }))],
  ])('tells MSAL %s', async (status, fetching) => {
    vi.stubGlobal('fetch', fetching);
    expect(await ask('GetTokenPopup', { tokenParams })).toMatchObject({ success: false, error: { status } });
  });

  it('does not answer what is no request', async () => {
    expect(await answerNestedAuth('{', who)).toBeUndefined();
    expect(await answerNestedAuth(undefined, who)).toBeUndefined();
    expect(await answerNestedAuth('{"messageType":"Other"}', who)).toBeUndefined();
  });
});
