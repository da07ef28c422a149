import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, newYearOf } from '../../src/activities/newYear.ts';
import { isRefusal } from '../../src/basics/refusal.ts';
import type { Command, Wish } from '../../src/commands.ts';
import { decide } from '../../src/decide.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { anActivity, anna, regionTables } from '../builders.ts';

const all = { assignments: true, activities: true };

/** The demonstration region, whose goals end with the year. */
function endingRegion() {
  const world = regionTables();
  const goals = [...world.goals.values()];
  for (const goal of goals) world.goals.put({ ...goal, toYear: 2023 });
  return world;
}

function boardOf(world: World) {
  const board = world.units.get('regionstyrelsen');
  if (!board) throw new Error('There is no board');
  return board;
}

const sign = (wish: Wish, n: number): Command => ({
  ...wish,
  key: `0189e0c4-0000-7000-8000-${String(n).padStart(12, '0')}`,
  by: anna,
  on: '2023-12-20',
});

/** What everything that is asked for comes to; a refusal is thrown. */
function lay(world: World, wishes: readonly Wish[]) {
  const onto = overlay(world as Parameters<typeof overlay>[0]);
  for (const [n, wish] of wishes.entries()) {
    const answer = decide(sign(wish, n), onto);
    if (isRefusal(answer)) throw new Error(`${wish.do}: ${answer.refused}`);
    for (const change of answer) apply(change, onto);
  }
  return onto;
}

const wishesOf = (world: World, chosen = { goals: new Set(goalKeys(world)), ...all }) => {
  const board = boardOf(world);
  const { goals, assignments, activities } = beginningOf(world, newYearOf(world, 2024, board), chosen, board);
  return [...goals, ...assignments, ...activities];
};
const goalKeys = (world: World) => [...world.goals.values()].map(({ key }) => key);
const heldIn = (world: World, year: number) =>
  [...world.assignments.values()]
    .filter((one) => one.year === year && one.state === 'assigned' && !one.removed)
    .map(({ goalKey, unitKey }) => `${goalKey} ${unitKey}`)
    .sort();

describe('a new year', () => {
  it('[V20] extends the goals, hands them down as they were, and goes on with what is under way', () => {
    const world = endingRegion();
    const wishes = wishesOf(world);
    const next = lay(world, wishes);
    expect(wishes.filter(({ do: deed }) => deed === 'extendGoal')).toHaveLength(4);
    expect(heldIn(next, 2024)).toEqual(heldIn(world, 2023));
    expect(heldIn(next, 2023)).toEqual(heldIn(world, 2023));
    const underWay = [...world.activities.values()].filter(
      ({ state }) => state === 'ongoing' || state === 'planned',
    );
    const copies = [...next.activities.values()].filter(({ shelf }) => shelf.startsWith('2024/'));
    expect(new Set(copies.map(({ continuesKey }) => continuesKey))).toEqual(
      new Set(underWay.map(({ key }) => key)),
    );
    expect(copies).toHaveLength(underWay.length);
    expect(
      copies.every(({ starts, due, handedOver }) => starts === null && due === null && handedOver === null),
    ).toBe(true);
  });

  it('[V20] nothing is left to begin once it was begun, and two who begin make one of each', () => {
    const world = endingRegion();
    const wishes = wishesOf(world);
    const next = lay(world, wishes);
    expect(wishesOf(next, { goals: new Set(), ...all })).toEqual([]);
    expect(newYearOf(next, 2024, boardOf(next))).toMatchObject({
      ending: [],
      assignments: [],
      activities: [],
    });
    const twice = lay(world, [...wishes, ...wishes]);
    expect([...twice.activities.values()]).toEqual([...next.activities.values()]);
    expect([...twice.assignments.values()]).toEqual([...next.assignments.values()]);
  });

  it('[V20] of a goal that is not extended nobody gets anything, and what is left behind is counted', () => {
    const world = endingRegion();
    const board = boardOf(world);
    const goals = new Set(goalKeys(world).filter((key) => key !== 'avfall'));
    const beginning = beginningOf(world, newYearOf(world, 2024, board), { goals, ...all }, board);
    expect(beginning.assignments.some(({ goalKey }) => goalKey === 'avfall')).toBe(false);
    const held = heldIn(world, 2023).filter((one) => one.startsWith('avfall '));
    expect(beginning.left.assignments).toBe(held.length);
    lay(world, [...beginning.goals, ...beginning.assignments, ...beginning.activities]);
  });

  it('[V20] whatever is chosen, and whoever holds what, every wish is allowed', () => {
    const world = endingRegion();
    fc.assert(
      fc.property(
        fc.subarray(goalKeys(world)),
        fc.boolean(),
        fc.boolean(),
        fc.subarray([...world.assignments.values()].map(({ key }) => key)),
        (goals, assignments, activities, gone) => {
          const changed = endingRegion();
          for (const key of gone) {
            const one = changed.assignments.get(key);
            if (one) changed.assignments.put({ ...one, state: 'withdrawn' });
          }
          const wishes = wishesOf(changed, { goals: new Set(goals), assignments, activities });
          const next = lay(changed, wishes);
          const before = new Set(heldIn(changed, 2023));
          expect(heldIn(next, 2024).filter((one) => !before.has(one))).toEqual([]);
        },
      ),
      { seed: 2024, numRuns: 60 },
    );
  });

  it('[V20] what is done or dropped stays in its year', () => {
    const world = endingRegion();
    const kost = world.units.get('regionservice-kost');
    const avfall = world.goals.get('avfall');
    if (!kost || !avfall) throw new Error('There is no Kost');
    world.activities.put(anActivity(kost, [avfall], { key: 'klar', state: 'done' }));
    world.activities.put(anActivity(kost, [avfall], { key: 'nedlagd', state: 'dropped' }));
    const { activities } = newYearOf(world, 2024, boardOf(world));
    expect(activities.map(({ key }) => key).filter((key) => key === 'klar' || key === 'nedlagd')).toEqual([]);
  });
});
