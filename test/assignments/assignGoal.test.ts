import { describe, expect, it } from 'vitest';
import { type AssignGoal, assignGoal } from '../../src/assignments/assignGoal.ts';
import {
  type Assignment,
  assignmentTitle,
  goalKeysHeld,
  holds,
  standingOf,
} from '../../src/assignments/assignment.ts';
import {
  aGoal,
  anAssignment,
  anna,
  board,
  kitchen,
  region,
  service,
  smallRegion,
  travel,
  worldOf,
} from '../builders.ts';

const toKitchen: AssignGoal = {
  do: 'assignGoal',
  year: 2023,
  goalKey: 'resor',
  unitKey: 'service-kost',
  roomKey: 'service',
};
const assign = (fields: Partial<AssignGoal> = {}, world = smallRegion()) =>
  assignGoal({ ...toKitchen, ...fields }, world);

describe('assigning a goal', () => {
  it('[A2] hands down what the room holds, as a row with every field', () => {
    expect(assign()).toEqual([
      {
        kind: 'create',
        list: 'assignments',
        row: {
          key: '2023/resor/service-kost',
          title: 'Kost: Målet resor 2023',
          removed: false,
          year: 2023,
          goalKey: 'resor',
          unitKey: 'service-kost',
          shelf: '2023/service',
          unitShelf: '2023/service-kost',
          state: 'assigned',
          requestedBy: null,
          requestedOn: null,
          consultation: 'none',
          consultedBy: null,
          consultedOn: null,
          note: null,
        },
      },
    ]);
  });

  it('[O1] is refused for a unit that is unknown, ended or of another department', () => {
    const world = smallRegion();
    world.units.put({ ...kitchen, key: 'service-old', active: false });
    expect(assign({ unitKey: 'nowhere' })).toEqual({ refused: 'unitUnknown', field: 'unitKey' });
    expect(assign({ unitKey: 'service-old' }, world)).toEqual({ refused: 'unitInactive', field: 'unitKey' });
    expect(assign({ unitKey: 'stab' })).toEqual({ refused: 'unitOutside', field: 'unitKey' });
  });

  it('[G1] is refused for a goal that is unknown, removed, ended or of other years', () => {
    const world = smallRegion();
    world.goals.put(aGoal({ key: 'gone', removed: true }));
    world.goals.put(aGoal({ key: 'ended', state: 'ended' }));
    const unknown = { refused: 'goalUnknown', field: 'goalKey' };
    expect(assign({ goalKey: 'nothing' }, world)).toEqual(unknown);
    expect(assign({ goalKey: 'gone' }, world)).toEqual(unknown);
    expect(assign({ goalKey: 'ended' }, world)).toMatchObject({ refused: 'goalNotThisYear' });
    const wrongYear = { refused: 'goalNotThisYear', field: 'goalKey', limit: 2027 };
    expect(assign({ year: 2027 }, world)).toEqual(wrongYear);
  });

  it('[A2] is refused for a goal that the room does not hold itself', () => {
    const notHeld = { refused: 'goalNotHeld', field: 'goalKey' };
    expect(assign({ roomKey: 'stab', unitKey: 'stab' })).toEqual(notHeld);
    for (const fields of [
      { state: 'requested' } as const,
      { state: 'withdrawn' } as const,
      { removed: true },
    ]) {
      const world = smallRegion();
      world.assignments.put(anAssignment(travel, service, fields));
      expect(assign({}, world)).toEqual(notHeld);
    }
  });

  it('[A2] the region hands to its boards without holding anything', () => {
    const world = worldOf({ goals: [travel], units: [region, board] });
    const answer = assign({ unitKey: 'styrelsen', roomKey: 'regionen' }, world);
    expect(answer).toMatchObject([
      { kind: 'create', row: { key: '2023/resor/styrelsen', shelf: '2023/styrelsen' } },
    ]);
  });

  it('[A3] assigning again changes nothing', () => {
    const world = smallRegion();
    world.assignments.put(anAssignment(travel, kitchen, { consultation: 'agreed', consultedBy: anna }));
    expect(assign({}, world)).toEqual([]);
  });

  it.each([
    [
      'a request',
      { state: 'requested' as const, requestedBy: anna },
      { state: { was: 'requested', to: 'assigned' } },
    ],
    ['a withdrawn one', { state: 'withdrawn' as const }, { state: { was: 'withdrawn', to: 'assigned' } }],
    ['a removed one', { removed: true }, { removed: { was: true, to: false } }],
    [
      'a withdrawn and removed one',
      { state: 'withdrawn' as const, removed: true },
      { state: { was: 'withdrawn', to: 'assigned' }, removed: { was: true, to: false } },
    ],
  ])('[A4] over %s is a change of that row', (_, there, fields) => {
    const world = smallRegion();
    world.assignments.put(anAssignment(travel, kitchen, there));
    expect(assign({}, world)).toEqual([
      { kind: 'update', list: 'assignments', key: '2023/resor/service-kost', fields },
    ]);
  });

  const seen = ['none', 'requested', 'assigned', 'withdrawn'] as const;

  it.each(seen)('[A6] over a withdrawn one that its author saw as %s', (saw) => {
    const world = smallRegion();
    world.assignments.put(anAssignment(travel, kitchen, { state: 'withdrawn' }));
    const key = '2023/resor/service-kost';
    expect(assign({ seen: saw }, world)).toEqual(
      saw === 'withdrawn'
        ? [
            {
              kind: 'update',
              list: 'assignments',
              key,
              fields: { state: { was: 'withdrawn', to: 'assigned' } },
            },
          ]
        : {
            refused: 'changedByBoth',
            field: 'state',
            clash: { list: 'assignments', key, fields: { state: { mine: 'assigned', theirs: 'withdrawn' } } },
          },
    );
  });

  it.each(seen)('[A6] whatever its author saw, %s, nothing but a withdrawal stands in the way', (saw) => {
    const over = (fields: Partial<Assignment>) => {
      const world = smallRegion();
      world.assignments.put(anAssignment(travel, kitchen, fields));
      return assign({ seen: saw }, world);
    };
    expect(assign({ seen: saw })).toMatchObject([{ kind: 'create' }]);
    expect(over({})).toEqual([]);
    expect(over({ state: 'requested' })).toMatchObject([{ fields: { state: { to: 'assigned' } } }]);
    expect(over({ removed: true })).toMatchObject([{ fields: { removed: { to: false } } }]);
    // Removed: it was taken back by whoever made it, and shows as never said.
    expect(over({ state: 'withdrawn', removed: true })).toMatchObject([
      { fields: { state: { to: 'assigned' }, removed: { to: false } } },
    ]);
  });

  it('[A5] each year is a row of its own', () => {
    const world = smallRegion();
    world.assignments.put(anAssignment(travel, kitchen));
    world.assignments.put(anAssignment(travel, service, { year: 2024 }));
    expect(assign({ year: 2024 }, world)).toMatchObject([
      { kind: 'create', row: { key: '2024/resor/service-kost' } },
    ]);
  });
});

