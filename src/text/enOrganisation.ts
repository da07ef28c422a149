import { capital, number } from './enNumbers.ts';
import type { organisation as swedish } from './svOrganisation.ts';

const units = (n: number) => (n === 1 ? 'one unit' : `${number(n)} units`);
const activities = (n: number) => (n === 1 ? 'one activity' : `${number(n)} activities`);
const goals = (n: number) => (n === 1 ? 'one assigned goal' : `${number(n)} assigned goals`);

export const organisation: typeof swedish = {
  title: 'Organisation',
  back: 'Back to the overview',
  intro: (n) =>
    n === 0
      ? ''
      : `${capital(units(n))} in order from the top. Choose one to change its name, heads or place.`,
  begin: 'Enter the organisation',
  empty: 'The organisation will stand here: the region at the top, its board below it, then the departments.',
  nextBoard: 'The next step is a board below it: it assigns the goals to the departments.',
  nextDepartment: 'The next step is the first department.',
  importAll: 'Read the whole organisation from a file',
  search: 'Search the organisation',
  noHits: 'No unit is called that.',
  closedToo: 'Show closed',
  more: (n) => `Show ${number(n)} more`,
  tree: 'The organisation',
  openBelow: (title) => `Show the units below ${title}`,
  shutBelow: (title) => `Hide the units below ${title}`,
  levels: { region: 'Region', board: 'Board', department: 'Department', unit: 'Unit' },
  characters: { operational: 'Operational', administrative: 'Administrative' },
  characterHints: {
    operational: 'Meets those whom the organisation is for, or sees to what they need.',
    administrative: 'Supports and steers: staff, finance, personnel.',
  },
  headIs: (name) => `headed by ${name}`,
  noHead: 'no head entered',
  below: (n) => (n === 0 ? '' : `${units(n)} below`),
  closed: 'Closed',
  addBelow: (title) => `Add below ${title}`,
  addFirst: { region: 'Add your region', board: 'Add a board', department: 'Add a department' },
  add: {
    title: 'Add',
    under: (title) => `Below ${title}`,
    level: 'What is it?',
    save: 'Add',
    closedTwin: 'There is a closed one of that name here. Reopen that one instead.',
  },
  form: {
    name: 'Name',
    character: 'Character',
    heads: 'Heads',
    headsHint: 'The head gets questions and reminders in Teams. In their absence the acting head does.',
    roles: { head: 'Head', acting: 'Acting head', delegate: 'Has the task from the head' },
    nobody: 'Nobody',
    change: 'Change',
    changeOf: (role) => `Change: ${role}`,
  },
  acts: {
    label: 'Other',
    open: 'Open the page',
    up: 'Move up',
    down: 'Move down',
    move: 'Move elsewhere',
    merge: 'Merge with another',
    close: 'Close',
    reopen: 'Reopen',
  },
  place: {
    search: 'Search where',
    choose: 'Where to?',
    other: 'Choose another',
    more: (n) => `${capital(number(n))} more. Write a few letters to find the right one.`,
  },
  reading: 'Reading what stands there …',
  failed: 'What stands there could not be read just now.',
  again: 'Try again',
  move: {
    title: (title) => `Move ${title}`,
    what: (title, from, to, below) =>
      below === 0
        ? `${title} moves from ${from} to ${to}.`
        : `${title} moves from ${from} to ${to} with its ${below === 1 ? 'unit' : units(below)}.`,
    first: (title, to) => `${title} moves to ${to}.`,
    goals: (n) => (n === 0 ? 'No assigned goals come along.' : `${capital(goals(n))} come along.`),
    same: 'The department is the same, so nothing else changes.',
    nothingElse: 'The units below and all that they have come along.',
    earlier: (to) => `Earlier years stay as they were written, and are seen with ${to} as well.`,
    frozen: (year) => `${year} is closed. What stands there stays, and is still seen with the unit.`,
    ask: (n) => `Should this year’s activities (${n}) come along?`,
    bring: 'Yes, bring them',
    bringMeans: (title, to) => `They count with ${title} and ${to}.`,
    leave: 'No, leave them',
    leaveMeans: (title, from) =>
      `They become ${from}’s own and count there. ${title} starts without activities this year.`,
    waits: (n, from) =>
      `${capital(activities(n))} will then count under no goal, since ${from} does not have it.`,
    save: 'Move',
    choose: 'Choose where it goes.',
  },
  merge: {
    title: (title) => `Merge ${title} with another`,
    into: (title) => `What should ${title} become part of?`,
    what: (title, into) => `${title} becomes part of ${into} and is closed.`,
    below: (n, into) => (n === 0 ? '' : `${capital(units(n))} below come along to ${into}.`),
    gains: (into, names) => `${into} gets ${names}.`,
    lacks: (into, names) =>
      `${into} cannot get ${names}: it has not been assigned there from above. Activities for that goal alone wait until it has.`,
    noGoals: (into) => `${into} has all the goals already.`,
    activities: (n, into) =>
      n === 0
        ? 'There are no activities this year to bring.'
        : `This year’s activities (${n}) count with ${into}.`,
    past: (title) => `What has been stays, and can be read under ${title}.`,
    save: 'Merge',
    choose: 'Choose what it should become part of.',
  },
  close: {
    title: (title) => `Close ${title}`,
    has: (goalCount, activityCount, year) =>
      goalCount + activityCount === 0
        ? `It has neither goals nor activities in ${year}.`
        : `It has ${goals(goalCount)} and ${activities(activityCount)} in ${year}.`,
    means:
      'No goals can be assigned to it and nothing can be logged there. What there is stays and can be read, but does not count in the overview, not for earlier years either. What is closed and reported does not change.',
    instead: 'Should somebody else take over what it does? Merge it with another instead.',
    save: 'Close',
  },
};
