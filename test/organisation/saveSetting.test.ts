import { describe, expect, it } from 'vitest';
import { type SaveSetting, saveSetting } from '../../src/organisation/saveSetting.ts';
import { type Setting, settingIndexes } from '../../src/organisation/setting.ts';
import { Table } from '../../src/basics/rows.ts';
import { settle, undoOf } from '../../src/amendments.ts';
import type { Command } from '../../src/commands.ts';
import { decide } from '../../src/decide.ts';
import { commandIn } from '../../src/sync/commandShape.ts';
import { emptyTables, overlay } from '../../src/world.ts';
import { anna } from '../builders.ts';

const wish: SaveSetting = {
  do: 'saveSetting',
  year: 2023,
  roomKey: 'styrelsen',
  settingKey: 'memo',
  was: null,
  to: '{"a":1}',
};
const signature = { key: '0189e0c4-0000-7000-8000-000000000000', by: anna, on: '2023-08-25' };
const command: Command = { ...wish, ...signature };
const row: Setting = { key: 'memo', title: 'memo', removed: false, value: '{"a":1}' };

function standing(...rows: Setting[]) {
  const settings = new Table<Setting, never>(settingIndexes);
  for (const one of rows) settings.put(one);
  return { settings };
}

describe('saving a setting', () => {
  it('[O11] makes the row once, and changes nothing when it is there', () => {
    expect(saveSetting(wish, standing())).toEqual([{ kind: 'create', list: 'settings', row }]);
    expect(saveSetting(wish, standing(row))).toEqual([]);
  });

  it('[O11] over what its author saw changes the value alone', () => {
    expect(saveSetting({ ...wish, was: '{"a":1}', to: '{"a":2}' }, standing(row))).toEqual([
      { kind: 'update', list: 'settings', key: 'memo', fields: { value: { was: '{"a":1}', to: '{"a":2}' } } },
    ]);
  });

  it('[O11] over what somebody else has saved is refused, with mine and theirs, and can then be meant', () => {
    const refusal = saveSetting({ ...wish, to: '{"a":2}' }, standing(row));
    expect(refusal).toMatchObject({
      refused: 'changedByBoth',
      clash: { fields: { value: { mine: '{"a":2}', theirs: '{"a":1}' } } },
    });
    if (!('clash' in refusal) || !refusal.clash) throw new Error('It was not refused');
    const meant = settle({ ...command, to: '{"a":2}' }, refusal.clash, 'mine');
    expect(meant).toMatchObject({ was: '{"a":1}', to: '{"a":2}' });
    expect(settle(command, refusal.clash, 'theirs')).toBeUndefined();
  });

  it('[O11] over one that was taken away brings it back', () => {
    expect(saveSetting({ ...wish, to: '{"a":2}' }, standing({ ...row, removed: true }))).toEqual([
      {
        kind: 'update',
        list: 'settings',
        key: 'memo',
        fields: { removed: { was: true, to: false }, value: { was: '{"a":1}', to: '{"a":2}' } },
      },
    ]);
  });

  it('[O11][S12] can be undone, and lies on the disk as it was meant', () => {
    const world = overlay(emptyTables());
    const changes = decide(command, world);
    if (!Array.isArray(changes)) throw new Error('It was refused');
    const back = { ...undoOf(command, changes), ...signature };
    expect(commandIn(JSON.parse(JSON.stringify(command)))).toEqual(command);
    expect(commandIn(JSON.parse(JSON.stringify(back)))).toEqual(back);
  });
});
