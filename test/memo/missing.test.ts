import { expect, it } from 'vitest';
import { missingIn, standingOf } from '../../src/memo/missing.ts';
import { demoOverview, demoTables, someHeadings } from './facts.ts';

it('[M12] a memo lacks what is empty, and one whole signature will do', () => {
  expect(missingIn(someHeadings())).toEqual(['authorUnit', 'diaryNumber', 'signature']);
  const half = [{ name: 'Karin', title: ' ' }];
  expect(missingIn(someHeadings({ authorUnit: 'Miljö', diaryNumber: 'RS/1', signatories: half }))).toEqual([
    'signature',
  ]);
  const whole = [{ name: 'Karin', title: 'Regiondirektör' }];
  expect(missingIn(someHeadings({ authorUnit: 'Miljö', diaryNumber: 'RS/1', signatories: whole }))).toEqual(
    [],
  );
});

it('[M12] how a goal goes is told by those who hold it', () => {
  const tables = demoTables();
  const { departments, goals } = demoOverview(tables);
  expect(goals.map(({ key }) => standingOf(departments, key).holding)).toEqual(
    goals.map(
      ({ key }) =>
        departments.filter(({ cells }) =>
          cells.some((one) => one.goal.key === key && one.state === 'assigned'),
        ).length,
    ),
  );
  expect(standingOf(departments, 'resor').told).toEqual({ onPlan: 0, atRisk: 0, offPlan: 0 });
});
