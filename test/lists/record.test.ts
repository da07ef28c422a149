import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName, commonColumns, listNames, lists } from '../../src/lists/lists.ts';
import { columnNames, decodeItem, encodeChange, encodeRow, type Fields } from '../../src/lists/record.ts';
import { aGoal, anActivity, anAssignment, anna, aStageGoal, kitchen, travel } from '../builders.ts';
import { day, records } from './anyRecord.ts';

const changedAt = '2023-08-25T08:00:00Z';
const seeded = { seed: 2023, numRuns: 300 };

/** What Graph gives back for fields that were sent: text that JSON has carried, and what is empty left out. */
function fromGraph(fields: Fields, itemId = '7'): unknown {
  const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const item = { id: itemId, eTag: '"list,1"', lastModifiedDateTime: changedAt, fields: kept };
  return JSON.parse(JSON.stringify(item));
}

describe.each(listNames)('a row of %s', (list) => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(records[list], fc.uuid(), (written, commandKey) => {
        const read = decodeItem(list, fromGraph(encodeRow(list, written, commandKey)));
        expect(read).toEqual({ list, row: written, itemId: '7', etag: '"list,1"', commandKey, changedAt });
      }),
      seeded,
    );
  });

  it('becomes any other row by a change of its fields', () => {
    fc.assert(
      fc.property(records[list], records[list], (before, after) => {
        const fields = encodeRow(list, before, 'c');
        const { key: _, ...wanted } = after;
        const changes = Object.fromEntries(
          Object.entries(wanted).map(([name, to]) => [name, { was: null, to }]),
        );
        const read = decodeItem(list, fromGraph({ ...fields, ...encodeChange(list, changes) }));
        expect(read).toMatchObject({ row: { ...wanted, key: before.key } });
      }),
      seeded,
    );
  });

  it('set to anything by hand is read or set aside, never thrown', () => {
    const anything = fc.anything({ withNullPrototype: true });
    const fields = fc.dictionary(fc.constantFrom(...columnNames(list)), anything);
    fc.assert(
      fc.property(records[list], fields, (written, byHand) => {
        const item = { id: '7', eTag: '"list,1"', fields: { ...encodeRow(list, written, 'c'), ...byHand } };
        const read = decodeItem(list, item);
        expect('why' in read || read.row.key !== '').toBe(true);
      }),
      seeded,
    );
  });
});

describe('a row edited by hand', () => {
  const written = encodeRow('activities', anActivity(kitchen, [travel]), 'c');
  const edited = (fields: Record<string, unknown>) =>
    decodeItem('activities', { id: '7', eTag: '"x,1"', fields: { ...written, ...fields } });

  it.each<[string, Record<string, unknown>]>([
    ['key', { Key: undefined }],
    ['key', { Key: 'Not A Key' }],
    ['unitKey', { UnitKey: undefined }],
    ['kind', { Kind: 'Targeted' }],
    ['state', { State: undefined }],
    ['goalKeys', { GoalKeys: undefined }],
    ['goalKeys', { GoalKeys: 'resor' }],
    ['goalKeys', { GoalKeys: '"resor"' }],
    ['goalKeys', { GoalKeys: '["Not A Key"]' }],
    ['due', { Due: 'soon' }],
    ['due', { Due: 20230825 }],
  ])('is set aside with the name of the field: %s', (why, fields) => {
    expect(edited(fields)).toEqual({ list: 'activities', itemId: '7', why });
  });

  it('is still read where a field may be empty or is not ours', () => {
    const bare = edited({ Title: undefined, Removed: undefined, CommandKey: undefined, Colour: 'blue' });
    expect(bare).toMatchObject({ row: { title: '', removed: false }, commandKey: '' });
    expect('row' in bare && 'colour' in bare.row).toBe(false);
  });

  it.each([null, 'text', {}, { id: 7, eTag: 'x', fields: {} }, { id: '7', fields: {} }])(
    'that is no item at all is set aside: %j',
    (raw) => {
      expect(decodeItem('goals', raw)).toEqual({ list: 'goals', itemId: '?', why: 'not a list item' });
    },
  );

  it('is read without the moment of its last change, too', () => {
    const bare = edited({});
    expect(bare).toMatchObject({ changedAt: '' });
  });

  it('without heads has none', () => {
    const { Heads: _, ...unit } = encodeRow('units', kitchen, 'c');
    expect(decodeItem('units', fromGraph(unit))).toMatchObject({ row: { heads: { head: null } } });
  });
});

