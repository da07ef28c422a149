import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counts } from '../../src/activities/activity.ts';
import { type CheckInLine, checkInsOf, missingIn } from '../../src/followup/checkIns.ts';
import type { Comment } from '../../src/followup/comment.ts';
import { openPeriods } from '../../src/followup/countdown.ts';
import type { Period } from '../../src/followup/period.ts';
import {
  aGoal,
  anActivity,
  anAssignment,
  anna,
  aPeriod,
  cleaning,
  kitchen,
  service,
  smallRegion,
  travel,
  waste,
  worldOf,
} from '../builders.ts';
import { anyRows, rooms } from './anyRows.ts';

const spring = aPeriod({ key: '2023-delar-april', title: 'Delår april', ends: '2023-04-30' });
const autumn = aPeriod({ key: '2023-delar-augusti', ends: '2023-08-31' });
const whole = aPeriod({ key: '2023-helar', title: 'Helår', kind: 'fullYear', ends: '2023-12-31' });
const travelOfService = '2023/resor/service';

function aComment(fields: Partial<Comment>): Comment {
  return {
    key: 'c-1',
    title: 'Läge',
    removed: false,
    subjectKey: travelOfService,
    shelf: '2023/service',
    unitShelf: '2023/service',
    periodKey: autumn.key,
    isCorrection: false,
    status: 'onPlan',
    text: null,
    by: anna,
    on: '2023-08-20',
    ...fields,
  };
}

function serviceWith(...comments: readonly Comment[]) {
  const world = smallRegion();
  for (const period of [spring, autumn, whole]) world.periods.put(period);
  for (const comment of comments) world.comments.put(comment);
  return world;
}

const told = (period: Period, ...comments: readonly Comment[]) => {
  const [own] = checkInsOf(serviceWith(...comments), 2023, service, period);
  const line = own?.lines.find(({ subjectKey }) => subjectKey === travelOfService);
  return [line?.told?.key, line?.before?.key];
};

describe('what is to be told of in a room', () => {
  it('[F50] is every goal that it holds and what it does: its own first, then each unit’s', () => {
    const world = serviceWith();
    world.assignments.put(anAssignment(travel, kitchen));
    world.assignments.put(anAssignment(waste, kitchen, { state: 'requested' }));
    world.assignments.put(anAssignment(waste, cleaning, { state: 'withdrawn' }));
    world.activities.put(anActivity(service, [waste], { key: 'a-1', title: 'Upphandling' }));
    world.activities.put(anActivity(service, [waste], { key: 'a-2', title: 'Slut', state: 'dropped' }));
    world.activities.put(anActivity(service, [waste], { key: 'a-3', title: 'Borta', removed: true }));
    world.activities.put(anActivity(kitchen, [travel], { key: 'a-4', title: 'Cykla', kind: 'ordinary' }));
    world.activities.put(anActivity(kitchen, [travel], { key: 'a-5', title: 'Klart', state: 'done' }));
    world.activities.put(anActivity(cleaning, [travel], { key: 'a-6', title: 'Väntar' }));
    const groups = checkInsOf(world, 2023, service, autumn);
    expect(groups.map(({ unit, lines }) => [unit.title, lines.map(({ title }) => title)])).toEqual([
      ['Service', ['Målet resor', 'Målet avfall', 'Upphandling']],
      ['Kost', ['Målet resor', 'Klart', 'Cykla']],
      ['Städ', []],
    ]);
    const [ownOfKitchen, ...others] = checkInsOf(world, 2023, kitchen, autumn);
    expect(others).toEqual([]);
    expect(ownOfKitchen?.lines.map(({ subjectKey }) => subjectKey)).toEqual([
      '2023/resor/service-kost',
      'a-5',
      'a-4',
    ]);
  });

  it('[F50] a goal that does not hold that year is not asked about', () => {
    const world = serviceWith();
    world.goals.put(aGoal({ key: 'resor', toYear: 2022, fromYear: 2020 }));
    expect(checkInsOf(world, 2023, service, autumn)[0]?.lines.map(({ title }) => title)).toEqual([
      'Målet avfall',
    ]);
  });

  it('[F51] is told by the latest word of the period, and by none of another', () => {
    const first = aComment({ key: 'c-1', on: '2023-08-20' });
    const second = aComment({ key: 'c-0', on: '2023-08-21' });
    const sameDay = aComment({ key: 'c-2', on: '2023-08-21' });
    expect(told(autumn, first)).toEqual(['c-1', undefined]);
    expect(told(autumn, first, second)).toEqual(['c-0', undefined]);
    expect(told(autumn, first, second, sameDay)).toEqual(['c-2', undefined]);
    expect(told(spring, first)).toEqual([undefined, undefined]);
    expect(told(whole, first)).toEqual([undefined, 'c-1']);
  });

  it('[F51] what was said last comes from the periods that ended before, whenever it was said', () => {
    const inSpring = aComment({ key: 'c-1', periodKey: spring.key, on: '2023-05-02' });
    const inAutumn = aComment({ key: 'c-2', periodKey: autumn.key, on: '2023-05-01' });
    const inWhole = aComment({ key: 'c-3', periodKey: whole.key, on: '2023-06-01' });
    expect(told(autumn, inSpring, inAutumn, inWhole)).toEqual(['c-2', 'c-1']);
    expect(told(whole, inSpring, inAutumn)).toEqual([undefined, 'c-1']);
    expect(told(spring, inAutumn, inWhole)).toEqual([undefined, undefined]);
  });

  it('[F51] mere words, words that were taken back, and those of an unknown period say nothing', () => {
    expect(told(autumn, aComment({ status: null, text: 'Ord' }))).toEqual([undefined, undefined]);
    expect(told(autumn, aComment({ removed: true }))).toEqual([undefined, undefined]);
    expect(told(autumn, aComment({ periodKey: null }))).toEqual([undefined, undefined]);
    expect(told(whole, aComment({ periodKey: '2022-delar' }))).toEqual([undefined, undefined]);
  });
});

