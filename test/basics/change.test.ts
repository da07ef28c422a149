import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, update, type Value } from '../../src/basics/change.ts';
import { aUnit, anna } from '../builders.ts';

describe('update', () => {
  const unit = aUnit({ heads: { head: anna, acting: null, delegate: null }, order: 3 });

  it('leaves out what holds already', () => {
    const wanted = { order: 3, active: true, heads: { delegate: null, acting: null, head: { ...anna } } };
    expect(update('units', unit, wanted)).toEqual([]);
  });

  it('records what was and what is to be, field by field', () => {
    expect(update('units', unit, { order: 4, active: true, title: 'Nytt namn' })).toEqual([
      {
        kind: 'update',
        list: 'units',
        key: unit.key,
        fields: { order: { was: 3, to: 4 }, title: { was: unit.title, to: 'Nytt namn' } },
      },
    ]);
  });

  it('takes a field that the row does not have for an empty one', () => {
    const { parentKey: _, ...bare } = unit;
    const row: typeof bare & { parentKey?: string } = bare;
    expect(update('units', row, { parentKey: 'styrelsen' })).toMatchObject([
      { fields: { parentKey: { was: null, to: 'styrelsen' } } },
    ]);
  });
});

describe('isSame', () => {
  it.each<[Value, Value, boolean]>([
    [1, 1, true],
    [1, '1', false],
    [null, null, true],
    [null, {}, false],
    [{}, null, false],
    [null, 0, false],
    [['a', 'b'], ['a', 'b'], true],
    [['a', 'b'], ['b', 'a'], false],
    [['a'], ['a', 'b'], false],
    [[], {}, false],
    [['a'], { 0: 'a' }, false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: null }, { b: null }, false],
    [{ toString: null }, { a: null }, false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(isSame(a, b)).toBe(same);
  });

  const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Value>;

  it('holds for a copy, and goes both ways', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        return isSame(a, structuredClone(a)) && isSame(a, b) === isSame(b, a);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });
});
