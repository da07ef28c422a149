import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../src/panel/destination.ts';
import type { SubPage } from '../../src/panel/subPage.ts';
import { aGoal, anActivity, kitchen, service, smallRegion, staff, waste } from '../builders.ts';

const world = smallRegion();
world.goals.put(aGoal({ key: 'borttaget', removed: true }));
world.units.put({ ...staff, key: 'nedlagd', removed: true });
const recipes = anActivity(kitchen, [waste], { key: 'a-1' });
world.activities.put(recipes);
world.activities.put({ ...recipes, key: 'a-removed', removed: true });
world.activities.put({ ...recipes, key: 'a-2024', shelf: '2024/service', unitShelf: '2024/service-kost' });

const to = (link: Partial<SubPage>, home: string | undefined = 'stab') =>
  destinationOf(world, { year: 2023, ...link }, { home, thisYear: 2023 });

describe('where a link leads', () => {
  it('[O5] to a room, in a year that the goals speak of', () => {
    expect(to({ roomKey: 'service', year: 2025 })).toEqual({
      year: 2025,
      roomKey: 'service',
      open: undefined,
      isWhole: true,
    });
    expect(to({})).toMatchObject({ roomKey: 'stab', isWhole: true });
    expect(to({}, 'nedlagd')).toMatchObject({ roomKey: undefined });
  });

  it('[O5] to a goal, also one that the room does not hold', () => {
    expect(to({ roomKey: 'stab', goalKey: 'avfall' })).toMatchObject({
      open: { drawer: 'goal', goalKey: 'avfall' },
      isWhole: true,
    });
  });

  it('[O5] to an activity of the room or of its units, in the activity’s own year', () => {
    const open = (activityKey: string) => ({ drawer: 'activity', activityKey });
    expect(to({ roomKey: 'service', activityKey: 'a-1' })).toMatchObject({ open: open('a-1'), year: 2023 });
    expect(to({ roomKey: 'service-kost', activityKey: 'a-1' })).toMatchObject({ isWhole: true });
    expect(to({ roomKey: 'service', activityKey: 'a-2024' })).toMatchObject({
      open: open('a-2024'),
      year: 2024,
    });
  });

  it.each([
    ['an unknown room', { roomKey: 'okand' }],
    ['a removed room', { roomKey: 'nedlagd' }],
    ['a year that no goal speaks of', { roomKey: service.key, year: 9999 }],
  ])('[O5] home from %s, this year, and says so', (_, link) => {
    expect(to(link)).toEqual({ year: 2023, roomKey: 'stab', open: undefined, isWhole: false });
  });

  it.each([
    ['a goal that is unknown', { goalKey: 'okant' }],
    ['a goal that was removed', { goalKey: 'borttaget' }],
    ['an activity that is unknown', { activityKey: 'a-unknown' }],
    ['an activity that was removed', { activityKey: 'a-removed' }],
  ])('[O5] to the room from %s, and says so', (_, link) => {
    const nearest = { year: 2023, roomKey: 'service', open: undefined, isWhole: false };
    expect(to({ roomKey: 'service', ...link })).toEqual(nearest);
  });

  it('[O5] never to an activity through a room that it does not belong to', () => {
    expect(to({ roomKey: 'stab', activityKey: 'a-1' })).toMatchObject({ open: undefined, isWhole: false });
    expect(to({ roomKey: 'service-stad', activityKey: 'a-1' })).toMatchObject({ isWhole: false });
  });
});
