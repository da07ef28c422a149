import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Clash,
  type FieldChanges,
  isSame,
  settleFields,
  update,
  type Value,
  weigh,
} from '../../src/basics/change.ts';
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

const row = aUnit({ key: 'service', title: 'Nu', order: 3, active: true });
const weighed = (fields: FieldChanges) => weigh('units', row, fields);

describe('weighing a wish of an earlier moment', () => {
  it('[S8] what is there already is done', () => {
    expect(weighed({})).toEqual([]);
    expect(weighed({ title: { was: 'Förr', to: 'Nu' } })).toEqual([]);
    expect(weighed({ heads: { was: null, to: { delegate: null, head: null, acting: null } } })).toEqual([]);
  });

  it('[S8] what still is as it was is changed', () => {
    expect(weighed({ title: { was: 'Nu', to: 'Sedan' } })).toEqual([
      { kind: 'update', list: 'units', key: 'service', fields: { title: { was: 'Nu', to: 'Sedan' } } },
    ]);
  });

  it('[S8] what has become something else was changed by both', () => {
    expect(weighed({ title: { was: 'Förr', to: 'Sedan' } })).toEqual({
      list: 'units',
      key: 'service',
      fields: { title: { mine: 'Sedan', theirs: 'Nu' } },
    });
  });

  it('[S8] one clashing field holds up the others, and only that one is told', () => {
    const fields = {
      title: { was: 'Förr', to: 'Sedan' },
      order: { was: 3, to: 4 },
      active: { was: false, to: true },
    };
    expect(weighed(fields)).toMatchObject({ fields: { title: { mine: 'Sedan', theirs: 'Nu' } } });
    expect(Object.keys((weighed(fields) as Clash).fields)).toEqual(['title']);
    const { title: _, ...others } = fields;
    expect(weighed(others)).toMatchObject([{ fields: { order: { was: 3, to: 4 } } }]);
  });

  it('[S8] a field that the row does not have is an empty one', () => {
    expect(weighed({ theme: { was: null, to: 'Mat' } })).toMatchObject([
      { fields: { theme: { was: null, to: 'Mat' } } },
    ]);
    expect(weighed({ theme: { was: 'Mat', to: null } })).toEqual([]);
    expect(weighed({ theme: { was: 'Mat', to: 'Resor' } })).toMatchObject({
      fields: { theme: { mine: 'Resor', theirs: null } },
    });
  });
});

describe('weighing and settling, by property', () => {
  const names = ['title', 'order', 'heads', 'theme'];
  const content = fc.constantFrom<Value>(null, '', 'a', 'b', 0, ['a'], ['a', 'b'], { id: 'a' });
  const meeting = fc.tuple(
    fc.record(Object.fromEntries(names.map((name) => [name, content]))),
    fc.dictionary(fc.constantFrom(...names), fc.record({ was: content, to: content })),
  );
  const rowWith = (now: Record<string, Value>) =>
    ({ key: 'a-1', title: '', removed: false, ...now }) as never;

  it('[S8] is what a slow and obvious comparison of each field gives, and never both', () => {
    fc.assert(
      fc.property(meeting, ([now, fields]) => {
        const text = (value: Value | undefined) => JSON.stringify(value);
        const touched = Object.entries(fields).filter(([name, { to }]) => text(now[name]) !== text(to));
        const clashing = touched.filter(([name, { was }]) => text(now[name]) !== text(was));
        const clash = {
          list: 'activities',
          key: 'a-1',
          fields: Object.fromEntries(
            clashing.map(([name, { to }]) => [name, { mine: to, theirs: now[name] }]),
          ),
        };
        const change = {
          kind: 'update',
          list: 'activities',
          key: 'a-1',
          fields: Object.fromEntries(touched),
        };
        const changes = touched.length > 0 ? [change] : [];
        expect(weigh('activities', rowWith(now), fields)).toEqual(clashing.length > 0 ? clash : changes);
      }),
      { seed: 2023, numRuns: 1000 },
    );
  });

  it('[S8] once settled it clashes no more: mine stands where I chose mine, theirs where I chose theirs', () => {
    let clashes = 0;
    fc.assert(
      fc.property(meeting, fc.constantFrom('mine' as const, 'theirs' as const), ([now, fields], whose) => {
        const clash = weigh('activities', rowWith(now), fields);
        if (!('fields' in clash)) return;
        clashes += 1;
        const settled = settleFields(fields, clash, whose);
        const answer = weigh('activities', rowWith(now), settled);
        if ('fields' in answer) throw new Error('It still clashes');
        const after = { ...now };
        for (const change of answer) {
          if (!('fields' in change)) throw new Error('Settling creates nothing');
          for (const [name, { to }] of Object.entries(change.fields)) after[name] = to;
        }
        for (const name of names) {
          const isTheirs = !fields[name] || (whose === 'theirs' && name in clash.fields);
          expect(after[name]).toEqual(isTheirs ? now[name] : fields[name]?.to);
        }
      }),
      { seed: 2023, numRuns: 1000 },
    );
    expect(clashes).toBeGreaterThan(300);
  });

  it('[S8] fields that did not clash are wished for as before', () => {
    const fields = { title: { was: 'x', to: 'y' }, order: { was: 1, to: 2 } };
    const clash: Clash = { list: 'units', key: 'service', fields: { title: { mine: 'y', theirs: 'z' } } };
    expect(settleFields(fields, clash, 'mine')).toEqual({ ...fields, title: { was: 'z', to: 'y' } });
    expect(settleFields(fields, clash, 'theirs')).toEqual({ order: { was: 1, to: 2 } });
    const { title } = fields;
    expect(settleFields({ title }, clash, 'theirs')).toEqual({});
  });
});
