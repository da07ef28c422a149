import type { FindPeople, Files, Notify, Platform, Setup, Snapshots } from './environment.ts';
import { graphClient } from './graph/client.ts';
import { notifier, notifyScopes } from './graph/notify.ts';
import { findPeople, peopleScopes } from './graph/people.ts';
import { fileTroubleOf, type Library, openLibrary } from './lists/files.ts';
import { savedSnapshots } from './lists/savedSnapshots.ts';
import { openSetup } from './lists/setup.ts';

/** What screens ask of Graph beside the lists; fetched when it is first asked for. */
export type Reach = {
  readonly findPeople: FindPeople;
  readonly notify: Notify;
  readonly files: Files;
  readonly snapshots: Snapshots;
  readonly setup: Setup;
};

export function openReach(platform: Platform): Reach {
  const { site } = platform.configuration;
  let library: Library | undefined;
  const opened = () => (library ??= openLibrary(graphClient(platform), platform.fetch, site));
  return {
    findPeople: findPeople(graphClient(platform, peopleScopes)),
    notify: notifier(graphClient(platform, notifyScopes), () => platform.now().getTime()),
    files: {
      async save(path, content) {
        try {
          return { url: await opened().save(path, content) };
        } catch (failure) {
          return fileTroubleOf(failure);
        }
      },
    },
    snapshots: savedSnapshots(opened),
    setup: openSetup({
      graphFor: (scopes) => graphClient(platform, scopes),
      getToken: platform.getToken,
      where: site,
      personId: platform.host.context.person.id,
      now: platform.now,
    }),
  };
}
