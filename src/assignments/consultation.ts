import type { Day } from '../basics/day.ts';
import { type Goals, holdsIn } from '../goals/goal.ts';
import { unitShelfOf } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Assignment, Assignments } from './assignment.ts';

/** How the talk with a unit about its goals stands. */
export type Consultation = {
  /**
   * `discuss`: of some goal they want to talk. `unanswered`: of some they have said nothing yet. `agreed`: of all they
   * agree. `nothing`: there is nothing to talk about.
   */
  readonly standing: 'discuss' | 'unanswered' | 'agreed' | 'nothing';
  /** The day of the latest answer; empty while there is none. */
  readonly latest: Day;
  readonly agreed: readonly Assignment[];
  readonly discuss: readonly Assignment[];
  readonly unanswered: readonly Assignment[];
};

type Handed = { readonly goals: Goals; readonly assignments: Assignments };

/** [A13] What a unit has answered to the goals that it holds; a wish to talk is never hidden behind what is agreed. */
export function consultationOf({ goals, assignments }: Handed, year: number, unit: Unit): Consultation {
  const held = [...assignments.by('unitShelf', unitShelfOf(year, unit))].filter(({ state, goalKey }) => {
    const goal = goals.get(goalKey);
    return state === 'assigned' && goal !== undefined && holdsIn(goal, year);
  });
  const saying = (answer: Assignment['consultation']) =>
    held.filter(({ consultation }) => consultation === answer);
  const [agreed, discuss, unanswered] = [saying('agreed'), saying('discuss'), saying('none')];
  const days = [...agreed, ...discuss].map(({ consultedOn }) => consultedOn ?? '');
  return {
    standing: standingOf(),
    latest: days.reduce((latest, day) => (day > latest ? day : latest), ''),
    agreed,
    discuss,
    unanswered,
  };

  function standingOf(): Consultation['standing'] {
    if (held.length === 0) return 'nothing';
    if (discuss.length > 0) return 'discuss';
    return unanswered.length > 0 ? 'unanswered' : 'agreed';
  }
}
