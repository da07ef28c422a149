import type { AssignGoal } from '../assignments/assignGoal.ts';
import { holds, standingOf } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { type Goals, holdsIn } from '../goals/goal.ts';
import { planOf, type SaveUnit } from '../organisation/saveUnit.ts';
import { isWithin, unitsBelow } from '../organisation/tree.ts';
import type { Unit } from '../organisation/unit.ts';
import type { BringAlong } from './bringAlong.ts';
import { isYearFrozen, type Handed as Moving, moveWishes, rowWishes, standingWith } from './moving.ts';

type Handed = Moving & { readonly goals: Goals };

export type Merge = { readonly unit: Unit; readonly into: Unit; readonly year: number };

/** What making two units one comes to, for whoever is about to do it. */
export type MergePreview = {
  readonly below: readonly Unit[];
  /** Goals that the other one gets. */
  readonly gains: readonly Key[];
  /** Goals that it cannot get, since the place above it does not hold them. */
  readonly lacks: readonly Key[];
  readonly activities: number;
  readonly isFrozen: boolean;
};

/** [O19] Two of one level, neither within the other. */
export function mayMerge({ units }: Moving, unit: Unit, into: Unit): boolean {
  return (
    into.active &&
    into.level === unit.level &&
    (unit.level === 'unit' || unit.level === 'department') &&
    !isWithin(units, into.key, unit.key) &&
    !isWithin(units, unit.key, into.key)
  );
}

export function mergePreview(world: Handed, { unit, into, year }: Merge): MergePreview {
  const isFrozen = isYearFrozen(world.periods, year);
  const there = standingWith(world, year, [unit]);
  const goals = isFrozen ? [] : goalsMissing(world, { unit, into, year });
  const mayHold = (key: Key) => canHold(world, year, key, into);
  return {
    below: unitsBelow(world.units, unit.key),
    gains: goals.filter(mayHold),
    lacks: goals.filter((key) => !mayHold(key)),
    activities: isFrozen ? 0 : there.activities.length,
    isFrozen,
  };
}

/**
 * [O21] Two units become one in one save: the other one gets the goals that it lacks, the units below and the year's activities
 * with what was said of them; then the first one is closed, and its past stays with it.
 */
export function mergeWishes(world: Handed, merge: Merge): (SaveUnit | BringAlong | AssignGoal)[] {
  const { unit, into, year } = merge;
  const { gains, below } = mergePreview(world, merge);
  const was = planOf(unit);
  const activities = rowWishes(world, [unit], year, into.key).filter(({ unitKey }) => unitKey === into.key);
  return [
    ...below.flatMap((one, n) =>
      moveWishes(world, { unit: one, parentKey: into.key, year }, 'bring').map((wish) =>
        wish.do === 'saveUnit' ? { ...wish, to: { ...wish.to, order: wish.to.order + n } } : wish,
      ),
    ),
    ...gains.map((goalKey): AssignGoal => ({
      do: 'assignGoal',
      year,
      goalKey,
      unitKey: into.key,
      roomKey: into.parentKey ?? into.key,
      seen: standingOf(world.assignments, year, goalKey, into.key),
    })),
    ...activities,
    {
      do: 'saveUnit',
      year,
      roomKey: unit.key,
      unitKey: unit.key,
      level: unit.level,
      was,
      to: { ...was, active: false },
    },
  ];
}

function goalsMissing(world: Handed, { unit, into, year }: Merge): Key[] {
  return standingWith(world, year, [unit])
    .assignments.filter(({ state, goalKey }) => {
      const goal = world.goals.get(goalKey);
      return (
        state === 'assigned' &&
        goal !== undefined &&
        holdsIn(goal, year) &&
        !holds(world.assignments, year, goalKey, into.key)
      );
    })
    .map(({ goalKey }) => goalKey);
}

/** [A2] One can only be handed what the place above holds; the region holds everything. */
function canHold({ units, assignments }: Handed, year: number, goalKey: Key, into: Unit): boolean {
  const above = units.get(into.parentKey ?? '');
  return above?.level === 'region' || (above !== undefined && holds(assignments, year, goalKey, above.key));
}
