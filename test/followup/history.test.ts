import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import type { Row } from '../../src/basics/change.ts';
import type { Version } from '../../src/basics/version.ts';
import { changesBetweenVersions, deedOf, seenFields, valuesOf } from '../../src/followup/history.ts';
import { anActivity, anAssignment, anna, cleaning, kitchen, travel, waste } from '../builders.ts';

const bo = { id: 'b', name: 'Bo Ek' };
const row = (fields: Partial<Activity> = {}) => anActivity(kitchen, [waste], fields);
const version = (number: number, its: Row, by = anna): Version => ({
  number,
  row: its,
  by,
  at: `2023-08-${String(number).padStart(2, '0')}T08:00:00Z`,
});

describe('[F26] what has changed between versions', () => {
  it('is told by writing: who, when, and each field from what to what', () => {
    const versions = [
      version(1, row()),
      version(2, row({ title: 'Två', due: '2023-12-01' }), bo),
      version(3, row({ title: 'Två', due: null, state: 'done' })),
    ];
    expect(changesBetweenVersions(versions)).toEqual([
      { number: 1, by: anna, at: '2023-08-01T08:00:00Z', isFirst: true, fields: {} },
      {
        number: 2,
        by: bo,
        at: '2023-08-02T08:00:00Z',
        isFirst: false,
        fields: { title: { was: 'Nya recept', to: 'Två' }, due: { was: null, to: '2023-12-01' } },
      },
      {
        number: 3,
        by: anna,
        at: '2023-08-03T08:00:00Z',
        isFirst: false,
        fields: { due: { was: '2023-12-01', to: null }, state: { was: 'ongoing', to: 'done' } },
      },
    ]);
  });

  it('leaves out a writing that changed nothing, and compares lists by what they hold', () => {
    const same = [version(1, row({ goalKeys: ['a', 'b'] })), version(2, row({ goalKeys: ['a', 'b'] }))];
    expect(changesBetweenVersions(same)).toHaveLength(1);
    expect(changesBetweenVersions([])).toEqual([]);
  });

  it('shows a person once, and nothing that people have no name for', () => {
    const [, step] = changesBetweenVersions([
      version(1, row()),
      version(
        2,
        row({ responsibleId: bo.id, responsibleName: bo.name, shelf: '2023/x', unitShelf: '2023/y' }),
      ),
    ]);
    expect(seenFields(step?.fields ?? {})).toEqual([['responsibleName', { was: anna.name, to: bo.name }]]);
  });

  it('[property] laid on the first version one after another, the changes give the last', () => {
    const anyRow = fc.record({
      title: fc.constantFrom('Ett', 'Två'),
      state: fc.constantFrom<Activity['state']>('planned', 'ongoing', 'done', 'dropped'),
      goalKeys: fc.subarray(['avfall', 'energi', 'resor']),
      due: fc.constantFrom(null, '2023-10-01', '2023-12-01'),
      removed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), (rows) => {
        const versions = rows.map((fields, n) => version(n + 1, row(fields)));
        let now: object = versions[0]?.row ?? {};
        for (const { fields } of changesBetweenVersions(versions)) {
          for (const [name, { was, to }] of Object.entries(fields)) {
            expect(valuesOf(now as Row)[name]).toEqual(was);
            now = { ...now, [name]: to };
          }
        }
        expect(now).toEqual(versions.at(-1)?.row);
      }),
      { seed: 26, numRuns: 300 },
    );
  });
});

describe('[F27] what a change comes to', () => {
  it.each([
    ['created', undefined, row()],
    ['finished', row(), row({ state: 'done', title: 'Ny' })],
    ['dropped', row(), row({ state: 'dropped' })],
    ['reopened', row({ state: 'done' }), row({ state: 'ongoing' })],
    ['changed', row({ state: 'planned' }), row({ state: 'ongoing' })],
    ['changed', row(), row({ title: 'Ny' })],
    ['removed', row(), row({ removed: true, state: 'done' })],
  ] as const)('an activity is %s', (deed, before, after) => {
    expect(deedOf('activities', before, after)).toBe(deed);
  });

  const held = anAssignment(waste, kitchen);
  it.each([
    ['assigned', undefined, held],
    ['requested', undefined, { ...held, state: 'requested' }],
    ['assigned', { ...held, state: 'requested' }, held],
    ['withdrawn', held, { ...held, state: 'withdrawn' }],
    ['consulted', held, { ...held, consultation: 'agreed' }],
    ['changed', held, { ...held, note: 'Ny' }],
    ['removed', held, { ...held, removed: true }],
  ] as const)('a goal is %s', (deed, before, after) => {
    expect(deedOf('assignments', before, after)).toBe(deed);
  });

  it('an assignment of another goal to another unit is nothing else', () => {
    expect(deedOf('assignments', undefined, anAssignment(travel, cleaning))).toBe('assigned');
  });
});
