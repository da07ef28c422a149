import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comment } from '../../src/followup/comment.ts';
import { missingCheckIns } from '../../src/followup/missingCheckIns.ts';
import { overviewOf } from '../../src/followup/overview.ts';
import {
  anAssignment,
  anna,
  aPeriod,
  board,
  kitchen,
  smallRegion,
  staff,
  travel,
  waste,
} from '../builders.ts';
import { tallied } from './tallied.ts';

const autumn = aPeriod({ key: '2023-delar-augusti', starts: '2023-01-01', ends: '2023-08-31' });
const whole = aPeriod({ key: '2023-helar', kind: 'fullYear', starts: '2023-01-01', ends: '2023-12-31' });

function said(subjectKey: string, on: string): Comment {
  const unitKey = subjectKey.split('/').at(-1) ?? '';
  return {
    key: `c-${subjectKey}-${on}`,
    title: 'Läge',
    removed: false,
    subjectKey,
    shelf: '2023/service',
    unitShelf: `2023/${unitKey}`,
    periodKey: autumn.key,
    isCorrection: false,
    status: 'onPlan',
    text: null,
    by: anna,
    on,
  };
}

/** Service holds two goals, Kost in it one, Stab one. */
function missing(comments: readonly Comment[], period = autumn, isCounted = true) {
  const world = smallRegion();
  world.assignments.put(anAssignment(travel, kitchen));
  world.assignments.put(anAssignment(waste, staff));
  for (const one of [autumn, whole]) world.periods.put(one);
  for (const comment of comments) world.comments.put(comment);
  if (isCounted) tallied(world, 2023);
  const found = missingCheckIns(overviewOf(world, 2023, board), period, world.periods);
  return [
    found.missing,
    found.held,
    ...found.departments.map((row) => [
      row.unit.key,
      row.missing,
      row.held,
      row.places.map(({ key }) => key).join(' '),
    ]),
  ];
}

const travelOfService = '2023/resor/service';
const wasteOfService = '2023/avfall/service';
const travelOfKitchen = '2023/resor/service-kost';
const wasteOfStaff = '2023/avfall/stab';

describe('what is missing, department by department', () => {
  it('[F52] is every held goal of which nobody has said anything, in the organisation’s order', () => {
    expect(missing([])).toEqual([4, 4, ['service', 3, 3, 'service service-kost'], ['stab', 1, 1, 'stab']]);
  });

  it('[F52] shrinks with each word, and is gone when all is told', () => {
    const first = [said(wasteOfService, '2023-08-20')];
    expect(missing(first)).toEqual([3, 4, ['service', 2, 3, 'service service-kost'], ['stab', 1, 1, 'stab']]);
    // A unit's word is also one of its department.
    const second = [...first, said(travelOfKitchen, '2023-08-20')];
    expect(missing(second)).toEqual([1, 4, ['stab', 1, 1, 'stab']]);
    expect(missing([...second, said(wasteOfStaff, '2023-08-20')])).toEqual([0, 4]);
  });

  it('[F52] what a department says of itself is not said of its unit', () => {
    const own = [said(travelOfService, '2023-08-20'), said(wasteOfService, '2023-08-20')];
    expect(missing(own)).toEqual([2, 4, ['service', 1, 3, 'service-kost'], ['stab', 1, 1, 'stab']]);
  });

  it('[F52] what was said before the period, or by the last day of an earlier one, is not of it', () => {
    const all = (on: string) =>
      [travelOfService, wasteOfService, travelOfKitchen, wasteOfStaff].map((key) => said(key, on));
    expect(missing(all('2022-12-31'))[0]).toBe(4);
    expect(missing(all('2023-01-01'))[0]).toBe(0);
    expect(missing(all('2023-08-31'), whole)[0]).toBe(4);
    expect(missing(all('2023-09-01'), whole)[0]).toBe(0);
  });

  it('[F52] of what was never counted nothing is known', () => {
    expect(missing([], autumn, false)).toEqual([0, 0]);
  });
});

const subjects = [travelOfService, wasteOfService, travelOfKitchen, wasteOfStaff];

it('[F52] never more is missing than is held, and a further word never makes more of it', () => {
  const words = fc.array(
    fc.tuple(fc.constantFrom(...subjects), fc.constantFrom('2022-11-01', '2023-05-01', '2023-10-01')),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(words, fc.constantFrom(autumn, whole), (all, period) => {
      let before = Infinity;
      for (let n = 0; n <= all.length; n += 1) {
        // In the order of their days, as they are said.
        const first = [...all].sort(([, a], [, b]) => (a < b ? -1 : 1)).slice(0, n);
        const [now, held, ...rows] = missing(
          first.map(([key, on]) => said(key, on)),
          period,
        );
        expect(Number(now)).toBeLessThanOrEqual(Math.min(before, Number(held)));
        expect((rows as unknown as [string, number][]).reduce((sum, [, some]) => sum + some, 0)).toBe(now);
        before = Number(now);
      }
    }),
    { seed: 2023, numRuns: 100 },
  );
});
