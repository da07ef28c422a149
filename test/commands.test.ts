import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { merged, undoOf } from '../src/amendments.ts';
import type { Command } from '../src/commands.ts';
import { decide } from '../src/decide.ts';
import { commandIn } from '../src/sync/commandShape.ts';
import { overlay } from '../src/world.ts';
import {
  at,
  command,
  deepFreeze,
  edit,
  frozenRegion,
  lay,
  region,
  shown,
  signed,
  wanted,
} from './anyCommand.ts';
import { anna, smallRegion } from './builders.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('deciding', () => {
  const undo = command.map((one): Command => signed(undoOf(one, lay(one, overlay(region())) ?? [])));
  const any = fc.oneof(command, undo);

  it('[S2] writes to nothing that it is handed, and says the same twice', () => {
    fc.assert(
      fc.property(any, (one) => {
        deepFreeze(one);
        const world = frozenRegion();
        const answer = decide(one, world);
        expect(decide(one, world)).toEqual(answer);
        expect(decide(one, overlay(world))).toEqual(answer);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('[S2] says the same tomorrow, from disk, without looking at a clock or throwing dice', () => {
    const dice = vi.spyOn(Math, 'random');
    const uuid = vi.spyOn(crypto, 'randomUUID');
    vi.useFakeTimers({ now: new Date('2023-08-25T08:00:00Z') });
    const commands = fc.sample(any, { seed: 2023, numRuns: 200 });
    const thrown = dice.mock.calls.length + uuid.mock.calls.length;
    const today = commands.map((one) => decide(one, frozenRegion()));
    vi.setSystemTime(new Date('2031-01-01T00:00:00Z'));
    const later = commands.map((one) => decide(JSON.parse(JSON.stringify(one)) as Command, frozenRegion()));
    expect(later).toEqual(today);
    expect(dice.mock.calls.length + uuid.mock.calls.length).toBe(thrown);
  });

  it('[S2] is read from the disk as it was written, every kind of wish', () => {
    // Nobody can change what is not there: such a change would say that an activity's state had been empty.
    const possible = any.filter((one) => one.do !== 'changeActivity' || one.activityKey !== 'a-9');
    fc.assert(
      fc.property(possible, (one) => {
        const lying: unknown = JSON.parse(JSON.stringify(one));
        expect(commandIn(lying)).toEqual(lying);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('[S4] what has been done changes nothing when it is decided again', () => {
    fc.assert(
      fc.property(any, (one) => {
        const world = overlay(region());
        if (!lay(one, world)) return;
        expect(decide(one, world)).toEqual([]);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('hands each wish to its rule', () => {
    const here = { ...at, unitKey: 'service-stad' };
    expect(decide(signed({ do: 'assignGoal', ...here, goalKey: 'resor' }), smallRegion())).toMatchObject([
      { kind: 'create', list: 'assignments' },
    ]);
    const line = { activityKey: 'a-9', title: 'x', goalKeys: ['resor'], kind: 'targeted' } as const;
    expect(decide(signed({ do: 'logActivity', ...here, ...line }), smallRegion())).toMatchObject([
      { kind: 'create', list: 'activities', row: { responsibleId: anna.id } },
    ]);
    const withdrawal = { do: 'withdrawGoal', ...here, goalKey: 'resor', seen: 'assigned' } as const;
    expect(decide(signed(withdrawal), region())).toMatchObject([{ list: 'assignments', kind: 'update' }]);
    expect(decide(edit('a-1', { state: 'done' }, region()), region())).toMatchObject([{ key: 'a-1' }]);
  });
});

describe('two edits as one', () => {
  const twoEdits = fc.record({ key: fc.constantFrom('a-1', 'a-2'), first: wanted, second: wanted });

  it('[S13] replaying the merged one gives what replaying both gives', () => {
    let met = 0;
    fc.assert(
      fc.property(twoEdits, ({ key, first, second }) => {
        const both = overlay(region());
        const earlier = edit(key, first, both);
        if (!lay(earlier, both)) return;
        const later = { ...edit(key, second, both), key: 'c-2' };
        if (!lay(later, both)) return;
        met += 1;
        const one = merged(earlier, later);
        if (!one) throw new Error('They were not merged');
        expect(one.key).toBe('c-2');
        const once = overlay(region());
        expect(lay(one, once)).toBeDefined();
        expect(shown(once)).toEqual(shown(both));
        // Where the first was sent before its answer was lost, the later one still says the same, or asks.
        const halfway = overlay(region());
        lay(earlier, halfway);
        if (!lay(one, halfway)) return;
        expect(shown(halfway)).toEqual(shown(both));
      }),
      { seed: 2023, numRuns: 1000 },
    );
    expect(met).toBeGreaterThan(300);
  });

  it('[S13][S8] the merged one overwrites nothing of others unseen', () => {
    fc.assert(
      fc.property(twoEdits, wanted, ({ key, first, second }, theirs) => {
        const mine = overlay(region());
        const earlier = edit(key, first, mine);
        if (!lay(earlier, mine)) return;
        const later = edit(key, second, mine);
        const one = merged(earlier, later);
        const world = overlay(region());
        if (!one || !lay(edit(key, theirs, world), world)) return;
        const before = world.activities.get(key) as unknown as Record<string, unknown>;
        for (const part of lay(one, world) ?? []) {
          if (part.kind === 'create') throw new Error('An edit creates nothing');
          const seen = region().activities.get(key) as unknown as Record<string, unknown>;
          for (const name of Object.keys(part.fields)) expect(before[name]).toEqual(seen[name]);
        }
      }),
      { seed: 2023, numRuns: 1000 },
    );
  });

  it('[S13] starts from an empty field as from any other', () => {
    const world = overlay(region());
    const earlier = edit('a-1', { due: '2023-06-30' }, world);
    lay(earlier, world);
    const one = merged(earlier, edit('a-1', { due: '2023-12-31' }, world));
    expect(one).toMatchObject({ fields: { due: { was: null, to: '2023-12-31' } } });
    expect(one && decide(one, region())).toMatchObject([
      { fields: { due: { was: null, to: '2023-12-31' } } },
    ]);
  });

  it('[S13] takes two edits of one activity, in one room, and none of a large save', () => {
    const one = edit('a-1', { state: 'done' }, region());
    expect(merged(one, one)).toEqual(one);
    expect(merged(one, edit('a-2', { state: 'done' }, region()))).toBeUndefined();
    expect(merged(one, { ...one, roomKey: 'service-kost' })).toBeUndefined();
    const group = { key: 'g-1', size: 2 };
    expect(merged({ ...one, group }, one)).toBeUndefined();
    expect(merged(one, { ...one, group })).toBeUndefined();
    const undo = signed(undoOf(one, []));
    expect(merged(one, undo)).toBeUndefined();
    expect(merged(undo, one)).toBeUndefined();
  });
});
