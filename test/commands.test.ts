import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Command, decide } from '../src/commands.ts';
import { overlay } from '../src/world.ts';
import { anActivity, anAssignment, anna, kitchen, smallRegion, travel } from './builders.ts';

const signature = { key: '0189e0c4-0000-7000-8000-000000000000', by: anna, on: '2023-08-25' };
const keysOfUnits = ['service', 'service-kost', 'service-stad', 'stab', 'nowhere'];
const keysOfGoals = ['resor', 'avfall', 'nothing'];

const assign: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('assignGoal' as const),
  year: fc.constantFrom(2023, 2027),
  goalKey: fc.constantFrom(...keysOfGoals),
  unitKey: fc.constantFrom(...keysOfUnits),
  roomKey: fc.constantFrom(...keysOfUnits, 'regionen'),
  key: fc.uuid({ version: 7 }),
  by: fc.constant(anna),
  on: fc.constant('2023-08-25'),
});
const log: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('logActivity' as const),
  activityKey: fc.constantFrom('a-1', 'a-2'),
  year: fc.constantFrom(2023, 2027),
  title: fc.string({ unit: 'binary', maxLength: 300 }),
  goalKeys: fc.array(fc.constantFrom(...keysOfGoals), { maxLength: 3 }),
  kind: fc.constantFrom('targeted' as const, 'ordinary' as const, 'enabling' as const),
  unitKey: fc.constantFrom(...keysOfUnits),
  roomKey: fc.constantFrom(...keysOfUnits),
  key: fc.uuid({ version: 7 }),
  by: fc.constant(anna),
  on: fc.constant('2023-08-25'),
});

function frozenRegion() {
  const world = smallRegion();
  world.assignments.put(anAssignment(travel, kitchen, { state: 'requested', requestedBy: anna }));
  world.activities.put(anActivity(kitchen, [travel], { key: 'a-1' }));
  for (const table of Object.values(world)) for (const row of table.values()) deepFreeze(row);
  return world;
}

function deepFreeze(value: object): void {
  Object.freeze(value);
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part === 'object' && part !== null) deepFreeze(part);
  }
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('deciding', () => {
  it('[S2] writes to nothing that it is handed, and says the same twice', () => {
    fc.assert(
      fc.property(fc.oneof(assign, log), (command) => {
        deepFreeze(command);
        const world = frozenRegion();
        const answer = decide(command, world);
        expect(decide(command, world)).toEqual(answer);
        expect(decide(command, overlay(world))).toEqual(answer);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('[S2] says the same tomorrow, from disk, without looking at a clock or throwing dice', () => {
    const dice = vi.spyOn(Math, 'random');
    const uuid = vi.spyOn(crypto, 'randomUUID');
    vi.useFakeTimers({ now: new Date('2023-08-25T08:00:00Z') });
    const commands = fc.sample(fc.oneof(assign, log), { seed: 2023, numRuns: 200 });
    const thrown = dice.mock.calls.length + uuid.mock.calls.length;
    const today = commands.map((command) => decide(command, frozenRegion()));
    vi.setSystemTime(new Date('2031-01-01T00:00:00Z'));
    const later = commands.map((command) =>
      decide(JSON.parse(JSON.stringify(command)) as Command, frozenRegion()),
    );
    expect(later).toEqual(today);
    expect(dice.mock.calls.length + uuid.mock.calls.length).toBe(thrown);
  });

  it('hands each wish to its rule', () => {
    const at = { year: 2023, unitKey: 'service-stad', roomKey: 'service' };
    expect(decide({ do: 'assignGoal', ...at, goalKey: 'resor', ...signature }, smallRegion())).toMatchObject([
      { kind: 'create', list: 'assignments' },
    ]);
    const line = { activityKey: 'a-9', title: 'x', goalKeys: ['resor'], kind: 'targeted' } as const;
    expect(decide({ do: 'logActivity', ...at, ...line, ...signature }, smallRegion())).toMatchObject([
      { kind: 'create', list: 'activities', row: { responsibleId: anna.id } },
    ]);
  });
});
