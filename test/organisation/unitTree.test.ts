import { describe, expect, it } from 'vitest';
import { inNewOrder } from '../../src/basics/order.ts';
import { Table } from '../../src/basics/rows.ts';
import { rowsAt } from '../../src/organisation/tree.ts';
import { type Unit, unitIndexes } from '../../src/organisation/unit.ts';
import { foundIn, pathOf, unitTreeOf } from '../../src/organisation/unitTree.ts';
import { activityIndexes } from '../../src/activities/activity.ts';
import { anActivity, aUnit, waste } from '../builders.ts';

function office(...all: Unit[]) {
  const units = new Table(unitIndexes);
  for (const unit of all) units.put(unit);
  return units;
}
const board = aUnit({ key: 'styrelsen', level: 'board', parentKey: null, title: 'Regionstyrelsen' });
const service = aUnit({ key: 'service', title: 'Regionservice', order: 2 });
const hr = aUnit({ key: 'hr', title: 'HR', order: 1 });
const kost = aUnit({ key: 'service-kost', title: 'Kost', level: 'unit', parentKey: 'service' });

describe('[O17] the tree of the organisation', () => {
  it('holds everybody in their order, those that are closed last, and says how many stand below', () => {
    const closed = aUnit({ key: 'gammal', title: 'Gammal', active: false, order: 0 });
    const { roots, below, sizes } = unitTreeOf(office(board, service, hr, kost, closed));
    expect(roots.map(({ key }) => key)).toEqual(['styrelsen']);
    expect(below.get('styrelsen')?.map(({ key }) => key)).toEqual(['hr', 'service', 'gammal']);
    expect(sizes.get('styrelsen')).toBe(3);
  });

  it('loses nobody who stands below nobody, or in a circle', () => {
    const lost = aUnit({ key: 'borta', parentKey: 'ingen' });
    const [a, b] = [aUnit({ key: 'a', parentKey: 'b' }), aUnit({ key: 'b', parentKey: 'a' })];
    const { roots, below } = unitTreeOf(office(board, lost, a, b));
    expect(roots.map(({ key }) => key).sort()).toEqual(['a', 'borta', 'styrelsen']);
    expect(below.get('a')?.map(({ key }) => key)).toEqual(['b']);
    expect(below.get('b')).toEqual([]);
  });

  it('is searched by name, and shows what lies above', () => {
    const { hits, shown } = foundIn(office(board, service, hr, kost), 'KOS');
    expect([...hits]).toEqual(['service-kost']);
    expect([...shown].sort()).toEqual(['service', 'service-kost', 'styrelsen']);
    expect(pathOf(office(board, service, kost), kost)).toBe('Regionstyrelsen · Regionservice');
  });
});

describe('[O18] one step up or down', () => {
  it('numbers only what gets another number by it', () => {
    const rows = ['a', 'b', 'c'].map((key, n) => ({ key, order: n + 1 }));
    const [a, b] = [rows[0], rows[1]];
    expect(inNewOrder(rows, 'b', -1)).toEqual([
      { row: b, order: 1 },
      { row: a, order: 2 },
    ]);
    expect(inNewOrder(rows, 'a', -1)).toEqual([]);
    expect(inNewOrder(rows, 'c', 1)).toEqual([]);
    // Numbers that several share are set right by the first step.
    expect(
      inNewOrder(
        ['a', 'b', 'c'].map((key) => ({ key, order: 0 })),
        'a',
        1,
      ).map(({ order }) => order),
    ).toEqual([1, 2, 3]);
  });
});

describe('[O16] what stands with a room', () => {
  it('is all of its shelf, and what a unit that has come to it left where it was; each row once', () => {
    const moved = {
      ...kost,
      parentKey: 'hr',
      departmentKey: 'hr',
      movedFrom: [{ year: 2023, departmentKey: 'service' }],
    };
    const activities = new Table(activityIndexes);
    activities.put(anActivity(kost, [waste], { key: 'a-left' }));
    activities.put(anActivity(moved, [waste], { key: 'a-here' }));
    activities.put(anActivity(hr, [waste], { key: 'a-own' }));
    activities.put(anActivity(service, [waste], { key: 'a-service' }));
    const units = office(board, service, hr, moved);
    const keys = (room: Unit) =>
      rowsAt(activities, units, 2023, room)
        .map(({ key }) => key)
        .sort();
    expect(keys(hr)).toEqual(['a-here', 'a-left', 'a-own']);
    expect(keys(moved)).toEqual(['a-here', 'a-left']);
    expect(keys(service)).toEqual(['a-left', 'a-service']);
    expect(keys(board)).toEqual([]);
  });
});
