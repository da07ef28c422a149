import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundRooms } from '../../src/organisation/roomSearch.ts';
import { aUnit, worldOf } from '../builders.ts';

const department = (key: string, title: string, order = 1) =>
  aUnit({ key, title, order, departmentKey: key });
const unit = (parent: string, key: string, title: string, active = true) =>
  aUnit({ key, title, level: 'unit', parentKey: parent, departmentKey: parent, active });

const { units } = worldOf({
  units: [
    aUnit({ key: 'regionen', title: 'Regionen', level: 'region', parentKey: null }),
    department('service', 'Regionservice', 2),
    department('ekonomi', 'Ekonomi', 1),
    unit('service', 'kost', 'Kost'),
    unit('service', 'halsokost', 'Hälsokost och kök'),
    unit('ekonomi', 'stod', 'Stöd Ekonomi'),
    unit('ekonomi', 'kostnader', 'Kostnader', false),
  ],
});
const titles = (typed: string, most = 40) =>
  foundRooms(units, typed, most).rooms.map(({ room }) => room.title);

describe('[T20] looking a department or unit up', () => {
  it('shows the departments in their order while nothing is typed', () => {
    expect(titles('')).toEqual(['Ekonomi', 'Regionservice']);
    expect(titles('   ')).toEqual(['Ekonomi', 'Regionservice']);
  });

  it.each([
    ['kost', ['Kost', 'Hälsokost och kök']],
    ['KÖK', ['Hälsokost och kök']],
    ['kok', []],
    ['ekonomi', ['Ekonomi', 'Stöd Ekonomi']],
    ['service', ['Regionservice', 'Hälsokost och kök', 'Kost']],
    ['regionservice kost', ['Hälsokost och kök', 'Kost']],
    ['regionen', []],
  ])('%j finds %j', (typed, found) => {
    expect(titles(typed)).toEqual(found);
  });

  it('names the department of a unit, and counts what is left out', () => {
    const { rooms, more } = foundRooms(units, 'o', 2);
    expect(rooms).toHaveLength(2);
    expect(more).toBe(3);
    expect(foundRooms(units, 'kök', 2).rooms[0]?.department?.title).toBe('Regionservice');
  });

  it('finds every active room of a large organisation by its whole name', () => {
    const many = Array.from({ length: 60 }, (_, d) => [
      department(`d${d}`, `Avdelning ${d}`),
      ...Array.from({ length: 50 }, (_unit, n) => unit(`d${d}`, `d${d}-e${n}`, `Enhet ${d}.${n}`)),
    ]).flat();
    const large = worldOf({ units: many }).units;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: many.length - 1 }), (at) => {
        const wanted = many[at];
        const { rooms } = foundRooms(large, wanted?.title ?? '', 40);
        expect(rooms[0]?.room.key).toBe(wanted?.key);
      }),
      { seed: 20, numRuns: 60 },
    );
  });
});
