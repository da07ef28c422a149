import type { Comment } from '../followup/comment.ts';
import type { OverviewCell, OverviewRow } from '../followup/overview.ts';
import { number } from './enNumbers.ts';
import { sentences } from './enSentences.ts';
import type { overview as svOverview } from './svOverview.ts';

const units = (n: number) => (n === 1 ? 'one unit' : `${number(n)} units`);
const activities = (n: number) => (n === 1 ? 'one activity' : `${number(n)} activities`);
const ordinaries = (n: number) =>
  n === 1 ? 'one piece of everyday work' : `${number(n)} pieces of everyday work`;

const standings: Record<OverviewCell['state'], string> = {
  assigned: 'has the goal',
  requested: 'asks for the goal',
  withdrawn: 'not assigned',
  none: 'not assigned',
};

/** The strategist's page in the second language. */
export const overview: typeof svOverview = {
  title: (year: number) => `Environmental goals ${year}`,
  board: 'Board',
  headline: sentences.headline,
  views: {
    map: 'Map',
    gaps: 'Gaps',
    changes: 'Changes',
    indicators: 'Indicators',
    dialogues: 'Talks',
    periods: 'Periods',
  },
  viewWith: (name: string, n: number) => `${name} (${n})`,
  map: 'Departments and goals',
  department: 'Department',
  unitsOf: (department: string) => `Units of ${department}`,
  /** How the goal stands: with the department's units where it has handed it down, else with itself. */
  held: (cell: OverviewCell, hasUnits: boolean): string => {
    if (cell.state !== 'assigned' && cell.unitsHolding === 0) return standings[cell.state];
    return hasUnits && cell.unitsHolding > 0 ? units(cell.unitsHolding) : standings.assigned;
  },
  work: (cell: OverviewCell): string => {
    const told = [
      cell.activities > 0 ? activities(cell.activities) : '',
      cell.ordinary > 0 ? ordinaries(cell.ordinary) : '',
    ].filter(Boolean);
    if (told.length > 0) return told.join(', ');
    return cell.state === 'assigned' || cell.unitsHolding > 0 ? 'no activity' : '';
  },
  /** The whole cell for the ear: whose, which goal, how it stands, what is done. */
  cell: (unit: string, goal: string, words: string) => `${unit}, ${goal}: ${words}`,
  notCounted: 'not counted yet',
  total: ({ counted }: Pick<OverviewRow, 'counted'>) => (counted === 0 ? 'no activity' : activities(counted)),
  statuses: {
    onPlan: 'On plan',
    atRisk: 'At risk',
    offPlan: 'Off plan',
    none: 'Not assessed',
  } satisfies Record<NonNullable<Comment['status']> | 'none', string>,
  filters: {
    title: 'Show only',
    theme: 'Theme',
    character: 'Kind of department',
    status: 'Status',
    all: 'All',
    operational: 'Operational',
    administrative: 'Administrative',
    clear: 'Show all',
    nothing: 'No department matches. Show all to see them again.',
  },
  copyTable: 'Copy as a table',
  copied: 'The table is copied.',
  notCopied: 'The browser did not let us copy.',
  print: 'Print',
  noBoard: 'The departments of the board will stand here. They are entered during set-up.',
  noGoals: 'The board has no goals for the year. Assign goals to the board to begin.',
  behind: {
    title: (department: string) => department,
    loading: 'Fetching the rows …',
    failed:
      'The rows cannot be fetched right now. The numbers are right all the same: they are counted by themselves.',
    holders: 'Have the goal',
    nobody: 'No unit has the goal.',
    itself: 'the department itself',
    activities: 'Activities',
    none: 'No activity yet.',
    open: (title: string) => `Open ${title}`,
    openShort: 'Open',
    sums: {
      held: 'Goals by department',
      hasAssigned: 'Has assigned goals to units',
      hasOwnActivity: 'Has an activity at department level',
      activities: 'Activities by department',
      ordinary: 'Everyday work by department',
    },
    yes: 'Yes',
    no: 'No',
    goals: (n: number) => (n === 0 ? 'no goals' : n === 1 ? 'one goal' : `${number(n)} goals`),
  },
};
