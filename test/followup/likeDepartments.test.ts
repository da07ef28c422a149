import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeDepartments } from '../../src/followup/likeDepartments.ts';
import { tallyOf } from '../../src/followup/tallyOf.ts';
import type { Unit } from '../../src/organisation/unit.ts';
import {
  anActivity,
  anAssignment,
  aUnit,
  board,
  kitchen,
  region,
  regionTables,
  service,
  travel,
  waste,
  worldOf,
} from '../builders.ts';

const year = 2023;
const keysOf = (units: readonly Unit[]) => units.map(({ key }) => key);
const department = (key: string, fields: Partial<Unit> = {}) => aUnit({ key, title: key, ...fields });

function worldWith(others: readonly Unit[], rows: Omit<Parameters<typeof worldOf>[0], 'units'> = {}) {
  return worldOf({
    goals: [travel, waste],
    units: [region, board, service, kitchen, ...others],
    ...rows,
    assignments: [anAssignment(travel, service), anAssignment(travel, kitchen), ...(rows.assignments ?? [])],
  });
}

describe('[V18] departments to look for ideas in', () => {
  const six = ['b', 'c', 'd', 'e', 'f', 'g'].map((key, order) =>
    department(key, { order, character: order % 2 === 0 ? 'administrative' : 'operational' }),
  );

  it('are at most four: of its own character first, else as the organisation lists them', () => {
    expect(keysOf(likeDepartments(worldWith(six), year, service))).toEqual(['c', 'e', 'g', 'b']);
  });

  it('for a unit, by the unit’s own character, and never its own department', () => {
    const office = { ...kitchen, character: 'administrative' } as const;
    expect(keysOf(likeDepartments(worldWith(six), year, office))).toEqual(['b', 'd', 'f', 'c']);
  });

  it('one that is known to hold a goal of its comes before the unknown, one known to hold none is left out', () => {
    const [, c, , e, , g] = six as [Unit, Unit, Unit, Unit, Unit, Unit];
    const assignments = [anAssignment(travel, g), anAssignment(waste, c)];
    expect(keysOf(likeDepartments(worldWith(six, { assignments }), year, service))).toEqual([
      'g',
      'e',
      'b',
      'd',
    ]);
    // What a tally tells is as good.
    const world = worldWith(six);
    for (const [unit, goal] of [
      [e, waste],
      [g, travel],
    ] as const) {
      const own = worldOf({ assignments: [anAssignment(goal, unit)] }).assignments;
      world.tallies.put(
        tallyOf(year, unit.key, { assignments: own, activities: [], comments: [], asOf: '' }),
      );
    }
    expect(keysOf(likeDepartments(world, year, service))).toEqual(['g', 'c', 'b', 'd']);
  });

  it('leaves out what is inactive or removed', () => {
    const gone = [department('h', { active: false }), department('i', { removed: true })];
    expect(likeDepartments(worldWith(gone), year, service)).toEqual([]);
  });

  it('in the demonstration region', () => {
    const tables = regionTables();
    const of = (key: string) => keysOf(likeDepartments(tables, year, tables.units.get(key) ?? service));
    expect(of('regionservice')).toEqual(['fastighet', 'digitalisering-och-it', 'regionstaben', 'hr']);
    expect(of('ekonomi')).toEqual(['regionstaben', 'hr', 'kommunikation', 'upphandling']);
  });

  it('how much anybody does changes nothing', () => {
    const departments = fc.uniqueArray(
      fc.record({
        n: fc.nat(20),
        order: fc.nat(5),
        isOffice: fc.boolean(),
        holds: fc.boolean(),
        does: fc.nat(6),
      }),
      { selector: ({ n }) => n, maxLength: 9 },
    );
    fc.assert(
      fc.property(departments, (drawn) => {
        const others = drawn.map(({ n, order, isOffice }) =>
          department(`d-${n}`, { order, character: isOffice ? 'administrative' : 'operational' }),
        );
        const assignments = others
          .filter((_, i) => drawn[i]?.holds)
          .map((unit) => anAssignment(travel, unit));
        const activities = others.flatMap((unit, i) =>
          Array.from({ length: drawn[i]?.does ?? 0 }, (_, n) =>
            anActivity(unit, [travel], { key: `${unit.key}-${n}` }),
          ),
        );
        const idle = likeDepartments(worldWith(others, { assignments }), year, service);
        const busy = likeDepartments(worldWith(others, { assignments, activities }), year, service);
        expect(keysOf(busy)).toEqual(keysOf(idle));
        expect(idle.length).toBe(Math.min(4, others.length));
        expect(keysOf(idle)).not.toContain('service');
        const likes = idle.map(({ character }) => character === service.character);
        expect(likes).toEqual([...likes].sort((a, b) => Number(b) - Number(a)));
      }),
      { seed: 18, numRuns: 200 },
    );
  });
});
