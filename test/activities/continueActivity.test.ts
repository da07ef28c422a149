import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import { changeActivity } from '../../src/activities/changeActivity.ts';
import {
  continuable,
  continuedKey,
  continueWish,
  endWish,
  goalsLeft,
  isUnderWay,
} from '../../src/activities/continueActivity.ts';
import { logActivity } from '../../src/activities/logActivity.ts';
import { isKey } from '../../src/basics/key.ts';
import { isRefusal } from '../../src/basics/refusal.ts';
import { aGoal, anActivity, anna, kitchen, service, smallRegion, staff, travel, waste } from '../builders.ts';

const bo = { id: 'b0000000-0000-4000-8000-000000000002', name: 'Bo Ek' };

/** An activity of 2022. */
function old(fields: Partial<Activity> = {}, unit = kitchen): Activity {
  const shelf = { shelf: `2022/${unit.departmentKey}`, unitShelf: `2022/${unit.key}` };
  return anActivity(unit, [travel], { key: 'old-1', ...shelf, ...fields });
}

function regionWith(...activities: readonly Activity[]) {
  const world = smallRegion();
  for (const activity of activities) world.activities.put(activity);
  return world;
}

const keysOf = (activities: readonly Activity[]) => activities.map(({ key }) => key);

describe('going on with what was done last year', () => {
  it('[V12] offers what was not dropped, what is under way first, the newest first', () => {
    const world = regionWith(
      old({ key: 'a', state: 'done' }),
      old({ key: 'b', state: 'ongoing' }),
      old({ key: 'c', state: 'planned' }),
      old({ key: 'd', state: 'dropped' }),
      old({ key: 'e', removed: true }),
      old({ key: 'f', shelf: '2021/service', unitShelf: '2021/service-kost' }),
      anActivity(kitchen, [travel], { key: 'g' }),
    );
    const offered = continuable(world, 2023, service);
    expect(keysOf(offered)).toEqual(['c', 'b', 'a']);
    expect(offered.map(isUnderWay)).toEqual([true, true, false]);
  });

  it('[V12] a unit is offered its own, a department all of its units that are still there', () => {
    const world = regionWith(old({ key: 'a' }), old({ key: 'b' }, service), old({ key: 'c' }, staff));
    expect(keysOf(continuable(world, 2023, kitchen))).toEqual(['a']);
    expect(keysOf(continuable(world, 2023, service))).toEqual(['b', 'a']);
    world.units.put({ ...kitchen, active: false });
    expect(keysOf(continuable(world, 2023, service))).toEqual(['b']);
  });

  it('[V12] two people who copy make one activity, which is offered no more', () => {
    const source = old({
      responsibleId: bo.id,
      responsibleName: bo.name,
      description: 'Hur',
      due: '2022-06-30',
    });
    const world = regionWith(source);
    const wish = continueWish(world, 2023, 'service', source, ['resor']);
    const changes = logActivity({ ...wish, by: anna }, world);
    if (isRefusal(changes)) throw new Error(changes.refused);
    const [created] = changes;
    if (created?.kind !== 'create') throw new Error('Nothing was created');
    expect(created.row).toMatchObject({
      key: '2023/old-1',
      title: source.title,
      shelf: '2023/service',
      responsibleId: bo.id,
      responsibleName: bo.name,
      description: 'Hur',
      due: null,
      state: 'ongoing',
      continuesKey: 'old-1',
    });
    world.activities.put(created.row as Activity);
    expect(logActivity({ ...wish, by: bo }, world)).toEqual([]);
    expect(continuable(world, 2023, service)).toEqual([]);
  });

  it('[V12] a copy that was taken back can be made anew, under the next number', () => {
    const copy = anActivity(kitchen, [travel], { key: '2023/old-1', continuesKey: 'old-1', removed: true });
    const world = regionWith(old(), copy);
    expect(keysOf(continuable(world, 2023, service))).toEqual(['old-1']);
    expect(continuedKey(world.activities, 2023, 'old-1')).toBe('2023/old-1/2');
    world.activities.put({ ...copy, key: '2023/old-1/2' });
    expect(continuedKey(world.activities, 2023, 'old-1')).toBe('2023/old-1/3');
  });

  it('[V12] the key of a copy is a key, for as many years as anybody goes on', () => {
    const { activities } = smallRegion();
    const part = fc.stringMatching(/^[a-z0-9]{1,20}$/);
    const longKey = fc
      .array(part, { minLength: 1, maxLength: 20 })
      .map((parts) => parts.join('-').slice(0, 200));
    fc.assert(
      fc.property(longKey.filter(isKey), (first) => {
        let key = first;
        for (let year = 2023; year < 2080; year += 1) {
          key = continuedKey(activities, year, key);
          expect(isKey(key)).toBe(true);
        }
      }),
      { seed: 20230828, numRuns: 100 },
    );
  });

  it('[V12] only goals that hold this year and carry activities go along', () => {
    const world = regionWith();
    world.goals.put(aGoal({ key: 'forr', toYear: 2022, fromYear: 2020 }));
    world.goals.put(aGoal({ key: 'matt', isCarried: false }));
    const source = old({ goalKeys: ['forr', 'avfall', 'matt', 'borta', 'resor'] });
    expect(goalsLeft(world.goals, 2023, source)).toEqual(['avfall', 'resor']);
    expect(goalsLeft(world.goals, 2023, old({ goalKeys: ['forr'] }))).toEqual([]);
    expect(goalsLeft(world.goals, 2023, old({ goalKeys: [waste.key] }))).toEqual(['avfall']);
  });

  it('[V12] a responsible nobody stays nobody, and what was planned is planned', () => {
    const source = old({ state: 'planned', responsibleId: null, responsibleName: null });
    const { details } = continueWish(regionWith(source), 2023, 'service', source, ['resor']);
    expect(details).toMatchObject({ responsible: null, state: 'planned' });
  });

  it.each(['done', 'dropped'] as const)('[V12] one that is not gone on with is %s in its own year', (to) => {
    const source = old();
    const wish = endWish('service', source, to);
    expect(wish.year).toBe(2022);
    expect(changeActivity(wish, regionWith(source))).toEqual([
      { kind: 'update', list: 'activities', key: 'old-1', fields: { state: { was: 'ongoing', to } } },
    ]);
  });
});
