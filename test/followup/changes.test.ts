import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/activities/activity.ts';
import type { ListName, Row } from '../../src/basics/change.ts';
import type { Version } from '../../src/basics/version.ts';
import {
  type Changed,
  deedsSince,
  groupOf,
  linesOf,
  roomsChangedSince,
  sinceWhen,
} from '../../src/followup/changes.ts';
import { overviewOf } from '../../src/followup/overview.ts';
import type { Period } from '../../src/followup/period.ts';
import { emptyTables } from '../../src/world.ts';
import {
  aPeriod,
  anActivity,
  anAssignment,
  anna,
  board,
  cleaning,
  kitchen,
  smallRegion,
  travel,
  waste,
} from '../builders.ts';
import { tallied } from './tallied.ts';

const bo = { id: 'b', name: 'Bo Ek' };
const activity = (fields: Partial<Activity> = {}) => anActivity(kitchen, [waste], fields);
const moment = '2023-08-10T00:00:00Z';

/** The day is the version's number in August. */
function history(rows: readonly (readonly [day: number, row: Row, by?: typeof bo])[], first = 1) {
  const versions = rows.map(([day, row, by = anna], n): Version => ({
    number: n + first,
    row,
    by,
    at: `2023-08-${String(day).padStart(2, '0')}T08:00:00Z`,
  }));
  return { versions, skipped: 0, isKept: true };
}

const told = (deeds: readonly Changed[]) =>
  deeds.map(({ deed, by, at }) => `${deed} ${by?.name} ${at.slice(8, 10)}`);
const since = (list: ListName, ...rows: Parameters<typeof history>[0]) =>
  told(deedsSince(list, history(rows), moment));

describe('[F29] what has come to a record since a moment', () => {
  it.each([
    ['before the moment: nothing', [[1, activity()]], []],
    ['made since', [[12, activity()]], ['created Anna Berg 12']],
    [
      'changed since',
      [
        [1, activity()],
        [12, activity({ title: 'Ny' }), bo],
      ],
      ['changed Bo Ek 12'],
    ],
    [
      'finished by one, mended by another: finished by the first',
      [
        [1, activity()],
        [12, activity({ state: 'done' }), bo],
        [13, activity({ state: 'done', title: 'Ny' })],
      ],
      ['finished Bo Ek 12'],
    ],
    [
      'made and finished since: both',
      [
        [11, activity()],
        [12, activity({ state: 'done' }), bo],
      ],
      ['created Anna Berg 11', 'finished Bo Ek 12'],
    ],
    [
      'logged as done already: both',
      [[11, activity({ state: 'done' })]],
      ['created Anna Berg 11', 'finished Anna Berg 11'],
    ],
    [
      'finished and opened again: nothing',
      [
        [1, activity()],
        [12, activity({ state: 'done' })],
        [13, activity()],
      ],
      [],
    ],
    [
      'opened again',
      [
        [1, activity({ state: 'dropped' })],
        [12, activity(), bo],
      ],
      ['reopened Bo Ek 12'],
    ],
    [
      'made and taken back since: nothing',
      [
        [11, activity()],
        [12, activity({ removed: true })],
      ],
      [],
    ],
    [
      'taken back',
      [
        [1, activity()],
        [12, activity({ removed: true }), bo],
      ],
      ['removed Bo Ek 12'],
    ],
    [
      'back after it was taken away: new',
      [
        [1, activity()],
        [2, activity({ removed: true })],
        [12, activity(), bo],
      ],
      ['created Bo Ek 12'],
    ],
  ] as [string, Parameters<typeof history>[0], string[]][])('%s', (_, rows, deeds) => {
    expect(since('activities', ...rows)).toEqual(deeds);
  });

  it('of goals: handed down, taken back, and what was handed down after it was asked for', () => {
    const held = anAssignment(waste, kitchen);
    const asked = anAssignment(waste, kitchen, { state: 'requested' });
    const back = anAssignment(waste, kitchen, { state: 'withdrawn' });
    expect(since('assignments', [12, asked, bo], [13, held])).toEqual(['assigned Anna Berg 13']);
    expect(since('assignments', [1, held], [13, back, bo])).toEqual(['withdrawn Bo Ek 13']);
    expect(since('assignments', [12, held], [13, back])).toEqual(['withdrawn Anna Berg 13']);
    expect(since('assignments', [1, held], [13, { ...held, consultation: 'agreed' } as Row, bo])).toEqual([
      'consulted Bo Ek 13',
    ]);
  });

  it('names the fields that people know', () => {
    const rows: Parameters<typeof history>[0] = [
      [1, activity()],
      [12, activity({ title: 'Ny', responsibleId: bo.id, responsibleName: bo.name })],
    ];
    expect(deedsSince('activities', history(rows), moment)[0]?.fields).toEqual(['title', 'responsibleName']);
  });

  it('claims nothing that the versions do not reach back to', () => {
    const cut = history(
      [
        [12, activity()],
        [13, activity({ state: 'done' }), bo],
      ],
      4,
    );
    expect(told(deedsSince('activities', cut, moment))).toEqual(['changed Bo Ek 13']);
    const only = { ...history([[12, activity({ state: 'done' })]]), isKept: false };
    expect(told(deedsSince('activities', only, moment))).toEqual(['changed Anna Berg 12']);
    expect(deedsSince('activities', { versions: [], skipped: 2, isKept: true }, moment)).toEqual([]);
  });

  it('goals that one person gave one unit on one day are one line, the latest line first', () => {
    const changed = (row: Row, list: ListName, at: string, by = anna): Changed => ({
      list,
      row,
      deed: list === 'activities' ? 'created' : 'assigned',
      by,
      at,
      fields: [],
    });
    const lines = linesOf([
      changed(anAssignment(waste, kitchen), 'assignments', '2023-08-12T08:00:00Z'),
      changed(anAssignment(travel, kitchen), 'assignments', '2023-08-12T09:00:00Z'),
      changed(anAssignment(travel, cleaning), 'assignments', '2023-08-12T09:00:00Z', bo),
      changed(activity({ key: 'a-1' }), 'activities', '2023-08-13T08:00:00Z'),
      changed(activity({ key: 'a-2' }), 'activities', '2023-08-11T08:00:00Z'),
    ]);
    expect(lines.map(({ unitKey, goalKeys, at }) => [unitKey, goalKeys.join(), at.slice(5, 13)])).toEqual([
      ['service-kost', '', '08-13T08'],
      ['service-kost', 'avfall,resor', '08-12T09'],
      ['service-stad', 'resor', '08-12T09'],
      ['service-kost', '', '08-11T08'],
    ]);
    expect(groupOf({ deed: 'assigned' })).toBe('assigned');
    expect(
      ['requested', 'consulted', 'changed', 'removed', 'reopened'].map((deed) =>
        groupOf({ deed } as Changed),
      ),
    ).toEqual(Array.from({ length: 5 }, () => 'other'));
  });
});

