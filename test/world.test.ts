import { describe, expect, it } from 'vitest';
import { apply, emptyTables, overlay, put } from '../src/world.ts';
import { aGoal, anActivity, anAssignment, aStageGoal, kitchen, smallRegion, travel } from './builders.ts';

describe('a change laid on the world', () => {
  it('[S1] shows a new row, and leaves the confirmed rows alone', () => {
    const tables = smallRegion();
    const world = overlay(tables);
    const row = anActivity(kitchen, [travel]);
    apply({ kind: 'create', list: 'activities', row }, world);
    expect(world.activities.get('a-1')).toEqual(row);
    expect([...world.activities.by('shelf', '2023/service')]).toEqual([row]);
    expect(tables.activities.get('a-1')).toBeUndefined();
  });

  it('[S1] changes the fields that it names, in a copy, and moves the row in the indexes', () => {
    const tables = smallRegion();
    const before = anAssignment(travel, kitchen, { state: 'requested', note: 'Gärna' });
    tables.assignments.put(before);
    const world = overlay(tables);
    const fields = {
      state: { was: 'requested', to: 'assigned' },
      unitShelf: { was: '2023/service-kost', to: '2023/service-stad' },
    };
    apply({ kind: 'update', list: 'assignments', key: before.key, fields }, world);
    const after = { ...before, state: 'assigned', unitShelf: '2023/service-stad' };
    expect(world.assignments.get(before.key)).toEqual(after);
    expect([...world.assignments.by('unitShelf', '2023/service-stad')]).toEqual([after]);
    expect([...world.assignments.by('unitShelf', '2023/service-kost')]).toEqual([]);
    expect(tables.assignments.get(before.key)).toBe(before);
    expect(before.state).toBe('requested');
  });

  it('[S1] changes lie on each other in order', () => {
    const world = overlay(smallRegion());
    apply({ kind: 'create', list: 'activities', row: anActivity(kitchen, [travel]) }, world);
    const title = (was: string, to: string) =>
      apply({ kind: 'update', list: 'activities', key: 'a-1', fields: { title: { was, to } } }, world);
    title('Nya recept', 'Två');
    title('Två', 'Tre');
    expect(world.activities.get('a-1')).toMatchObject({ title: 'Tre', unitKey: 'service-kost' });
  });

  it('[S1] a change of a row that is not there is left out: the pull will bring it', () => {
    const world = overlay(smallRegion());
    apply({ kind: 'update', list: 'goals', key: 'nothing', fields: { order: { was: 1, to: 2 } } }, world);
    expect(world.goals.get('nothing')).toBeUndefined();
    expect([...world.goals.values()].map(({ key }) => key)).toEqual(['resor', 'avfall']);
  });

  it('a removed row leaves the counts, and its key stays taken', () => {
    const world = overlay(smallRegion());
    apply(
      { kind: 'update', list: 'goals', key: 'resor', fields: { removed: { was: false, to: true } } },
      world,
    );
    expect([...world.goals.values()].map(({ key }) => key)).toEqual(['avfall']);
    expect(world.goals.get('resor')).toMatchObject({ removed: true });
  });
});

it('a confirmed record is put into the list that it belongs to', () => {
  const tables = emptyTables();
  const stored = { itemId: '1', etag: '"x,1"', commandKey: '', changedAt: '' };
  put(tables, { ...stored, list: 'goals', row: aGoal() });
  put(tables, { ...stored, list: 'stageGoals', row: aStageGoal() });
  put(tables, { ...stored, list: 'units', row: kitchen });
  put(tables, { ...stored, list: 'assignments', row: anAssignment(travel, kitchen) });
  put(tables, { ...stored, list: 'activities', row: anActivity(kitchen, [travel]) });
  expect(Object.values(tables).map((table) => table.size)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(tables.units.get('service-kost')).toBe(kitchen);
});
