import type { trouble as svTrouble } from './svTrouble.ts';

/** The same pages in the second language. */
export const trouble: typeof svTrouble = {
  again: 'Try again',
  report: 'Copy fault report',
  copied: 'Copied',
  details: 'Technical details',
  alone: {
    title: 'Open the tab in Teams',
    body: 'This page is shown in Microsoft Teams. Open Teams and go to the channel that has the tab.',
  },
  silent: {
    title: 'Teams does not answer',
    body: 'The tab waited for Teams without an answer. Reload the tab. If that does not help, restart Teams.',
  },
  configuration: {
    title: 'The service is not fully set up',
    body: 'The file config.json is missing or wrong. Whoever published the service needs to mend it. Copy the fault report and send it there.',
  },
  offline: {
    title: 'No connection',
    body: 'SharePoint cannot be reached right now. Check the network. The tab tries again by itself.',
  },
  throttled: { title: 'SharePoint is busy', body: 'The tab waits a while and tries again by itself.' },
  unavailable: {
    title: 'SharePoint does not answer as it should',
    body: 'It usually passes. The tab tries again by itself.',
  },
  conflict: { title: 'The lists are being changed', body: 'The tab tries again by itself.' },
  signedOut: {
    title: 'You are not signed in',
    body: 'Teams could not sign you in. Try again. If that does not help, sign out of Teams and in again.',
  },
  forbidden: {
    title: 'You have no access',
    body: 'Ask the owner of the site for the environmental goals to add you as a member or visitor.',
  },
  notFound: {
    title: 'The site is not there',
    body: 'The site with the lists cannot be found. Whoever set up the service needs to check the address in config.json.',
  },
  listMissing: {
    title: 'The lists have not been created yet',
    body: 'The site is there, but not the lists for goals and activities. The owner of the site can create them here.',
  },
  createLists: 'Create the lists',
  creatingLists: 'Creating the lists …',
  createFailed: 'The lists could not be created. You need to own the site and be granted Sites.Manage.All.',
  invalid: {
    title: 'SharePoint did not understand the question',
    body: 'Copy the fault report and send it to whoever set up the service.',
  },
  roomUnknown: {
    title: 'The department is no longer there',
    body: 'The tab is set to a department that the organisation does not have. Remove the tab and add it again to choose another.',
  },
  screen: {
    title: 'Something went wrong on the screen',
    body: 'What you have saved is kept. Reload the tab.',
  },
  forgotten: {
    title: 'This device has forgotten',
    body: 'Nothing of Environmental goals is left on the device. Reload the tab to read everything anew from SharePoint.',
  },
  reload: 'Reload',
};
