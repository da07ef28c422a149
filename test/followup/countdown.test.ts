import { describe, expect, it } from 'vitest';
import { Table } from '../../src/basics/rows.ts';
import { countdownOf } from '../../src/followup/countdown.ts';
import { type Period, periodIndexes } from '../../src/followup/period.ts';
import { aPeriod } from '../builders.ts';

function told(today: string, ...periods: Period[]) {
  const table = new Table<Period, never>(periodIndexes);
  for (const period of periods) table.put(period);
  const countdown = countdownOf(table, 2023, today);
  return countdown && [countdown.period.key, countdown.days];
}

describe('how long an open period lasts', () => {
  it('[F11] counts the days to the last one, or to the day when it is due', () => {
    expect(told('2023-08-25', aPeriod({}))).toEqual(['2023-delar-augusti', 6]);
    expect(told('2023-08-31', aPeriod({}))).toEqual(['2023-delar-augusti', 0]);
    expect(told('2023-08-25', aPeriod({ dueOn: '2023-09-15' }))).toEqual(['2023-delar-augusti', 21]);
  });

  it('[F11] says nothing of what is closed, not begun, removed, or of another year', () => {
    const others = [
      aPeriod({ state: 'closed' }),
      aPeriod({ state: 'closing' }),
      aPeriod({ starts: '2023-08-26' }),
      aPeriod({ removed: true }),
      aPeriod({ year: 2022 }),
    ];
    for (const other of others) expect(told('2023-08-25', other)).toBeUndefined();
    expect(told('2023-08-25')).toBeUndefined();
  });

  it('[F11] of several open ones tells the one that ends first, and one that is late only when it is alone', () => {
    const wholeYear = aPeriod({ key: 'helar-2023', kind: 'fullYear', ends: '2023-12-31' });
    expect(told('2023-08-25', wholeYear, aPeriod({}))).toEqual(['2023-delar-augusti', 6]);
    expect(told('2023-09-02', wholeYear, aPeriod({}))).toEqual(['helar-2023', 120]);
    expect(told('2023-09-02', aPeriod({}))).toEqual(['2023-delar-augusti', -2]);
  });
});
