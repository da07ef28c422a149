import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/basics/refusal.ts';
import { Table } from '../../src/basics/rows.ts';
import {
  longestUnitName,
  mayStandBelow,
  newUnitKey,
  planOf,
  saveUnit,
  type SaveUnit,
  unitKeyOf,
  type UnitPlan,
} from '../../src/organisation/saveUnit.ts';
import { isWithin } from '../../src/organisation/tree.ts';
import { type Unit, unitIndexes } from '../../src/organisation/unit.ts';
import { aUnit } from '../builders.ts';

const region = aUnit({ key: 'regionen', level: 'region', parentKey: null });
const board = aUnit({ key: 'styrelsen', level: 'board', parentKey: 'regionen' });
const service = aUnit({ key: 'service' });
const hr = aUnit({ key: 'hr' });
const kost = aUnit({ key: 'service-kost', level: 'unit', parentKey: 'service' });
const kitchen = aUnit({
  key: 'service-kost-kok',
  level: 'unit',
  parentKey: 'service-kost',
  departmentKey: 'service',
});

function office(...more: Unit[]) {
  const units = new Table(unitIndexes);
  for (const unit of [region, board, service, hr, kost, kitchen, ...more]) units.put(unit);
  return { units };
}

function save(unit: Unit, to: Partial<UnitPlan>, more: Partial<SaveUnit> = {}): SaveUnit {
  const was = planOf(unit);
  return {
    do: 'saveUnit',
    year: 2023,
    roomKey: unit.key,
    unitKey: unit.key,
    level: unit.level,
    was,
    to: { ...was, ...to },
    ...more,
  };
}
const fresh = (to: Partial<UnitPlan>, more: Partial<SaveUnit> = {}) =>
  save(aUnit({ key: 'service-nytt', title: 'Nytt', level: 'unit', parentKey: 'service' }), to, {
    was: null,
    ...more,
  });

describe('[O12] coming to another department', () => {
  it('takes along all below, and each remembers where it was', () => {
    expect(saveUnit(save(kost, { parentKey: 'hr' }), office())).toEqual([
      {
        kind: 'update',
        list: 'units',
        key: 'service-kost',
        fields: {
          parentKey: { was: 'service', to: 'hr' },
          departmentKey: { was: 'service', to: 'hr' },
          movedFrom: { was: [], to: [{ year: 2023, departmentKey: 'service' }] },
        },
      },
      {
        kind: 'update',
        list: 'units',
        key: 'service-kost-kok',
        fields: {
          departmentKey: { was: 'service', to: 'hr' },
          movedFrom: { was: [], to: [{ year: 2023, departmentKey: 'service' }] },
        },
      },
    ]);
  });

  it('goes on where it was cut off: what has moved already is left as it is', () => {
    const moved = {
      ...kost,
      parentKey: 'hr',
      departmentKey: 'hr',
      movedFrom: [{ year: 2023, departmentKey: 'service' }],
    };
    const left = saveUnit(save(kost, { parentKey: 'hr' }), office(moved));
    expect(Array.isArray(left) && left.map((one) => one.kind === 'update' && one.key)).toEqual([
      'service-kost-kok',
    ]);
  });

  it('within the department nothing is to be remembered, and a department keeps its own shelf wherever it stands', () => {
    const stad = aUnit({ key: 'service-stad', level: 'unit', parentKey: 'service' });
    expect(saveUnit(save(stad, { parentKey: 'service-kost' }), office(stad))).toEqual([
      {
        kind: 'update',
        list: 'units',
        key: 'service-stad',
        fields: { parentKey: { was: 'service', to: 'service-kost' } },
      },
    ]);
    const other = aUnit({ key: 'namnden', level: 'board', parentKey: 'regionen' });
    expect(saveUnit(save(service, { parentKey: 'namnden' }), office(other))).toEqual([
      {
        kind: 'update',
        list: 'units',
        key: 'service',
        fields: { parentKey: { was: 'styrelsen', to: 'namnden' } },
      },
    ]);
  });
});

