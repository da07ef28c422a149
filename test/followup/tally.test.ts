import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import type { Assignment } from '../../src/assignments/assignment.ts';
import type { Comment } from '../../src/followup/comment.ts';
import { coverageOfRoom } from '../../src/followup/coverage.ts';
import { type Packed, tallyKey } from '../../src/followup/tally.ts';
import { tallyOf } from '../../src/followup/tallyOf.ts';
import { lists } from '../../src/lists/lists.ts';
import { departmentsOf } from '../../src/organisation/boards.ts';
import {
  aGoal,
  anActivity,
  anAssignment,
  anna,
  cleaning,
  kitchen,
  regionTables,
  travel,
  waste,
  worldOf,
} from '../builders.ts';

const asOf = '2023-08-25T08:00:00Z';
type Rows = { assignments: Assignment[]; activities: Activity[]; comments: Comment[] };

function aComment(subjectKey: string, fields: Partial<Comment> = {}): Comment {
  return {
    key: 'k-1',
    title: 'Kommentar',
    removed: false,
    subjectKey,
    shelf: '2023/service',
    unitShelf: '2023/service-kost',
    periodKey: null,
    isCorrection: false,
    status: 'onPlan',
    text: null,
    by: anna,
    on: '2023-05-01',
    ...fields,
  };
}

const tally = ({ assignments, activities, comments }: Partial<Rows>) =>
  tallyOf(2023, 'service-kost', {
    assignments: worldOf({ assignments: assignments ?? [] }).assignments,
    activities: activities ?? [],
    comments: comments ?? [],
    asOf,
  });
const packed = (rows: Partial<Rows>) => tally(rows).packed;

describe("a unit's tally", () => {
  it('[F6] of a unit with nothing is empty', () => {
    expect(tallyKey(2023, 'service-kost')).toBe('2023/service-kost');
    expect(tally({})).toEqual({
      key: '2023/service-kost',
      title: '2023/service-kost',
      removed: false,
      year: 2023,
      packed: { goals: {}, counted: 0, ordinary: 0, waiting: 0, sourceCount: 0, asOf },
    });
  });

  it('[F6][F2] what has several goals counts once in totals, and under each of them', () => {
    const both = anActivity(kitchen, [travel, waste]);
    const row = anAssignment(travel, kitchen, { consultation: 'agreed' });
    expect(packed({ assignments: [row], activities: [both] })).toEqual({
      goals: {
        avfall: {
          state: 'none',
          consultation: 'none',
          activities: { 'targeted/ongoing': 1 },
          status: null,
          statusOn: null,
        },
        resor: {
          state: 'assigned',
          consultation: 'agreed',
          activities: { 'targeted/ongoing': 1 },
          status: null,
          statusOn: null,
        },
      },
      counted: 1,
      ordinary: 0,
      waiting: 0,
      sourceCount: 2,
      asOf,
    });
  });

  it('[F6][F3] targeted and enabling count, ordinary by itself, and what is dropped or removed nowhere', () => {
    const activities = [
      anActivity(kitchen, [travel], { key: 'a-1' }),
      anActivity(kitchen, [travel], { key: 'a-2', kind: 'enabling', state: 'done' }),
      anActivity(kitchen, [travel], { key: 'a-3', kind: 'ordinary' }),
      anActivity(kitchen, [travel], { key: 'a-4', state: 'dropped' }),
      anActivity(kitchen, [travel], { key: 'a-5', kind: 'ordinary', state: 'dropped' }),
      anActivity(kitchen, [travel], { key: 'a-6', removed: true }),
    ];
    const assignments = [anAssignment(travel, kitchen)];
    expect(packed({ assignments, activities })).toMatchObject({
      goals: {
        resor: {
          activities: {
            'enabling/done': 1,
            'ordinary/dropped': 1,
            'ordinary/ongoing': 1,
            'targeted/dropped': 1,
            'targeted/ongoing': 1,
          },
        },
      },
      counted: 2,
      ordinary: 1,
      waiting: 0,
      sourceCount: 6,
    });
  });

  it.each(['requested', 'withdrawn'] as const)(
    '[F6][V1] under a goal that is %s everything waits',
    (state) => {
      const activities = [
        anActivity(kitchen, [travel], { key: 'a-1' }),
        anActivity(kitchen, [travel], { key: 'a-2', kind: 'ordinary' }),
        anActivity(kitchen, [travel], { key: 'a-3', state: 'dropped' }),
      ];
      const assignments = [anAssignment(travel, kitchen, { state })];
      expect(packed({ assignments, activities })).toMatchObject({
        goals: { resor: { state } },
        counted: 0,
        ordinary: 0,
        waiting: 2,
      });
    },
  );

  it("[F6] other units' assignments, other years' and removed ones say nothing", () => {
    const assignments = [
      anAssignment(travel, cleaning),
      anAssignment(travel, kitchen, { year: 2022 }),
      anAssignment(waste, kitchen, { removed: true }),
    ];
    expect(packed({ assignments })).toMatchObject({ goals: {}, sourceCount: 0 });
  });

  it('[F6] a status is the latest that was given of the goal’s assignment or activities', () => {
    const assignments = [anAssignment(travel, kitchen)];
    const activities = [anActivity(kitchen, [travel, waste])];
    const statusOf = (...comments: Comment[]) => {
      const { goals } = packed({ assignments, activities, comments });
      return Object.entries(goals).map(([key, goal]) => [key, goal.status, goal.statusOn]);
    };
    const ofGoal = aComment('2023/resor/service-kost', { key: 'k-1', status: 'atRisk', on: '2023-04-01' });
    const ofActivity = aComment('a-1', { key: 'k-2', status: 'offPlan', on: '2023-05-01' });
    expect(statusOf(ofGoal)).toEqual([
      ['avfall', null, null],
      ['resor', 'atRisk', '2023-04-01'],
    ]);
    expect(statusOf(ofActivity, ofGoal)).toEqual([
      ['avfall', 'offPlan', '2023-05-01'],
      ['resor', 'offPlan', '2023-05-01'],
    ]);
    const others = [
      aComment('a-1', { key: 'k-3', status: null }),
      aComment('a-1', { key: 'k-4', removed: true }),
      aComment('a-2', { key: 'k-5' }),
    ];
    expect(statusOf(...others, ofGoal)).toEqual(statusOf(ofGoal));
  });

  it('[F6] the tallies of a department’s units add up to its coverage, in the whole demonstration', () => {
    const world = regionTables();
    const sums = departmentsOf(world.units).map((room) => {
      const units = [...world.units.values()].filter((unit) => unit.departmentKey === room.key);
      const tallies = units.map(
        (unit) =>
          tallyOf(2023, unit.key, {
            assignments: world.assignments,
            activities: [...world.activities.by('unitShelf', tallyKey(2023, unit.key))],
            comments: [],
            asOf,
          }).packed,
      );
      const sum = (name: 'counted' | 'ordinary' | 'waiting') =>
        tallies.reduce((total, one) => total + one[name], 0);
      const { counted, ordinary, waiting } = coverageOfRoom(world, 2023, room);
      expect([sum('counted'), sum('ordinary'), sum('waiting')]).toEqual([counted, ordinary, waiting]);
      return counted;
    });
    expect(sums.reduce((a, b) => a + b)).toBe(10);
  });
});

