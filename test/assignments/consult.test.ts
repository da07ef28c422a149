import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../src/activities/activity.ts';
import { assignGoal } from '../../src/assignments/assignGoal.ts';
import { type Assignment, holds } from '../../src/assignments/assignment.ts';
import { type Consult, consult } from '../../src/assignments/consult.ts';
import { withdrawGoal } from '../../src/assignments/withdrawGoal.ts';
import type { Person } from '../../src/basics/person.ts';
import { isRefusal } from '../../src/basics/refusal.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { anActivity, anAssignment, anna, kitchen, smallRegion, travel } from '../builders.ts';

const key = '2023/resor/service-kost';
const bo: Person = { id: 'b0000000-0000-4000-8000-000000000002', name: 'Bo Ek' };
const at = { year: 2023, goalKey: 'resor', unitKey: 'service-kost', roomKey: 'service-kost' };
type Answer = Assignment['consultation'];

function regionWith(fields: Partial<Assignment>) {
  const world = smallRegion();
  world.assignments.put(anAssignment(travel, kitchen, fields));
  return world;
}

const answer = (fields: Partial<Consult & { by: Person; on: string }>, world: World = regionWith({})) =>
  consult(
    { do: 'consult', ...at, answer: 'agreed', seen: 'none', by: anna, on: '2023-08-25', ...fields },
    world,
  );

const agreedByBo = { consultation: 'agreed' as const, consultedBy: bo, consultedOn: '2023-02-01' };

describe('answering an assignment', () => {
  it.each(['agreed', 'discuss'] as const)('[A9] %s is kept with its person and day', (said) => {
    expect(answer({ answer: said })).toEqual([
      {
        kind: 'update',
        list: 'assignments',
        key,
        fields: {
          consultation: { was: 'none', to: said },
          consultedBy: { was: null, to: anna },
          consultedOn: { was: null, to: '2023-08-25' },
        },
      },
    ]);
  });

  it('[A9] the same answer twice is one, and the first one’s person and day stand', () => {
    for (const seen of ['none', 'agreed', 'discuss'] as const)
      expect(answer({ seen }, regionWith(agreedByBo))).toEqual([]);
  });

  it('[A9] changed by somebody who has seen it: the later person and day stand', () => {
    expect(answer({ answer: 'discuss', seen: 'agreed' }, regionWith(agreedByBo))).toEqual([
      {
        kind: 'update',
        list: 'assignments',
        key,
        fields: {
          consultation: { was: 'agreed', to: 'discuss' },
          consultedBy: { was: bo, to: anna },
          consultedOn: { was: '2023-02-01', to: '2023-08-25' },
        },
      },
    ]);
  });

  it('[A9] taken back leaves nothing', () => {
    const world = regionWith(agreedByBo);
    for (const change of asChanges(answer({ answer: 'none', seen: 'agreed' }, world))) apply(change, world);
    expect(world.assignments.get(key)).toEqual(anAssignment(travel, kitchen));
  });

  it('[A9] over an answer that its author has not seen is refused', () => {
    expect(answer({ answer: 'discuss' }, regionWith(agreedByBo))).toEqual({
      refused: 'changedByBoth',
      field: 'consultation',
      clash: {
        list: 'assignments',
        key,
        fields: { consultation: { mine: 'discuss', theirs: 'agreed' } },
      },
    });
  });

  it('[A9] of a goal that is not held there is nothing to answer', () => {
    const refusal = { refused: 'goalNotHeld', field: 'goalKey' };
    expect(answer({}, smallRegion())).toEqual(refusal);
    expect(answer({}, regionWith({ state: 'requested' }))).toEqual(refusal);
    expect(answer({}, regionWith({ state: 'withdrawn' }))).toEqual(refusal);
    expect(answer({}, regionWith({ removed: true }))).toEqual(refusal);
    expect(answer({ year: 2024 })).toEqual(refusal);
  });

  it('[O1] speaks of a unit of the room', () => {
    expect(answer({ unitKey: 'stab' })).toEqual({ refused: 'unitOutside', field: 'unitKey' });
    expect(answer({ unitKey: 'nowhere' })).toEqual({ refused: 'unitUnknown', field: 'unitKey' });
    expect(answer({ roomKey: 'service' })).toHaveLength(1);
  });
});

function asChanges(outcome: ReturnType<typeof consult>) {
  if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}`);
  return outcome;
}

const answers = fc.constantFrom<Answer>('none', 'agreed', 'discuss');

describe('answers in turn', () => {
  it('[A9] of two who saw the same, the later never overwrites the earlier unseen; who agrees with it changes nothing', () => {
    fc.assert(
      fc.property(answers, answers, answers, (before, first, second) => {
        const world = overlay(regionWith(before === 'none' ? {} : { ...agreedByBo, consultation: before }));
        for (const change of asChanges(answer({ answer: first, seen: before }, world))) apply(change, world);
        const between = world.assignments.get(key);
        const outcome = answer({ answer: second, seen: before, by: bo, on: '2023-09-01' }, world);
        const isUnseen = first !== before && second !== first;
        expect(isRefusal(outcome) && outcome.refused).toBe(isUnseen && 'changedByBoth');
        if (isRefusal(outcome)) return;
        for (const change of outcome) apply(change, world);
        const after = world.assignments.get(key);
        expect(after).toEqual(second === first ? between : after);
        expect(world.assignments.get(key)?.consultation).toBe(second);
      }),
      { seed: 2023, numRuns: 100 },
    );
  });

  it('[A9] blocks nothing: what is held, what counts and what may be assigned or withdrawn are the same with any answer', () => {
    fc.assert(
      fc.property(answers, answers, fc.constantFrom('assigned', 'withdrawn'), (one, other, wanted) => {
        const after = (consultation: Answer) => {
          const below = regionWith(consultation === 'none' ? {} : { ...agreedByBo, consultation });
          const activity = anActivity(kitchen, [travel]);
          below.activities.put(activity);
          const world = overlay(below);
          const wish = { ...at, roomKey: 'service', seen: 'assigned' } as const;
          const outcome =
            wanted === 'assigned'
              ? assignGoal({ do: 'assignGoal', ...wish }, world)
              : withdrawGoal({ do: 'withdrawGoal', ...wish }, world);
          const isHeld = holds(world.assignments, 2023, 'resor', 'service-kost');
          return { outcome, isHeld, isWaiting: isWaiting(activity, world.assignments) };
        };
        expect(after(one)).toEqual(after(other));
        expect(after(one)).toMatchObject({ isHeld: true, isWaiting: false });
      }),
      { seed: 2023, numRuns: 50 },
    );
  });
});
