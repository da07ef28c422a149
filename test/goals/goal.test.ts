import { describe, expect, it } from 'vitest';
import { holdsIn, inOrder, yearsOf } from '../../src/goals/goal.ts';
import { aGoal, aStageGoal, worldOf } from '../builders.ts';

describe('the years of a goal', () => {
  it('[G1] go from its first to its last, both included', () => {
    const goal = aGoal({ fromYear: 2023, toYear: 2026 });
    expect([2022, 2023, 2025, 2026, 2027].filter((year) => holdsIn(goal, year))).toEqual([2023, 2025, 2026]);
  });

  it('[G1] have no end for a goal until further notice', () => {
    const goal = aGoal({ fromYear: 2023, toYear: null });
    expect([2022, 2023, 2099].filter((year) => holdsIn(goal, year))).toEqual([2023, 2099]);
  });

  it('[G1] are none for a goal that has ended or been removed', () => {
    expect(holdsIn(aGoal({ state: 'ended' }), 2023)).toBe(false);
    expect(holdsIn(aGoal({ removed: true }), 2023)).toBe(false);
  });
});

describe('the years to choose among', () => {
  const years = (thisYear: number, ...spans: [number, number | null][]) => {
    const goals = spans.map(([fromYear, toYear], n) => aGoal({ key: `g${n}`, fromYear, toYear }));
    return yearsOf(worldOf({ goals }).goals, thisYear);
  };

  it('[G2] are those of every goal, and this one, oldest first', () => {
    expect(years(2030, [2025, 2026], [2023, 2025])).toEqual([2023, 2024, 2025, 2026, 2030]);
    expect(years(2023)).toEqual([2023]);
  });

  it('[G2] go on till now for a goal until further notice', () => {
    expect(years(2023, [2020, null])).toEqual([2020, 2021, 2022, 2023]);
    expect(years(2023, [2025, null])).toEqual([2023, 2025]);
  });

  it('[G2] stay few when a goal was edited by hand to end in another millennium', () => {
    expect(years(2023, [2023, 20_260])).toHaveLength(51);
    expect(years(2023, [1, null])).toHaveLength(52);
    expect(years(2023, [2026, 2023])).toEqual([2023]);
  });
});

it("[G3] goals stand in the organisation's order, then by the Swedish alphabet", () => {
  const goals = [
    aGoal({ key: 'o', title: 'Öppna data', order: 1 }),
    aGoal({ key: 'a', title: 'Återbruk', order: 1 }),
    aGoal({ key: 'z', title: 'Zoner', order: 1 }),
    aGoal({ key: 'f', title: 'Först', order: 0 }),
  ];
  expect(inOrder(goals).map(({ key }) => key)).toEqual(['f', 'z', 'a', 'o']);
});

it('stage goals are found by their goal', () => {
  const mine = aStageGoal();
  const { stageGoals } = worldOf({ stageGoals: [mine, aStageGoal({ key: 'other', goalKey: 'energi' })] });
  expect([...stageGoals.by('goal', 'resor')]).toEqual([mine]);
});