/** The tally by looking through everything once for each number, word for word as the rules say it. */
function slowTally(rows: Rows): Packed {
  const mine = rows.assignments.filter(
    (row) => row.unitKey === 'service-kost' && row.year === 2023 && !row.removed,
  );
  const there = rows.activities.filter((row) => !row.removed);
  const isHeld = (goal: string) => mine.some((row) => row.goalKey === goal && row.state === 'assigned');
  const waits = (row: Activity) => row.goalKeys.filter(isHeld).length === 0;
  const total = (does: (row: Activity) => boolean) => there.filter(does).length;
  const goals: Record<string, Packed['goals'][string]> = {};
  for (const goal of goalKeys) {
    const assignment = mine.find((row) => row.goalKey === goal);
    const under = there.filter((row) => row.goalKeys.includes(goal));
    if (!assignment && under.length === 0) continue;
    const activities: Record<string, number> = {};
    for (const kind of kinds) {
      for (const state of states) {
        const many = under.filter((row) => row.kind === kind && row.state === state).length;
        if (many > 0) activities[`${kind}/${state}`] = many;
      }
    }
    const said = rows.comments
      .filter(({ removed, status }) => !removed && status !== null)
      .filter(
        ({ subjectKey }) => subjectKey === assignment?.key || under.some((row) => row.key === subjectKey),
      )
      .sort((a, b) => (a.key < b.key ? 1 : -1));
    goals[goal] = {
      state: assignment?.state ?? 'none',
      consultation: assignment?.consultation ?? 'none',
      activities,
      status: said[0]?.status ?? null,
      statusOn: said[0]?.on ?? null,
    };
  }
  return {
    goals,
    counted: total((row) => row.kind !== 'ordinary' && row.state !== 'dropped' && !waits(row)),
    ordinary: total((row) => row.kind === 'ordinary' && row.state !== 'dropped' && !waits(row)),
    waiting: total((row) => row.state !== 'dropped' && waits(row)),
    sourceCount: there.length + mine.length,
    asOf,
  };
}