describe('[O13] the key of a new unit', () => {
  it('says where it is and what it is called, so that two who make it make one', () => {
    expect(unitKeyOf(null, 'Region Exempel')).toBe('region-exempel');
    expect(unitKeyOf('service', 'Växel & reception')).toBe('service-vaxel-reception');
    expect(unitKeyOf('service', '!!!')).toBe('service-enhet');
    const wish = fresh({});
    const made = saveUnit(wish, office());
    expect(made).toMatchObject([
      { kind: 'create', row: { key: 'service-nytt', departmentKey: 'service', movedFrom: [] } },
    ]);
    if (isRefusal(made) || made[0]?.kind !== 'create') throw new Error('It was not made');
    expect(saveUnit(wish, office(made[0].row as Unit))).toEqual([]);
  });

  it('of a name that somebody has left is another one; of the same unit, and of one taken away, the same', () => {
    const renamed = aUnit({ key: 'service-nytt', title: 'Gammalt', level: 'unit', parentKey: 'service' });
    expect(newUnitKey(office(renamed).units, 'service', 'Nytt')).toBe('service-nytt-2');
    const moved = aUnit({ key: 'service-nytt', title: 'Nytt', level: 'unit', parentKey: 'hr' });
    expect(newUnitKey(office(moved).units, 'service', 'Nytt')).toBe('service-nytt-2');
    const same = aUnit({ key: 'service-nytt', title: 'Nytt', level: 'unit', parentKey: 'service' });
    expect(newUnitKey(office(same).units, 'service', 'Nytt')).toBe('service-nytt');
    expect(newUnitKey(office({ ...renamed, removed: true }).units, 'service', 'Nytt')).toBe('service-nytt');
  });

  it('is refused under another plan', () => {
    const there = aUnit({ key: 'service-nytt', title: 'Nytt', level: 'unit', parentKey: 'service' });
    expect(saveUnit(fresh({ order: 7 }), office(there))).toEqual({ refused: 'keyTaken', field: 'title' });
  });
});

describe('[O14] where a unit may stand', () => {
  it.each([
    ['without a name', fresh({ title: '  ' }), 'nameMissing'],
    ['with too long a name', fresh({ title: 'x'.repeat(longestUnitName + 1) }), 'titleTooLong'],
    ['below nothing', fresh({ parentKey: null }), 'parentUnknown'],
    ['below nobody that is there', fresh({ parentKey: 'borta' }), 'parentUnknown'],
    ['below a board', fresh({ parentKey: 'styrelsen' }), 'parentTooLow'],
    ['below itself', save(kost, { parentKey: 'service-kost' }), 'parentWithin'],
    ['below its own', save(kost, { parentKey: 'service-kost-kok' }), 'parentWithin'],
    ['a department below a department', save(service, { parentKey: 'hr' }), 'parentTooLow'],
    ['closed with units below', save(kost, { active: false }), 'unitHasUnits'],
  ])('not %s', (_, wish, refused) => {
    expect(saveUnit(wish, office())).toMatchObject({ refused });
  });

  it('not below one that is closed, unless it is closed itself', () => {
    const closed = { ...hr, active: false };
    expect(saveUnit(fresh({ parentKey: 'hr' }), office(closed))).toEqual({
      refused: 'unitInactive',
      field: 'parentKey',
    });
    const below = aUnit({ key: 'hr-lon', level: 'unit', parentKey: 'hr', active: false });
    expect(saveUnit(save(below, { title: 'Löner' }), office(closed, below))).toMatchObject([
      { fields: { title: { to: 'Löner' } } },
    ]);
  });

  it('what two have changed is for the second one to see, and what neither touched is left', () => {
    const theirs = office({ ...kost, title: 'Måltider', order: 9 });
    expect(saveUnit(save(kost, { title: 'Mat' }), theirs)).toMatchObject({
      refused: 'changedByBoth',
      clash: { fields: { title: { mine: 'Mat', theirs: 'Måltider' } } },
    });
    expect(saveUnit(save(kost, { character: 'administrative' }), theirs)).toEqual([
      {
        kind: 'update',
        list: 'units',
        key: 'service-kost',
        fields: { character: { was: 'operational', to: 'administrative' } },
      },
    ]);
  });

  it('no series of moves makes a circle, or puts a unit on another shelf than its department’s', () => {
    const keys = ['service', 'hr', 'service-kost', 'service-kost-kok', 'styrelsen', 'regionen'];
    const moves = fc.array(fc.record({ unitKey: fc.constantFrom(...keys), to: fc.constantFrom(...keys) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(moves, (all) => {
        const { units } = office();
        for (const { unitKey, to } of all) {
          const unit = units.get(unitKey);
          if (!unit) continue;
          const answer = saveUnit(save(unit, { parentKey: to }), { units });
          if (isRefusal(answer)) continue;
          for (const change of answer) {
            if (change.kind !== 'update') continue;
            const row = units.get(change.key);
            const fields = Object.entries(change.fields).map(([name, field]) => [name, field.to]);
            if (row) units.put({ ...row, ...(Object.fromEntries(fields) as Partial<Unit>) });
          }
        }
        for (const unit of units.values()) {
          if (unit.parentKey === null) continue;
          expect(isWithin(units, unit.parentKey, unit.key)).toBe(false);
          const parent = units.get(unit.parentKey);
          if (!parent) throw new Error('Nobody is above');
          expect(mayStandBelow(unit.level, parent.level)).toBe(true);
          expect(unit.departmentKey).toBe(unit.level === 'unit' ? parent.departmentKey : unit.key);
        }
      }),
      { seed: 81, numRuns: 300 },
    );
  });
});
