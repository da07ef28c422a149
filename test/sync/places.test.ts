import { describe, expect, it } from 'vitest';
import { undoOf } from '../../src/amendments.ts';
import type { Command, Wish } from '../../src/commands.ts';
import { placesOf } from '../../src/sync/places.ts';
import { anActivity, anAssignment, anna, kitchen, travel } from '../builders.ts';

const signed = (wish: Wish): Command => ({ ...wish, key: 'c-1', by: anna, on: '2023-08-25' });
const year = 2023;

describe('what must be read before a command can be decided', () => {
  it('[S3] an undo is not taken for done because the row stands where nobody has looked', () => {
    const assign = signed({
      do: 'assignGoal',
      year,
      goalKey: 'resor',
      unitKey: 'service-kost',
      roomKey: 'styrelsen',
    });
    const row = anAssignment(travel, kitchen);
    const undo = signed(undoOf(assign, [{ kind: 'create', list: 'assignments', row }]));
    expect(placesOf(undo)).toEqual([
      { year, roomKey: 'styrelsen', only: 'assignments' },
      { year, roomKey: 'service-kost', only: 'assignments' },
    ]);
    expect(placesOf(undo)).toEqual(placesOf(assign));
  });

  it('[S3] an undo of a line reads what is done there, too', () => {
    const row = anActivity(kitchen, [travel]);
    const log = signed({
      do: 'logActivity',
      activityKey: row.key,
      year,
      title: row.title,
      goalKeys: ['resor'],
      kind: 'targeted',
      unitKey: 'service-kost',
      roomKey: 'service',
    });
    const undo = signed(undoOf(log, [{ kind: 'create', list: 'activities', row }]));
    expect(placesOf(undo)).toEqual([
      { year, roomKey: 'service' },
      { year, roomKey: 'service-kost' },
    ]);
  });
});
