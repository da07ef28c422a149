import { describe, expect, it } from 'vitest';
import { longestTitle } from '../../src/activities/activityLine.ts';
import { type LogActivity, logActivity } from '../../src/activities/logActivity.ts';
import { isRefusal } from '../../src/basics/refusal.ts';
import { aGoal, anActivity, anna, kitchen, smallRegion, travel } from '../builders.ts';

const recipes: LogActivity = {
  do: 'logActivity',
  activityKey: '0189e0c4-7f3a-7b1e-8000-1a2b3c4d5e6f',
  year: 2023,
  title: 'Nya recept',
  goalKeys: ['avfall'],
  kind: 'targeted',
  unitKey: 'service-kost',
  roomKey: 'service',
};
const log = (fields: Partial<LogActivity> = {}, world = smallRegion()) =>
  logActivity({ ...recipes, ...fields, by: anna }, world);

function titleOf(title: string): unknown {
  const answer = log({ title });
  return isRefusal(answer) ? answer.refused : answer.map((change) => 'row' in change && change.row.title)[0];
}

describe('logging an activity', () => {
  it('[V3] makes a row with every field, also for a unit that does not hold the goal', () => {
    expect(log()).toEqual([
      {
        kind: 'create',
        list: 'activities',
        row: {
          key: recipes.activityKey,
          title: 'Nya recept',
          removed: false,
          unitKey: 'service-kost',
          shelf: '2023/service',
          unitShelf: '2023/service-kost',
          goalKeys: ['avfall'],
          stageGoalKey: null,
          kind: 'targeted',
          state: 'ongoing',
          responsibleId: anna.id,
          responsibleName: anna.name,
          starts: null,
          due: null,
          expectedEffect: null,
          description: null,
          ideaKey: null,
          continuesKey: null,
          meetingId: null,
          handedOver: null,
          handedOverAs: null,
        },
      },
    ]);
  });

  it.each(['', ' ', '\t\r\n', '\u00a0\u2003\ufeff', '\u0000\u0007'])(
    '[V5] refuses the empty title %j',
    (title) => {
      expect(log({ title })).toEqual({ refused: 'titleMissing', field: 'title' });
    },
  );

  it('[V5] a title is one line: white space and control characters are folded', () => {
    expect(titleOf('  Nya\r\nrecept\t och\u00a0\u0002 mer  ')).toBe('Nya recept och mer');
    expect(titleOf('Å 👩‍🌾 “så”')).toBe('Å 👩‍🌾 “så”');
  });

  it('[V5] 255 characters fit and 256 are refused, counted as they are stored', () => {
    expect(longestTitle).toBe(255);
    expect(titleOf('x'.repeat(255))).toBe('x'.repeat(255));
    expect(titleOf(`  ${'x'.repeat(255)}\n`)).toBe('x'.repeat(255));
    expect(log({ title: 'x'.repeat(256) })).toEqual({ refused: 'titleTooLong', field: 'title', limit: 255 });
    // SharePoint counts an emoji as two.
    expect(titleOf('🌱'.repeat(127))).toBe('🌱'.repeat(127));
    expect(titleOf('🌱'.repeat(128))).toBe('titleTooLong');
  });

  it('[O1] refuses a unit that is unknown, ended or of another department', () => {
    const world = smallRegion();
    world.units.put({ ...kitchen, key: 'service-old', active: false });
    expect(log({ unitKey: 'nowhere' })).toEqual({ refused: 'unitUnknown', field: 'unitKey' });
    expect(log({ unitKey: 'service-old' }, world)).toEqual({ refused: 'unitInactive', field: 'unitKey' });
    expect(log({ unitKey: 'stab' })).toEqual({ refused: 'unitOutside', field: 'unitKey' });
    expect(log({ unitKey: 'service', roomKey: 'service-kost' })).toMatchObject({ refused: 'unitOutside' });
  });

  it('[V6] refuses no goal, an unknown or removed one, one that carries no activities, and one of other years', () => {
    const world = smallRegion();
    world.goals.put(aGoal({ key: 'gone', removed: true }));
    world.goals.put(aGoal({ key: 'measured', isMeasured: true, isCarried: false }));
    world.goals.put(aGoal({ key: 'old', fromYear: 2020, toYear: 2022 }));
    expect(log({ goalKeys: [] })).toEqual({ refused: 'goalMissing', field: 'goalKeys' });
    for (const goalKey of ['nothing', 'gone', 'measured']) {
      const refusal = { refused: 'goalUnknown', field: 'goalKeys' };
      expect(log({ goalKeys: ['avfall', goalKey] }, world)).toEqual(refusal);
    }
    const wrongYear = { refused: 'goalNotThisYear', field: 'goalKeys', limit: 2023 };
    expect(log({ goalKeys: ['old'] }, world)).toEqual(wrongYear);
  });

  it('[V6] a goal that is named twice is kept once', () => {
    expect(log({ goalKeys: ['resor', 'avfall', 'resor'] })).toMatchObject([
      { row: { goalKeys: ['resor', 'avfall'] } },
    ]);
  });

  it('[V4] logging the same line twice is logging it once, also after it was changed or removed', () => {
    const world = smallRegion();
    world.activities.put(anActivity(kitchen, [travel], { key: recipes.activityKey, title: 'Ändrad' }));
    expect(log({}, world)).toEqual([]);
    expect(log({ title: '' }, world)).toEqual([]);
    world.activities.put(anActivity(kitchen, [travel], { key: recipes.activityKey, removed: true }));
    expect(log({}, world)).toEqual([]);
  });

  it.each(['targeted', 'ordinary', 'enabling'] as const)('[V2] keeps the kind %s', (kind) => {
    expect(log({ kind })).toMatchObject([{ row: { kind, state: 'ongoing' } }]);
  });

  it('keeps what is said beyond the line', () => {
    const details = {
      stageGoalKey: 'fossilfri-2030',
      state: 'planned',
      responsible: { id: null, name: 'Någon utanför' },
      starts: '2023-01-01',
      due: '2024-06-30',
      expectedEffect: 'Mindre svinn',
      description: 'Rad ett\nRad två',
    } as const;
    const { responsible, ...same } = details;
    expect(log({ details })).toMatchObject([
      { row: { ...same, responsibleId: null, responsibleName: responsible.name } },
    ]);
    expect(log({ details: { responsible: null } })).toMatchObject([
      { row: { responsibleId: null, responsibleName: null } },
    ]);
  });

  it('[V7] is not due before it starts', () => {
    const refusal = { refused: 'dueBeforeStart', field: 'due' };
    expect(log({ details: { starts: '2023-03-02', due: '2023-03-01' } })).toEqual(refusal);
    expect(log({ details: { starts: '2023-03-01', due: '2023-03-01' } })).toHaveLength(1);
  });

  it.each([
    ['starts', '2022-12-31'],
    ['starts', '0023-09-01'],
    ['due', '2022-12-31'],
  ] as const)('[V11] %s %s is before the year 2023', (field, day) => {
    expect(log({ details: { [field]: day } })).toEqual({ refused: 'dateBeforeYear', field, limit: 2023 });
  });

  it.each([
    ['starts', '2023-01-01'],
    ['due', '2023-01-01'],
    ['due', '2031-12-31'],
  ] as const)('[V11] %s %s is not before the year 2023', (field, day) => {
    expect(log({ details: { [field]: day } })).toHaveLength(1);
  });

  it.each([
    '🌱👩‍🌾 utan kött',
    'مرحبا بالعالم',
    '\u202eabc',
    '<script>alert(1)</script>',
    '=HYPERLINK("x")',
    '+1-1',
    '{{7*7}}',
  ])('[V5] keeps %j letter for letter', (title) => {
    expect(titleOf(title)).toBe(title);
  });

  it('[V5] says of 10,000 characters that they are too many, and keeps them in a description', () => {
    const long = 'å'.repeat(10_000);
    expect(titleOf(long)).toBe('titleTooLong');
    expect(log({ details: { description: long } })).toMatchObject([{ row: { description: long } }]);
  });
});
