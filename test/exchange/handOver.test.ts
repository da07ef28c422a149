import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import { handOver } from '../../src/activities/handOver.ts';
import { weigh } from '../../src/basics/change.ts';
import { handOverList, markOf, wishesFor } from '../../src/exchange/handOver.ts';
import { handOverTable } from '../../src/exchange/handOverTable.ts';
import { tableWords } from '../../src/exchange/tableWords.tsx';
import type { Comment } from '../../src/followup/comment.ts';
import { sv } from '../../src/text/sv.ts';
import { svLater } from '../../src/text/svLater.ts';
import type { Tables } from '../../src/world.ts';
import {
  anActivity,
  anAssignment,
  anna,
  board,
  kitchen,
  regionTables,
  service,
  smallRegion,
  travel,
  waste,
} from '../builders.ts';

const words = tableWords({ ...sv, ...svLater });
const span = { year: 2023, room: board };

/** Kost holds both goals and does three things; a fourth waits, a fifth was dropped. */
function aRegion(): Tables {
  const world = smallRegion();
  for (const goal of [travel, waste]) world.assignments.put(anAssignment(goal, kitchen));
  const put = (key: string, fields: Partial<Activity> = {}) =>
    world.activities.put(anActivity(kitchen, [travel], { key, title: key, ...fields }));
  put('first');
  put('second', { kind: 'ordinary', goalKeys: ['avfall', 'resor'] });
  put('third', { state: 'done', due: '2023-06-30' });
  put('waits', { goalKeys: ['annat'] });
  put('dropped', { state: 'dropped' });
  return world;
}

/** Somebody hands all of it over. */
function handAll(world: Tables, day = '2023-09-01', year = 2023): void {
  for (const wish of wishesFor(handOverList(world, span).lines, year, day)) {
    const changes = handOver(wish, world);
    if ('refused' in changes) throw new Error(changes.refused);
    for (const one of changes) {
      const row = world.activities.get(wish.activityKey);
      if (one.kind !== 'update' || !row) throw new Error('Nothing to mark');
      expect(weigh('activities', row, one.fields)).toEqual([one]);
      const fields = Object.entries(one.fields).map(([name, { to }]) => [name, to]);
      world.activities.put({ ...row, ...Object.fromEntries(fields) } as Activity);
    }
  }
}

function change(world: Tables, key: string, fields: Partial<Activity>): void {
  const row = world.activities.get(key);
  if (!row) throw new Error(`There is no ${key}`);
  world.activities.put({ ...row, ...fields });
}

const told = (world: Tables) =>
  handOverList(world, span).lines.map(({ activity, isNew }) => [activity.key, isNew ? 'new' : 'changed']);

function said(world: Tables, fields: Partial<Comment>): void {
  world.comments.put({
    key: 'c-1',
    title: 'x',
    removed: false,
    subjectKey: 'first',
    shelf: '2023/service',
    unitShelf: '2023/service-kost',
    periodKey: null,
    status: null,
    text: null,
    by: anna,
    on: '2023-08-20',
    isCorrection: false,
    ...fields,
  });
}

