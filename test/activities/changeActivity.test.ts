import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import {
  type ActivityChanges,
  changeable,
  changeActivity,
  type ChangeActivity,
  changesBetween,
  weighActivity,
} from '../../src/activities/changeActivity.ts';
import { settleFields } from '../../src/basics/change.ts';
import { isRefusal } from '../../src/basics/refusal.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { aGoal, anActivity, anna, kitchen, smallRegion, travel, waste } from '../builders.ts';

const recipes = anActivity(kitchen, [travel], { starts: '2023-03-01', due: '2023-06-30' });

function regionWith(activity: Activity) {
  const world = smallRegion();
  world.activities.put(activity);
  return world;
}

const change = (
  fields: ActivityChanges,
  world: World = regionWith(recipes),
  command: Partial<ChangeActivity> = {},
) =>
  changeActivity(
    { do: 'changeActivity', activityKey: 'a-1', year: 2023, roomKey: 'service', fields, ...command },
    world,
  );
const titled = (to: string) => change({ title: { was: 'Nya recept', to } });

describe('changing an activity', () => {
  it('[V8] touches only what its author touched, and leaves out what holds already', () => {
    const fields: ActivityChanges = {
      state: { was: 'ongoing', to: 'done' },
      kind: { was: 'ordinary', to: 'targeted' },
    };
    expect(change(fields)).toEqual([
      { kind: 'update', list: 'activities', key: 'a-1', fields: { state: { was: 'ongoing', to: 'done' } } },
    ]);
    expect(change({})).toEqual([]);
  });

  it('[V8] is refused for one that is unknown or removed, also where nothing is left to do', () => {
    const unknown = { refused: 'activityUnknown', field: 'activityKey' };
    const fields: ActivityChanges = { state: { was: 'ongoing', to: 'done' } };
    expect(change(fields, smallRegion())).toEqual(unknown);
    expect(change(fields, regionWith({ ...recipes, removed: true }))).toEqual(unknown);
    expect(change({}, regionWith({ ...recipes, removed: true }))).toEqual(unknown);
  });

  it('[O1] is refused outside the room, and for a unit that has ended or is gone', () => {
    const fields: ActivityChanges = { state: { was: 'ongoing', to: 'done' } };
    const outside = { refused: 'unitOutside', field: 'unitKey' };
    expect(change(fields, regionWith(recipes), { roomKey: 'stab' })).toEqual(outside);
    expect(change(fields, regionWith(recipes), { roomKey: 'service-stad' })).toEqual(outside);
    expect(change(fields, regionWith(recipes), { roomKey: 'service-kost' })).toHaveLength(1);
    const world = regionWith(recipes);
    world.units.put({ ...kitchen, active: false });
    expect(change(fields, world)).toMatchObject({ refused: 'unitInactive' });
    world.units.put({ ...kitchen, removed: true });
    expect(change(fields, world)).toMatchObject({ refused: 'unitUnknown' });
  });

  it('[V5] cleans the title, and refuses one that is empty or too long', () => {
    expect(titled(' Nya\n recept  \u0007 till hösten')).toMatchObject([
      { fields: { title: { was: 'Nya recept', to: 'Nya recept till hösten' } } },
    ]);
    expect(titled(' \n\t')).toEqual({ refused: 'titleMissing', field: 'title' });
    expect(titled('x'.repeat(256))).toEqual({ refused: 'titleTooLong', field: 'title', limit: 255 });
    expect(titled(` ${'x'.repeat(255)} `)).toHaveLength(1);
  });

  it('[V5] a title that is the same once cleaned changes nothing', () => {
    expect(titled('  Nya \r\n recept ')).toEqual([]);
    // Also where others have written just that meanwhile.
    expect(change({ title: { was: 'Gamla recept', to: ' Nya  recept' } })).toEqual([]);
  });

  it('[V6] asks the goals of the activity’s own year, whatever year the command names', () => {
    const world = regionWith({ ...recipes, shelf: '2022/service', unitShelf: '2022/service-kost' });
    world.goals.put(aGoal({ key: 'old', fromYear: 2020, toYear: 2022 }));
    const toGoals = (...to: string[]) => change({ goalKeys: { was: ['resor'], to } }, world);
    expect(toGoals('old')).toMatchObject([{ fields: { goalKeys: { was: ['resor'], to: ['old'] } } }]);
    expect(toGoals('avfall')).toEqual({ refused: 'goalNotThisYear', field: 'goalKeys', limit: 2022 });
  });

  it('[V6] refuses no goal, one that is unknown or removed, and one that carries no activities', () => {
    const world = regionWith(recipes);
    world.goals.put(aGoal({ key: 'gone', removed: true }));
    world.goals.put(aGoal({ key: 'measured', isCarried: false }));
    const toGoals = (...to: string[]) => change({ goalKeys: { was: ['resor'], to } }, world);
    expect(toGoals()).toEqual({ refused: 'goalMissing', field: 'goalKeys' });
    for (const goalKey of ['nothing', 'gone', 'measured']) {
      expect(toGoals('resor', goalKey)).toEqual({ refused: 'goalUnknown', field: 'goalKeys' });
    }
  });

  it('[V6] a goal that is named twice is kept once', () => {
    const toGoals = (...to: string[]) => change({ goalKeys: { was: ['resor'], to } });
    expect(toGoals('resor', 'avfall', 'resor')).toMatchObject([
      { fields: { goalKeys: { to: ['resor', 'avfall'] } } },
    ]);
    expect(toGoals('resor', 'resor')).toEqual([]);
  });

  it('[V6] an edit of other things is not held up by a goal that has ended', () => {
    const world = regionWith(recipes);
    world.goals.put({ ...travel, state: 'ended' });
    expect(change({ state: { was: 'ongoing', to: 'done' } }, world)).toHaveLength(1);
  });

  it.each<[ActivityChanges, boolean]>([
    [{ due: { was: '2023-06-30', to: '2023-03-01' } }, true],
    [{ due: { was: '2023-06-30', to: '2023-02-28' } }, false],
    [{ due: { was: '2023-06-30', to: null } }, true],
    [{ starts: { was: '2023-03-01', to: '2023-06-30' } }, true],
    [{ starts: { was: '2023-03-01', to: '2023-07-01' } }, false],
    [{ starts: { was: '2023-03-01', to: null } }, true],
    [{ starts: { was: '2023-03-01', to: '2024-01-01' }, due: { was: '2023-06-30', to: '2024-01-02' } }, true],
    [
      { starts: { was: '2023-03-01', to: '2024-01-02' }, due: { was: '2023-06-30', to: '2024-01-01' } },
      false,
    ],
    [{ starts: { was: '2023-03-01', to: '2024-01-02' }, due: { was: '2023-06-30', to: null } }, true],
  ])('[V7] %j from 1 March to 30 June: %s', (fields, passes) => {
    const changed = [{ kind: 'update', list: 'activities', key: 'a-1', fields }];
    expect(change(fields)).toEqual(passes ? changed : { refused: 'dueBeforeStart', field: 'due' });
  });

  it('[V7] an edit of other things is never held up by dates that somebody has turned around by hand', () => {
    const world = regionWith({ ...recipes, starts: '2023-09-01' });
    expect(change({ title: { was: 'Nya recept', to: 'Nyare' } }, world)).toHaveLength(1);
    expect(change({ due: { was: '2023-06-30', to: '2023-07-01' } }, world)).toMatchObject({
      refused: 'dueBeforeStart',
    });
  });

  it('[V11] no date is moved to before its year, and one that somebody has put there by hand holds nothing up', () => {
    const fields = (due: string): ActivityChanges => ({ due: { was: '2023-06-30', to: due } });
    const refusal = { refused: 'dateBeforeYear', field: 'due', limit: 2023 };
    expect(change(fields('2022-12-31'))).toEqual(refusal);
    const early = regionWith({ ...recipes, starts: '2021-09-01' });
    expect(change({ title: { was: 'Nya recept', to: 'Nyare' } }, early)).toHaveLength(1);
    expect(change(fields('2023-07-01'), early)).toHaveLength(1);
  });

  it('[V8] what is there already is done, whatever has become of the unit and the goals since', () => {
    const world = regionWith({ ...recipes, goalKeys: ['avfall'], state: 'done' });
    world.goals.put({ ...waste, state: 'ended' });
    world.units.put({ ...kitchen, active: false });
    const fields: ActivityChanges = {
      goalKeys: { was: ['resor'], to: ['avfall'] },
      state: { was: 'ongoing', to: 'done' },
    };
    expect(change(fields, world)).toEqual([]);
  });

  it('[S8] is refused where somebody else has changed the same field, with both values', () => {
    const world = regionWith({ ...recipes, title: 'Deras', state: 'done' });
    const fields: ActivityChanges = {
      title: { was: 'Nya recept', to: ' Mina ' },
      state: { was: 'ongoing', to: 'done' },
      description: { was: null, to: 'Text' },
    };
    expect(change(fields, world)).toEqual({
      refused: 'changedByBoth',
      field: 'title',
      clash: { list: 'activities', key: 'a-1', fields: { title: { mine: 'Mina', theirs: 'Deras' } } },
    });
  });
});

