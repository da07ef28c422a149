import type { GapKind } from '../followup/gaps.ts';
import type { GapNote } from '../followup/gapNote.ts';
import { capital, list, number } from './enNumbers.ts';
import type { gaps as svGaps } from './svGaps.ts';

/** “Five of nine departments”. */
const of = (n: number, all: number) =>
  n === all
    ? all === 1
      ? 'The only department'
      : 'All departments'
    : `${capital(number(n))} of ${number(all)} departments`;

const kinds: Record<GapKind, (n: number, all: number) => string> = {
  noGoals: (n, all) => `${of(n, all)} ${n === 1 ? 'has' : 'have'} no goals`,
  someGoals: (n, all) => `${of(n, all)} ${n === 1 ? 'lacks' : 'lack'} some of the goals`,
  notAssigned: (n, all) => `${of(n, all)} ${n === 1 ? 'has' : 'have'} not assigned further to units`,
  unitsWithout: (n, all) => `${of(n, all)} ${n === 1 ? 'has' : 'have'} units without goals`,
  requested: (n, all) => `${of(n, all)} ${n === 1 ? 'has' : 'have'} requests that wait for an answer`,
  toTalk: (n, all) => `${of(n, all)} ${n === 1 ? 'has' : 'have'} units that want to talk about the goals`,
  noActivity: (n, all) => `${of(n, all)} ${n === 1 ? 'lacks' : 'lack'} activities`,
};

const short: Record<GapKind, string> = {
  noGoals: 'No goals',
  someGoals: 'Lacks a goal',
  notAssigned: 'Not assigned further',
  unitsWithout: 'Units without goals',
  requested: 'Requests wait',
  toTalk: 'Wants to talk',
  noActivity: 'No activity',
};

const reminded: Record<GapNote['state'], (name: string, day: string) => string> = {
  sending: (name, day) => `Reminder to ${name} ${day}, being sent`,
  sent: (name, day) => `${name} reminded ${day}`,
  unclear: (name, day) => `Reminder to ${name} ${day}, unclear whether it came through`,
};

/** What is missing, in the second language. */
export const gaps: typeof svGaps = {
  intro: 'This is missing, with what helps beside it. A gap goes away when it is filled.',
  none: 'No gaps right now. All departments have goals, have assigned them further and have something under way.',
  kinds,
  short,
  remedies: {
    assign: 'Assign',
    remind: 'Remind',
    talk: 'Plan a talk',
    ideas: 'Show ideas',
    dismiss: 'Put aside',
  },
  remedyFor: (remedy: string, department: string) => `${remedy}: ${department}`,
  reminds: (me: string, what: string) => `${me} reminds you of ${what}`,
  units: (names: readonly string[]) =>
    names.length === 0 ? '' : names.length > 3 ? `${number(names.length)} units` : list.format(names),
  reminded,
  dismissed: (n: number) => `Put aside (${n})`,
  restore: 'Take back',
  dismiss: {
    title: (department: string) => `Put aside: ${department}`,
    reason: 'Why is it no gap?',
    hint: 'Others who read will see what you write.',
    save: 'Put aside',
  },
  remind: {
    title: (department: string) => `Remind ${department}`,
    what: 'This is what the head reads',
    words: 'Text',
    send: (name: string) => `Send to ${name}`,
    already: (name: string) => `${name} has been reminded of it today.`,
    nobody: 'No head is entered for the department. Copy the text and send it in another way.',
    unclear: 'It is unclear whether the reminder came through. It is not sent again by itself.',
  },
  /** What a reminder says, by the gap that it is about. */
  messages: {
    noGoals: 'The department has no environmental goals yet.',
    someGoals: 'The department lacks some of the environmental goals.',
    notAssigned: 'The goals are not assigned to the units yet. It takes a minute.',
    unitsWithout: 'Some of your units have no goals yet. Assigning takes a minute.',
    requested: 'A unit has requested a goal and waits for an answer.',
    toTalk: 'A unit wants to talk about the goals before you agree.',
    noActivity: 'No activity is entered yet. One line will do, and what you do already counts too.',
  } satisfies Record<GapKind, string>,
  what: {
    noGoals: 'the goals of the department',
    someGoals: 'the goals of the department',
    notAssigned: 'assigning the goals',
    unitsWithout: 'assigning the goals',
    requested: 'a request',
    toTalk: 'a talk about the goals',
    noActivity: 'activities',
  } satisfies Record<GapKind, string>,
};
