import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import type { Row } from '../../src/basics/change.ts';
import type { History, Version } from '../../src/basics/version.ts';
import { latestFirst, placeOf, reachOf, saidIn, stepsIn } from '../../src/followup/timeline.ts';
import { anActivity, anAssignment, anna, kitchen, travel, waste } from '../builders.ts';

const bo = { id: 'b', name: 'Bo Ek' };
const row = (fields: Partial<Activity> = {}) => anActivity(kitchen, [waste], fields);
const at = (n: number) => `2023-08-${String(n).padStart(2, '0')}T08:00:00Z`;
const version = (number: number, its: Row, by = anna): Version => ({ number, row: its, by, at: at(number) });
const history = (versions: Version[], fields: Partial<History> = {}): History => ({
  versions,
  skipped: 0,
  isKept: true,
  ...fields,
});
const always = { from: '2023-01-01T00:00:00Z', before: '2024-01-01T00:00:00Z' };

describe('[F60] what was done', () => {
  const versions = [
    version(1, row()),
    version(2, row({ state: 'done' }), bo),
    version(3, row()),
    version(4, row({ due: '2023-12-01' }), bo),
  ];

  it('is told step by step, also what was undone again, the latest first', () => {
    expect(
      stepsIn('activities', history(versions), always).map(({ deed, by, fields }) => [
        deed,
        by?.name,
        fields,
      ]),
    ).toEqual([
      ['changed', 'Bo Ek', [['due', { was: null, to: '2023-12-01' }]]],
      ['reopened', 'Anna Berg', [['state', { was: 'done', to: 'ongoing' }]]],
      ['finished', 'Bo Ek', [['state', { was: 'ongoing', to: 'done' }]]],
      ['created', 'Anna Berg', []],
    ]);
  });

  it('within a stretch is what was done from its first moment until before its last', () => {
    const stretch = { from: at(2), before: at(4) };
    expect(stepsIn('activities', history(versions), stretch).map(({ at: when }) => when)).toEqual([
      at(3),
      at(2),
    ]);
  });

  it('does not take the oldest version that is left for the making', () => {
    const [last] = stepsIn('activities', history(versions.slice(1)), always).slice(-1);
    expect(last).toMatchObject({ deed: 'unknown', by: bo, fields: [] });
    const unkept = stepsIn('activities', history([version(1, row())], { isKept: false }), always);
    expect(unkept).toMatchObject([{ deed: 'unknown' }]);
  });

  it('leaves out a writing of which people see nothing', () => {
    const marks = [version(1, row({ handedOverAs: 'a' })), version(2, row({ handedOverAs: 'b' }))];
    expect(stepsIn('activities', history(marks), always)).toHaveLength(1);
  });

  it('of a goal tells who gave it and who took it back', () => {
    const given = anAssignment(travel, kitchen);
    const steps = stepsIn(
      'assignments',
      history([version(1, given), version(2, { ...given, state: 'withdrawn' } as Row, bo)]),
      always,
    );
    expect(steps.map(({ deed, by }) => [deed, by?.name])).toEqual([
      ['withdrawn', 'Bo Ek'],
      ['assigned', 'Anna Berg'],
    ]);
    expect(placeOf(given)).toBe('service-kost');
  });

  it('is divided by stretches without loss: each step is in exactly one of two that meet', () => {
    const state = fc.constantFrom('planned', 'ongoing', 'done', 'dropped');
    const writing = fc.record({ state, title: fc.constantFrom('a', 'b'), removed: fc.boolean() } as const);
    fc.assert(
      fc.property(fc.array(writing, { maxLength: 28 }), fc.integer({ min: 1, max: 30 }), (all, cut) => {
        const told = history(all.map((fields, n) => version(n + 1, row(fields as Partial<Activity>))));
        const whole = stepsIn('activities', told, always);
        const late = stepsIn('activities', told, { ...always, from: at(cut) });
        const early = stepsIn('activities', told, { ...always, before: at(cut) });
        expect([...late, ...early]).toEqual(whole);
      }),
      { seed: 60 },
    );
  });
});

it('[F61] what was said is told by its day, among what was done', () => {
  const comment = (key: string, on: string | null) => ({
    key,
    title: 'x',
    removed: false,
    subjectKey: 'a-1',
    shelf: '2023/service',
    unitShelf: '2023/service-kost',
    periodKey: null,
    status: null,
    text: 'Bra',
    by: anna,
    on,
    isCorrection: false,
  });
  const all = ['2023-07-31', '2023-08-01', '2023-08-31', '2023-09-01', null].map((on, n) =>
    comment(`c${n}`, on),
  );
  const said = saidIn(all, { from: '2023-08-01', to: '2023-08-31' });
  expect(said.map(({ at: on }) => on)).toEqual(['2023-08-01', '2023-08-31']);
  expect(placeOf(said[0]?.row ?? row())).toBe('service-kost');
  const done = stepsIn('activities', history([version(30, row())]), always);
  expect(latestFirst([...said, ...done]).map(({ at: when }) => when)).toEqual([
    '2023-08-31',
    at(30),
    '2023-08-01',
  ]);
});

it('[F62] says from when there is history, and of how many rows it is cut off, missing or unreadable', () => {
  expect(
    reachOf([
      history([version(3, row()), version(4, row())]),
      history([version(9, row())], { skipped: 2 }),
      history([version(1, row())], { isKept: false }),
      history([version(5, row()), version(6, row())].map((one, n) => ({ ...one, number: n + 1 }))),
    ]),
  ).toEqual({ since: at(3), cutOff: 2, unkept: 1, skipped: 2 });
  expect(reachOf([])).toEqual({ since: undefined, cutOff: 0, unkept: 0, skipped: 0 });
});
