import { signInTroubles } from './enSignIn.ts';
import type { trouble as svTrouble } from './svTrouble.ts';

/** The same pages in the second language. */
export const trouble: typeof svTrouble = {
  again: 'Try again',
  report: 'Copy fault report',
  copied: 'Copied',
  details: 'Technical details',
  ...signInTroubles,
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
    body: 'Press Sign in. If that does not help, sign out of Teams and in again.',
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
    body: 'The site is there, but not all lists for goals and activities. The owner of the site can create them here.',
  },
  olderSchema: {
    title: 'The lists need to be upgraded',
    body: 'The tab is newer than the lists of the site. The owner of the site upgrades them here. No row is lost.',
  },
  begin: 'Begin the set-up',
  inspect: 'Check the set-up',
  wrongIn: (why) => wrongIn(why),
  invalid: {
    title: 'SharePoint did not understand the question',
    body: 'The lists may have been changed, or be somebody else’s. Check the set-up, or copy the fault report to whoever set up the service.',
  },
  roomUnknown: {
    title: 'The department is no longer there',
    body: 'The tab is set to a department that the organisation does not have. Remove the tab and add it again to choose another.',
  },
  screen: {
    title: 'Something went wrong on the screen',
    body: 'What you have saved is kept. Reload the tab.',
  },
  newerVersion: {
    title: 'A newer version is ready',
    body: 'This belongs to the older version and is not there any more. Reload to go on in the new one. What you have saved is still there.',
  },
  partMissing: {
    title: 'A part of the tab did not arrive',
    body: 'Check the network and reload. What you have saved is still there.',
  },
  forgotten: {
    title: 'This device has forgotten',
    body: 'Nothing of Environmental goals is left on the device. Reload the tab to read everything anew from SharePoint.',
  },
  reload: 'Reload',
};

function wrongIn(why: string): string {
  if (why === '' || why.startsWith('HTTP'))
    return `The file is not there${why === '' ? '' : ` (${why})`}. It belongs beside index.html.`;
  if (why === 'JSON')
    return 'The file is not valid JSON. Compare it with the example in the administrator’s guide.';
  if (why === '?') return 'The file has to be an object with clientId, tenantId and site.';
  return `The field ${why} is missing or wrong. ${forms[why] ?? formOf(why)}`;
}

const id = 'It has to be an id like 00000000-0000-0000-0000-000000000000.';
const forms: Readonly<Record<string, string>> = {
  clientId: `${id} It stands on the app’s page in Entra.`,
  tenantId: `${id} It stands on the app’s page in Entra.`,
  appId: `${id} It is the id of the app in the Teams package.`,
  siteScope: 'It has to be Sites.Selected or Sites.ReadWrite.All, or be taken away.',
  site: 'It has to be an object with hostname and path.',
  'site.hostname': 'It has to be like contoso.sharepoint.com, without https://.',
  'site.path': 'It has to be like /sites/miljomal.',
  'site.ids': 'It has to be an object with siteId and lists, or be taken away.',
  'site.ids.siteId': 'Copy it from Set-up and health check, or take site.ids away.',
  'site.ids.lists': 'It has to be an object with the ids of the lists, or take site.ids away.',
};
const formOf = (why: string) => (why.startsWith('site.ids.lists.') ? `${id} Or take site.ids away.` : '');
