import { capital, list, number } from './enNumbers.ts';
import type { panel as words } from './svPanel.ts';

const activities = (n: number) => `${number(n)} ${n === 1 ? 'activity' : 'activities'}`;

export const panel: typeof words = {
  help: 'Help',
  more: 'More',
  copyLink: 'Copy link',
  link: 'Link',
  linkCopied: 'The link is copied',
  linkSelected: 'The link is selected. Copy it with Ctrl+C.',
  linkGone: 'The link leads to something that is no longer there.',
  countdown: (period, days) => {
    if (days < 0) return `${period}: still open`;
    if (days === 0) return `${period}: last day today`;
    return `${period}: ${days === 1 ? 'one day' : `${days} days`} left`;
  },
  denied: {
    everything: 'You can read but not change. Ask the owner of the site for the right to edit.',
    activities: 'You cannot log or change activities. Ask the owner of the site for the right to edit.',
    assignments: 'You cannot assign or answer goals. Ask the owner of the site for the right to edit.',
    measurements: 'You cannot enter outcomes. Ask an owner of the site for the right to edit.',
    organisation: 'Only an owner of the site can change the organisation.',
    goals: 'Only an owner of the site can change the goals and the indicators.',
    again: 'Try again',
  },
  tools: {
    whose: 'Which activities?',
    all: 'All',
    mine: 'Mine',
    waiting: 'Waiting',
    search: 'Search the activities',
    searchShort: 'Search',
    order: 'Order',
    orders: { latest: 'Latest first', goal: 'By goal', unit: 'By unit' },
    shown: (n, all) => (n === 0 ? '' : `${capital(activities(n))} of ${number(all)} shown.`),
    noHits: 'No activity fits your search.',
    clear: 'Show all',
  },
  tips: {
    title: 'How to get going',
    close: 'Close the help',
    done: 'Done',
    assign: 'Assign the goals',
    assignLine: 'Choose which goals each unit gets. Everything is ticked, so saving is enough.',
    unitsWrite: 'The units write what they do',
    youWrite: 'Write what you do',
    writeLine: 'One line is enough. What you already do counts too.',
    follow: 'You see how it goes',
    followLine: 'Goal by goal, on this page. Nothing has to be written twice.',
  },
  goal: {
    theme: 'Theme',
    howFollowed: 'How the goal is followed up',
    measuredAndCarried: 'It is measured for the whole region, and you contribute with activities.',
    measuredOnly: 'It is measured for the whole region. No activities are linked to it.',
    carriedOnly: 'It is followed up through what you do.',
    stageGoals: 'Stage goals',
    by: (day) => `by ${day}`,
    status: 'Latest assessment',
    saidBy: (unit, name, on) => [unit, name, on].filter(Boolean).join(' · '),
    heldBy: 'Units that hold the goal',
    heldByAll: 'All units hold the goal.',
    heldByNone: 'No unit has been given the goal yet.',
    heldByThese: (names) => `${list.format(names)}.`,
    activities: 'Activities for the goal',
    noActivities: 'What you do for the goal will stand here.',
    log: 'Log activity for the goal',
    backTo: (goal) => `Back to ${goal}`,
    gone: 'The goal is no longer there.',
  },
};
