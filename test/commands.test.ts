import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ActivityChanges, changeable } from '../src/activities/changeActivity.ts';
import { type Change, type Clash, keyOf, type Update } from '../src/basics/change.ts';
import { isRefusal } from '../src/basics/refusal.ts';
import { type Command, decide, merged, settle, undoOf, type Wish } from '../src/commands.ts';
import { apply, overlay, rowIn, type World } from '../src/world.ts';
import { anActivity, anAssignment, anna, cleaning, kitchen, smallRegion, travel, waste } from './builders.ts';

const signature = { key: '0189e0c4-0000-7000-8000-000000000000', by: anna, on: '2023-08-25' };
const twice = <T>(...often: T[]) => [...often, ...often];
const keysOfUnits = [...twice('service-kost', 'service-stad'), 'service', 'stab', 'nowhere'];
const keysOfRooms = [...twice('service', 'service', 'service'), 'service-kost', 'stab', 'regionen'];
const keysOfGoals = [...twice('resor', 'avfall'), 'nothing'];
const at = { year: 2023, roomKey: 'service' };

const signed = <W extends Wish>(wish: W) => ({ ...wish, ...signature });
const anySignature = { key: fc.uuid({ version: 7 }), by: fc.constant(anna), on: fc.constant('2023-08-25') };
const cell = {
  year: fc.constantFrom(2023, 2023, 2023, 2027),
  goalKey: fc.constantFrom(...keysOfGoals),
  unitKey: fc.constantFrom(...keysOfUnits),
  roomKey: fc.constantFrom(...keysOfRooms),
};
const standing = fc.constantFrom(
  'none' as const,
  'requested' as const,
  'assigned' as const,
  'withdrawn' as const,
);

const assign: fc.Arbitrary<Command> = fc.record(
  { do: fc.constant('assignGoal' as const), ...cell, seen: standing, ...anySignature },
  { requiredKeys: ['do', 'year', 'goalKey', 'unitKey', 'roomKey', 'key', 'by', 'on'] },
);
const withdraw: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('withdrawGoal' as const),
  ...cell,
  seen: standing.filter((seen) => seen !== 'none'),
  ...anySignature,
});
const log: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('logActivity' as const),
  activityKey: fc.constantFrom('a-1', 'a-2', 'a-9'),
  year: fc.constantFrom(2023, 2027),
  title: fc.string({ unit: 'binary', maxLength: 300 }),
  goalKeys: fc.array(fc.constantFrom(...keysOfGoals), { maxLength: 3 }),
  kind: fc.constantFrom('targeted' as const, 'ordinary' as const, 'enabling' as const),
  unitKey: fc.constantFrom(...keysOfUnits),
  roomKey: fc.constantFrom(...keysOfRooms),
  ...anySignature,
});

/** What to write in some of an activity's fields; what was there is filled in by who looks at it. */
const day = fc.constantFrom(null, '2023-01-01', '2023-06-30', '2023-12-31');
const wanted = fc.record(
  {
    title: fc.constantFrom('Nya recept', ' Nya  recept', 'Färre resor', 'Å'),
    goalKeys: fc.constantFrom(['resor'], ['avfall', 'resor'], ['avfall', 'avfall'], []),
    kind: fc.constantFrom('targeted', 'ordinary', 'enabling'),
    state: fc.constantFrom('planned', 'ongoing', 'done', 'dropped'),
    responsibleName: fc.constantFrom(null, 'Anna Berg', 'Bo Ek'),
    starts: day,
    due: day,
    description: fc.constantFrom(null, 'Text', 'Mera text'),
  },
  { requiredKeys: [] },
);
type Wanted = typeof wanted extends fc.Arbitrary<infer W> ? W : never;

