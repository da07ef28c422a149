import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { type Goal, type Goals, inOrder } from '../goals/goal.ts';
import { leaderOf } from '../organisation/leader.ts';
import type { Unit, Units } from '../organisation/unit.ts';
import type { AssignGoal } from './assignGoal.ts';
import { type Assignments, standingOf } from './assignment.ts';
import type { RequestGoal } from './requestGoal.ts';

type Handed = { readonly goals: Goals; readonly units: Units; readonly assignments: Assignments };

/** What somebody should hear of a unit's goals. */
export type GoalNews = {
  /** `null`: nobody is known to answer for the place. */
  readonly to: Person | null;
  /** The place that `to` answers for. */
  readonly place: Unit;
  readonly unit: Unit;
  readonly goals: readonly Goal[];
};

/**
 * [A14] Each unit's leader hears once of all goals that it was given, as far as it still holds them; nobody is told what
 * they did themselves.
 */
export function assignedNews(
  world: Handed,
  year: number,
  wishes: readonly { readonly do: string }[],
  me: Person,
): GoalNews[] {
  const given = wishes.filter((wish): wish is AssignGoal => wish.do === 'assignGoal');
  return newsOf(world, year, given, 'assigned', me, (unit) => unit);
}

/** [A15] The leader of the place above hears once of all goals that a unit asks for, as far as they are still asked for. */
export function requestedNews(
  world: Handed,
  year: number,
  wishes: readonly { readonly do: string }[],
  me: Person,
): GoalNews[] {
  const asked = wishes.filter((wish): wish is RequestGoal => wish.do === 'requestGoal');
  return newsOf(world, year, asked, 'requested', me, ({ parentKey }) =>
    parentKey === null ? undefined : world.units.get(parentKey),
  );
}

function newsOf(
  { goals, units, assignments }: Handed,
  year: number,
  wishes: readonly { readonly goalKey: Key; readonly unitKey: Key }[],
  state: 'assigned' | 'requested',
  me: Person,
  placeOf: (unit: Unit) => Unit | undefined,
): GoalNews[] {
  const keys = [...new Set(wishes.map(({ unitKey }) => unitKey))];
  return keys.flatMap((unitKey) => {
    const unit = units.get(unitKey);
    const place = unit && placeOf(unit);
    if (!unit || !place) return [];
    const wanted = new Set(wishes.filter((wish) => wish.unitKey === unitKey).map(({ goalKey }) => goalKey));
    const standing = [...wanted].filter(
      (goalKey) => standingOf(assignments, year, goalKey, unitKey) === state,
    );
    const told = inOrder(standing.flatMap((goalKey) => goals.get(goalKey) ?? []));
    const to = leaderOf(place);
    return told.length === 0 || to?.id === me.id ? [] : [{ to, place, unit, goals: told }];
  });
}
