import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../src/activities/activity.ts';
import { assignGoal } from '../../src/assignments/assignGoal.ts';
import { type Assignment, holds, standingOf } from '../../src/assignments/assignment.ts';
import { type WithdrawGoal, withdrawGoal } from '../../src/assignments/withdrawGoal.ts';
import type { Change } from '../../src/basics/change.ts';
import { isRefusal, type Refusal } from '../../src/basics/refusal.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { anActivity, anAssignment, anna, kitchen, service, smallRegion, travel } from '../builders.ts';

const key = '2023/resor/service-kost';
const at = { year: 2023, goalKey: 'resor', unitKey: 'service-kost', roomKey: 'service' };
const withdraw = (fields: Partial<WithdrawGoal> = {}, world: World = smallRegion()) =>
  withdrawGoal({ do: 'withdrawGoal', ...at, seen: 'assigned', ...fields }, world);

function regionWith(fields: Partial<Assignment>) {
  const world = smallRegion();
  world.assignments.put(anAssignment(travel, kitchen, fields));
  return world;
}

describe('withdrawing a goal', () => {
  it.each(['assigned', 'requested'] as const)('[A7] from %s changes the state alone', (state) => {
    const asked = { requestedBy: anna, requestedOn: '2023-02-01', consultation: 'agreed' as const };
    expect(withdraw({ seen: state }, regionWith({ state, ...asked }))).toEqual([
      { kind: 'update', list: 'assignments', key, fields: { state: { was: state, to: 'withdrawn' } } },
    ]);
  });

  it.each(['assigned', 'requested', 'withdrawn'] as const)(
    '[A7] what is not there, is removed or is withdrawn already changes nothing, seen as %s',
    (seen) => {
      expect(withdraw({ seen })).toEqual([]);
      expect(withdraw({ seen }, regionWith({ removed: true }))).toEqual([]);
      expect(withdraw({ seen }, regionWith({ state: 'requested', removed: true }))).toEqual([]);
      expect(withdraw({ seen }, regionWith({ state: 'withdrawn' }))).toEqual([]);
      expect(withdraw({ seen, year: 2024 }, regionWith({}))).toEqual([]);
    },
  );

  it.each([
    ['requested', 'assigned'],
    ['assigned', 'requested'],
    ['withdrawn', 'assigned'],
    ['withdrawn', 'requested'],
  ] as const)('[A6] is refused when its author saw %s and it stands as %s', (seen, state) => {
    expect(withdraw({ seen }, regionWith({ state }))).toEqual({
      refused: 'changedByBoth',
      field: 'state',
      clash: { list: 'assignments', key, fields: { state: { mine: 'withdrawn', theirs: state } } },
    });
  });

  it('[O1] is refused for a unit that is unknown, ended or of another department', () => {
    const world = smallRegion();
    world.units.put({ ...kitchen, key: 'service-old', active: false });
    expect(withdraw({ unitKey: 'nowhere' })).toEqual({ refused: 'unitUnknown', field: 'unitKey' });
    expect(withdraw({ unitKey: 'service-old' }, world)).toEqual({
      refused: 'unitInactive',
      field: 'unitKey',
    });
    expect(withdraw({ unitKey: 'stab' })).toEqual({ refused: 'unitOutside', field: 'unitKey' });
  });

  it('[A7] takes back a goal that has ended, been removed or that the room holds no longer', () => {
    const world = regionWith({});
    world.goals.put({ ...travel, state: 'ended' });
    expect(withdraw({}, world)).toHaveLength(1);
    world.goals.put({ ...travel, removed: true });
    expect(withdraw({}, world)).toHaveLength(1);
    world.assignments.put(anAssignment(travel, service, { state: 'withdrawn' }));
    expect(withdraw({}, world)).toHaveLength(1);
  });
});

const states = fc.constantFrom<Assignment['state']>('requested', 'assigned', 'withdrawn');
const standings = fc.option(fc.record({ state: states, removed: fc.boolean() }), { nil: undefined });

function drawn(there: { state: Assignment['state']; removed: boolean } | undefined) {
  const below = there ? regionWith(there) : smallRegion();
  below.activities.put(anActivity(kitchen, [travel]));
  return overlay(below);
}

function lay(answer: Change[] | Refusal, onto: World): void {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.refused}`);
  for (const change of answer) apply(change, onto);
}

describe('assigning and withdrawing in turn', () => {
  it('[A4][A7] assign, withdraw and assign again: one row, the goal is held, not held and held', () => {
    fc.assert(
      fc.property(standings, (there) => {
        const world = drawn(there);
        const activity = anActivity(kitchen, [travel]);
        const seen = () => standingOf(world.assignments, 2023, 'resor', 'service-kost');
        const isHeld = () => {
          const held = holds(world.assignments, 2023, 'resor', 'service-kost');
          expect(isWaiting(activity, world.assignments)).toBe(!held);
          expect(seen() === 'assigned').toBe(held);
          return held;
        };
        lay(assignGoal({ do: 'assignGoal', ...at, seen: seen() }, world), world);
        expect(isHeld()).toBe(true);
        lay(withdraw({ seen: 'assigned' }, world), world);
        expect(isHeld()).toBe(false);
        lay(withdraw({ seen: 'assigned' }, world), world);
        expect(seen()).toBe('withdrawn');
        lay(assignGoal({ do: 'assignGoal', ...at, seen: seen() }, world), world);
        expect(isHeld()).toBe(true);
        expect([...world.assignments.by('unitShelf', '2023/service-kost')].map((row) => row.key)).toEqual([
          key,
        ]);
        expect(world.activities.get('a-1')).toEqual(activity);
      }),
      { seed: 2023, numRuns: 100 },
    );
  });

  it('[A6] of two who saw the same, the later never undoes the earlier unseen', () => {
    const intent = fc.constantFrom('assign' as const, 'withdraw' as const);
    fc.assert(
      fc.property(standings, intent, intent, (there, first, second) => {
        const world = drawn(there);
        const before = standingOf(world.assignments, 2023, 'resor', 'service-kost');
        const decide = (does: typeof first) =>
          does === 'assign'
            ? assignGoal({ do: 'assignGoal', ...at, seen: before }, world)
            : withdraw({ seen: before === 'none' ? 'assigned' : before }, world);
        lay(decide(first), world);
        const between = standingOf(world.assignments, 2023, 'resor', 'service-kost');
        const answer = decide(second);
        const wanted = second === 'assign' ? 'assigned' : 'withdrawn';
        // What nobody had ever said is no word to overwrite.
        const isUnseen = between !== before && between !== 'none' && between !== wanted && before !== 'none';
        expect(isRefusal(answer) && answer.refused).toBe(isUnseen && 'changedByBoth');
        if (isRefusal(answer)) return;
        lay(answer, world);
        const after = standingOf(world.assignments, 2023, 'resor', 'service-kost');
        expect([wanted, 'none']).toContain(after);
      }),
      { seed: 2023, numRuns: 300 },
    );
  });

  it('[A6] an assignment that was made and withdrawn while its author looked away is not made unseen', () => {
    const world = drawn(undefined);
    lay(assignGoal({ do: 'assignGoal', ...at, seen: 'none' }, world), world);
    lay(withdraw({}, world), world);
    expect(assignGoal({ do: 'assignGoal', ...at, seen: 'none' }, world)).toMatchObject({
      refused: 'changedByBoth',
    });
    // Lines of the app's first version do not say what they saw.
    expect(assignGoal({ do: 'assignGoal', ...at }, world)).toHaveLength(1);
  });
});
