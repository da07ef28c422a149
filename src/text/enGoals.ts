import { capital, number } from './enNumbers.ts';
import type { goalsPage as swedish } from './svGoals.ts';

const departments = (n: number) => (n === 1 ? 'one department' : `${number(n)} departments`);
const units = (n: number) => (n === 1 ? 'one unit' : `${number(n)} units`);

export const goalsPage: typeof swedish = {
  title: 'Goals and indicators',
  intro:
    'The goals in the order in which you name them. Choose one to change it and to add stage goals and indicators.',
  empty: 'The goals will stand here, with the years that they hold and what they are followed up by.',
  addFirst: 'Enter your first goal',
  add: 'New goal',
  importAll: 'Read the goals from a file',
  list: 'The goals',
  endedList: 'Ended goals',
  ended: 'Ended',
  states: { active: 'Holds', ended: 'Ended' },
  yes: 'Yes',
  no: 'No',
  years: (from, to) =>
    to === null ? `from ${from} until further notice` : from === to ? `${from}` : `${from}–${to}`,
  measured: 'followed up by indicators',
  carried: 'activities are linked to it',
  stageGoals: (n) => (n === 0 ? '' : n === 1 ? 'one stage goal' : `${number(n)} stage goals`),
  indicators: (n) => (n === 0 ? '' : n === 1 ? 'one indicator' : `${number(n)} indicators`),
  form: {
    new: 'New goal',
    name: 'The goal',
    nameHint: 'As the board has decided it, such as Less waste.',
    description: 'Description',
    theme: 'Theme',
    themeHint: 'If you group your goals, such as Climate.',
    from: 'Holds from year',
    to: 'To the end of year',
    toHint: 'Leave it empty if it holds until further notice.',
    how: 'How it is followed up',
    measured: 'By indicators, for the whole region',
    carried: 'By activities in the departments',
  },
  cut: {
    holders: (year, departmentCount, unitCount) => {
      const who = [
        departmentCount > 0 ? departments(departmentCount) : '',
        unitCount > 0 ? units(unitCount) : '',
      ].filter(Boolean);
      return who.length === 0
        ? `Nobody has the goal in ${year}.`
        : `${capital(who.join(' and '))} ${departmentCount + unitCount === 1 ? 'has' : 'have'} the goal in ${year}.`;
    },
    means:
      'It leaves their pages for the years in which it does not hold. Their activities stay, but do not count under the goal.',
    later: 'Where it has been assigned for later years it goes away there, too.',
  },
  acts: {
    label: 'Other',
    up: 'Move up',
    down: 'Move down',
    end: 'End the goal',
    endSure: 'End the goal? It will no longer hold in any year, not even in those that have been.',
    endYes: 'Yes, end it',
    endNo: 'Keep it',
    reopen: 'Let it hold again',
    endHint: 'Should it end after a certain year? Write its last year instead.',
  },
  stage: {
    title: 'Stage goals',
    add: 'Add a stage goal',
    new: 'New stage goal',
    change: 'Change the stage goal',
    none: 'No stage goals yet.',
    name: 'The stage goal',
    due: 'By',
    by: (day) => `by ${day}`,
    remove: 'Remove the stage goal',
    removeSure: 'Remove the stage goal? Activities that are linked to it stay under the goal.',
    removeYes: 'Yes, remove it',
    removeNo: 'Keep it',
  },
  indicator: {
    title: 'Indicators',
    add: 'Add an indicator',
    new: 'New indicator',
    change: 'Change the indicator',
    none: 'No indicators yet.',
    notMeasured: 'The goal is not followed up by indicators. Tick that above to add some.',
    name: 'What is measured?',
    unit: 'Measured in',
    unitHint: 'Such as tonnes of CO2e, kWh/m² or %.',
    direction: 'Better when it',
    directions: { down: 'goes down', up: 'goes up' },
    baseline: 'Baseline',
    baselineYear: 'Baseline year',
    target: 'Target',
    targetYear: 'Target year',
    way: (from, fromYear, to, toYear) => `from ${from} (${fromYear}) to ${to} (${toYear})`,
    remove: 'Remove the indicator',
    removeSure: 'Remove the indicator? Its outcomes stay in the list but are not shown.',
    removeYes: 'Yes, remove it',
    removeNo: 'Keep it',
    number: 'Write the value as a number.',
  },
};
