import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import { loggedIn, peopleAround } from '../../src/meeting/logged.ts';
import {
  activitiesAt,
  isUnderWay,
  nextGoal,
  nextUnit,
  progressOf,
  roundOf,
  standingAt,
  type Stop,
  stopBefore,
} from '../../src/meeting/round.ts';
import {
  anActivity,
  anAssignment,
  anna,
  cleaning,
  kitchen,
  regionTables,
  service,
  smallRegion,
  travel,
  waste,
} from '../builders.ts';

const demonstration = regionTables();
const roundIn = (key: string) => {
  const room = demonstration.units.get(key);
  if (!room) throw new Error(`The demonstration has no ${key}`);
  return roundOf(coverageOfRoom(demonstration, 2023, room));
};

describe('the round of a meeting', () => {
  it('[O6] goes through the department’s units in order, and a unit without goals is not passed over', () => {
    const stops = roundIn('regionservice');
    expect([...new Set(stops.map(({ unitKey }) => unitKey))]).toEqual([
      'regionservice-kost',
      'regionservice-lokalvard',
      'regionservice-transport-och-fordon',
      'regionservice-vaxel-och-reception',
    ]);
    expect(stops.filter(({ unitKey }) => unitKey === 'regionservice-kost')).toHaveLength(4);
    expect(stops.at(-1)).toEqual({ unitKey: 'regionservice-vaxel-och-reception', goalKey: undefined });
  });

  it('[O6] in a unit’s meeting goes through its goals alone', () => {
    const stops = roundIn('regionservice-kost');
    expect(stops).toHaveLength(4);
    expect(new Set(stops.map(({ unitKey }) => unitKey))).toEqual(new Set(['regionservice-kost']));
  });

  it('[O6] of a room with neither units nor goals is the room itself', () => {
    expect(roundIn('regionservice-vaxel-och-reception')).toEqual([
      { unitKey: 'regionservice-vaxel-och-reception', goalKey: undefined },
    ]);
  });

  it('[O7] stays where it was while that is there, and else begins the unit, or the round, anew', () => {
    const tables = smallRegion();
    for (const goal of [travel, waste]) tables.assignments.put(anAssignment(goal, cleaning));
    const before = roundOf(coverageOfRoom(tables, 2023, service));
    const at = { unitKey: cleaning.key, goalKey: waste.key };
    expect(standingAt(before, at)).toEqual(at);
    tables.assignments.put(anAssignment(waste, cleaning, { state: 'withdrawn' }));
    const after = roundOf(coverageOfRoom(tables, 2023, service));
    expect(standingAt(after, at)).toEqual({ unitKey: cleaning.key, goalKey: travel.key });
    tables.units.put({ ...cleaning, active: false });
    const left = roundOf(coverageOfRoom(tables, 2023, service));
    expect(standingAt(left, at)).toEqual({ unitKey: kitchen.key, goalKey: undefined });
  });
});

/** Rounds of up to six units with up to four goals each, in any mixture. */
const anyRound: fc.Arbitrary<Stop[]> = fc
  .array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 })
  .map((goals) =>
    goals.flatMap((n, unit): Stop[] =>
      n === 0
        ? [{ unitKey: `u${unit}`, goalKey: undefined }]
        : Array.from({ length: n }, (_, goal) => ({ unitKey: `u${unit}`, goalKey: `g${goal}` })),
    ),
  );

/** From the first stop on, till there is no next. */
function walk(stops: readonly Stop[], next: typeof nextGoal): Stop[] {
  const seen: Stop[] = [];
  let at = stops[0];
  while (at && seen.length <= stops.length) {
    seen.push(at);
    at = next(stops, at);
  }
  return seen;
}

