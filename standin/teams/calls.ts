import type { SignInKind } from './choice.ts';
import { type FrameContext, type LegacyContext } from './context.ts';
import { answerNestedAuth, type SignedIn } from './nestedAppAuth.ts';
import type { Configured } from './pages.ts';
import type { Call, Reply } from './protocol.ts';
import { initializeReply, unsupportedReply } from './runtime.ts';

/** What the tab's calls lead to in the window around it. */
export type Happening =
  | { kind: 'begun' }
  | { kind: 'listens'; event: string }
  | { kind: 'mayGo' }
  | { kind: 'loaded' }
  | { kind: 'ready' }
  | { kind: 'failed'; reason: string }
  | { kind: 'mayBeSaved'; valid: boolean }
  | { kind: 'saved' }
  | { kind: 'notSaved'; reason: string }
  | { kind: 'removed' }
  | { kind: 'notRemoved'; reason: string }
  | { kind: 'share'; subPage: string; label: string }
  | { kind: 'back' };

export type Host = {
  frameContext(): FrameContext;
  context(): LegacyContext;
  signedIn(): SignedIn;
  signIn(): SignInKind;
  /** Opens a window of the tab's for signing in. */
  authenticate(url: string, width: number, height: number): Promise<Reply>;
  settings(): Configured | undefined;
  /** Keeps what the configuration page has set; false when Teams would refuse it. */
  keepSettings(value: unknown): boolean;
  /** True when there is such a page, or when the link was opened beside Teams. */
  openLink(link: string): boolean;
  goTo(entityId: string | undefined, subPage: string | undefined): boolean;
  /** Puts the page on the meeting's stage; false when Teams would not let the app show it. */
  shareToStage(url: string): boolean;
  happened(happening: Happening): void;
  warn(line: string): void;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

type Answer = (args: readonly unknown[], host: Host, call: Call) => Reply | Promise<Reply>;

const answers: Readonly<Record<string, Answer>> = {
  initialize: (_, host) => {
    host.happened({ kind: 'begun' });
    return initializeReply(host.frameContext(), host.signIn() !== 'window');
  },
  getContext: (_, host) => [host.context()],
  // Every event but beforeUnload is sent whether or not it was registered: teams-js drops what nobody listens to.
  registerHandler: ([event], host) => {
    host.happened({ kind: 'listens', event: text(event) ?? '' });
    return undefined;
  },
  readyToUnload: (_, host) => {
    host.happened({ kind: 'mayGo' });
    return undefined;
  },
  setFrameContext: () => undefined,
  returnFocus: () => undefined,

  'appInitialization.appLoaded': (_, host) => {
    host.happened({ kind: 'loaded' });
    return undefined;
  },
  'appInitialization.success': (_, host) => {
    host.happened({ kind: 'ready' });
    return [true];
  },
  'appInitialization.failure': ([reason, message], host) => {
    host.happened({ kind: 'failed', reason: text(message) ?? text(reason) ?? '' });
    return undefined;
  },
  // A failure that the tab explains itself: Teams only stops waiting.
  'appInitialization.expectedFailure': (_, host) => {
    host.happened({ kind: 'ready' });
    return undefined;
  },

  'settings.getSettings': (_, host) => [host.settings() ?? {}],
  'settings.setSettings': ([settings], host) =>
    host.keepSettings(settings)
      ? [true]
      : [false, 'contentUrl and entityId are needed, and contentUrl must lie on a valid domain of the app.'],
  'settings.setValidityState': ([valid], host) => {
    host.happened({ kind: 'mayBeSaved', valid: valid === true });
    return undefined;
  },
  'settings.save.success': (_, host) => {
    host.happened({ kind: 'saved' });
    return undefined;
  },
  'settings.save.failure': ([reason], host) => {
    host.happened({ kind: 'notSaved', reason: text(reason) ?? '' });
    return undefined;
  },
  'settings.remove.success': (_, host) => {
    host.happened({ kind: 'removed' });
    return undefined;
  },
  'settings.remove.failure': ([reason], host) => {
    host.happened({ kind: 'notRemoved', reason: text(reason) ?? '' });
    return undefined;
  },

  executeDeepLink: ([link], host) => opened(host.openLink(text(link) ?? '')),
  shareDeepLink: ([subPage, label], host) => {
    host.happened({ kind: 'share', subPage: text(subPage) ?? '', label: text(label) ?? '' });
    return undefined;
  },
  'pages.navigateToApp': ([to], host) =>
    opened(host.goTo(text(field(to, 'pageId')), text(field(to, 'subPageId')))),
  'pages.currentApp.navigateTo': ([to], host) =>
    opened(host.goTo(text(field(to, 'pageId')), text(field(to, 'subPageId')))),
  'pages.currentApp.navigateToDefaultPage': (_, host) => opened(host.goTo(undefined, undefined)),
  navigateBack: (_, host) => {
    host.happened({ kind: 'back' });
    return [true];
  },

  'meeting.shareAppContentToStage': ([url], host) => {
    if (host.frameContext() !== 'sidePanel')
      return refused(notInThisContext, 'Only the side panel of a meeting shows something on its stage.');
    return host.shareToStage(text(url) ?? '')
      ? [null, true]
      : refused(invalidArguments, 'The page must lie on a valid domain of the app.');
  },

  'authentication.authenticate': ([url, width, height], host) =>
    host.authenticate(text(url) ?? '', number(width) ?? 600, number(height) ?? 400),
  'nestedAppAuth.execute': async (_, host, call) => {
    const reply = await answerNestedAuth(call.data, host.signedIn(), host.signIn() === 'refused');
    if (reply === undefined) host.warn('The tab sent a sign-in request that is not of the known form.');
    return reply === undefined ? undefined : ['', reply];
  },
};

// The codes of teams-js for an error that comes as the first value.
const notInThisContext = 501;
const invalidArguments = 4000;

function refused(errorCode: number, message: string): Reply {
  return [{ errorCode, message }];
}

function opened(isOpened: boolean): Reply {
  return isOpened ? [true] : [false, 'There is no such page in the pretend Teams.'];
}

/** Answers one call of the tab, and never leaves one without a word. */
export function answerCall(call: Call, host: Host): Reply | Promise<Reply> {
  const answer = Object.hasOwn(answers, call.func) ? answers[call.func] : undefined;
  if (answer !== undefined) return answer(call.args, host, call);
  host.warn(`The pretend Teams does not support ${call.func}; the tab was told so.`);
  return unsupportedReply(call.func);
}
