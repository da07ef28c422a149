import { describe, expect, it } from 'vitest';
import { Table } from '../../src/basics/rows.ts';
import { goalIndexes, type StageGoal, stageGoalIndexes } from '../../src/goals/goal.ts';
import { indicatorIn, indicatorPlanOf } from '../../src/goals/goalDraft.ts';
import { type Indicator, indicatorIndexes } from '../../src/goals/indicator.ts';
import {
  indicatorKeyOf,
  newIndicatorKey,
  type SaveIndicator,
  saveIndicator,
} from '../../src/goals/saveIndicator.ts';
import {
  newStageGoalKey,
  type SaveStageGoal,
  saveStageGoal,
  stageGoalKeyOf,
} from '../../src/goals/saveStageGoal.ts';
import { aGoal, anIndicator, aStageGoal } from '../builders.ts';

const goals = new Table(goalIndexes);
goals.put(aGoal());
goals.put(aGoal({ key: 'borta', removed: true }));
const stage = aStageGoal();
const common = { year: 2023, roomKey: 'styrelsen' };

function stages(...all: StageGoal[]) {
  const stageGoals = new Table(stageGoalIndexes);
  for (const one of all) stageGoals.put(one);
  return { goals, stageGoals };
}
function indicatorsOf(...all: Indicator[]) {
  const indicators = new Table(indicatorIndexes);
  for (const one of all) indicators.put(one);
  return { goals, indicators };
}

describe('a stage goal', () => {
  const plan = { title: stage.title, goalKey: stage.goalKey, due: stage.due };
  const save = (to: Partial<typeof plan> | null, was: typeof plan | null = plan): SaveStageGoal => ({
    do: 'saveStageGoal',
    ...common,
    stageGoalKey: stage.key,
    was,
    to: to && { ...plan, ...to },
  });

  it('[G7] two who set the same one set one', () => {
    expect(stageGoalKeyOf('resor', 'Fossilfri drift 2030')).toBe('resor-fossilfri-drift-2030');
    expect(
      newStageGoalKey(stages({ ...stage, key: 'resor-nytt', title: 'Annat' }).stageGoals, 'resor', 'Nytt'),
    ).toBe('resor-nytt-2');
    expect(saveStageGoal(save({}, null), stages())).toEqual([
      { kind: 'create', list: 'stageGoals', row: stage },
    ]);
    expect(saveStageGoal(save({}, null), stages(stage))).toEqual([]);
  });

  it.each([
    [{ title: '' }, 'nameMissing'],
    [{ goalKey: 'ingen' }, 'goalUnknown'],
    [{ goalKey: 'borta' }, 'goalUnknown'],
    [{ due: '2030-02-30' }, 'dayMissing'],
  ])('[G8] %j is refused', (to, refused) => {
    expect(saveStageGoal(save(to), stages(stage))).toMatchObject({ refused });
  });

  it('[G8] is taken away once, and brought back by being set again', () => {
    expect(saveStageGoal(save(null), stages(stage))).toMatchObject([{ fields: { removed: { to: true } } }]);
    const gone = { ...stage, removed: true };
    expect(saveStageGoal(save(null), stages(gone))).toEqual([]);
    expect(saveStageGoal(save({}, null), stages(gone))).toMatchObject([
      { fields: { removed: { to: false } } },
    ]);
  });

  it('[G8] moved by two to two days is for the second one to see', () => {
    expect(saveStageGoal(save({ due: '2031-01-01' }), stages({ ...stage, due: '2032-01-01' }))).toMatchObject(
      {
        refused: 'changedByBoth',
      },
    );
  });
});

describe('an indicator', () => {
  const indicator = anIndicator(aGoal());
  const plan = indicatorPlanOf(indicator);
  const save = (to: Partial<typeof plan> | null, was: typeof plan | null = plan): SaveIndicator => ({
    do: 'saveIndicator',
    ...common,
    indicatorKey: indicator.key,
    was,
    to: to && { ...plan, ...to },
  });

  it('[G9] two who set the same one set one', () => {
    expect(indicatorKeyOf('resor', 'Koldioxid från resor')).toBe('resor-koldioxid-fran-resor');
    expect(newIndicatorKey(indicatorsOf().indicators, 'resor', '%')).toBe('resor-matetal');
    expect(saveIndicator(save({}, null), indicatorsOf())).toEqual([
      { kind: 'create', list: 'indicators', row: indicator },
    ]);
    expect(saveIndicator(save({}, null), indicatorsOf(indicator))).toEqual([]);
  });

  it.each([
    [{ title: ' ' }, 'nameMissing', 'title'],
    [{ goalKey: 'borta' }, 'goalUnknown', 'goalKey'],
    [{ measureUnit: ' ' }, 'measureUnitMissing', 'measureUnit'],
    [{ measureUnit: 'x'.repeat(41) }, 'titleTooLong', 'measureUnit'],
    [{ baselineYear: Number.NaN }, 'yearMissing', 'baselineYear'],
    [{ targetYear: 12 }, 'yearMissing', 'targetYear'],
    [{ targetYear: 1999 }, 'goalEndsEarly', 'targetYear'],
    [{ baselineValue: Number.NaN }, 'valueMissing', 'baselineValue'],
    [{ targetValue: Number.POSITIVE_INFINITY }, 'valueMissing', 'targetValue'],
  ])('[G10] %j is refused beside its field', (to, refused, field) => {
    expect(saveIndicator(save(to), indicatorsOf(indicator))).toMatchObject({ refused, field });
  });

  it('[G10] is taken away once, and its values are read as Swedes write them', () => {
    expect(saveIndicator(save(null), indicatorsOf(indicator))).toMatchObject([
      { fields: { removed: { to: true } } },
    ]);
    expect(indicatorIn({ ...plan, baselineValue: '1 234,5', targetValue: 'många' })).toMatchObject({
      baselineValue: 1234.5,
      targetValue: Number.NaN,
    });
  });
});
