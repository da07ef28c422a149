import { app, pages } from '@microsoft/teams-js';
import type { HostContext, TabChoice, TabDialog } from '../environment.ts';

/**
 * The host's own dialog for a tab. Setting one up, its Save button stores what was chosen last; taking one away, its button
 * sleeps until the page is there, and then needs nothing of us.
 */
export async function openTabDialog(place: HostContext['place']): Promise<TabDialog> {
  let saved: TabChoice | undefined;
  if (place === 'remove') {
    pages.config.registerOnRemoveHandler((event) => event.notifySuccess());
    pages.config.setValidityState(true);
  } else {
    pages.config.registerOnSaveHandler((event) => {
      void save(saved).then(
        () => event.notifySuccess(),
        (failure: unknown) => event.notifyFailure(String(failure)),
      );
    });
  }
  const { channel, sharePointSite } = await app.getContext();
  const hostname = sharePointSite?.teamSiteDomain;
  const path = sharePointSite?.teamSitePath;
  return {
    audience: audienceOf(channel),
    ...(hostname && path ? { ownSite: { hostname, path } } : {}),
    choose(choice) {
      saved = choice;
      pages.config.setValidityState(choice !== undefined);
    },
  };
}

function audienceOf(channel: app.ChannelInfo | undefined): TabDialog['audience'] {
  if (!channel) return 'meeting';
  // As Teams writes it; an unknown kind is a channel like most.
  const kind: string | undefined = channel.membershipType;
  if (kind === 'Private') return 'privateChannel';
  return kind === 'Shared' ? 'sharedChannel' : 'channel';
}

async function save(choice: TabChoice | undefined): Promise<void> {
  if (!choice) throw new Error('Nothing has been chosen');
  const page = new URL(window.location.href);
  page.search = '';
  page.hash = '';
  await pages.config.setConfig({
    contentUrl: page.href,
    websiteUrl: page.href,
    // The same page: the host says that it stands in the dialog for taking the tab away.
    removeUrl: page.href,
    entityId: choice.entityId,
    suggestedDisplayName: choice.name,
  });
}