describe('the one responsible', () => {
  const namesake = { responsibleId: 'a0000000-0000-4000-8000-000000000002', responsibleName: anna.name };
  const bo = { responsibleId: 'b0000000-0000-4000-8000-000000000003', responsibleName: 'Bo Ek' };
  const toBo = changesBetween(recipes, { ...recipes, ...bo });

  it('[V9] of two namesakes id and name clash together, so that neither choice mixes two people', () => {
    const theirs = { ...recipes, ...namesake };
    const clash = weighActivity(theirs, toBo);
    if (!('fields' in clash)) throw new Error('It does not clash');
    expect(clash.fields).toEqual({
      responsibleId: { mine: bo.responsibleId, theirs: namesake.responsibleId },
      responsibleName: { mine: 'Bo Ek', theirs: 'Anna Berg' },
    });
    expect(settleFields(toBo, clash, 'theirs')).toEqual({});
    expect(weighActivity(theirs, settleFields(toBo, clash, 'mine'))).toMatchObject([
      { fields: { responsibleId: { to: bo.responsibleId }, responsibleName: { to: 'Bo Ek' } } },
    ]);
  });

  it('[V9] a change to a namesake tells both, though the name stays', () => {
    const fields = changesBetween(recipes, { ...recipes, ...namesake });
    expect(Object.keys(fields)).toEqual(['responsibleId', 'responsibleName']);
    expect(Object.keys((weighActivity({ ...recipes, ...bo }, fields) as { fields: object }).fields)).toEqual([
      'responsibleId',
      'responsibleName',
    ]);
  });

  it('[V9] stays out of a clash about other things', () => {
    const fields = { ...toBo, title: { was: 'x', to: 'y' } };
    expect(weighActivity(recipes, fields)).toMatchObject({ fields: { title: { theirs: 'Nya recept' } } });
    expect(Object.keys((weighActivity(recipes, fields) as { fields: object }).fields)).toEqual(['title']);
  });
});

