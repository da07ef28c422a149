import { list, number } from './enNumbers.ts';
import type { dialogues as svDialogues } from './svDialogues.ts';

/** Talks with the heads of departments, in the second language. */
export const dialogues: typeof svDialogues = {
  intro:
    'Talks with the heads of departments about the goals. The agenda shows what a department has and what is missing.',
  none: 'No talk noted this year',
  last: (day, head) => (head === '' ? `Last ${day}` : `Last ${day} with ${head}`),
  open: 'Agenda',
  openFor: (department) => `Agenda for a talk with ${department}`,
  title: (department) => `Talk with ${department}`,
  head: (name) => `Head: ${name}`,
  noHead: 'No head is entered.',
  goals: 'The goals',
  gaps: 'To talk about',
  noGaps: 'Nothing is missing. Ask what goes well and what others can learn from.',
  gap: {
    noGoals: 'The department has no goals.',
    someGoals: 'The department lacks some of the goals.',
    notAssigned: 'The goals are not assigned to the units.',
    unitsWithout: 'Some units have no goals.',
    requested: 'Units have requested goals and wait for an answer.',
    toTalk: 'Units want to talk about the goals.',
    noActivity: 'No activity is entered.',
  },
  ideas: 'Ideas to bring up',
  noIdeas: 'No ideas fit the goals of the department yet.',
  earlier: 'Earlier talks',
  note: 'Note a talk',
  day: 'Day',
  with: 'With whom?',
  about: 'Talked about',
  notes: 'Notes',
  notesHint: 'Everybody who can read the lists sees what you write.',
  save: 'Save the talk',
  talkedAbout: (goals) => (goals.length === 0 ? '' : `About ${list.format(goals)}`),
  count: (n) => (n === 1 ? 'one talk' : `${number(n)} talks`),
};
