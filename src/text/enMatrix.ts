import type { Day } from '../basics/day.ts';
import type { Unit } from '../organisation/unit.ts';
import { capital, list, number } from './enNumbers.ts';
import type { assign as svAssign } from './svMatrix.ts';

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const day = (on: Day) => days.format(new Date(`${on}T00:00:00Z`));
const activities = (n: number) => (n === 1 ? 'one activity' : `${number(n)} activities`);

const thousands = new Intl.NumberFormat('en-GB');
const news = (n: number) => `${thousands.format(n)} new`;

const levels: Record<Unit['level'], string> = {
  region: 'region',
  board: 'board',
  department: 'department',
  unit: 'unit',
};

export const assign: typeof svAssign = {
  title: 'Assign goals',
  intro: (level) =>
    `Tick the goals that each ${levels[level]} should have. Nothing is saved until you press Save.`,
  from: 'Assign from',
  grid: (room) => `Goals that ${room} assigns`,
  all: 'All goals to all',
  allTo: (unit) => `All goals to ${unit}`,
  toAll: (goal) => `${goal} to all`,
  cell: (goal, unit) => `${goal} to ${unit}`,
  asked: 'asked for',
  goes: 'taken back',
  agreed: (on) => (on === '' ? 'agreed' : `agreed ${day(on)}`),
  discuss: 'wants to talk',
  askedFor: (goals) => (goals === 1 ? 'asked for one goal' : `asked for ${number(goals)} goals`),
  new: news,
  count: (added, removed, busy) =>
    added + removed === 0
      ? 'Nothing changed'
      : [
          news(added),
          `${thousands.format(removed)} taken back`,
          busy === 0 ? '' : busy === 1 ? '1 has activities' : `${thousands.format(busy)} have activities`,
        ]
          .filter(Boolean)
          .join(' · '),
  hanging: (n) =>
    n === 1
      ? 'One activity belongs to the goal. It stays but is not counted under the goal.'
      : `${capital(activities(n))} belong to the goal. They stay but are not counted under the goal.`,
  hangingOnSeveral: (n) =>
    n === 1
      ? 'One activity belongs to goals that are taken back. It stays but is not counted under them.'
      : `${capital(activities(n))} belong to goals that are taken back. They stay but are not counted under them.`,
  hangingUnread:
    'Whether any activities belong to the goals that are taken back cannot be seen right now. They stay in that case, but are not counted under the goals.',
  sure: 'Save and take back',
  back: 'Not yet',
  overtaken: (cells) =>
    cells.length > 3
      ? `Somebody else has taken back ${number(cells.length)} of the goals while you had the list open. Tick them again to assign them all the same.`
      : `Somebody else has taken back ${list.format(cells)} while you had the list open. Tick again to assign it all the same.`,
  changedByOther: 'Somebody else changed the same thing first. See how it stands now, and save again.',
  reading: 'Fetching what has been assigned already …',
  unread: 'What has been assigned already could not be fetched. Nothing has changed.',
  noUnits: (room) => `There is nobody below ${room} to assign to.`,
  noGoals: (room) => `${room} has no goals to assign yet.`,
  place: (level, n, all) => `${capital(levels[level])} ${n} of ${all}`,
  choose: (level) => `Choose ${levels[level]}`,
  previous: 'Previous',
  next: 'Next',
};
