import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, type Update } from '../src/basics/change.ts';
import { undoOf } from '../src/amendments.ts';
import { decide } from '../src/decide.ts';
import { apply, overlay, rowIn, type World } from '../src/world.ts';
import { at, command, edit, lay, region, shown, signed, someField, wanted } from './anyCommand.ts';
import { anActivity, cleaning, kitchen, travel } from './builders.ts';

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
        // The reason for a correction stays.
        for (const part of changes.filter((made) => made.kind === 'create' && keyOf(made) !== one.key)) {
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
      { seed: 2023, numRuns: 3000 },
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
