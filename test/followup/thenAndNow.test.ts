import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comment } from '../../src/followup/comment.ts';
import { closingSummary } from '../../src/followup/closingSummary.ts';
import { everyPlace } from '../../src/followup/everyPlace.ts';
import type { Period } from '../../src/followup/period.ts';
import { snapshotOf } from '../../src/followup/snapshotOf.ts';
import { movedBetween } from '../../src/followup/thenAndNow.ts';
import { worldOf } from '../../src/pastWorld.ts';
import type { Tables } from '../../src/world.ts';
import {
  anActivity,
  anAssignment,
  anIndicator,
  anna,
  aPeriod,
  aUnit,
  board,
  cleaning,
  kitchen,
  service,
  smallRegion,
  staff,
  travel,
  waste,
} from '../builders.ts';

const interim = aPeriod();
const whole = aPeriod({ key: '2023-helar', kind: 'fullYear', ends: '2023-12-31' });
const taken = { by: anna, takenAt: '2023-08-31T12:00:00Z' };

function aComment(fields: Partial<Comment> = {}): Comment {
  return {
    key: 'c-1',
    title: 'Det går bra.',
    removed: false,
    subjectKey: '2023/resor/service',
    shelf: '2023/service',
    unitShelf: '2023/service',
    periodKey: interim.key,
    status: 'onPlan',
    text: 'Det går bra.',
    by: anna,
    on: '2023-08-25',
    isCorrection: false,
    ...fields,
  };
}

const outcome = {
  key: 'co2/2023-delar-augusti',
  title: 'Utsläpp 2023',
  removed: false,
  indicatorKey: 'co2',
  periodKey: interim.key,
  year: 2023,
  value: 1600,
  comment: null,
  source: null,
};

function office(): Tables {
  const tables = smallRegion();
  tables.periods.put(interim);
  tables.periods.put(whole);
  tables.indicators.put(anIndicator(travel));
  tables.measurements.put(outcome);
  tables.activities.put(anActivity(kitchen, [waste], { key: 'a-1', title: 'Nya recept' }));
  tables.activities.put(anActivity(service, [travel], { key: 'a-2', title: 'Tåg i stället för bil' }));
  tables.comments.put(aComment());
  return tables;
}

const past = (period: Period = interim) => worldOf(snapshotOf(office(), period, taken));
const closed = (period: Period): Period => ({ ...period, state: 'closed', closedOn: '2023-08-31' });
const moved = (now: Tables, period: Period = interim, boardKey = 'styrelsen') =>
  movedBetween(past(period), now, closed(period), boardKey);

describe('the snapshot', () => {
  it('[F40] holds what stands in the lists, of the year alone where there are years, and nothing removed', () => {
    const tables = office();
    tables.activities.put(anActivity(kitchen, [], { key: 'a-3', removed: true }));
    tables.activities.put(anActivity(kitchen, [], { key: 'a-4', shelf: '2022/service' }));
    tables.assignments.put(anAssignment(travel, kitchen, { year: 2022, shelf: '2022/service', key: 'x' }));
    tables.comments.put(aComment({ key: 'c-2', shelf: '2022/service' }));
    const { rows, ...head } = snapshotOf(tables, interim, taken);
    expect(head).toEqual({ periodKey: interim.key, year: 2023, ...taken });
    expect(Object.fromEntries(Object.entries(rows).map(([list, all]) => [list, all.length]))).toEqual({
      goals: 2,
      stageGoals: 0,
      units: 6,
      indicators: 1,
      measurements: 1,
      periods: 2,
      assignments: 4,
      activities: 2,
      comments: 1,
    });
  });

  it('[F40] is the same, in whatever order the rows were read', () => {
    const activities = ['a-5', 'a-3', 'a-4'].map((key) => anActivity(kitchen, [waste], { key }));
    const made = (rows: readonly (typeof activities)[number][]) => {
      const tables = office();
      for (const row of rows) tables.activities.put(row);
      return JSON.stringify(snapshotOf(tables, interim, taken));
    };
    expect(made(activities.toReversed())).toBe(made(activities));
  });

  it('[F40] is made of every shelf that there is', () => {
    const keys = everyPlace(office().units, 2023).map(({ roomKey }) => roomKey);
    expect(keys.sort()).toEqual(['regionen', 'service', 'stab', 'styrelsen']);
  });
});

describe('what is about to be frozen', () => {
  it('[F41] of an interim report are check-ins and outcomes, and what is missing is named', () => {
    const tables = office();
    expect(closingSummary(tables, interim)).toEqual({
      checkIns: 1,
      measurements: 1,
      year: undefined,
      silent: [],
      unmeasured: [],
    });
    tables.assignments.put(anAssignment(travel, staff));
    expect(closingSummary(tables, interim).silent).toEqual(['Stab']);
    // A plain comment tells nothing of how it goes, and an outcome belongs to its own period.
    tables.comments.put(aComment({ key: 'c-2', shelf: '2023/stab', status: null, periodKey: null }));
    expect(closingSummary(tables, interim).silent).toEqual(['Stab']);
    expect(closingSummary(tables, whole)).toEqual({
      checkIns: 0,
      measurements: 0,
      year: { activities: 2, assignments: 5 },
      silent: ['Service', 'Stab'],
      unmeasured: ['Utsläpp från resor'],
    });
  });
});

