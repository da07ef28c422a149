import { capital, number } from './enNumbers.ts';
import type { saved as sv } from './svSaved.ts';

const thousands = new Intl.NumberFormat('en');

export const saved: typeof sv = {
  activity: 'The activity is saved.',
  activityWaiting: 'The activity is saved and waits for the unit to get the goal.',
  activities: (n) => `${thousands.format(n)} activities saved.`,
  assignments: (n) => `${thousands.format(n)} ${n === 1 ? 'assignment' : 'assignments'} saved.`,
  withdrawals: (n) => (n === 1 ? 'The goal is taken back.' : `${thousands.format(n)} goals are taken back.`),
  requests: (n) => (n === 1 ? 'The goal is requested.' : `${thousands.format(n)} goals are requested.`),
  consultation: 'The answer is saved.',
  comment: 'The comment is saved.',
  dialogue: 'The talk is noted.',
  gap: 'The gap is put aside.',
  reminder: 'The reminder is noted.',
  restored: 'The gap is back.',
  checkIns: (n) => (n === 1 ? 'How it goes is saved.' : `How it goes is saved in ${number(n)} places.`),
  handedOver: (n) =>
    n === 1
      ? 'One activity is marked as handed over.'
      : `${capital(number(n))} activities are marked as handed over.`,
  goals: (n) => (n === 1 ? 'The goal is extended.' : `${capital(number(n))} goals are extended.`),
  units: (n) => (n === 1 ? 'The unit is saved.' : `${capital(number(n))} units are saved.`),
  goalsSaved: (n) => (n === 1 ? 'The goal is saved.' : `${capital(number(n))} goals are saved.`),
  stageGoals: (n) => (n === 1 ? 'The stage goal is saved.' : `${capital(number(n))} stage goals are saved.`),
  indicators: (n) => (n === 1 ? 'The indicator is saved.' : `${capital(number(n))} indicators are saved.`),
  along: (n) =>
    n === 1
      ? 'One row has come along to the new place.'
      : `${capital(number(n))} rows have come along to the new place.`,
  measurements: (n) => `${capital(number(n))} outcomes are saved.`,
  measurement: 'The outcome is saved.',
  period: 'The period is saved.',
  closing: 'The period is changed.',
  change: 'The change is saved.',
  done: 'The activity is done.',
  dropped: 'The activity has ended.',
  reopened: 'The activity is open again.',
  changes: (n) => `${thousands.format(n)} changes saved.`,
  undo: 'Undo',
  undone: 'Undone.',
  changedSince: 'Somebody else has changed the same thing since.',
  notUndone: (why) => `It could not be undone. ${why}`,
};
