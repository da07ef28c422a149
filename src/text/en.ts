import { capital, list, number } from './enNumbers.ts';
import type { Text } from './sv.ts';

const activities = (n: number) => `${number(n)} ${n === 1 ? 'activity' : 'activities'}`;
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const units = (n: number) => `${number(n)} ${n === 1 ? 'unit' : 'units'}`;

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
    answer: (n) => `${capital(number(n))} ${n === 1 ? 'request waits' : 'requests wait'} for you.`,
    give: 'Assign the goal to the unit, and what waits will count.',
    ask: 'Ask for the goal, and what you already do will count.',
    logFirst: 'Write down something that you do for one of the goals.',
    askForGoals: 'Goals are assigned by whoever leads your part of the organisation.',
  },
  steps: {
    assign: 'Assign goals',
    assignShort: 'Assign',
    assignTo: (unit) => `Assign goals to ${unit}`,
    log: 'Log activity',
    answer: 'Show the requests',
    ask: 'Ask for a goal',
    back: 'Back',
  },
  goals: {
    title: 'Goals',
    none: 'The goals will stand here once they have been assigned.',
    measured: 'measured for the whole region',
    notCarried: 'without activities of its own',
    statuses: { onPlan: 'On plan', atRisk: 'At risk', offPlan: 'Off plan', none: 'Not assessed' },
    stageGoal: (title, year) => `Stage goal ${year}: ${title}`,
    standing: (unitCount, activityCount, hasUnits) =>
      capital([hasUnits ? units(unitCount) : '', activities(activityCount)].filter(Boolean).join(' · ')),
  },
  units: {
    title: 'Units',
    standing: (goals, activityCount) =>
      goals === 0 ? 'no goals' : `${goals} ${goals === 1 ? 'goal' : 'goals'} · ${activities(activityCount)}`,
    agreed: (on) => (on === '' ? 'agreed' : `agreed ${days.format(new Date(on))}`),
    discuss: 'wants to talk',
  },
  activities: {
    title: 'Activities',
    none: 'What you do will stand here. One line is enough to begin.',
    kinds: { targeted: 'Targeted', ordinary: 'We do this already', enabling: 'Enabling' },
    states: { planned: 'Planned', ongoing: 'Ongoing', done: 'Done', dropped: 'Dropped' },
    waiting: 'Waits for the goal',
    unsent: 'Not sent yet',
    more: (n) => `Show ${n} more`,
  },
  year: 'Year',
  loading: 'Loading …',
  sync: {
    saved: 'Saved',
    saving: (n) => `Saving ${n} …`,
    offline: (n) => (n === 0 ? 'Offline' : `Offline: ${n} waiting`),
    busy: 'Waiting for SharePoint',
    againIn: (seconds) => `, trying again in ${seconds} s`,
    signedOut: (n) => (n === 0 ? 'Not signed in' : `Not signed in: ${n} waiting`),
    stopped: (n) => (n === 0 ? 'Cannot reach the lists' : `Cannot reach the lists: ${n} waiting`),
    needsYou: 'Needs you',
    loading: 'Loading …',
  },
};