const goalKeys = ['avfall', 'energi', 'resor'];
const kinds = ['targeted', 'ordinary', 'enabling'] as const;
const states = ['planned', 'ongoing', 'done', 'dropped'] as const;
const rarely = fc.constantFrom(false, false, false, true);
const assignment = fc
  .record({
    goal: fc.constantFrom(...goalKeys),
    unit: fc.constantFrom(kitchen, kitchen, kitchen, cleaning),
    year: fc.constantFrom(2023, 2023, 2022),
    state: fc.constantFrom<Assignment['state']>('assigned', 'assigned', 'requested', 'withdrawn'),
    consultation: fc.constantFrom<Assignment['consultation']>('none', 'agreed', 'discuss'),
    removed: rarely,
  })
  .map(({ goal, unit, ...fields }) => anAssignment(aGoal({ key: goal }), unit, fields));
const activity = fc
  .record({
    goals: fc.array(fc.constantFrom(...goalKeys), { maxLength: 3 }),
    kind: fc.constantFrom(...kinds),
    state: fc.constantFrom(...states),
    removed: rarely,
  })
  .map(({ goals, ...fields }) => ({ ...anActivity(kitchen, [], fields), goalKeys: goals }));
const comment = fc.record({
  subjectKey: fc.constantFrom(
    'a-0',
    'a-1',
    'a-2',
    'a-3',
    ...goalKeys.map((key) => `2023/${key}/service-kost`),
  ),
  status: fc.constantFrom<Comment['status']>('onPlan', 'atRisk', 'offPlan', null),
  on: fc.constantFrom(null, '2023-04-01', '2023-08-25'),
  removed: rarely,
});
const rows: fc.Arbitrary<Rows> = fc
  .record({
    // One row for each key, as the list has it.
    assignments: fc.uniqueArray(assignment, { maxLength: 8, selector: ({ key }) => key }),
    activities: fc.array(activity, { maxLength: 20 }),
    comments: fc.array(comment, { maxLength: 10 }),
  })
  .map(({ assignments, activities, comments }) => ({
    assignments,
    activities: activities.map((row, n) => ({ ...row, key: `a-${n}` })),
    comments: comments.map(({ subjectKey, ...fields }, n) =>
      aComment(subjectKey, { ...fields, key: `k-${n}` }),
    ),
  }));
const shuffled = rows.chain((drawn) =>
  fc.record({
    drawn: fc.constant(drawn),
    again: fc.record({
      assignments: fc.shuffledSubarray(drawn.assignments, { minLength: drawn.assignments.length }),
      activities: fc.shuffledSubarray(drawn.activities, { minLength: drawn.activities.length }),
      comments: fc.shuffledSubarray(drawn.comments, { minLength: drawn.comments.length }),
    }),
  }),
);

describe('counting by property', () => {
  it('[F6] a tally is what a slow and obvious count gives', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        expect(packed(drawn)).toEqual(slowTally(drawn));
      }),
      { seed: 2023, numRuns: 1000 },
    );
  });

  it('[F6] each activity that is not dropped counts in exactly one of the three totals', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const { counted, ordinary, waiting } = packed(drawn);
        const standing = drawn.activities.filter((row) => !row.removed && row.state !== 'dropped');
        expect(counted + ordinary + waiting).toBe(standing.length);
      }),
      { seed: 2023, numRuns: 300 },
    );
  });

  it('[F6] whatever order the rows come in, the tally is the same to the letter', () => {
    fc.assert(
      fc.property(shuffled, ({ drawn, again }) => {
        expect(JSON.stringify(tally(again))).toBe(JSON.stringify(tally(drawn)));
      }),
      { seed: 2023, numRuns: 300 },
    );
  });
});

describe('the packed column', () => {
  const column = lists.tallies.columns.packed;
  const text = (value: Packed) => {
    const written = column.encode(value);
    if (typeof written !== 'string') throw new Error('It is no text');
    return written;
  };

  it('[F6] reads back what was written', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        expect(column.decode(text(packed(drawn)))).toEqual(packed(drawn));
      }),
      { seed: 2023, numRuns: 300 },
    );
  });

  it('[F6] of 20 goals with long names and 500 activities of every sort fits well in a column', () => {
    const goals = Array.from({ length: 20 }, (_, n) => aGoal({ key: `${'m'.repeat(150)}-${n}` }));
    const sorts = kinds.flatMap((kind) => states.map((state) => ({ kind, state })));
    const activities = Array.from({ length: 500 }, (_, n) =>
      anActivity(kitchen, goals, { key: `a-${n}`, ...sorts[n % sorts.length] }),
    );
    const value = packed({
      assignments: goals.map((goal) => anAssignment(goal, kitchen, { consultation: 'discuss' })),
      activities,
      comments: goals.map((goal, n) => aComment(`2023/${goal.key}/service-kost`, { key: `k-${n}` })),
    });
    expect(value).toMatchObject({ counted: 249, ordinary: 126, waiting: 0, sourceCount: 520 });
    // Several lines of text hold 63,999 characters in SharePoint; this is as large as a unit's tally gets.
    expect(text(value).length).toBeLessThan(20_000);
  });
});