/** The edit as somebody makes it who sees this world. */
function edit(activityKey: string, to: Wanted, world: World): Command {
  const row = world.activities.get(activityKey);
  const touched = changeable.filter((field) => field in to);
  const fields = touched.map((field) => [
    field,
    { was: row?.[field] ?? null, to: (to as Record<string, unknown>)[field] },
  ]);
  const changes = Object.fromEntries(fields) as ActivityChanges;
  return signed({ do: 'changeActivity', activityKey, fields: changes, ...at });
}
const change: fc.Arbitrary<Command> = fc
  .tuple(fc.constantFrom('a-1', 'a-2', 'a-9'), wanted)
  .map(([key, to]) => edit(key, to, region()));
const command = fc.oneof(assign, withdraw, log, change);

/** Kost has asked for one goal and had the other withdrawn; Städ holds one, and had the other taken back. */
function region() {
  const world = smallRegion();
  world.assignments.put(anAssignment(travel, kitchen, { state: 'requested', requestedBy: anna }));
  world.assignments.put(anAssignment(waste, kitchen, { state: 'withdrawn' }));
  world.assignments.put(anAssignment(travel, cleaning));
  world.assignments.put(anAssignment(waste, cleaning, { removed: true }));
  world.activities.put(anActivity(kitchen, [travel], { key: 'a-1' }));
  const dates = { starts: '2023-02-01', due: '2023-11-30', description: 'Text' };
  world.activities.put(anActivity(cleaning, [travel, waste], { key: 'a-2', ...dates }));
  return world;
}

function frozenRegion() {
  const world = region();
  for (const table of Object.values(world)) for (const row of table.values()) deepFreeze(row);
  return world;
}

function deepFreeze(value: object): void {
  Object.freeze(value);
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part === 'object' && part !== null) deepFreeze(part);
  }
}

/** Lays the command on the world; its changes, or `undefined` when it is refused. */
function lay(one: Command, onto: World): Change[] | undefined {
  const answer = decide(one, onto);
  if (isRefusal(answer)) return undefined;
  for (const part of answer) apply(part, onto);
  return answer;
}

