import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clash, type Update } from '../src/basics/change.ts';
import { isRefusal } from '../src/basics/refusal.ts';
import { settle, undoOf } from '../src/amendments.ts';
import type { Command } from '../src/commands.ts';
import { decide } from '../src/decide.ts';
import { overlay, rowIn, type World } from '../src/world.ts';
import { assign, at, change, edit, lay, region, signed, wanted, withdraw } from './anyCommand.ts';
import { anActivity, kitchen, travel } from './builders.ts';

describe('settling', () => {
  const clashOf = (one: Command, world: World): Clash | undefined => {
    const answer = decide(one, world);
    return isRefusal(answer) ? answer.clash : undefined;
  };
  const over = { ...at, goalKey: 'resor', unitKey: 'service-kost' };

  it('[S8] an assignment over a withdrawal: mine has seen it, theirs leaves it', () => {
    const one = signed({ do: 'assignGoal', ...over, goalKey: 'avfall', seen: 'assigned' });
    const clash = clashOf(one, region());
    if (!clash) throw new Error('It does not clash');
    const mine = settle(one, clash, 'mine');
    expect(mine).toEqual({ ...one, seen: 'withdrawn' });
    expect(mine && decide(mine, region())).toMatchObject([{ fields: { state: { to: 'assigned' } } }]);
    expect(settle(one, clash, 'theirs')).toBeUndefined();
  });

  it('[S8] a withdrawal of what stands otherwise: mine has seen it, theirs leaves it', () => {
    const one = signed({ do: 'withdrawGoal', ...over, seen: 'assigned' });
    const clash = clashOf(one, region());
    if (!clash) throw new Error('It does not clash');
    const mine = settle(one, clash, 'mine');
    expect(mine).toEqual({ ...one, seen: 'requested' });
    expect(mine && decide(mine, region())).toMatchObject([{ fields: { state: { to: 'withdrawn' } } }]);
    expect(settle(one, clash, 'theirs')).toBeUndefined();
  });

  it('a clash that says nothing of the state leaves what was seen', () => {
    const one = signed({ do: 'withdrawGoal', ...over, seen: 'assigned' });
    const clash: Clash = { list: 'assignments', key: '2023/resor/service-kost', fields: {} };
    expect(settle(one, clash, 'mine')).toBe(one);
  });

  it('[S8] an outcome and a period: mine is saved over theirs by one choice, with what only I have changed', () => {
    const outcome = { value: 10, comment: null, source: null };
    const measuring = { do: 'measure', ...at, indicatorKey: 'co2', periodKey: '2023-delar-augusti' } as const;
    const planned = {
      title: 'Delår augusti',
      kind: 'interim',
      starts: '2023-01-01',
      ends: '2023-08-31',
      dueOn: null,
      boardMeetingOn: null,
    } as const;
    const planning = { do: 'savePeriod', ...at, periodKey: '2023-delar-augusti' } as const;
    const both: [Command, Command, Command[]][] = [
      [
        signed({ ...measuring, was: outcome, to: { value: 12, comment: 'Mätt', source: null } }),
        signed({ ...measuring, was: outcome, to: { ...outcome, value: 11 } }),
        [signed({ ...measuring, was: null, to: outcome })],
      ],
      [
        signed({ ...measuring, was: null, to: { value: 12, comment: 'Mätt', source: null } }),
        signed({ ...measuring, was: null, to: outcome }),
        [],
      ],
      [
        signed({ ...planning, was: planned, to: { ...planned, title: 'Delår två', dueOn: '2023-09-15' } }),
        signed({ ...planning, was: planned, to: { ...planned, title: 'Andra delåret' } }),
        [],
      ],
    ];
    for (const [mine, theirs, first] of both) {
      const world = overlay(region());
      for (const one of [...first, theirs]) lay(one, world);
      const clash = clashOf(mine, world);
      if (!clash) throw new Error('It does not clash');
      expect(settle(mine, clash, 'theirs')).toBeUndefined();
      const settled = settle(mine, clash, 'mine');
      if (!settled) throw new Error('Nothing is left of it');
      expect(lay(settled, world)).toHaveLength(1);
      const list = mine.do === 'measure' ? 'measurements' : 'periods';
      expect(rowIn(world, list, clash.key)).toMatchObject('to' in mine ? (mine.to as object) : {});
    }
  });

  it('a logged line has no fields to settle: mine is asked again, theirs gives it up', () => {
    const line = { activityKey: 'a-1', title: 'x', goalKeys: ['resor'], kind: 'targeted' } as const;
    const one = signed({ do: 'logActivity', ...at, unitKey: 'service-kost', ...line });
    const clash: Clash = { list: 'activities', key: 'a-1', fields: {} };
    expect(settle(one, clash, 'mine')).toBe(one);
    expect(settle(one, clash, 'theirs')).toBeUndefined();
  });

  it('[S8] an edit: mine over theirs, or theirs in the fields that clash and mine in the others', () => {
    const one = edit('a-1', { title: 'Å', state: 'done' }, region());
    const world = region();
    world.activities.put(anActivity(kitchen, [travel], { key: 'a-1', title: 'Deras' }));
    const clash = clashOf(one, world);
    if (!clash) throw new Error('It does not clash');
    const mine = settle(one, clash, 'mine');
    expect(mine && decide(mine, world)).toMatchObject([
      { fields: { title: { was: 'Deras', to: 'Å' }, state: { was: 'ongoing', to: 'done' } } },
    ]);
    expect(settle(one, clash, 'theirs')).toMatchObject({ key: one.key });
    expect(settle(one, clash, 'theirs')).toHaveProperty('fields', { state: { was: 'ongoing', to: 'done' } });
    expect(settle(edit('a-1', { title: 'Å' }, region()), clash, 'theirs')).toBeUndefined();
  });

  it('[S8] an undoing: record by record, and only the record that clashes', () => {
    const changes: Update[] = ['a-1', 'a-2'].map((key) => ({
      kind: 'update',
      list: 'activities',
      key,
      fields: { title: { was: 'Mitt', to: 'Förr' } },
    }));
    const one = signed({ do: 'takeBack', ...at, of: 'c-1', changes });
    const first = clashOf(one, region());
    expect(first).toMatchObject({ key: 'a-1' });
    const [, other] = changes;
    const theirs = first && settle(one, first, 'theirs');
    expect(theirs).toEqual({ ...one, changes: [other] });
    const second = theirs && clashOf(theirs, region());
    expect(second).toMatchObject({ key: 'a-2' });
    expect(theirs && second && settle(theirs, second, 'theirs')).toBeUndefined();
    const mine = theirs && second && settle(theirs, second, 'mine');
    expect(mine && decide(mine, region())).toMatchObject([
      { key: 'a-2', fields: { title: { was: 'Nya recept', to: 'Förr' } } },
    ]);
    // The same key in another list is another record.
    expect(settle(one, { list: 'assignments', key: 'a-1', fields: first?.fields ?? {} }, 'theirs')).toEqual(
      one,
    );
  });

  it('[S8] once settled nothing clashes, and theirs stands in every field that did', () => {
    let met = 0;
    const undo = change.map((one): Command => signed(undoOf(one, lay(one, overlay(region())) ?? [])));
    const whose = fc.constantFrom('mine' as const, 'theirs' as const);
    fc.assert(
      fc.property(fc.oneof(assign, withdraw, change, undo), wanted, whose, (one, theirs, choice) => {
        const world = overlay(region());
        for (const key of ['a-1', 'a-2']) lay(edit(key, theirs, world), world);
        const clash = clashOf(one, world);
        if (!clash) return;
        met += 1;
        const settled = settle(one, clash, choice);
        expect(settled !== undefined || choice === 'theirs').toBe(true);
        expect(settled && clashOf(settled, world)).toBeUndefined();
        if (settled) lay(settled, world);
        const after = rowIn(world, clash.list, clash.key) as unknown as Record<string, unknown>;
        for (const [name, values] of Object.entries(clash.fields))
          expect(after[name]).toEqual(values[choice]);
      }),
      { seed: 2023, numRuns: 1000 },
    );
    expect(met).toBeGreaterThan(100);
  });
});
