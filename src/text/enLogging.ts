import { capital, number } from './enNumbers.ts';
import type { logging as sv } from './svLogging.ts';

const rows = (n: number) => (n === 1 ? 'one line' : `${number(n)} lines`);

/** The words of logging in the second language. */
export const logging: typeof sv = {
  me: 'Me',
  nobody: 'nobody yet',
  change: 'Change',
  changePerson: 'Change who is responsible',
  more: 'More',
  less: 'Less',
  several: 'The activity is for several goals',
  stageGoal: 'Which stage goal does it lead to?',
  noStageGoal: 'None in particular',
  unsaved: 'What you have written is not saved.',
  throwAway: 'Throw it away',
  person: {
    chosen: 'Chosen',
    show: 'Show suggestions',
    suggestions: 'Suggestions',
    remove: (name) => `Remove ${name}`,
    asText: (name) => `Write “${name}” as text`,
    isText: 'The name is saved as text.',
    unknown: 'Nobody in the directory has that name. It is saved as text.',
    unreachable: 'The directory cannot be reached. Write the name, and it is saved as text.',
  },
  comments: {
    title: (n) => (n === 0 ? 'Comments' : `Comments (${n})`),
    list: 'Comments',
    none: 'Write how it goes, or what others should know.',
    write: 'Write a comment',
    send: 'Comment',
    someone: 'Somebody',
  },
  goOn: {
    title: (year) => `Continue from ${year}`,
    left: (n, year) =>
      `${capital(number(n))} ${n === 1 ? 'activity' : 'activities'} of ${year} ${n === 1 ? 'has' : 'have'} not ended.`,
    intro: (year) =>
      `Choose what becomes of each. What continues is logged anew for ${year}, with the same person and description. Nothing is saved until you press Save.`,
    reading: 'Fetching …',
    none: (year) => `There is nothing of ${year} to continue with.`,
    failure: (year) => `${year} cannot be fetched right now.`,
    all: 'Continue with all that are under way',
    what: (title) => `What becomes of “${title}”?`,
    choices: { leave: 'Leave it', continue: 'Continue', done: 'Done', dropped: 'End it' },
    otherGoal: (year) => `The goal does not apply in ${year}. Choose another one.`,
    sum: (goOn, done, dropped) => {
      const parts = [
        goOn > 0 ? `${number(goOn)} ${goOn === 1 ? 'continues' : 'continue'}` : '',
        done > 0 ? `${number(done)} done` : '',
        dropped > 0 ? `${number(dropped)} ${dropped === 1 ? 'ends' : 'end'}` : '',
      ].filter(Boolean);
      return capital(parts.join(' · '));
    },
  },
  lines: {
    title: (n) =>
      n === 1 ? 'One line becomes one activity' : `${capital(rows(n))} become ${number(n)} activities`,
    soon: (n) => `${capital(rows(n))}: you will see them one by one before they are saved.`,
    tooMany: (n, most) =>
      `That is ${n} lines. At most ${most} can become activities at once. Split the text.`,
    line: (n) => `Line ${n}`,
    remove: (n) => `Remove line ${n}`,
    asOne: 'Make it one single line',
    none: 'All lines are empty. Write something, or close.',
  },
};
