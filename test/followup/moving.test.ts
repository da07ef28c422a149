import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/basics/refusal.ts';
import type { Command, Wish } from '../../src/commands.ts';
import { decide } from '../../src/decide.ts';
import { bringAlong } from '../../src/followup/bringAlong.ts';
import type { Comment } from '../../src/followup/comment.ts';
import { mayMerge, mergePreview, mergeWishes } from '../../src/followup/merging.ts';
import { movePreview, moveWishes } from '../../src/followup/moving.ts';
import { undoOf } from '../../src/amendments.ts';
import { replay } from '../../src/sync/replay.ts';
import type { Tables } from '../../src/world.ts';
import {
  aGoal,
  anActivity,
  anAssignment,
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

const year = 2023;
const oven = aUnit({
  key: 'service-kost-ugn',
  level: 'unit',
  parentKey: 'service-kost',
  departmentKey: 'service',
});

function comment(key: string, subjectKey: string, fields: Partial<Comment> = {}): Comment {
  return {
    key,
    title: key,
    removed: false,
    subjectKey,
    shelf: '2023/service',
    unitShelf: '2023/service-kost',
    periodKey: null,
    status: null,
    text: key,
    by: anna,
    on: '2023-08-25',
    isCorrection: false,
    ...fields,
  };
}

/** Kost holds a goal and does two things, Ugn below it one; each has been spoken of. */
function office(): Tables {
  const tables = smallRegion();
  tables.units.put(oven);
  for (const one of [kitchen, oven]) tables.assignments.put(anAssignment(waste, one));
  tables.activities.put(anActivity(kitchen, [waste], { key: 'a-1' }));
  tables.activities.put(anActivity(kitchen, [aGoal({ key: 'energi' })], { key: 'a-2' }));
  tables.activities.put(anActivity(oven, [waste], { key: 'a-3' }));
  tables.comments.put(comment('c-a', 'a-1'));
  tables.comments.put(comment('c-g', '2023/avfall/service-kost'));
  return tables;
}

const signed = (wishes: readonly Wish[]): Command[] =>
  wishes.map((wish, n) => ({ ...wish, key: `k-${n}`, by: anna, on: '2023-08-25' }));

function done(tables: Tables, wishes: readonly Wish[]) {
  const after = replay(tables, signed(wishes), decide);
  expect([...after.refusals.values()]).toEqual([]);
  return after;
}
const move = { unit: kitchen, parentKey: 'stab', year };

describe('[O20] moving a unit', () => {
  it('is told before: what follows, and what there is to choose', () => {
    expect(movePreview(office(), move)).toMatchObject({
      from: { key: 'service' },
      to: { key: 'stab' },
      isToOther: true,
      below: 1,
      goals: 2,
      activities: 3,
      // Service does not hold the goal of one of them.
      waitingIfLeft: 1,
      isFrozen: false,
    });
    expect(movePreview(office(), { ...move, unit: cleaning, parentKey: 'service-kost' })).toMatchObject({
      isToOther: false,
      goals: 0,
    });
  });

  it('with its activities: everything of the year stands on the new shelf, and belongs to whom it belonged to', () => {
    const { world } = done(office(), moveWishes(office(), move, 'bring'));
    for (const list of ['assignments', 'activities', 'comments'] as const) {
      for (const row of world[list].values()) {
        if (!/kost/.test(row.unitShelf)) continue;
        expect(row.shelf).toBe('2023/stab');
      }
    }
    expect(world.activities.get('a-1')?.unitKey).toBe('service-kost');
    expect(world.activities.get('a-3')?.unitKey).toBe('service-kost-ugn');
    expect(world.units.get('service-kost-ugn')).toMatchObject({ departmentKey: 'stab' });
  });

  it('without them: they become the department’s own, with what was said of them; goals and what is said of those follow', () => {
    const { world } = done(office(), moveWishes(office(), move, 'leave'));
    for (const key of ['a-1', 'a-2', 'a-3'])
      expect(world.activities.get(key)).toMatchObject({
        unitKey: 'service',
        shelf: '2023/service',
        unitShelf: '2023/service',
      });
    expect(world.comments.get('c-a')).toMatchObject({ shelf: '2023/service', unitShelf: '2023/service' });
    expect(world.comments.get('c-g')).toMatchObject({ shelf: '2023/stab', unitShelf: '2023/service-kost' });
    expect(world.assignments.get('2023/avfall/service-kost')?.shelf).toBe('2023/stab');
  });

  it.each(['bring', 'leave'] as const)('can be undone whole (%s)', (choice) => {
    const tables = office();
    const commands = signed(moveWishes(tables, move, choice));
    const after = replay(tables, commands, decide);
    const undo = commands.map((one) => undoOf(one, after.changes.get(one.key) ?? [])).reverse();
    const back = replay(
      tables,
      [...commands, ...signed(undo).map((one, n) => ({ ...one, key: `u-${n}` }))],
      decide,
    );
    expect([...back.refusals.values()]).toEqual([]);
    for (const list of ['units', 'assignments', 'activities', 'comments'] as const)
      for (const row of tables[list].values()) expect(back.world[list].get(row.key)).toEqual(row);
  });

  it('within its department nothing but its place changes, and whoever comes stands last', () => {
    const wishes = moveWishes(office(), { unit: cleaning, parentKey: 'service-kost', year }, 'bring');
    expect(wishes).toMatchObject([{ do: 'saveUnit', to: { parentKey: 'service-kost', order: 2 } }]);
    expect(wishes).toHaveLength(1);
  });

  it('leaves what a closed year keeps where it is', () => {
    const tables = office();
    tables.periods.put(aPeriod({ key: '2023-helar', kind: 'fullYear', state: 'closed' }));
    const wishes = moveWishes(tables, move, 'bring');
    expect(wishes.map((wish) => wish.do)).toEqual(['saveUnit']);
    expect(movePreview(tables, move).isFrozen).toBe(true);
    const interim = office();
    interim.periods.put(aPeriod({ state: 'closed' }));
    interim.comments.put(comment('c-p', 'a-1', { periodKey: aPeriod().key, status: 'onPlan' }));
    const brought = moveWishes(interim, move, 'bring').flatMap((wish) =>
      wish.do === 'bringAlong' ? wish.rowKey : [],
    );
    expect(brought).not.toContain('c-p');
    expect(brought).toContain('c-a');
    done(interim, moveWishes(interim, move, 'bring'));
  });
});

describe('[O15] bringing a row along', () => {
  const bring = (rowKey: string, unitKey: string, list: 'activities' | 'assignments' = 'activities') => ({
    do: 'bringAlong' as const,
    year,
    roomKey: 'service',
    list,
    rowKey,
    unitKey,
  });

  it('twice, it is there once; to nobody it is refused, and what is gone is nobody’s', () => {
    expect(bringAlong(bring('a-1', 'service-kost'), office())).toEqual([]);
    expect(bringAlong(bring('a-1', 'ingen'), office())).toMatchObject({ refused: 'unitUnknown' });
    expect(bringAlong(bring('borta', 'service-kost'), office())).toEqual([]);
  });

  it('an assignment stays its own unit’s, whoever is named', () => {
    const answer = bringAlong(bring('2023/avfall/service-kost', 'stab', 'assignments'), office());
    expect(answer).toEqual([]);
  });
});

describe('[O21] making two units one', () => {
  const merge = { unit: kitchen, into: cleaning, year };

  it('[O19] is for two of one level, neither within the other, and the other one open', () => {
    const tables = office();
    expect(mayMerge(tables, kitchen, cleaning)).toBe(true);
    expect(mayMerge(tables, kitchen, oven)).toBe(false);
    expect(mayMerge(tables, oven, kitchen)).toBe(false);
    expect(mayMerge(tables, kitchen, service)).toBe(false);
    expect(mayMerge(tables, kitchen, { ...cleaning, active: false })).toBe(false);
    expect(mayMerge(tables, service, staff)).toBe(true);
    expect(mayMerge(tables, board, aUnit({ key: 'namnd', level: 'board', parentKey: 'regionen' }))).toBe(
      false,
    );
  });

  it('gives the other one its goals, its activities and the units below, and closes it; its past stays with it', () => {
    const tables = office();
    const earlier = anActivity(kitchen, [waste], {
      key: 'a-0',
      shelf: '2022/service',
      unitShelf: '2022/service-kost',
    });
    tables.activities.put(earlier);
    expect(mergePreview(tables, merge)).toMatchObject({ gains: ['avfall'], lacks: [], activities: 2 });
    const { world } = done(tables, mergeWishes(tables, merge));
    expect(world.units.get('service-kost')?.active).toBe(false);
    expect(world.units.get('service-kost-ugn')?.parentKey).toBe('service-stad');
    expect(world.assignments.get('2023/avfall/service-stad')?.state).toBe('assigned');
    expect(world.activities.get('a-1')).toMatchObject({
      unitKey: 'service-stad',
      unitShelf: '2023/service-stad',
    });
    expect(world.comments.get('c-a')?.unitShelf).toBe('2023/service-stad');
    expect(world.comments.get('c-g')?.unitShelf).toBe('2023/service-kost');
    expect(world.activities.get('a-0')).toEqual(earlier);
  });

  it('[A2] does not hand down what the place above does not hold, and says so', () => {
    const tables = office();
    const other = aUnit({ key: 'stab-lon', level: 'unit', parentKey: 'stab' });
    tables.units.put(other);
    expect(mergePreview(tables, { ...merge, into: other })).toMatchObject({ gains: [], lacks: ['avfall'] });
    const { world } = done(tables, mergeWishes(tables, { ...merge, into: other }));
    expect(world.activities.get('a-1')).toMatchObject({ unitKey: 'stab-lon', shelf: '2023/stab' });
    // What stands below comes along to the other department, with its own.
    expect(world.activities.get('a-3')).toMatchObject({ unitKey: 'service-kost-ugn', shelf: '2023/stab' });
  });

  it('of two departments, too', () => {
    const tables = office();
    const { world } = done(tables, mergeWishes(tables, { unit: service, into: staff, year }));
    expect(world.units.get('service')?.active).toBe(false);
    expect(world.units.get('service-kost')).toMatchObject({ parentKey: 'stab', departmentKey: 'stab' });
    expect(world.assignments.get(`2023/${travel.key}/stab`)?.state).toBe('assigned');
    const orders = [...world.units.by('parent', 'stab')].map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('in a closed year nothing of it is moved', () => {
    const tables = office();
    tables.periods.put(aPeriod({ key: '2023-helar', kind: 'fullYear', state: 'closed' }));
    const answers = signed(mergeWishes(tables, merge)).map((one) => decide(one, tables));
    expect(answers.some((one) => isRefusal(one) && one.refused === 'periodClosed')).toBe(false);
    expect(mergePreview(tables, merge)).toMatchObject({ gains: [], activities: 0, isFrozen: true });
  });
});
