import { capital, number } from './enNumbers.ts';
import type { newYear as svNewYear } from './svNewYear.ts';

const thousands = new Intl.NumberFormat('en');
const many = (n: number, one: string, several: string) =>
  `${n > 12 ? thousands.format(n) : number(n)} ${n === 1 ? one : several}`;
const goals = (n: number) => many(n, 'goal', 'goals');
const assignments = (n: number) => many(n, 'assignment', 'assignments');
const activities = (n: number) => many(n, 'activity', 'activities');

export const newYear: typeof svNewYear = {
  offer: (year) => `Begin ${year} …`,
  title: (year) => `Begin ${year}`,
  intro: (year) =>
    `This is brought along from ${year - 1}. The old year stays as it is. Nothing is saved until you say so.`,
  reading: 'Reading the old year …',
  failure: 'The old year cannot be read just now.',
  again: 'Once more',
  goals: (year) => `Goals that end before ${year}`,
  goalsHint: (year) => `Those that you tick apply in ${year}, too.`,
  noGoals: (year) => `All goals apply in ${year}, too. Nothing needs to be extended.`,
  assignments: (n) => `Assign as last year: ${assignments(n)}`,
  noAssignments: 'The goals are assigned already.',
  activities: (n) => `Bring along what is under way or planned: ${activities(n)}`,
  activitiesHint: 'Dates are left out. What is done or dropped stays in the old year.',
  noActivities: 'Nothing is under way that has not been brought along.',
  left: (some) => {
    const parts = [
      some.assignments > 0 ? assignments(some.assignments) : '',
      some.activities > 0 ? activities(some.activities) : '',
    ].filter(Boolean);
    return parts.length === 0
      ? ''
      : `${capital(parts.join(' and '))} cannot be brought along: the goal does not apply, or those above do not hold it.`;
  },
  sum: (some) =>
    [
      some.goals > 0 ? `${goals(some.goals)} extended` : '',
      some.assignments > 0 ? assignments(some.assignments) : '',
      some.activities > 0 ? activities(some.activities) : '',
    ]
      .filter(Boolean)
      .join(' · '),
  begin: (year) => `Begin ${year}`,
};
