import 'fake-indexeddb/auto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { configure } from '@testing-library/dom';
import { inject } from 'vitest';
import { v7 } from 'uuid';
import type { HostContext, Platform, TabChoice, TabDialog } from '../../src/environment.ts';
import { start } from '../../src/start.tsx';
import { fill } from '../seededSite.ts';
import { openTenant, type Tenant } from '../tenant.ts';

// A busy machine takes its time over a page of this size.
configure({ asyncUtilTimeout: 10_000 });
// What the product fetches behind a click is loaded before the first test begins to count its seconds.
await Promise.all([
  import('../../src/panel/RoomDrawers.tsx'),
  import('../../src/panel/RoomTalk.tsx'),
  import('../../src/panel/UndoBar.tsx'),
]);

/** The whole tab in jsdom: the product's own start, on the stand-in's Graph, in a host that only notes what it is told. */
export type Tab = {
  readonly tenant: Tenant;
  readonly told: {
    loaded: number;
    succeeded: number;
    choice: TabChoice | undefined;
    /** What was asked to be shown on the meeting's big screen. */
    staged: string | undefined;
    /** Presses the host's back button; true when the tab has gone a step back itself. */
    back: () => boolean;
    /** Says that the host leaves the tab. */
    leave: () => Promise<void>;
  };
  /** Every later request is answered so, until it is taken back with `undefined`. */
  answerAll(answer: (() => Response | Promise<Response>) | undefined): void;
  /** The same for requests whose address holds this part. */
  answerTo(part: string, answer: (() => Response | Promise<Response>) | undefined): void;
  /** What the clock of the device shows from now on. */
  setClock(next: string): void;
  close(): void;
};

/** A copy of the site that was filled once for all; where the site has a time of its own, it is filled at that time. */
async function seededTenant(siteNow: (() => Date) | undefined) {
  if (siteNow) {
    const own = openTenant(siteNow);
    await fill(own);
    return { tenant: own, remove() {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'kaskad-site-'));
  const file = join(folder, 'graph.sqlite');
  copyFileSync(inject('seededSite'), file);
  return {
    tenant: openTenant(undefined, file),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The files of jsdom are none that Node's fetch knows. */
async function sendable(init: RequestInit | undefined): Promise<RequestInit | undefined> {
  const body = init?.body;
  return body instanceof Blob ? { ...init, body: await bytesOf(body) } : init;
}

export function bytesOf(file: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(file);
  });
}

type Where = Partial<
  Pick<HostContext, 'place' | 'entityId' | 'subPage' | 'meetingId' | 'language' | 'theme' | 'isMobile'>
> & {
  person?: string;
  /** False leaves the site without its lists, as before set-up. */
  isSeeded?: boolean;
  /** True when the meeting does not let the tab show anything on its big screen. */
  isStageRefused?: boolean;
  /** What has happened on the site before the tab is opened. */
  prepare?: (tenant: Tenant) => Promise<void>;
  /** In the host's dialog for a tab: who sees it, and the site of the place itself. */
  audience?: TabDialog['audience'];
  ownSite?: TabDialog['ownSite'];
  /** What lies on the device from an earlier visit. */
  device?: IDBFactory;
  /** What the clock of the device shows, which stands still. */
  clock?: string;
  /** The site's own clock, which stands still without it. */
  siteNow?: () => Date;
  answer?: () => Response | Promise<Response>;
  /** Why there is no token for these rights. */
  refuseToken?: (scopes: readonly string[]) => Error | undefined;
};

export async function openTab(where: Where = {}): Promise<Tab> {
  const {
    person = 'Anders Ekholm',
    isSeeded = true,
    isStageRefused = false,
    device = new IDBFactory(),
    clock = '2023-08-25T10:00:00',
    audience = 'channel',
    ownSite,
    answer: first,
    prepare,
    siteNow,
    refuseToken,
    ...context
  } = where;
  const { tenant, remove } = isSeeded
    ? await seededTenant(siteNow)
    : { tenant: openTenant(siteNow), remove() {} };
  await prepare?.(tenant);
  const user = tenant.organisation.people.find(({ name }) => name === person);
  if (!user) throw new Error(`There is no ${person}`);
  const told: Tab['told'] = {
    loaded: 0,
    succeeded: 0,
    choice: undefined,
    staged: undefined,
    back: () => false,
    leave: () => Promise.reject(new Error('Nobody listens')),
  };
  let answer = first;
  let shownClock = clock;
  const answers = new Map<string, () => Response | Promise<Response>>();
  const answerFor = (address: string) => answer ?? [...answers].find(([part]) => address.includes(part))?.[1];
  const platform: Platform = {
    fetch: async (input, init) => {
      const own = answerFor(input instanceof Request ? input.url : String(input));
      return own ? own() : tenant.fetch(input, await sendable(init));
    },
    getToken: (scopes) => {
      const refusal = refuseToken?.(scopes);
      return refusal ? Promise.reject(refusal) : tenant.tokenFor(user.id, scopes);
    },
    account: { signIn: () => Promise.resolve() },
    now: () => new Date(shownClock),
    newKey: () => v7(),
    storage: device,
    configuration: tenant.configuration,
    host: {
      context: {
        place: 'content',
        subPage: '',
        meetingId: '',
        isMobile: false,
        entityId: 'department/regionservice',
        theme: 'default',
        language: 'sv',
        person: { id: user.id, name: user.name },
        loginHint: user.mail,
        tenantId: tenant.organisation.tenantId,
        ...context,
      },
      onThemeChange: () => {},
      notifyLoaded: () => (told.loaded += 1),
      notifySuccess: () => (told.succeeded += 1),
      onLeave: (listener) => (told.leave = listener),
      onBack: (listener) => (told.back = listener),
      showOnStage: (subPage) => {
        told.staged = subPage;
        return Promise.resolve(!isStageRefused);
      },
      ...((context.place === 'settings' || context.place === 'remove') && {
        tabDialog: {
          audience,
          ...(ownSite && { ownSite }),
          choose: (choice: TabChoice | undefined) => (told.choice = choice),
        },
      }),
    },
  };
  document.body.innerHTML = '<div id="root"></div>';
  const stop = await start(Promise.resolve(platform), document.getElementById('root') ?? document.body);
  return {
    tenant,
    told,
    answerAll: (next) => (answer = next),
    setClock: (next) => (shownClock = next),
    answerTo(part, next) {
      if (next) answers.set(part, next);
      else answers.delete(part);
    },
    close() {
      stop();
      tenant.close();
      remove();
    },
  };
}
