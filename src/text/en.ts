import type { Text } from './sv.ts';

const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const number = (n: number) => words[n] ?? String(n);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = new Intl.ListFormat('en', { type: 'conjunction' });
const activities = (n: number) => `${number(n)} ${n === 1 ? 'activity' : 'activities'}`;
const units = (n: number) => `${number(n)} ${n === 1 ? 'unit' : 'units'}`;

const refusals: Record<Parameters<Text['refused']>[0], (limit: number) => string> = {
  titleMissing: () => 'Write a line about what you do.',
  titleTooLong: (limit) => `The text is too long for one line. There is room for ${limit} characters.`,
  goalMissing: () => 'Choose which goal it is for.',
  goalUnknown: () => 'The goal is no longer there. Choose another one.',
  goalNotThisYear: (year) => `The goal does not apply to ${year}. Choose another one.`,
  goalNotHeld: () => 'You do not hold that goal yourselves, so it cannot be assigned further.',
  unitUnknown: () => 'The unit is no longer there. Choose another one.',
  unitInactive: () => 'The unit has ended. Choose another one.',
  unitOutside: () => 'The unit does not belong here. Choose one in the list.',
  keyTaken: () => 'It is there already. Choose another name.',
};

/** The second language; the type makes a missing entry a compile error. */
export const en: Text = {
  language: 'en',
  app: 'Environmental goals',

  opening: {
    holds: (held, possible) =>
      held === 0 ? 'You hold no goals yet.' : `You hold ${held} of ${possible} goals.`,
    handedDown: (withGoals, all) => {
      if (all === 0) return '';
      if (withGoals === 0) return 'Nothing is assigned further.';
      if (withGoals === all) return all === 1 ? 'Your unit has goals.' : 'All units have goals.';
      return `${capital(number(withGoals))} of ${number(all)} units ${withGoals === 1 ? 'has' : 'have'} goals.`;
    },
    activities: (n) => `${capital(activities(n))} ${n === 1 ? 'is' : 'are'} logged.`,
    ordinary: (n) => (n === 0 ? '' : `And ${number(n)} ${n === 1 ? 'piece' : 'pieces'} of ordinary work.`),
    waiting: (n) =>
      n === 0 ? '' : `${capital(activities(n))} ${n === 1 ? 'waits' : 'wait'} for the unit to get the goal.`,
    first: 'These are your goals. Start by assigning them to the units, it takes a minute.',
  },
  next: {
    unitsWithoutGoals: (names) =>
      names.length > 3
        ? `${capital(units(names.length))} have no goals yet.`
        : `${list.format(names)} ${names.length === 1 ? 'has' : 'have'} no goals yet.`,
    logFirst: 'Write down something that you do for one of the goals.',
    askForGoals: 'Goals are assigned by whoever leads your part of the organisation.',
  },
  assign: {
    button: 'Assign goals',
    short: 'Assign',
    shortLabel: (unit) => `Assign goals to ${unit}`,
    title: 'Assign goals',
    intro: 'Tick the goals that each unit is to have. Nothing is saved until you press Save.',
    all: 'All goals to all',
    cell: (goal, unit) => `${goal} to ${unit}`,
    has: 'has the goal',
    new: (n) => (n === 0 ? 'None new' : `${n} new`),
    haveAll: (names) => `Hold all goals already: ${list.format(names)}.`,
    noUnits: 'There are no units here to assign to.',
    saved: (n) => `${capital(number(n))} ${n === 1 ? 'assignment' : 'assignments'} made.`,
  },
  log: {
    button: 'Log activity',
    title: 'Log activity',
    what: 'What do you do?',
    whatHint: 'One line is enough.',
    unit: 'Where?',
    goal: 'For which goal?',
    otherGoals: 'Goals that are not yours',
    kind: 'What kind of work is it?',
    saveAndNext: 'Save and write another',
    willWait: (unit) =>
      `${unit} does not hold that goal. The activity is saved and waits until the unit gets it.`,
    saved: (title) => `“${title}” is logged.`,
    savedWaiting: (title) => `“${title}” is saved and waits for the unit to get the goal.`,
  },
  goals: {
    title: 'Goals',
    none: 'The goals will stand here once they have been assigned.',
    measured: 'measured for the whole region',
    stageGoal: (title, year) => `Stage goal ${year}: ${title}`,
    standing: (unitCount, activityCount, hasUnits) =>
      capital([hasUnits ? units(unitCount) : '', activities(activityCount)].filter(Boolean).join(' · ')),
  },
  units: {
    title: 'Units',
    standing: (goals, activityCount) =>
      goals === 0 ? 'no goals' : `${goals} ${goals === 1 ? 'goal' : 'goals'} · ${activities(activityCount)}`,
    open: (unit) => `Open ${unit}`,
  },
  activities: {
    title: 'Activities',
    none: 'What you do will stand here. One line is enough to begin.',
    kinds: { targeted: 'Targeted', ordinary: 'We do this already', enabling: 'Enabling' },
    kindLines: {
      targeted: 'Something that you do for the sake of the goal.',
      ordinary: 'Ordinary work that contributes to the goal. Counted apart.',
      enabling: 'Something that lets others reach the goal.',
    },
    states: { planned: 'Planned', ongoing: 'Ongoing', done: 'Done', dropped: 'Dropped' },
    waiting: 'Waits for the goal',
    unsent: 'Not sent yet',
  },
  departments: {
    title: 'Departments',
    intro: 'Choose a department to see its goals and what is being done.',
    none: 'The departments of the organisation will stand here. They are entered during set-up.',
    back: 'Back',
  },
  tab: {
    title: 'Which department should the tab show?',
    intro:
      'Everybody in the channel sees the same department: its goals, units and activities. Choose, then press Save.',
    department: 'Department',
    choose: 'Choose a department',
    overview: 'All departments',
  },
  year: 'Year',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading …',
  sync: {
    saved: 'Saved',
    saving: (n) => `Saving ${n} …`,
    offline: (n) => (n === 0 ? 'Offline' : `Offline, ${n} waiting`),
    busy: (n) => (n === 0 ? 'SharePoint is busy' : `SharePoint is busy, ${n} waiting`),
    signedOut: (n) => (n === 0 ? 'Not signed in' : `Not signed in, ${n} waiting`),
    stopped: (n) => (n === 0 ? 'Cannot reach the lists' : `Cannot reach the lists, ${n} waiting`),
    needsYou: 'Needs you',
    loading: 'Loading …',
    notKept: 'This browser cannot save on the device. Keep the tab open until everything is sent.',
    setAside: (n) => `${capital(number(n))} ${n === 1 ? 'row' : 'rows'} in the lists cannot be read.`,
  },
  needsYou: {
    title: 'Needs you',
    some: (n) => `${capital(number(n))} ${n === 1 ? 'line' : 'lines'} could not be saved.`,
    show: 'Show',
    intro: 'This could not be saved. What you wrote is kept until you have decided.',
    assign: (goal, unit) => `Assign ${goal} to ${unit}`,
    log: (title) => `Log “${title}”`,
    forbidden: 'You may not change the list. Ask the owner of the site for the right to edit.',
    notFound: 'The row is no longer in the list.',
    invalid: 'SharePoint did not accept the row.',
    retry: 'Try again',
    discard: 'Remove',
    none: 'Everything is saved.',
  },
  trouble: {
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
  },
  refused: (code, limit) => refusals[code](limit),
};
