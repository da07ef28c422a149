import { meeting } from '@microsoft/teams-js';

/** Shows this page, opened on a page within it, on the meeting's big screen; false when the host or the user says no. */
export async function showOnStage(subPage: string): Promise<boolean> {
  const url = new URL(window.location.href);
  url.hash = '';
  url.searchParams.set('show', subPage);
  return new Promise((resolve) => {
    try {
      meeting.shareAppContentToStage((error, isShown) => resolve(!error && isShown === true), url.href);
    } catch {
      // teams-js refuses by itself outside of a meeting.
      resolve(false);
    }
  });
}
