import { describe, expect, it } from 'vitest';
import { handOver, type HandOver } from '../../src/activities/handOver.ts';
import { anActivity, aPeriod, anna, kitchen, smallRegion, travel } from '../builders.ts';
import { decide } from '../../src/decide.ts';
import type { Command } from '../../src/commands.ts';

const wish: HandOver = {
  do: 'handOver',
  year: 2023,
  roomKey: 'service',
  activityKey: 'a-1',
  day: '2023-09-01',
  as: 'm1',
};

function worldWith(...rows: ReturnType<typeof anActivity>[]) {
  const world = smallRegion();
  for (const row of rows) world.activities.put(row);
  return world;
}

describe('[V19] handing over to the planning system', () => {
  it('marks the activity with the day and with what it said', () => {
    expect(handOver(wish, worldWith(anActivity(kitchen, [travel])))).toEqual([
      {
        kind: 'update',
        list: 'activities',
        key: 'a-1',
        fields: { handedOver: { was: null, to: '2023-09-01' }, handedOverAs: { was: null, to: 'm1' } },
      },
    ]);
  });

  it('twice is once', () => {
    const done = anActivity(kitchen, [travel], { handedOver: '2023-09-01', handedOverAs: 'm1' });
    expect(handOver(wish, worldWith(done))).toEqual([]);
  });

  it('the later one stands, in whatever order they come', () => {
    const later = anActivity(kitchen, [travel], { handedOver: '2023-09-02', handedOverAs: 'm2' });
    expect(handOver(wish, worldWith(later))).toEqual([]);
    expect(handOver({ ...wish, day: '2023-09-03' }, worldWith(later))).toMatchObject([
      { fields: { handedOver: { was: '2023-09-02', to: '2023-09-03' } } },
    ]);
  });

  it('of what is gone is refused', () => {
    expect(handOver(wish, worldWith())).toMatchObject({ refused: 'activityUnknown' });
    const gone = anActivity(kitchen, [travel], { removed: true });
    expect(handOver(wish, worldWith(gone))).toMatchObject({ refused: 'activityUnknown' });
  });

  it('goes on when the year is closed, where nothing else does', () => {
    const world = worldWith(anActivity(kitchen, [travel]));
    world.periods.put(aPeriod({ key: '2023-helar', kind: 'fullYear', state: 'closed' }));
    const signed = { key: 'c-1', by: anna, on: '2024-02-01' };
    const marking: Command = { ...wish, ...signed, day: '2024-02-01' };
    expect(decide(marking, world)).toHaveLength(1);
    const writing: Command = {
      do: 'changeActivity',
      year: 2023,
      roomKey: 'service',
      activityKey: 'a-1',
      fields: { title: { was: 'Nya recept', to: 'Nyare recept' } },
      ...signed,
    };
    expect(decide(writing, world)).toMatchObject({ refused: 'periodClosed' });
  });
});
