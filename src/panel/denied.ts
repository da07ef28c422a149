import type { ListName } from '../basics/change.ts';
import type { Wish } from '../commands.ts';
import type { StuckCommand } from '../sync/snapshot.ts';

/** What the site does not let this user write: activities and what is said of them, or what is handed down. */
export type Denied = 'activities' | 'assignments';

/** What the site has refused this user's hand: nobody knows beforehand, since Graph does not tell what one may write. */
export function deniedBy(stuck: readonly StuckCommand[]): Set<Denied> {
  const refused = stuck.filter((one) => one.stuck.why === 'failed' && one.stuck.reason === 'forbidden');
  return new Set(refused.flatMap(({ command }) => listsOf(command)));
}

function listsOf(wish: Wish): Denied[] {
  switch (wish.do) {
    case 'logActivity':
    case 'changeActivity':
      return ['activities'];
    case 'assignGoal':
    case 'withdrawGoal':
    case 'requestGoal':
    case 'consult':
      return ['assignments'];
    case 'takeBack':
      return wish.changes.flatMap(({ list }) => (isDenied(list) ? [list] : []));
    default:
      return [];
  }
}

function isDenied(list: ListName): list is Denied {
  return list === 'activities' || list === 'assignments';
}
