import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../src/activities/activity.ts';
import { assignGoal } from '../../src/assignments/assignGoal.ts';
import { type Assignment, assignmentOf, standingOf } from '../../src/assignments/assignment.ts';
import { type RequestGoal, requestGoal } from '../../src/assignments/requestGoal.ts';
import { withdrawGoal } from '../../src/assignments/withdrawGoal.ts';
import type { Change } from '../../src/basics/change.ts';
import type { Person } from '../../src/basics/person.ts';
import { isRefusal, type Refusal } from '../../src/basics/refusal.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { anActivity, anAssignment, anna, kitchen, service, smallRegion, travel } from '../builders.ts';

const key = '2023/resor/service-kost';
const bo: Person = { id: 'b0000000-0000-4000-8000-000000000002', name: 'Bo Ek' };
const at = { year: 2023, goalKey: 'resor', unitKey: 'service-kost', roomKey: 'service-kost' };
const request = (
  fields: Partial<RequestGoal & { by: Person; on: string }> = {},
  world: World = smallRegion(),
) => requestGoal({ do: 'requestGoal', ...at, seen: 'none', by: anna, on: '2023-08-25', ...fields }, world);

function regionWith(fields: Partial<Assignment>) {
  const world = smallRegion();
  world.assignments.put(anAssignment(travel, kitchen, fields));
  return world;
}

describe('asking for a goal', () => {
  it('[A8] makes the row that assigning would have made, with who asked and when', () => {
    expect(request()).toEqual([
      {
        kind: 'create',
        list: 'assignments',
        row: {
          ...assignmentOf(2023, travel, kitchen),
          key,
          state: 'requested',
          requestedBy: anna,
          requestedOn: '2023-08-25',
        },
      },
    ]);
  });

  it.each(['none', 'requested', 'assigned', 'withdrawn'] as const)(
    '[A8] one that is held or asked for already needs no asking, seen as %s',
    (seen) => {
      const asked = { state: 'requested' as const, requestedBy: bo, requestedOn: '2023-02-01' };
      expect(request({ seen }, regionWith(asked))).toEqual([]);
      expect(request({ seen }, regionWith({}))).toEqual([]);
    },
  );

  it('[A8] over a withdrawn one that its author saw withdrawn changes that row, and the new asker stands', () => {
    const there = { state: 'withdrawn' as const, requestedBy: bo, requestedOn: '2023-02-01' };
    expect(request({ seen: 'withdrawn' }, regionWith(there))).toEqual([
      {
        kind: 'update',
        list: 'assignments',
        key,
        fields: {
          state: { was: 'withdrawn', to: 'requested' },
          requestedBy: { was: bo, to: anna },
          requestedOn: { was: '2023-02-01', to: '2023-08-25' },
        },
      },
    ]);
  });

  it.each(['none', 'requested', 'assigned'] as const)(
    '[A8] over a withdrawn one that its author saw as %s is refused',
    (seen) => {
      expect(request({ seen }, regionWith({ state: 'withdrawn' }))).toEqual({
        refused: 'changedByBoth',
        field: 'state',
        clash: { list: 'assignments', key, fields: { state: { mine: 'requested', theirs: 'withdrawn' } } },
      });
    },
  );

  it('[A8] over a removed row asks anew, whatever stood in it', () => {
    for (const state of ['requested', 'assigned', 'withdrawn'] as const) {
      const world = regionWith({ state, removed: true });
      const answer = request({}, world);
      expect(answer).toMatchObject([{ kind: 'update', key, fields: { removed: { was: true, to: false } } }]);
      lay(answer, world);
      expect(world.assignments.get(key)).toMatchObject({
        state: 'requested',
        removed: false,
        requestedBy: anna,
      });
    }
  });

  it('[A8] needs nobody above who holds the goal', () => {
    const world = smallRegion();
    world.assignments.put(anAssignment(travel, service, { state: 'withdrawn' }));
    expect(request({}, world)).toHaveLength(1);
  });

  it('[O1] [G1] is refused for a unit elsewhere, an unknown goal and another year', () => {
    expect(request({ unitKey: 'stab' })).toEqual({ refused: 'unitOutside', field: 'unitKey' });
    expect(request({ unitKey: 'nowhere' })).toEqual({ refused: 'unitUnknown', field: 'unitKey' });
    expect(request({ goalKey: 'nothing' })).toEqual({ refused: 'goalUnknown', field: 'goalKey' });
    expect(request({ year: 2027 })).toEqual({ refused: 'goalNotThisYear', field: 'goalKey', limit: 2027 });
    const world = smallRegion();
    world.goals.put({ ...travel, removed: true });
    expect(request({}, world)).toEqual({ refused: 'goalUnknown', field: 'goalKey' });
  });
});

function lay(answer: Change[] | Refusal, onto: World): void {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.refused}`);
  for (const change of answer) apply(change, onto);
}

describe('asking, granting and saying no in turn', () => {
  const states = fc.constantFrom<Assignment['state']>('requested', 'assigned', 'withdrawn');
  const standings = fc.option(fc.record({ state: states, removed: fc.boolean() }), { nil: undefined });

  it('[A8] whatever stood there: one row, the first asker stands, the activity counts once it is granted', () => {
    fc.assert(
      fc.property(standings, fc.boolean(), (there, isGranted) => {
        const below = there ? regionWith(there) : smallRegion();
        const activity = anActivity(kitchen, [travel]);
        below.activities.put(activity);
        const world = overlay(below);
        const seen = () => standingOf(world.assignments, 2023, 'resor', 'service-kost');
        const before = seen();
        lay(request({ seen: before }, world), world);
        const asked = world.assignments.get(key);
        lay(request({ seen: before, by: bo, on: '2023-09-01' }, world), world);
        expect(world.assignments.get(key)).toEqual(asked);
        expect(seen()).toBe(before === 'assigned' ? 'assigned' : 'requested');
        expect(asked?.requestedBy ?? null).toEqual(before === 'none' || before === 'withdrawn' ? anna : null);
        expect(isWaiting(activity, world.assignments)).toBe(before !== 'assigned');
        const from = seen() === 'assigned' ? 'assigned' : 'requested';
        const room = { ...at, roomKey: 'service' };
        if (isGranted) lay(assignGoal({ do: 'assignGoal', ...room, seen: from }, world), world);
        else lay(withdrawGoal({ do: 'withdrawGoal', ...room, seen: from }, world), world);
        expect(isWaiting(activity, world.assignments)).toBe(!isGranted);
        expect(world.assignments.get(key)?.requestedBy).toEqual(asked?.requestedBy);
        expect([...world.assignments.by('unitShelf', '2023/service-kost')]).toHaveLength(1);
      }),
      { seed: 2023, numRuns: 100 },
    );
  });
});