describe('going round', () => {
  it('[O7] by goals sees every stop once, in order, and ends', () => {
    fc.assert(
      fc.property(anyRound, (stops) => {
        expect(walk(stops, nextGoal)).toEqual(stops);
      }),
      { seed: 7_201 },
    );
  });

  it('[O7] by units sees every unit once, and ends', () => {
    fc.assert(
      fc.property(anyRound, (stops) => {
        const units = walk(stops, nextUnit).map(({ unitKey }) => unitKey);
        expect(units).toEqual([...new Set(stops.map(({ unitKey }) => unitKey))]);
      }),
      { seed: 7_202 },
    );
  });

  it('[O7] back and forth again is where one was', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(), (stops, n) => {
        const at = stops[n % stops.length];
        if (!at) throw new Error('There is always a stop');
        const before = stopBefore(stops, at);
        expect(before === undefined ? stops[0] : nextGoal(stops, before)).toEqual(at);
      }),
      { seed: 7_203 },
    );
  });

  it('[O7] counts from one to all, and never beyond', () => {
    fc.assert(
      fc.property(anyRound, (stops) => {
        const counted = stops.map((stop) => progressOf(stops, stop));
        for (const { unit, units, goal, goals } of counted) {
          expect(unit >= 1 && unit <= units && goal >= 1 && goal <= goals).toBe(true);
        }
        expect(counted[0]).toMatchObject({ unit: 1, goal: 1 });
        const last = counted.at(-1);
        expect(last).toMatchObject({ unit: last?.units, goal: last?.goals });
      }),
      { seed: 7_204 },
    );
  });
});

describe('what a stop speaks of', () => {
  const activities = [
    anActivity(kitchen, [travel, waste], { key: 'a-1' }),
    anActivity(kitchen, [waste], { key: 'a-2', state: 'done' }),
    anActivity(cleaning, [travel], { key: 'a-3', state: 'planned' }),
    anActivity(kitchen, [waste], { key: 'a-4', state: 'dropped' }),
  ];
  const keysAt = (goalKey: string | undefined) =>
    activitiesAt(activities, { unitKey: kitchen.key, goalKey }).map(({ key }) => key);

  it('is the unit’s own, for the goal; and all of it where there is no goal', () => {
    expect(keysAt('resor')).toEqual(['a-1']);
    expect(keysAt('avfall')).toEqual(['a-1', 'a-2', 'a-4']);
    expect(keysAt(undefined)).toEqual(['a-1', 'a-2', 'a-4']);
  });

  it('is under way while it is planned or ongoing', () => {
    expect(activities.filter(isUnderWay).map(({ key }) => key)).toEqual(['a-1', 'a-3']);
  });
});

describe('what was logged in a meeting', () => {
  const activities = [
    anActivity(kitchen, [waste], { key: 'b-3', meetingId: 'm-2' }),
    anActivity(kitchen, [waste], { key: 'b-2', meetingId: 'm-1' }),
    anActivity(kitchen, [waste], { key: 'b-1', meetingId: null }),
  ];

  it('is what carries the meeting, and outside of a meeting what came after the panel was opened', () => {
    expect(loggedIn(activities, 'm-1', 'b-0').map(({ key }) => key)).toEqual(['b-2']);
    expect(loggedIn(activities, '', 'b-1').map(({ key }) => key)).toEqual(['b-3', 'b-2']);
    expect(loggedIn(activities, 'm-9', 'b-0')).toEqual([]);
  });
});

describe('the people around', () => {
  it('are those responsible in the unit, each once, latest first, without me and nobody', () => {
    const by = (key: string, id: string | null, name: string | null, unit = kitchen) =>
      anActivity(unit, [waste], { key, responsibleId: id, responsibleName: name });
    const activities = [
      by('c-7', 'karin', 'Karin Holm'),
      by('c-6', anna.id, 'Anna Berg'),
      by('c-5', null, 'Vikarien'),
      by('c-4', 'karin', 'Karin Holm'),
      by('c-3', null, null),
      by('c-2', null, anna.name),
      by('c-1', 'per', 'Per Nystrand', cleaning),
    ];
    expect(peopleAround(activities, kitchen.key, anna)).toEqual([
      { id: 'karin', name: 'Karin Holm' },
      { id: null, name: 'Vikarien' },
    ]);
  });

  it('are at most eight', () => {
    const activities = Array.from({ length: 20 }, (_, n) =>
      anActivity(kitchen, [waste], { key: `d-${n}`, responsibleId: `p-${n}`, responsibleName: `P ${n}` }),
    );
    expect(peopleAround(activities, kitchen.key, anna)).toHaveLength(8);
  });
});
