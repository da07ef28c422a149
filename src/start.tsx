import { createRoot } from 'react-dom/client';
import { App, Bare } from './App.tsx';
import { ConfigurationWrong } from './configuration.ts';
import type { Environment, Platform } from './environment.ts';
import type { TroubleName } from './setup/TroublePage.tsx';
import { confirmedOnDisk } from './sync/confirmedOnDisk.ts';
import { forgetOthers, openDatabase } from './sync/database.ts';
import { pendingOnDisk } from './sync/pendingOnDisk.ts';
import type { SyncedSite } from './sync/site.ts';
import { type Disk, openStore } from './sync/store.ts';
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
    const environment: Environment = { ...platform, setup: { createLists: () => createLists(platform) } };
    const [text, theme, disk] = await Promise.all([
      textIn(host.context.language),
      fluentThemeOf(host.context.theme),
      diskOf(platform),
    ]);
    const store = await openStore({
      site: lazySite(platform),
      disk,
      person: host.context.person,
      now,
      newKey,
      later(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    });
    const gone = new AbortController();
    const { signal } = gone;
    window.addEventListener('online', () => store.refresh(), { signal });
    const onVisible = () => {
      if (document.visibilityState === 'visible') store.refresh();
    };
    document.addEventListener('visibilitychange', onVisible, { signal });
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
        />
      </Bare>,
    );
    return () => root.unmount();
  }
}

/** Graph's client and the lists are not needed to paint; they are fetched behind the first frame. */
function lazySite(platform: Platform): SyncedSite {
  let opened: Promise<SyncedSite> | undefined;
  const site = () =>
    (opened ??= Promise.all([import('./graph/client.ts'), import('./lists/site.ts')]).then(
      ([{ graphClient }, { openSite }]) =>
        openSite(graphClient(platform), platform.configuration.site, platform.now),
    ));
  return {
    read: async (readings) => (await site()).read(readings),
    find: async (list, key) => (await site()).find(list, key),
    create: async (change, commandKey) => (await site()).create(change, commandKey),
    update: async (change, over) => (await site()).update(change, over),
  };
}

async function createLists(platform: Platform): Promise<void> {
  const [{ graphClient, setupScopes }, { provision }] = await Promise.all([
    import('./graph/client.ts'),
    import('./lists/provision.ts'),
  ]);
  await provision(graphClient(platform, setupScopes), platform.configuration.site);
}

/** Private windows and full disks give no storage; the tab then works, and says that it cannot keep what is unsent. */
async function diskOf({ storage, configuration, host }: Platform): Promise<Disk | undefined> {
  const { tenantId, site } = configuration;
  const owner = `${tenantId}/${site.hostname}${site.path}/${host.context.person.id}`;
  try {
    const database = await openDatabase(storage, owner);
    // Cleaning up after others is not worth waiting for, and its failure not worth losing one's own disk for.
    void forgetOthers(storage, owner).catch(() => undefined);
    return { pending: pendingOnDisk(database), confirmed: confirmedOnDisk(database) };
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
