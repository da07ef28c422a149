import { capital, list, number } from './enNumbers.ts';
import type { setup as svSetup } from './svSetup.ts';

/** The same in the second language. */
export const setup: typeof svSetup = {
  title: 'Set-up and health check',
  intro:
    'Five steps from an empty site to a working tab. Run them as often as you like; what is there is left alone.',
  back: 'Back',
  steps: { signIn: 'Sign-in', site: 'Site', lists: 'Lists', rights: 'Rights', ready: 'Done' },
  states: { ok: 'Done', missing: 'Missing', failed: 'Needs mending', unknown: 'Not known' },
  checks: {
    host: 'The tab is open',
    signIn: 'Sign-in',
    consent: 'Consent',
    site: 'The site is there',
    rights: 'The right to read and write',
    lists: 'Lists',
    columns: 'Columns',
    indexes: 'Indexes and unique keys',
    choices: 'Choices in the lists',
    schema: 'The version of the lists',
    versions: 'History is kept',
    access: 'Only owners can write Settings',
  },
  reasons: {
    clickNeeded: { what: 'You need to sign in.', how: 'Press the button, and a window opens for it.' },
    cancelled: { what: 'Signing in was called off.', how: 'Try again, and agree in the window that opens.' },
    blocked: {
      what: 'The browser stopped the sign-in window.',
      how: 'Allow windows from this page and try again.',
    },
    consent: {
      what: 'The organisation has not consented to the service yet.',
      how: 'An administrator of Microsoft 365 consents once. Send the link there.',
    },
    guest: {
      what: 'You come from another organisation and were not let in.',
      how: 'Ask the owner of the site to invite you as a guest.',
    },
    otherPerson: {
      what: 'Another account signed in than yours in Teams.',
      how: 'Sign that account out in the browser and try again.',
    },
    notHandedOver: {
      what: 'Signing in went through but did not arrive here.',
      how: 'Try again. If that does not help, send the report to whoever published the service.',
    },
    offline: { what: 'Microsoft 365 cannot be reached.', how: 'Check the network and try again.' },
    signedOut: {
      what: 'You are not signed in.',
      how: 'Try again. If that does not help, sign out of Teams and in again.',
    },
    throttled: {
      what: 'SharePoint is busy.',
      how: 'Wait a minute and try again. What is done is done.',
    },
    unavailable: {
      what: 'SharePoint does not answer as it should.',
      how: 'It usually passes. Try again in a while.',
    },
    conflict: { what: 'Somebody else is changing the lists.', how: 'Wait a minute and try again.' },
    invalid: {
      what: 'SharePoint did not accept the question.',
      how: 'Send the report to whoever published the service.',
    },
    siteNotFound: {
      what: 'The site is not there, or you may not see it.',
      how: 'Whoever published the service checks site.hostname and site.path in config.json.',
    },
    forbidden: {
      what: 'You have no access to the site.',
      how: 'Ask an owner of the site to add you as a member. With Sites.Selected, an administrator grants the app access to the site.',
    },
    notOwner: {
      what: 'Only an owner of the site can do that.',
      how: 'Ask an owner to open this page.',
    },
    readOnly: {
      what: 'You may read, but not write.',
      how: 'To log activities, ask an owner of the site to make you a member.',
    },
    notOurs: {
      what: 'There are lists of those names that do not belong here. They are left alone.',
      how: 'An owner renames those lists in SharePoint, or chooses another site in config.json.',
    },
    wrongType: {
      what: 'The columns are of the wrong type. They are left alone.',
      how: 'An owner renames or removes them in the list settings. Then they are made anew here.',
    },
    incomplete: { what: 'This is missing.', how: 'An owner of the site makes it below.' },
    older: {
      what: 'The lists belong to an earlier version of the service.',
      how: 'An owner of the site upgrades them below. No row is lost.',
    },
    newer: {
      what: 'The lists belong to a later version than this tab.',
      how: 'Reload the tab for the new version.',
    },
    versionsOff: {
      what: 'The lists keep no versions, so their history cannot be shown.',
      how: 'An owner turns versions on in the list settings in SharePoint, under Versioning settings.',
    },
    membersWrite: {
      what: 'Others than the owners can write Settings.',
      how: 'An owner restricts the list with the commands in the administrator’s guide, section CLI for Microsoft 365. Then ask a member to open the health check again.',
    },
    rolesMissing: {
      what: 'Nobody is named as strategist yet, so it cannot be told who is an owner.',
      how: 'Name them under Roles in the menu of the overview.',
    },
    noWitness: {
      what: 'It cannot be seen unless somebody else tries.',
      how: 'Ask a colleague who is a member to open the health check. Send the link there.',
    },
    notTried: { what: 'The health check tries it.', how: 'You start it at the bottom.' },
    earlier: { what: 'It cannot be seen yet.', how: 'An earlier step has to be done first.' },
  },
  seenAt: (when) => `Seen by a colleague ${when}.`,
  looking: 'Looking …',
  lookFailed: 'It was not possible to look. Check the network and try again.',
  lookAgain: 'Look again',
  signIn: 'Sign in',
  consentLink: 'Link for an administrator’s consent',
  plan: {
    title: 'This will be made',
    lists: (n) => (n === 1 ? 'One list' : `${capital(number(n))} lists`),
    columns: (n) => (n === 1 ? 'One column' : `${capital(number(n))} columns`),
    indexes: (n) => (n === 1 ? 'One index' : `${capital(number(n))} indexes`),
    choices: (n) => (n === 1 ? 'Changed choices in one column' : `Changed choices in ${number(n)} columns`),
    schema: 'The lists are taken to the new version. No row is lost.',
    names: (names) => list.format(names),
    needs:
      'Only an owner of the site can do it. Microsoft asks once for the right Sites.Manage.All; it is used here alone.',
  },
  create: 'Create',
  upgrade: 'Upgrade the lists',
  goOn: 'Go on where it stopped',
  progress: (name, done, total) => `${done} of ${total} lists done. Now: ${name}.`,
  asking: 'Waiting for consent …',
  stopped: 'It stopped on the way. What has been made is kept.',
  made: 'Everything has been made.',
  everything: 'Everything that is needed is there.',
  members: {
    who: 'Everybody who logs activities must be a member of this very site, whatever team holds the tab. Whoever only reads can be a visitor.',
    how: 'An owner adds them in SharePoint, under Settings and Site permissions.',
    open: 'Open the site',
    link: 'Link for a colleague',
    linkLabel: 'Environmental goals: health check',
  },
  config: {
    what: 'Put this into config.json, and no device has to look the lists up.',
    copy: 'Copy config.json',
    later: 'Once the lists are there, the text for config.json stands here.',
  },
  health: {
    what: 'The health check tries what only trying can tell, on rows that are shown nowhere.',
    run: 'Run the health check',
    running: 'Checking …',
    good: 'Everything is as it should be.',
    attention: (n) =>
      n === 1 ? 'One thing needs attention.' : `${capital(number(n))} things need attention.`,
    copy: 'Copy report',
  },
  done: 'To the overview',
  notices: {
    newer:
      'There is a newer version of the service, and the lists belong to it. Here you can only read. What waits is sent once you have reloaded the tab.',
    reload: 'Reload',
    older:
      'The lists need to be upgraded before anything can be saved there. What you write stays on the device and is sent afterwards. An owner of the site upgrades under Set-up and health check in the menu of the overview.',
  },
};
