import { pages } from '@microsoft/teams-js';
import type { TabChoice } from '../environment.ts';

/** Set-up of a tab: the host's own Save button stores what was chosen last. Gives back how to choose. */
export function openTabSettings(): (choice: TabChoice | undefined) => void {
  let saved: TabChoice | undefined;
  pages.config.registerOnSaveHandler((event) => {
    void save(saved).then(
      () => event.notifySuccess(),
      (failure: unknown) => event.notifyFailure(String(failure)),
    );
  });
  return (choice) => {
    saved = choice;
    pages.config.setValidityState(choice !== undefined);
  };
}

async function save(choice: TabChoice | undefined): Promise<void> {
  if (!choice) throw new Error('Nothing has been chosen');
  const page = new URL(window.location.href);
  page.search = '';
  page.hash = '';
  await pages.config.setConfig({
    contentUrl: page.href,
    websiteUrl: page.href,
    entityId: choice.entityId,
    suggestedDisplayName: choice.name,
  });
}