describe('[E11] what is handed over', () => {
  it('is what counts and ordinary work, once; the second time it is nothing, and then what has changed', () => {
    const world = aRegion();
    expect(told(world)).toEqual([
      ['first', 'new'],
      ['second', 'new'],
      ['third', 'new'],
    ]);
    handAll(world);
    expect(handOverList(world, span)).toEqual({ lines: [], known: 3, last: '2023-09-01' });
    change(world, 'first', { title: 'Fler recept' });
    expect(told(world)).toEqual([['first', 'changed']]);
    handAll(world, '2023-09-02');
    expect(handOverList(world, span)).toEqual({ lines: [], known: 3, last: '2023-09-02' });
  });

  it('is told once more when it has been dropped, or waits for its goal since', () => {
    const world = aRegion();
    handAll(world);
    change(world, 'first', { state: 'dropped' });
    world.assignments.put(anAssignment(travel, kitchen, { state: 'withdrawn' }));
    world.assignments.put(anAssignment(waste, kitchen, { state: 'withdrawn' }));
    expect(told(world)).toEqual([
      ['first', 'changed'],
      ['second', 'changed'],
      ['third', 'changed'],
    ]);
  });

  it('is told once more when somebody has said how it goes, and not for why something was put right', () => {
    const world = aRegion();
    handAll(world);
    said(world, { text: 'Fel summa förut', isCorrection: true });
    expect(told(world)).toEqual([]);
    said(world, { key: 'c-2', status: 'atRisk', text: 'Vi väntar på bilar' });
    expect(handOverList(world, span).lines).toMatchObject([
      { status: 'atRisk', comment: 'Vi väntar på bilar', goals: ['Målet resor'] },
    ]);
  });

  it('of the demonstration is its ten activities and the ordinary work, all new', () => {
    const world = regionTables();
    const room = world.units.get('regionstyrelsen') ?? board;
    const { lines, known, last } = handOverList(world, { year: 2023, room });
    expect(lines.filter(({ activity }) => activity.kind !== 'ordinary')).toHaveLength(10);
    expect(lines).toHaveLength(11);
    expect([known, last]).toEqual([0, null]);
    expect(lines.every(({ isNew }) => isNew)).toBe(true);
  });

  it('leaves nothing for a second time, whatever it says', () => {
    const text = fc.option(fc.string({ unit: 'grapheme' }), { nil: null });
    const fields = fc.record({
      title: fc.string({ unit: 'grapheme' }),
      description: text,
      responsibleName: text,
      expectedEffect: text,
      state: fc.constantFrom('planned', 'ongoing', 'done', 'dropped'),
      kind: fc.constantFrom('targeted', 'ordinary', 'enabling'),
      goalKeys: fc.subarray(['resor', 'avfall', 'annat']),
    } as const);
    fc.assert(
      fc.property(fc.array(fields), (all) => {
        const world = aRegion();
        for (const [n, one] of all.entries())
          world.activities.put(anActivity(kitchen, [travel], { key: `n-${n}`, ...one }));
        const { lines } = handOverList(world, span);
        handAll(world);
        expect(handOverList(world, span)).toMatchObject({ lines: [], known: lines.length });
      }),
      { seed: 7 },
    );
  });
});

describe('[E12] the mark of what was told', () => {
  it('is short, and another for each thing that is told', () => {
    const world = aRegion();
    const line = handOverList(world, span).lines[0];
    if (!line) throw new Error('Nothing to hand over');
    const { activity } = line;
    const others = [
      line,
      { ...line, department: 'Ekonomi' },
      { ...line, place: 'Städ' },
      { ...line, goals: [] },
      { ...line, status: 'onPlan' as const },
      { ...line, comment: 'Bra' },
      ...[
        { title: 'Annat' },
        { description: 'Annat' },
        { responsibleName: 'Annan' },
        { starts: '2023-01-01' },
        { due: '2023-01-01' },
        { state: 'done' as const },
        { kind: 'enabling' as const },
        { expectedEffect: 'Annat' },
      ].map((fields) => ({ ...line, activity: { ...activity, ...fields } })),
    ].map(markOf);
    expect(new Set(others).size).toBe(14);
    for (const mark of others) expect(mark).toMatch(/^[0-9a-z]{1,11}$/);
    expect(markOf({ ...line, activity: { ...activity, handedOver: '2023-01-01', meetingId: 'm' } })).toBe(
      line.mark,
    );
  });

  it('tells hundreds of thousands of texts apart', () => {
    const world = aRegion();
    const line = handOverList(world, span).lines[0];
    if (!line) throw new Error('Nothing to hand over');
    const marks = new Set<string>();
    for (let n = 0; n < 200_000; n += 1) marks.add(markOf({ ...line, comment: String(n) }));
    expect(marks.size).toBe(200_000);
  });
});

it('[E13] is asked for department by department, so that its rows are read before it is sent', () => {
  expect(wishesFor(handOverList(aRegion(), span).lines, 2023, '2023-09-01')[0]).toEqual({
    do: 'handOver',
    year: 2023,
    roomKey: service.key,
    activityKey: 'first',
    day: '2023-09-01',
    as: expect.stringMatching(/^[0-9a-z]+$/),
  });
});

it('[E11] the file tells the planning system what it needs, and finds each again by its key', () => {
  const world = aRegion();
  said(world, { status: 'onPlan', text: 'Går bra', subjectKey: 'third' });
  const { head, rows } = handOverTable(handOverList(world, span).lines, words);
  expect(Object.fromEntries(head.map((name, n) => [name, rows[2]?.[n]]))).toEqual({
    Nyckel: 'third',
    'Nytt eller ändrat': 'Ny',
    Aktivitet: 'third',
    Beskrivning: null,
    Ansvarig: 'Anna Berg',
    Börjar: null,
    'Klar senast': { day: '2023-06-30' },
    Läge: 'Klar',
    'Senaste bedömning': 'Enligt plan',
    Kommentar: 'Går bra',
    'Väntad effekt': null,
    'Slags arbete': 'Riktad',
    Mål: 'Målet resor',
    Avdelning: 'Service',
    Enhet: 'Kost',
  });
});
