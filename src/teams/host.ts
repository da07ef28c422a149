import { app, pages } from '@microsoft/teams-js';
import type { Host, HostContext, Theme } from '../environment.ts';

/** Why there is no host: the page stands alone and nobody is signed in to it, or the window around it does not answer. */
export class HostMissing extends Error {
  override readonly name = 'HostMissing';
  readonly reason: 'alone' | 'silent';
  /** Alone: leads away to where one signs in. */
  readonly signIn: (() => Promise<void>) | undefined;

  constructor(reason: 'alone' | 'silent', cause?: unknown, signIn?: () => Promise<void>) {
    super(reason === 'alone' ? 'Nobody is signed in' : 'The host does not answer', { cause });
    this.reason = reason;
    this.signIn = signIn;
  }
}

/** teams-js itself waits a minute for a host that never answers; nobody looks at an empty page that long. */
const patienceMs = 8_000;

/** Says hello to the window that the tab stands in; nothing where it stands in none. Throws HostMissing. */
export async function connectToHost(): Promise<Host | undefined> {
  // In a telephone's app the tab is no frame, but the app speaks to it.
  if (window.parent === window && !('nativeInterface' in window)) return undefined;
  const context = await within(patienceMs, hello());
  // Not needed to paint a room.
  const isDialog = context.place === 'settings' || context.place === 'remove';
  const tabDialog = isDialog
    ? await (await import('./tabSettings.ts')).openTabDialog(context.place)
    : undefined;
  return {
    context,
    onThemeChange: (listener) => app.registerOnThemeChangeHandler((theme) => listener(themeNamed(theme))),
    notifyLoaded: () => app.notifyAppLoaded(),
    notifySuccess: () => void app.notifySuccess(),
    onLeave(listener) {
      // No host has to be asked whether it can: one that knows nothing of it never calls. One that does waits for an
      // answer, which teams-js does not send when the promise fails.
      app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => listener().catch(() => undefined));
    },
    onBack(listener) {
      // Asked for where there is no such button, teams-js throws.
      if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(listener);
    },
    showOnStage: async (subPage) => (await import('./stage.ts')).showOnStage(subPage),
    ...(tabDialog && { tabDialog }),
  };
}

async function hello(): Promise<HostContext> {
  try {
    await app.initialize();
  } catch (cause) {
    throw new HostMissing('silent', cause);
  }
  const { app: host, meeting: inMeeting, page, user } = await app.getContext();
  const place = placeNamed(page.frameContext);
  return {
    place,
    // The stage has no page of its own: what it shows stands in its address.
    subPage:
      (place === 'stage' ? new URLSearchParams(window.location.search).get('show') : page.subPageId) ?? '',
    meetingId: inMeeting?.id ?? '',
    entityId: page.id,
    theme: themeNamed(host.theme),
    // Hosts write `sv-se`, `sv-SE` and `sv`. Swedish is the product's own language; English is for everybody else.
    language: host.locale.toLowerCase().startsWith('sv') ? 'sv' : 'en',
    isMobile: ['ios', 'android', 'ipados'].includes(host.host.clientType),
    person: {
      id: user?.id ?? '',
      name: user?.displayName ?? user?.userPrincipalName ?? user?.loginHint ?? '',
    },
    loginHint: user?.loginHint ?? user?.userPrincipalName ?? '',
    tenantId: user?.tenant?.id ?? '',
  };
}

async function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HostMissing('silent')), limitMs);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Teams also has `glass`, a see-through theme of its headsets; it is drawn as the light one. */
function themeNamed(name: string): Theme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

function placeNamed(frameContext: string): HostContext['place'] {
  switch (frameContext) {
    case 'content':
    case 'sidePanel':
    case 'settings':
    case 'remove':
      return frameContext;
    case 'meetingStage':
      return 'stage';
    default:
      return 'other';
  }
}