describe('then and now', () => {
  it('[F42] nothing is told where nothing differs; marks of handing over are no news', () => {
    const now = office();
    expect(moved(now)).toEqual([]);
    now.activities.put(
      anActivity(kitchen, [waste], {
        key: 'a-1',
        title: 'Nya recept',
        handedOver: '2023-09-01',
        handedOverAs: 'x',
      }),
    );
    expect(moved(now)).toEqual([]);
  });

  it('[F42] tells what is new, what is gone and what has changed from what to what', () => {
    const now = office();
    now.activities.put(anActivity(kitchen, [waste], { key: 'a-1', title: 'Nya recept', state: 'done' }));
    now.activities.put(anActivity(service, [travel], { key: 'a-2', removed: true }));
    now.activities.put(anActivity(cleaning, [travel], { key: 'a-3', title: 'Cyklar' }));
    now.assignments.put(anAssignment(travel, kitchen));
    now.measurements.put({ ...outcome, value: 1590 });
    expect(
      moved(now).map(({ list, row, what, unitKey, fields }) => [list, row.key, what, unitKey, fields]),
    ).toEqual([
      ['activities', 'a-1', 'changed', 'service-kost', [['state', { was: 'ongoing', to: 'done' }]]],
      ['activities', 'a-3', 'new', 'service-stad', []],
      ['activities', 'a-2', 'gone', 'service', []],
      ['assignments', '2023/resor/service-kost', 'new', 'service-kost', []],
      ['measurements', outcome.key, 'changed', null, [['value', { was: 1600, to: 1590 }]]],
    ]);
  });

  it('[F42] tells of the shown board alone, and of what is measured for all', () => {
    const now = office();
    const otherBoard = aUnit({ key: 'tandvard', level: 'board', parentKey: 'regionen' });
    now.units.put(otherBoard);
    now.activities.put(anActivity(otherBoard, [travel], { key: 'a-9' }));
    now.activities.put(anActivity(board, [travel], { key: 'a-8' }));
    now.measurements.put({ ...outcome, value: 1590 });
    expect(moved(now).map(({ row }) => row.key)).toEqual(['a-8', outcome.key]);
    expect(moved(now, interim, 'tandvard').map(({ row }) => row.key)).toEqual(['a-9', outcome.key]);
  });

  it('[F43] tells what the period had frozen from what it had not, and a correction with its reason', () => {
    const now = office();
    now.activities.put(anActivity(kitchen, [waste], { key: 'a-1', title: 'Nya recept', state: 'done' }));
    now.comments.put(aComment({ key: 'c-2', status: 'atRisk' }));
    now.measurements.put({ ...outcome, value: 1590 });
    const why = { subjectKey: outcome.key, status: null, isCorrection: true } as const;
    now.comments.put(aComment({ ...why, key: 'c-3', text: 'Fel kolumn.' }));
    now.comments.put(aComment({ ...why, key: 'c-4', text: 'Nu rätt kolumn.' }));
    expect(moved(now).map(({ row, how, reason }) => [row.key, how, reason?.text])).toEqual([
      ['a-1', 'since', undefined],
      [outcome.key, 'corrected', 'Nu rätt kolumn.'],
      ['c-2', 'after', undefined],
    ]);
    // The full year freezes activities too; a reason that was given for another period does not explain it.
    now.comments.put(aComment({ ...why, key: 'c-5', subjectKey: 'a-1' }));
    expect(moved(now, whole).map(({ row, how }) => [row.key, how])).toEqual([['a-1', 'after']]);
    now.comments.put(aComment({ ...why, key: 'c-6', subjectKey: 'a-1', periodKey: whole.key }));
    expect(moved(now, whole).map(({ row, how }) => [row.key, how])).toEqual([['a-1', 'corrected']]);
  });

  it('[F42] there and back again: what is gone one way is new the other way', () => {
    const some = fc.subarray(['a-1', 'a-2', 'a-3', 'a-4', 'a-5']);
    const officeOf = (keys: readonly string[]) => {
      const tables = smallRegion();
      for (const key of keys) tables.activities.put(anActivity(kitchen, [waste], { key }));
      return tables;
    };
    fc.assert(
      fc.property(some, some, (before, after) => {
        const told = movedBetween(officeOf(before), officeOf(after), closed(interim), 'styrelsen');
        const back = movedBetween(officeOf(after), officeOf(before), closed(interim), 'styrelsen');
        const named = (all: typeof told, what: string) =>
          all.filter((one) => one.what === what).map(({ row }) => row.key);
        expect(named(told, 'new')).toEqual(named(back, 'gone'));
        expect(named(told, 'gone')).toEqual(named(back, 'new'));
        expect(told.length).toBe(
          new Set([...before, ...after]).size - before.filter((k) => after.includes(k)).length,
        );
      }),
      { seed: 2023, numRuns: 200 },
    );
  });
});
