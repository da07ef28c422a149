import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import { everything, listed, type View } from '../../src/activities/activityFilter.ts';
import { anyRows } from '../followup/anyRows.ts';
import {
  aGoal,
  anActivity,
  anAssignment,
  anna,
  cleaning,
  kitchen,
  service,
  smallRegion,
  travel,
  waste,
  worldOf,
} from '../builders.ts';

const region = smallRegion();
for (const goal of [travel, waste]) region.assignments.put(anAssignment(goal, kitchen));

const recipes = anActivity(kitchen, [waste], { key: 'a-1', title: 'Nya recept minskar svinnet' });
const bikes = anActivity(kitchen, [travel, waste], {
  key: 'a-2',
  title: 'Ökad cykling i René-huset',
  description: 'Även i Ängelholm',
  responsibleId: 'x',
  responsibleName: 'Eva Åström',
});
const sorting = anActivity(cleaning, [waste], { key: 'a-3', title: 'Återvinning', responsibleId: null });
const dropped = anActivity(cleaning, [waste], { key: 'a-4', title: 'Avfallsgrupp', state: 'dropped' });
const all = [recipes, bikes, sorting, dropped];

function shown(view: Partial<View>, activities: readonly Activity[] = all, me = anna.id) {
  return listed(activities, { ...everything, ...view }, { world: region, room: service, me });
}
const keysOf = (view: Partial<View>, me?: string) =>
  shown(view, all, me).flatMap(({ activities }) => activities.map(({ key }) => key));

describe('what is shown of the activities', () => {
  it('[V15] everything, as it came, until somebody chooses', () => {
    expect(shown({})).toEqual([{ key: '', title: undefined, activities: all }]);
    expect(shown({}, [])).toEqual([]);
  });

  it('[V15] mine are those that I answer for; whoever has no id has none', () => {
    expect(keysOf({ whose: 'mine' })).toEqual(['a-1', 'a-4']);
    expect(keysOf({ whose: 'mine' }, 'x')).toEqual(['a-2']);
    expect(keysOf({ whose: 'mine' }, '')).toEqual([]);
  });

  it('[V15] what waits is what its unit lacks every goal of, and what was dropped waits for nothing', () => {
    expect(keysOf({ whose: 'waiting' })).toEqual(['a-3']);
  });

  it.each([
    ['svinn', ['a-1']],
    ['SVINNET recept', ['a-1']],
    ['recept cykling', []],
    ['rene', ['a-2']],
    ['réne', ['a-2']],
    ['återvinning', ['a-3']],
    ['atervinning', ['a-3']],
    ['åvfall', []],
    ['A\u030Atervinning', ['a-3']],
    ['eva åström', ['a-2']],
    ['ängelholm', ['a-2']],
    ['kost', ['a-1', 'a-2']],
    ['målet resor', ['a-2']],
    ['  ', ['a-1', 'a-2', 'a-3', 'a-4']],
  ])(
    '[V15] “%s” finds %j: each word, in any case, å ä ö being letters for those who write them',
    (search, keys) => {
      expect(keysOf({ search })).toEqual(keys);
    },
  );
});

describe('the order of the activities', () => {
  const titles = (view: Partial<View>) =>
    shown(view).map(({ title, activities }) => [title, activities.map((one) => one.title)]);

  it('[V16] under each of its goals, the goals in the organisation’s order, titles by the Swedish alphabet', () => {
    expect(titles({ order: 'goal' })).toEqual([
      ['Målet resor', ['Ökad cykling i René-huset']],
      [
        'Målet avfall',
        ['Avfallsgrupp', 'Nya recept minskar svinnet', 'Återvinning', 'Ökad cykling i René-huset'],
      ],
    ]);
  });

  it('[V16] under its unit: the room itself, then its units in their order', () => {
    const own = anActivity(service, [waste], { key: 'a-5', title: 'Eget' });
    const groups = shown({ order: 'unit' }, [...all, own]).map(({ title, activities }) => [
      title,
      activities.map(({ key }) => key),
    ]);
    expect(groups).toEqual([
      ['Service', ['a-5']],
      ['Kost', ['a-1', 'a-2']],
      ['Städ', ['a-4', 'a-3']],
    ]);
  });

  it('[V16] a goal or a unit that is no longer known still has its heading', () => {
    const lost = anActivity({ ...kitchen, key: 'borta' }, [aGoal({ key: 'borta-mal' })], { key: 'a-6' });
    expect(shown({ order: 'goal' }, [lost]).map(({ title }) => title)).toEqual(['borta-mal']);
    expect(shown({ order: 'unit' }, [lost]).map(({ title }) => title)).toEqual(['borta']);
  });

  it('[V16] whatever there is: no order adds or loses an activity, and none stands under what it does not name', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('goal', 'unit'), (rows, order) => {
        const world = worldOf(rows);
        const activities = [...world.activities.values()].filter(({ goalKeys }) => goalKeys.length > 0);
        const view = { ...everything, order } as View;
        const groups = listed(activities, view, { world, room: service, me: '' });
        const listedKeys = new Set(groups.flatMap((group) => group.activities.map(({ key }) => key)));
        expect(listedKeys).toEqual(new Set(activities.map(({ key }) => key)));
        for (const group of groups) {
          expect(group.activities.length).toBeGreaterThan(0);
          for (const activity of group.activities) {
            const names = order === 'goal' ? activity.goalKeys : [activity.unitKey];
            expect(names).toContain(group.key);
          }
        }
      }),
      { seed: 2023, numRuns: 300 },
    );
  });
});