describe('a day', () => {
  it.each([
    ['midnight in California', '2017-01-03T08:00:00Z', '2017-01-03'],
    ['midnight in Sweden in summer, the day before in UTC', '2017-07-03T22:00:00Z', '2017-07-04'],
    ['midnight in Sweden in winter', '2017-01-03T23:00:00Z', '2017-01-04'],
    ['noon UTC, as it was written', '2017-01-03T12:00:00Z', '2017-01-03'],
    ['midnight UTC', '2017-01-03T00:00:00Z', '2017-01-03'],
    ['the last hour of a year', '2016-12-31T23:00:00Z', '2017-01-01'],
    ['the day before a leap day', '2024-02-28T23:00:00Z', '2024-02-29'],
  ])('%s', (_, told, due) => {
    const fields = { ...encodeRow('activities', anActivity(kitchen, [travel]), 'c'), Due: told };
    expect(decodeItem('activities', fromGraph(fields))).toMatchObject({ row: { due } });
  });

  it('is written as noon', () => {
    const { Due } = encodeRow('activities', anActivity(kitchen, [travel], { due: '2023-08-31' }), 'c');
    expect(Due).toBe('2023-08-31T12:00:00Z');
  });

  it('is the same day wherever between UTC−11 and UTC+11 the site stands', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -11 * 4, max: 11 * 4 }), (due, quartersEast) => {
        const midnight = new Date(Date.parse(`${due}T00:00:00Z`) - quartersEast * 15 * 60_000);
        const fields = { ...encodeRow('stageGoals', aStageGoal({ due }), 'c'), Due: midnight.toISOString() };
        expect(decodeItem('stageGoals', fromGraph(fields))).toMatchObject({ row: { due } });
      }),
      seeded,
    );
  });
});

describe('encoding', () => {
  it('leaves empty fields out of a new row', () => {
    const fields = encodeRow('goals', aGoal({ theme: null, toYear: null }), 'command-1');
    expect(Object.keys(fields)).not.toContain('Theme');
    expect(fields).toMatchObject({
      Title: 'Målet resor',
      Key: 'resor',
      CommandKey: 'command-1',
      Removed: false,
    });
    expect(Object.values(fields)).not.toContain(null);
  });

  it('empties a field of a change with null', () => {
    const changes = {
      requestedOn: { was: '2023-01-01', to: null },
      note: { was: 'x', to: null },
      state: { was: 'requested', to: 'assigned' },
      removed: { was: true, to: false },
      title: { was: 'a', to: 'b' },
    };
    expect(encodeChange('assignments', changes)).toEqual({
      RequestedOn: null,
      Note: null,
      State: 'assigned',
      Removed: false,
      Title: 'b',
    });
  });

  it('writes people and lists as JSON text', () => {
    const assignment = encodeRow('assignments', anAssignment(travel, kitchen, { requestedBy: anna }), 'c');
    expect(JSON.parse(String(assignment['RequestedBy']))).toEqual(anna);
    expect(encodeRow('activities', anActivity(kitchen, [travel]), 'c')['GoalKeys']).toBe('["resor"]');
  });
});

describe('the declaration', () => {
  it('has names that SharePoint takes unchanged, and few enough indexes', () => {
    for (const list of listNames) {
      const names = [...Object.keys(commonColumns), ...Object.keys(lists[list].columns).map(columnName)];
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z]{0,31}$/);
      const columns = [...Object.values(commonColumns), ...Object.values(lists[list].columns)];
      expect(columns.filter(({ indexed }) => indexed).length).toBeLessThanOrEqual(20);
      expect(columnNames(list)).toEqual(['Title', ...names]);
    }
  });

  it('makes Key alone unique, and indexes what is filtered by', () => {
    expect(commonColumns.Key).toMatchObject({ unique: true, indexed: true });
    const { shelf, unitShelf } = lists.activities.columns;
    expect([shelf, unitShelf].every(({ indexed }) => indexed)).toBe(true);
    const columns = listNames.flatMap((list) => Object.values(lists[list].columns));
    expect(columns.some(({ unique }) => unique)).toBe(false);
  });
});
