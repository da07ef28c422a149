import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/basics/refusal.ts';
import { Table } from '../../src/basics/rows.ts';
import { holdersLosing, isShorter } from '../../src/followup/goalHolders.ts';
import { tallyIndexes } from '../../src/followup/tally.ts';
import { type Goal, goalIndexes } from '../../src/goals/goal.ts';
import { goalIn, goalPlanOf, typedYear } from '../../src/goals/goalDraft.ts';
import { goalKeyOf, longestGoalName, newGoalKey, type SaveGoal, saveGoal } from '../../src/goals/saveGoal.ts';
import { unitIndexes } from '../../src/organisation/unit.ts';
import { aGoal, aUnit } from '../builders.ts';

function set(...all: Goal[]) {
  const goals = new Table(goalIndexes);
  for (const goal of all) goals.put(goal);
  return { goals };
}
const goal = aGoal({ key: 'farre-resor', title: 'Färre resor' });
const plan = goalIn(goalPlanOf(goal));
const save = (to: Partial<typeof plan>, was: typeof plan | null = plan): SaveGoal => ({
  do: 'saveGoal',
  year: 2023,
  roomKey: 'styrelsen',
  goalKey: 'farre-resor',
  was,
  to: { ...plan, ...to },
});

describe('[G5] the key of a goal', () => {
  it('says what it is, so that two who set it set one', () => {
    expect(goalKeyOf('Färre resor')).toBe('farre-resor');
    expect(goalKeyOf('…')).toBe('mal');
    expect(saveGoal(save({}, null), set())).toEqual([{ kind: 'create', list: 'goals', row: goal }]);
    expect(saveGoal(save({}, null), set(goal))).toEqual([]);
    expect(saveGoal(save({ order: 9 }, null), set(goal))).toMatchObject({ refused: 'keyTaken' });
  });

  it('of a name that another goal has left is the next', () => {
    expect(newGoalKey(set().goals, 'Färre resor')).toBe('farre-resor');
    expect(newGoalKey(set(goal).goals, 'Färre resor')).toBe('farre-resor');
    expect(newGoalKey(set({ ...goal, title: 'Resor' }).goals, 'Färre resor')).toBe('farre-resor-2');
  });

  it('taken away, it is brought back by setting it again', () => {
    expect(saveGoal(save({}, null), set({ ...goal, removed: true }))).toMatchObject([
      { kind: 'update', fields: { removed: { was: true, to: false } } },
    ]);
  });
});

describe('[G6] a goal', () => {
  it.each([
    ['without a name', { title: ' ' }, 'nameMissing', 'title'],
    ['with too long a name', { title: 'x'.repeat(longestGoalName + 1) }, 'titleTooLong', 'title'],
    ['with too long a text', { description: 'x'.repeat(10_001) }, 'commentTooLong', 'description'],
    ['from no year', { fromYear: Number.NaN }, 'yearMissing', 'fromYear'],
    ['to no year', { toYear: 20 }, 'yearMissing', 'toYear'],
    ['that ends before it begins', { toYear: 2022 }, 'goalEndsEarly', 'toYear'],
  ])('%s is refused beside its field', (_, to, refused, field) => {
    expect(saveGoal(save(to), set(goal))).toMatchObject({ refused, field });
  });

  it('is changed field by field, and what another has decided is not overwritten unseen', () => {
    expect(saveGoal(save({ theme: 'Klimat' }), set({ ...goal, toYear: 2030 }))).toEqual([
      { kind: 'update', list: 'goals', key: 'farre-resor', fields: { theme: { was: null, to: 'Klimat' } } },
    ]);
    expect(saveGoal(save({ toYear: 2027 }), set({ ...goal, toYear: 2030 }))).toMatchObject({
      refused: 'changedByBoth',
      clash: { fields: { toYear: { mine: 2027, theirs: 2030 } } },
    });
  });

  it('whatever is wanted, what is stored ends no earlier than it begins', () => {
    const years = fc.option(fc.integer({ min: 1800, max: 2300 }), { nil: null });
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2300 }), years, (fromYear, toYear) => {
        const answer = saveGoal(save({ fromYear, toYear }), set(goal));
        if (isRefusal(answer)) return;
        expect(toYear === null || toYear >= fromYear).toBe(true);
      }),
      { seed: 82 },
    );
  });

  it('a year is typed as a number once it is one, and kept as it is written until then', () => {
    expect(typedYear('2024')).toBe(2024);
    expect(typedYear('20')).toBe('20');
    expect(goalIn({ ...plan, fromYear: '20', toYear: null })).toMatchObject({
      fromYear: Number.NaN,
      toYear: null,
    });
  });
});

describe('[G11] who loses a goal by that', () => {
  const units = new Table(unitIndexes);
  for (const unit of [
    aUnit({ key: 'service' }),
    aUnit({ key: 'hr' }),
    aUnit({ key: 'stab', active: false }),
    aUnit({ key: 'service-kost', level: 'unit', parentKey: 'service' }),
  ])
    units.put(unit);
  const tallies = new Table(tallyIndexes);
  for (const year of [2023, 2024])
    for (const key of ['service', 'hr', 'stab', 'service-kost'])
      tallies.put({
        key: `${year}/${key}`,
        title: key,
        removed: false,
        year,
        packed: {
          goals: {
            'farre-resor': {
              state: key === 'hr' ? 'requested' : 'assigned',
              consultation: 'none',
              activities: {},
              status: null,
              statusOn: null,
            },
          },
          counted: 0,
          ordinary: 0,
          waiting: 0,
          sourceCount: 1,
          asOf: '',
        },
      });

  it('is told year by year, of those that hold it and are not closed', () => {
    expect(holdersLosing({ tallies, units }, goal, { ...goal, toYear: 2023 })).toEqual([
      { year: 2024, departments: 1, units: 1 },
    ]);
    expect(
      holdersLosing({ tallies, units }, goal, { ...goal, state: 'ended' }).map(({ year }) => year),
    ).toEqual([2023, 2024]);
    expect(holdersLosing({ tallies, units }, goal, { ...goal, toYear: 2030 })).toEqual([]);
  });

  it('and whether any year is lost at all is known without counting', () => {
    expect(isShorter(goal, { ...goal, toYear: 2025 })).toBe(true);
    expect(isShorter(goal, { ...goal, fromYear: 2024 })).toBe(true);
    expect(isShorter({ ...goal, toYear: null }, { ...goal, toYear: 2050 })).toBe(true);
    expect(isShorter(goal, { ...goal, toYear: null })).toBe(false);
    expect(isShorter({ ...goal, state: 'ended' }, goal)).toBe(false);
  });
});