describe('the title of an assignment', () => {
  it('fits in a line of SharePoint, and is never cut through an emoji', () => {
    expect(assignmentTitle('Kost', 'Minskat avfall', 2023)).toBe('Kost: Minskat avfall 2023');
    expect(assignmentTitle('k'.repeat(255), 'm'.repeat(255), 2023)).toHaveLength(255);
    expect(assignmentTitle('k'.repeat(252), '🌱', 2023)).toBe(`${'k'.repeat(252)}: `);
  });
});

describe('holding a goal', () => {
  it('[A1] takes an assignment that stands: not a request, not a withdrawn one, not a removed one', () => {
    const heldWith = (fields: Parameters<typeof anAssignment>[2]) => {
      const { assignments } = worldOf({ assignments: [anAssignment(travel, kitchen, fields)] });
      const held = holds(assignments, 2023, 'resor', 'service-kost');
      expect(goalKeysHeld(assignments, '2023/service-kost')).toEqual(held ? ['resor'] : []);
      return held;
    };
    expect(heldWith({})).toBe(true);
    expect(heldWith({ state: 'requested' })).toBe(false);
    expect(heldWith({ state: 'withdrawn' })).toBe(false);
    expect(heldWith({ removed: true })).toBe(false);
    expect(heldWith({ year: 2024 })).toBe(false);
  });

  it('[A1] is not inherited: a unit holds what it was given itself', () => {
    const { assignments } = smallRegion();
    expect(holds(assignments, 2023, 'resor', 'service')).toBe(true);
    expect(holds(assignments, 2023, 'resor', 'service-kost')).toBe(false);
  });
});

describe('how a goal stands with a unit', () => {
  it('is what its row says, and none where nothing was said or what was said is taken back', () => {
    const standing = (fields?: Partial<Assignment>) => {
      const { assignments } = worldOf({ assignments: fields ? [anAssignment(travel, kitchen, fields)] : [] });
      return standingOf(assignments, 2023, 'resor', 'service-kost');
    };
    expect(standing()).toBe('none');
    for (const state of ['requested', 'assigned', 'withdrawn'] as const) {
      expect(standing({ state })).toBe(state);
      expect(standing({ state, removed: true })).toBe('none');
      expect(standing({ state, year: 2024 })).toBe('none');
    }
  });
});