it('[F11] the periods to choose among are the open ones that have begun, the one that is due first before the others', () => {
  const world = serviceWith();
  world.periods.put({ ...spring, state: 'closed' });
  expect(openPeriods(world.periods, 2023, '2023-08-25').map(({ period }) => period.key)).toEqual([
    autumn.key,
    whole.key,
  ]);
  expect(openPeriods(world.periods, 2022, '2023-08-25')).toEqual([]);
});

const periods = [spring, autumn, whole];
const words = fc.array(
  fc.record({
    n: fc.nat(40),
    periodKey: fc.constantFrom(...periods.map(({ key }) => key), null),
    status: fc.constantFrom('onPlan' as const, 'atRisk' as const, null),
    on: fc.constantFrom('2023-04-01', '2023-08-20', '2023-12-20'),
    removed: fc.boolean(),
  }),
  { maxLength: 30 },
);

it('[F50] [F51] missing and told are all lines, each once, and no word counts in another period than its own', () => {
  fc.assert(
    fc.property(
      anyRows,
      words,
      fc.constantFrom(...rooms),
      fc.constantFrom(...periods),
      (rows, said, room, period) => {
        const world = worldOf(rows);
        for (const one of periods) world.periods.put(one);
        const subjects = [...rows.assignments, ...rows.activities].map(({ key }) => key);
        said.forEach(({ n, ...fields }, at) => {
          const subjectKey = subjects[n % Math.max(1, subjects.length)] ?? 'nothing';
          world.comments.put(aComment({ key: `c-${at}`, subjectKey, ...fields }));
        });
        const groups = checkInsOf(world, 2023, room, period);
        const lines = groups.flatMap((group) => group.lines);
        const missing = missingIn(lines);
        const isTold = (line: CheckInLine) => line.told !== undefined;
        expect(missing.length + lines.filter(isTold).length).toBe(lines.length);
        expect(new Set(lines.map(({ subjectKey }) => subjectKey)).size).toBe(lines.length);
        const toldIn = lines.flatMap(({ told: now, subjectKey }) => (now ? [{ now, subjectKey }] : []));
        for (const { now, subjectKey } of toldIn)
          expect([now.periodKey, now.subjectKey, now.removed]).toEqual([period.key, subjectKey, false]);
        const earlier = lines.flatMap(({ before }) => (before ? [before.periodKey] : []));
        expect(earlier).not.toContain(period.key);
        for (const line of missing) {
          const own = said.filter((_, at) => world.comments.get(`c-${at}`)?.subjectKey === line.subjectKey);
          const isHere = own.some((one) => one.periodKey === period.key && one.status && !one.removed);
          expect(isHere).toBe(false);
        }
        // What counts in the room's own tally is to be told of there.
        const own = new Set(groups[0]?.lines.map(({ subjectKey }) => subjectKey));
        const counted = [...world.activities.by('unitShelf', `2023/${room.key}`)].filter((activity) =>
          counts(activity, world.assignments),
        );
        expect(counted.filter(({ key }) => !own.has(key))).toEqual([]);
      },
    ),
    { seed: 2023, numRuns: 300 },
  );
});