describe('[F28] since when, and where', () => {
  const chosen = (...periods: Period[]) => {
    const { periods: table } = emptyTables();
    for (const one of periods) table.put(one);
    return sinceWhen(table, 2023, '2023-08-25', '2023-07-26');
  };

  it('the last closing, else the beginning of the open period, else a month ago', () => {
    const open = aPeriod({ key: 'open' });
    const closed = aPeriod({ key: 'h1', state: 'closed', closedOn: '2023-05-02' });
    const earlier = aPeriod({ key: 'h0', year: 2022, state: 'closed', closedOn: '2023-02-01' });
    expect(chosen(open, earlier, closed)).toBe('2023-05-02');
    expect(chosen(open, earlier)).toBe('2023-02-01');
    expect(chosen(open, aPeriod({ key: 'later', starts: '2023-05-01' }))).toBe('2023-01-01');
    expect(chosen()).toBe('2023-07-26');
    expect(chosen({ ...closed, removed: true }, aPeriod({ key: 'next', year: 2024 }))).toBe('2023-07-26');
    expect(chosen({ ...closed, closedOn: '2024-01-15' })).toBe('2023-07-26');
  });

  it('the rooms whose tallies have moved, by their units too, the latest first', () => {
    const world = tallied(smallRegion(), 2023);
    const put = (unitKey: string, asOf: string) => {
      const tally = world.tallies.get(`2023/${unitKey}`);
      if (tally) world.tallies.put({ ...tally, packed: { ...tally.packed, asOf } });
    };
    for (const key of ['styrelsen', 'service', 'stab', 'service-kost', 'service-stad'])
      put(key, '2023-08-01T08:00:00Z');
    const rooms = () =>
      roomsChangedSince(overviewOf(world, 2023, board), world.tallies, moment).map(({ key }) => key);
    expect(rooms()).toEqual([]);
    put('stab', '2023-08-12T08:00:00Z');
    put('service-kost', '2023-08-13T08:00:00Z');
    expect(rooms()).toEqual(['service', 'stab']);
    put('styrelsen', moment);
    expect(rooms()).toEqual(['service', 'stab', 'styrelsen']);
    put('stab', '');
    expect(rooms()).toEqual(['service', 'styrelsen']);
  });
});