/** Everything that is shown, as plain data in one order; what is removed is left out. */
function shown(world: World) {
  const rows = [...world.assignments.values(), ...world.activities.values()];
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** One field of what the changes have written, to be changed by somebody else. */
function someField(changes: readonly Change[], n: number) {
  const fields = changes.flatMap((one) =>
    one.kind === 'update'
      ? Object.entries(one.fields).map(([name, { to }]) => ({ list: one.list, key: one.key, name, was: to }))
      : [],
  );
  // Yes and no leave no third way.
  const ours = fields.filter(({ was }) => typeof was !== 'boolean');
  return ours[n % Math.max(ours.length, 1)];
}

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

describe('undoing', () => {
  it('[S12] gives the world back as it was shown; what was created is removed, and comes again when that is undone', () => {
    let changed = 0;
    fc.assert(
      fc.property(command, (one) => {
        const world = overlay(region());
        const changes = lay(one, world);
        if (!changes) return;
        changed += Math.min(changes.length, 1);
        const after = shown(world);
        const undo = signed(undoOf(one, changes));
        expect(undo).toMatchObject({ do: 'takeBack', of: one.key, year: one.year, roomKey: one.roomKey });
        const undone = lay(undo, world);
        if (!undone) throw new Error('Undoing was refused');
        expect(shown(world)).toEqual(shown(region()));
        for (const part of changes.filter(({ kind }) => kind === 'create')) {
          expect(rowIn(world, part.list, keyOf(part))?.removed).toBe(true);
        }
        lay(signed(undoOf(undo, undone)), world);
        expect(shown(world)).toEqual(after);
      }),
      { seed: 2023, numRuns: 2000 },
    );
    expect(changed).toBeGreaterThan(300);
  });

  it('[S12] twice is once', () => {
    fc.assert(
      fc.property(command, (one) => {
        const world = overlay(region());
        const undo = signed(undoOf(one, lay(one, world) ?? []));
        lay(undo, world);
        expect(decide(undo, world)).toEqual([]);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('[S12] what somebody else has changed since is told, and nothing is touched', () => {
    let met = 0;
    fc.assert(
      fc.property(command, fc.nat(9), (one, n) => {
        const world = overlay(region());
        const changes = lay(one, world) ?? [];
        const field = someField(changes, n);
        if (!field) return;
        met += 1;
        const { list, key, name, was } = field;
        const theirs = Array.isArray(was) ? ['deras'] : 'deras';
        apply({ kind: 'update', list, key, fields: { [name]: { was, to: theirs } } }, world);
        const answer = decide(signed(undoOf(one, changes)), world);
        const mine = (changes.find((part) => part.kind === 'update' && part.key === key) as Update).fields;
        expect(answer).toMatchObject({
          refused: 'changedByBoth',
          clash: { list, key, fields: { [name]: { mine: mine[name]?.was, theirs } } },
        });
      }),
      { seed: 2023, numRuns: 1000 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it('[S12] of several records one that clashes holds up all', () => {
    const world = region();
    const changes: Update[] = ['a-1', 'a-2'].map((key) => ({
      kind: 'update',
      list: 'activities',
      key,
      fields: { title: { was: key === 'a-1' ? 'Nya recept' : 'Mitt', to: 'Förr' } },
    }));
    const undo = signed({ do: 'takeBack', ...at, of: 'c-1', changes });
    expect(decide(undo, world)).toMatchObject({ refused: 'changedByBoth', clash: { key: 'a-2' } });
    world.activities.put(anActivity(cleaning, [travel], { key: 'a-2', title: 'Mitt' }));
    expect(decide(undo, world)).toEqual(changes);
  });

  it('[S12] leaves what others have changed in other fields', () => {
    fc.assert(
      fc.property(fc.constantFrom('a-1', 'a-2'), wanted, wanted, (key, mine, theirs) => {
        const world = overlay(region());
        const one = edit(key, mine, world);
        const changes = lay(one, world);
        if (!changes) return;
        const touched = new Set(changes.flatMap((part) => Object.keys('fields' in part ? part.fields : {})));
        // Dates belong together: with one of them taken back, the other may no longer be allowed.
        const others = Object.fromEntries(Object.entries(theirs).filter(([name]) => !touched.has(name)));
        if (!lay(edit(key, others, world), world)) return;
        const alone = overlay(region());
        for (const part of changesOfFields(key, others, world)) apply(part, alone);
        expect(lay(signed(undoOf(one, changes)), world)).toBeDefined();
        expect(shown(world)).toEqual(shown(alone));
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('[S12][V9] of two namesakes responsible, id and name clash together', () => {
    const person = (id: string, name: string) => ({ responsibleId: id, responsibleName: name });
    const fields = {
      responsibleId: { was: 'b-1', to: 'a-1' },
      responsibleName: { was: 'Bo Ek', to: 'Anna' },
    };
    const changes: Update[] = [{ kind: 'update', list: 'activities', key: 'a-1', fields }];
    const undo = signed({ do: 'takeBack', ...at, of: 'c-1', changes });
    const world = region();
    world.activities.put(anActivity(kitchen, [travel], { key: 'a-1', ...person('b-2', 'Bo Ek') }));
    expect(decide(undo, world)).toMatchObject({
      clash: { fields: { responsibleId: { theirs: 'b-2' }, responsibleName: { theirs: 'Bo Ek' } } },
    });
  });

  it('[S12] of a creation that never came to be there is nothing to take back', () => {
    const line = { activityKey: 'a-9', title: 'x', goalKeys: ['resor'], kind: 'targeted' } as const;
    const one = signed({ do: 'logActivity', ...at, unitKey: 'service-kost', ...line });
    const changes = lay(one, overlay(region())) ?? [];
    expect(changes).toHaveLength(1);
    expect(decide(signed(undoOf(one, changes)), region())).toEqual([]);
  });
});

/** The fields as they stand in this world, as changes to another. */
function changesOfFields(key: string, fields: object, world: World): Update[] {
  const row = world.activities.get(key) as unknown as Record<string, string>;
  const pairs = Object.keys(fields).map((name) => [name, { was: null, to: row[name] ?? null }]);
  return [{ kind: 'update', list: 'activities', key, fields: Object.fromEntries(pairs) }];
}

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
