import { describe, expect, it } from 'vitest';
import { leads } from '../../src/organisation/leads.ts';
import { rolesText } from '../../src/basics/strategists.ts';
import { roleIn, strategistsIn } from '../../src/organisation/roles.ts';
import { emptyTables } from '../../src/world.ts';
import { anna, aUnit, worldOf } from '../builders.ts';

const bo = { id: 'b-1', name: 'Bo Ek' };
const cia = { id: 'c-1', name: 'Cia Lind' };
const nobody = { head: null, acting: null, delegate: null };
const board = aUnit({ key: 'styrelsen', level: 'board', parentKey: null });
const service = aUnit({ key: 'service', parentKey: 'styrelsen', heads: { ...nobody, head: anna } });
const kost = aUnit({ key: 'kost', level: 'unit', parentKey: 'service', heads: { ...nobody, delegate: bo } });
const stab = aUnit({ key: 'stab', parentKey: 'styrelsen' });
const { units } = worldOf({ units: [board, service, kost, stab] });

describe('[O40] what somebody is to a room', () => {
  it.each([
    ['named in the settings', [cia], cia.id, kost, 'strategist'],
    ['head of the room above', [cia], anna.id, kost, 'head'],
    ['delegate of the room itself', [cia], bo.id, kost, 'head'],
    ['head of a room below only', [cia], bo.id, service, 'staff'],
    ['nobody of them', [cia], 'x-1', kost, 'staff'],
    ['of the whole, not named', [cia], anna.id, undefined, 'staff'],
    ['anybody, where nobody is named', [], 'x-1', kost, 'strategist'],
  ] as const)('%s', (_, strategists, personId, room, role) => {
    expect(roleIn(units, room, strategists, personId)).toBe(role);
  });
});

it('[O41] a room without any head, above it neither, is led by whoever is there', () => {
  expect(leads(units, stab, 'x-1')).toBe(true);
  expect(leads(units, kost, 'x-1')).toBe(false);
});

it('[O41] a circle made by hand is walked once', () => {
  const round = worldOf({
    units: [aUnit({ key: 'a', parentKey: 'b' }), aUnit({ key: 'b', parentKey: 'a' })],
  });
  const [first] = round.units.values();
  expect(first && leads(round.units, first, 'x-1')).toBe(true);
});

describe('[O42] the setting that names them', () => {
  function settingsOf(value: string | null, removed = false) {
    const { settings } = emptyTables();
    settings.put({ key: 'roles', title: 'roles', removed, value });
    return settings;
  }

  it('is read as it was written', () => {
    expect(strategistsIn(settingsOf(rolesText([cia, bo])))).toEqual([cia, bo]);
  });

  it.each([
    'nonsense',
    'null',
    '[]',
    '{"strategists":3}',
    '{"strategists":[{"id":""}]}',
    '{"strategists":[{"name":"Bo"}]}',
  ])('names nobody when it reads %s', (value) => {
    expect(strategistsIn(settingsOf(value))).toEqual([]);
  });

  it('names nobody when it was taken away', () => {
    expect(strategistsIn(settingsOf(rolesText([cia]), true))).toEqual([]);
  });
});
