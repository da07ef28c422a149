import { beforeEach, describe, expect, it } from 'vitest';
import { GraphFailure, tooManyRows } from '../../src/graph/failure.ts';
import { type Confirmed, emptyConfirmed } from '../../src/sync/confirmed.ts';
import { emptyMarks, type Marks } from '../../src/sync/marks.ts';
import { unitsOf } from '../../src/sync/pace.ts';
import type { Place } from '../../src/sync/places.ts';
import { pull } from '../../src/sync/pull.ts';
import type { Ask, SyncedSite } from '../../src/sync/site.ts';
import { anActivity, aUnit, travel } from '../builders.ts';
import { type ModelSite, modelSite } from '../modelSite.ts';
import { fillSmallOffice, service } from './smallOffice.ts';

let model: ModelSite;
let site: SyncedSite;
let rounds: (readonly Ask[])[];
let confirmed: Confirmed;
let marks: Marks;
const hourMs = 60 * 60 * 1000;

beforeEach(() => {
  model = modelSite();
  fillSmallOffice(model);
  rounds = [];
  site = {
    talk(asks) {
      rounds.push(asks);
      return model.talk(asks);
    },
  };
  confirmed = emptyConfirmed();
  marks = emptyMarks();
});

const pullAt = (nowMs: number, ...places: Place[]) => pull(site, { confirmed, marks }, places, nowMs);
const department = aUnit({ key: 'service' });
const kitchen = aUnit({ key: 'service-kost', level: 'unit', parentKey: 'service' });
const other = aUnit({ key: 'annan' });
const line = (n: number, unit = kitchen) => anActivity(unit, [travel], { key: `a-${n}`, title: `Rad ${n}` });
const keys = () => [...confirmed.tables.activities.all()].map(({ key }) => key).sort();

describe('pulling', () => {
  it('the first open of a department is one round of at most twenty asks and units', async () => {
    await pullAt(0, service);
    const [first] = rounds;
    expect(first?.length).toBeLessThanOrEqual(20);
    expect(unitsOf(first ?? [])).toBeLessThanOrEqual(20);
    for (const list of ['assignments', 'activities', 'comments'])
      expect(first).toContainEqual({ ask: 'changes', list, since: 'latest' });
    expect(confirmed.tables.assignments.get('2023/resor/service')).toBeDefined();
    // The places above, known only now, in a second round that nobody waits for.
    expect(rounds).toHaveLength(2);
  });

  it('a warm open is one round of at most five units', async () => {
    await pullAt(0, service);
    await pullAt(30_000, service);
    rounds = [];
    await pullAt(60_000, service);
    expect(rounds).toHaveLength(1);
    expect(unitsOf(rounds[0] ?? [])).toBeLessThanOrEqual(5);
    expect(rounds[0]?.every((ask) => ask.ask === 'changes')).toBe(true);
  });

  it('[S18] a row that is written between the first reading of a shelf and its token is not missed', async () => {
    // The unlucky order: the token comes after the rows, and the row in between.
    model.write('activities', line(1));
    const unlucky: SyncedSite = {
      async talk(asks) {
        const rows = asks.filter(({ ask }) => ask === 'rows');
        const told = new Map(rows.map((ask, n) => [ask, n]));
        const early = await model.talk(rows);
        model.write('activities', line(2));
        const all = await model.talk(asks);
        return all.map((answer, n) => early[told.get(asks[n] as never) ?? -1] ?? answer);
      },
    };
    await pull(unlucky, { confirmed, marks }, [service], 0);
    expect(keys()).toEqual(['a-1']);
    await pullAt(30_000, service);
    expect(keys()).toEqual(['a-1', 'a-2']);
  });

  it('asks about rare lists once an hour, and about periods each time', async () => {
    await pullAt(0, service);
    rounds = [];
    await pullAt(hourMs - 1, service);
    await pullAt(hourMs + 1, service);
    expect(rounds).toHaveLength(2);
    const lists = rounds.map((round) => round.map((ask) => ('list' in ask ? ask.list : '')));
    expect(lists[0]).toContain('periods');
    expect(lists[0]).not.toContain('goals');
    expect(lists[1]).toContain('goals');
  });

  it('takes in what others wrote on this shelf, leaves other shelves out, and drops what was deleted by hand', async () => {
    model.write('activities', line(1));
    await pullAt(0, service);
    model.write('activities', line(2));
    model.write('activities', line(3, other));
    model.delete('activities', 'a-1');
    await pullAt(1000, service);
    expect(keys()).toEqual(['a-2']);
  });

  it('a state that is older than the known one is not taken in: a delta may lag behind our own writing', async () => {
    model.write('activities', line(1));
    await pullAt(0, service);
    const [old] = [...model.rows.values()].filter(({ list }) => list === 'activities');
    model.write('activities', { ...line(1), title: 'Nyare' });
    await pullAt(1000, service);
    if (old) confirmed.put(old);
    expect(confirmed.tables.activities.get('a-1')?.title).toBe('Nyare');
  });

  it('410: reads the shelf anew, in the same pull', async () => {
    model.write('activities', line(1));
    await pullAt(0, service);
    await pullAt(500, service);
    model.write('activities', line(2));
    model.delete('activities', 'a-1');
    model.expire('activities');
    model.expire('goals');
    await pullAt(1000, service);
    expect(keys()).toEqual(['a-2']);
    rounds = [];
    await pullAt(2000, service);
    expect(rounds).toHaveLength(1);
    expect(keys()).toEqual(['a-2']);
  });

  it('a token older than a day is not used: the own shelf is cheaper', async () => {
    await pullAt(0, service);
    model.write('activities', line(1));
    rounds = [];
    await pullAt(25 * hourMs, service);
    expect(rounds.flat()).toContainEqual({
      ask: 'rows',
      list: 'activities',
      where: { shelf: '2023/service' },
    });
    expect(keys()).toEqual(['a-1']);
  });

  it('a clock that was set back makes everything be read anew, and loses nothing', async () => {
    await pullAt(10 * hourMs, service);
    model.write('activities', line(1));
    await pullAt(0, service);
    expect(keys()).toEqual(['a-1']);
  });

  it('a shelf that SharePoint refuses to filter is read unit by unit', async () => {
    model.write('activities', line(1));
    model.write('activities', line(2, department));
    const refusing: SyncedSite = {
      async talk(asks) {
        const answers = await site.talk(asks);
        return answers.map((answer, n) => {
          const ask = asks[n];
          const isTooMuch =
            ask?.ask === 'rows' && ask.list === 'activities' && ask.where && 'shelf' in ask.where;
          return isTooMuch
            ? new GraphFailure('throttled', 'list view threshold', { status: 429, code: tooManyRows })
            : answer;
        });
      },
    };
    await pull(refusing, { confirmed, marks }, [service], 0);
    expect(keys()).toEqual(['a-1', 'a-2']);
    expect(marks.crowded.has('activities 2023/service')).toBe(true);
  });

  it('what succeeded counts although something else failed, and the failure is told', async () => {
    model.faultFor = (call) => (call === 'rows comments' ? { reason: 'unavailable' } : undefined);
    model.write('activities', line(1));
    await expect(pullAt(0, service)).rejects.toMatchObject({ reason: 'unavailable' });
    expect(keys()).toEqual(['a-1']);
  });

  it('the overview reads the tallies of the year, and no activity', async () => {
    model.write('activities', line(1));
    await pullAt(0, { year: 2023 });
    expect(rounds.flat()).toContainEqual({ ask: 'rows', list: 'tallies', where: { year: 2023 } });
    expect(keys()).toEqual([]);
  });
});