describe('the changes between two versions', () => {
  const text = fc.option(fc.string({ maxLength: 5 }));
  const day = fc.constantFrom(null, '2023-01-01', '2023-06-30', '2023-12-31');
  const version: fc.Arbitrary<Activity> = fc
    .record({
      title: fc.constantFrom('Nya recept', 'Färre resor', 'Å'),
      goals: fc.subarray([travel, waste], { minLength: 1 }),
      stageGoalKey: fc.option(fc.constant('fossilfri-2030')),
      kind: fc.constantFrom<Activity['kind']>('targeted', 'ordinary', 'enabling'),
      state: fc.constantFrom<Activity['state']>('planned', 'ongoing', 'done', 'dropped'),
      person: fc.constantFrom(null, anna, { id: 'a-2', name: anna.name }, { id: 'b-1', name: 'Bo' }),
      starts: day,
      due: day,
      expectedEffect: text,
      description: text,
    })
    .map(({ goals, person, ...fields }) =>
      anActivity(kitchen, goals, {
        ...fields,
        responsibleId: person?.id ?? null,
        responsibleName: person?.name ?? null,
      }),
    );

  it('[V8] there and back: changing by them gives the other version, and nothing once it is there', () => {
    let laid = 0;
    fc.assert(
      fc.property(version, version, (was, to) => {
        const fields = changesBetween(was, to);
        for (const field of changeable.filter((name) => !(name in fields))) {
          expect(was[field]).toEqual(to[field]);
        }
        const world = overlay(regionWith(was));
        const answer = change(fields, world);
        const isBackwards = to.starts !== null && to.due !== null && to.due < to.starts;
        expect(isRefusal(answer)).toBe(isBackwards && ('starts' in fields || 'due' in fields));
        if (isRefusal(answer)) return;
        laid += 1;
        for (const one of answer) apply(one, world);
        expect(world.activities.get('a-1')).toEqual(to);
        expect(change(fields, world)).toEqual([]);
        expect(changesBetween(to, to)).toEqual({});
      }),
      { seed: 2023, numRuns: 500 },
    );
    expect(laid).toBeGreaterThan(300);
  });

  it('[V7] no change that passes leaves an activity due before it starts', () => {
    fc.assert(
      fc.property(version, version, version, (was, to, now) => {
        const ordered = { ...now, ...(now.starts && now.due && now.due < now.starts ? { due: null } : {}) };
        const world = overlay(regionWith(ordered));
        const answer = change(changesBetween(was, to), world);
        if (isRefusal(answer)) return;
        for (const one of answer) apply(one, world);
        const after = world.activities.get('a-1');
        expect((after?.due ?? '9') >= (after?.starts ?? '')).toBe(true);
      }),
      { seed: 2023, numRuns: 1000 },
    );
  });
});
