import type { ListName } from '../basics/change.ts';
import type { Wish } from '../commands.ts';

/**
 * What the site does not let this user write: activities and what is said of them, what is handed down, outcomes, the
 * organisation itself, or its goals.
 */
export type Denied = 'activities' | 'assignments' | 'measurements' | 'organisation' | 'goals';

/** A command that came to a stop, and why. */
type Stopped = {
  readonly command: Wish;
  readonly stuck: { readonly why: 'refused' } | { readonly why: 'failed'; readonly reason: string };
};

/** What the site has refused this user's hand: nobody knows beforehand, since Graph does not tell what one may write. */
export function deniedBy(stuck: readonly Stopped[]): Set<Denied> {
  const refused = stuck.filter((one) => one.stuck.why === 'failed' && one.stuck.reason === 'forbidden');
  return new Set(refused.flatMap(({ command }) => listsOf(command)));
}

function listsOf(wish: Wish): readonly Denied[] {
  if (wish.do === 'takeBack') return wish.changes.flatMap(({ list }) => deniedIn[list] ?? []);
  return deniedBehind[wish.do] ?? [];
}

/** What nothing is switched off for is told under "needs you" alone. */
const deniedBehind: Partial<Record<Wish['do'], readonly Denied[]>> = {
  logActivity: ['activities'],
  changeActivity: ['activities'],
  handOver: ['activities'],
  addComment: ['activities'],
  assignGoal: ['assignments'],
  withdrawGoal: ['assignments'],
  requestGoal: ['assignments'],
  consult: ['assignments'],
  measure: ['measurements'],
  saveUnit: ['organisation'],
  saveGoal: ['goals'],
  saveStageGoal: ['goals'],
  saveIndicator: ['goals'],
};

const deniedIn: Partial<Record<ListName, Denied>> = {
  activities: 'activities',
  assignments: 'assignments',
  measurements: 'measurements',
  units: 'organisation',
  goals: 'goals',
  stageGoals: 'goals',
  indicators: 'goals',
};
