import { createRoot } from 'react-dom/client';
import { App, Bare } from './App.tsx';
import { ConfigurationWrong } from './configuration.ts';
import type { Drafts, Environment, Platform } from './environment.ts';
import type { Reach } from './reach.ts';
import type { TroubleName } from './setup/TroublePage.tsx';
import { confirmedOnDisk } from './sync/confirmedOnDisk.ts';
import {
  type Addresses,
  addressesOnDisk,
  draftsOnDisk,
  forgetOthers,
  forgetOwn,
  openDatabase,
} from './sync/database.ts';
import { pendingOnDisk } from './sync/pendingOnDisk.ts';
import type { SyncedSite } from './sync/site.ts';
import type { Store } from './sync/snapshot.ts';
import { openStore } from './sync/store.ts';
import type { Disk } from './sync/storeParts.ts';
import { aloneTabs, browserTabs } from './sync/tabs.ts';
import { deepLink, kaskadAppId } from './teams/deepLink.ts';
import { HostMissing } from './teams/host.ts';
import { type Text, sv } from './text/sv.ts';
import { fluentThemeOf } from './themes.ts';

/**
 * Platform → store → screen; the one place that wires. Whatever goes wrong ends in a page with words. Gives back how to
 * take it all down again.
 */
export async function start(opening: Promise<Platform>, element: Element): Promise<() => void> {
  const root = createRoot(element);
  try {
    const platform = await opening;
    const { host, now, newKey } = platform;
    host.notifyLoaded();
    const [text, theme, disk] = await Promise.all([
      textIn(host.context.language),
      fluentThemeOf(host.context.theme),
      diskOf(platform),
    ]);
    const environment = environmentOn(platform, disk?.drafts ?? noDrafts);
    const store = await openStore({
      site: lazySite(platform, disk?.addresses),
      disk,
      // What is not on a shared disk cannot be sent by another tab.
      tabs: disk ? browserTabs(ownerOf(platform)) : aloneTabs(),
      person: host.context.person,
      now,
      newKey,
      random: Math.random,
      later(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      async hire() {
        const [{ decide }, { openAuthor }, { openCourier }, { countUnit }] = await Promise.all([
          import('./decide.ts'),
          import('./sync/author.ts'),
          import('./sync/courier.ts'),
          import('./countUnit.ts'),
        ]);
        return { decide, openAuthor, openCourier: (own) => openCourier({ ...own, count: countUnit }) };
      },
    });
    const gone = new AbortController();
    const { signal } = gone;
    window.addEventListener('online', () => store.refresh(), { signal });
    window.addEventListener('pagehide', () => store.setVisible(false), { signal });
    const onVisible = () => store.setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', onVisible, { signal });
    host.onLeave(() => {
      store.setVisible(false);
      return untilSent(store);
    });
    root.render(<App environment={environment} store={store} text={text} theme={theme} />);
    return () => {
      gone.abort();
      store.close();
      root.unmount();
    };
  } catch (failure) {
    const [text, { TroublePage }] = await Promise.all([
      textIn(navigator.language.toLowerCase().startsWith('en') ? 'en' : 'sv'),
      import('./setup/TroublePage.tsx'),
    ]);
    root.render(
      <Bare text={text}>
        <TroublePage
          trouble={troubleOf(failure)}
          report={String(failure)}
          onAgain={() => window.location.reload()}
          alone={failure instanceof HostMissing ? failure : undefined}
        />
      </Bare>,
    );
    return () => root.unmount();
  }
}

/** What screens ask of Graph beside the lists is fetched when it is first asked for; without the network, anew the next time. */
function environmentOn(platform: Platform, drafts: Drafts): Environment {
  let opening: Promise<Reach> | undefined;
  const reach = () =>
    (opening ??= import('./reach.ts').then(
      ({ openReach }) => openReach(platform),
      (failure: unknown) => {
        opening = undefined;
        throw failure;
      },
    ));
  return {
    ...platform,
    drafts,
    setup: async () => (await reach()).setup,
    findPeople: async (typed) => (await reach()).findPeople(typed),
    notify: async (notification) => (await reach()).notify(notification),
    files: { save: async (...asked) => (await reach()).files.save(...asked) },
    snapshots: {
      save: async (...asked) => (await reach()).snapshots.save(...asked),
      read: async (...asked) => (await reach()).snapshots.read(...asked),
    },
    linkTo: (subPage, label) => deepLink(platform.configuration.appId ?? kaskadAppId, subPage, label),
  };
}

/** A host that is leaving waits little longer, and what is unsent lies on the device. */
const leavingMs = 2_000;

/** Resolves when nothing waits any more, or when it takes too long. */
function untilSent(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.snapshot().waiting.length === 0) end();
    };
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, leavingMs);
    const unsubscribe = store.subscribe(look);
    look();
  });
}

/** Graph's client and the lists are not needed to paint; they are fetched behind the first frame. */
function lazySite(platform: Platform, addresses: Addresses | undefined): SyncedSite {
  let opened: Promise<SyncedSite> | undefined;
  const site = () =>
    (opened ??= Promise.all([import('./graph/client.ts'), import('./lists/site.ts')]).then(
      ([{ graphClient }, { openSite }]) =>
        openSite(graphClient(platform), platform.configuration.site, platform.now, addresses),
      (failure: unknown) => {
        // Without the network; it is fetched anew the next time.
        opened = undefined;
        throw failure;
      },
    ));
  return { talk: async (asks) => (await site()).talk(asks) };
}

/** One tenant, site and user: what lies on the device for them is nobody else's. */
function ownerOf({ configuration, host }: Platform): string {
  const { tenantId, site } = configuration;
  return `${tenantId}/${site.hostname}${site.path}/${host.context.person.id}`;
}

const noDrafts: Drafts = {
  read: () => Promise.reject(new Error('This browser keeps nothing')),
  write: () => Promise.reject(new Error('This browser keeps nothing')),
};

/** Private windows and full disks give no storage; the tab then works, and says that it cannot keep what is unsent. */
async function diskOf(
  platform: Platform,
): Promise<(Disk & { addresses: Addresses; drafts: Drafts }) | undefined> {
  const { storage } = platform;
  const owner = ownerOf(platform);
  try {
    const database = await openDatabase(storage, owner);
    // Cleaning up after others is not worth waiting for, and its failure not worth losing one's own disk for.
    void forgetOthers(storage, owner).catch(() => undefined);
    return {
      pending: pendingOnDisk(database),
      confirmed: confirmedOnDisk(database),
      addresses: addressesOnDisk(database),
      drafts: draftsOnDisk(database),
      forget: () => forgetOwn(storage, database, owner),
    };
  } catch {
    return undefined;
  }
}

async function textIn(language: 'sv' | 'en'): Promise<Text> {
  return language === 'sv' ? sv : (await import('./text/en.ts')).en;
}

function troubleOf(failure: unknown): TroubleName {
  if (failure instanceof HostMissing) return failure.reason;
  // What `fetch` throws when nothing answers.
  if (failure instanceof TypeError) return 'offline';
  return failure instanceof ConfigurationWrong ? 'configuration' : 'screen';
}
