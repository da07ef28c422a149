import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/basics/refusal.ts';
import { isKey } from '../../src/basics/key.ts';
import { decide } from '../../src/decide.ts';
import { periodKeyOf, periodsOf, standingOf, usualPlans } from '../../src/followup/periodPlan.ts';
import { longestPeriodName, type PeriodPlan, type SavePeriod } from '../../src/followup/savePeriod.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { signed } from '../anyCommand.ts';
import { aPeriod, smallRegion } from '../builders.ts';

const plan: PeriodPlan = {
  title: 'Delår augusti',
  kind: 'interim',
  starts: '2023-01-01',
  ends: '2023-08-31',
  dueOn: null,
  boardMeetingOn: null,
};
const wish = (to: Partial<PeriodPlan> = {}, rest: Partial<SavePeriod> = {}): SavePeriod => ({
  do: 'savePeriod',
  year: 2023,
  roomKey: 'styrelsen',
  periodKey: '2023-delar-augusti',
  was: null,
  to: { ...plan, ...to },
  ...rest,
});
const world = (...periods: ReturnType<typeof aPeriod>[]): World => {
  const tables = smallRegion();
  for (const period of periods) tables.periods.put(period);
  return overlay(tables);
};
const said = (one: SavePeriod, at: World) => decide(signed(one), at);

describe('planning a period', () => {
  it('[F35] makes an open period, once however often it is sent', () => {
    const at = world();
    const changes = said(wish(), at);
    expect(changes).toEqual([{ kind: 'create', list: 'periods', row: aPeriod() }]);
    if (isRefusal(changes)) throw new Error('It was refused');
    for (const change of changes) apply(change, at);
    expect(said(wish(), at)).toEqual([]);
  });

  it.each([
    [{ title: '  ' }, { refused: 'nameMissing', field: 'title' }],
    [{ title: 'x'.repeat(longestPeriodName + 1) }, { refused: 'titleTooLong', field: 'title', limit: 100 }],
    [{ starts: '' }, { refused: 'dayMissing', field: 'starts' }],
    [{ ends: '2023-02-30' }, { refused: 'dayMissing', field: 'ends' }],
    [{ dueOn: 'snart' }, { refused: 'dayMissing', field: 'dueOn' }],
    [{ boardMeetingOn: '' }, { refused: 'dayMissing', field: 'boardMeetingOn' }],
    [{ starts: '2023-09-01' }, { refused: 'endsBeforeStart', field: 'ends' }],
    [{ ends: '2024-01-31' }, { refused: 'endsOtherYear', field: 'ends', limit: 2023 }],
  ])('[F35] %o is refused with the field that it is about', (to, refusal) => {
    expect(said(wish(to), world())).toEqual(refusal);
  });

  it('[F35] may begin in the year before, and on its last day', () => {
    expect(said(wish({ starts: '2022-09-01' }), world())).toHaveLength(1);
    expect(said(wish({ starts: '2023-08-31' }), world())).toHaveLength(1);
  });

  it('[F35] one year has one full year, and a name that another plan has is taken', () => {
    const whole = aPeriod({ key: '2023-helar', kind: 'fullYear', ends: '2023-12-31' });
    const second = wish({ kind: 'fullYear' }, { periodKey: '2023-bokslut' });
    expect(said(second, world(whole))).toEqual({ refused: 'yearTaken', field: 'kind', limit: 2023 });
    expect(said(second, world({ ...whole, removed: true }))).toHaveLength(1);
    expect(said(wish({ ends: '2023-08-30' }), world(aPeriod()))).toEqual({
      refused: 'keyTaken',
      field: 'title',
    });
  });

  it('[F35] changes what was planned field by field; what somebody else has changed meanwhile is told', () => {
    const theirs = world(aPeriod({ dueOn: '2023-09-10' }));
    const mine = wish({ boardMeetingOn: '2023-10-03' }, { was: plan });
    expect(said(mine, theirs)).toEqual([
      {
        kind: 'update',
        list: 'periods',
        key: '2023-delar-augusti',
        fields: { boardMeetingOn: { was: null, to: '2023-10-03' } },
      },
    ]);
    expect(said(wish({ dueOn: '2023-09-01' }, { was: plan }), theirs)).toMatchObject({
      refused: 'changedByBoth',
      clash: { fields: { dueOn: { mine: '2023-09-01', theirs: '2023-09-10' } } },
    });
  });

  it.each(['closing', 'closed'] as const)('[F36] nothing is planned anew once it is %s', (state) => {
    const refusal = said(wish({ dueOn: '2023-09-01' }, { was: plan }), world(aPeriod({ state })));
    expect(refusal).toEqual({ refused: 'periodClosed', field: '' });
  });
});

describe('the periods of a year', () => {
  it('[F45] a key says year and name in the letters of a key, whatever the name is', () => {
    expect(periodKeyOf(2023, 'Delår augusti')).toBe('2023-delar-augusti');
    expect(periodKeyOf(2023, 'Helår')).toBe('2023-helar');
    expect(periodKeyOf(2024, ' Första Kvartalet, “VÅR & Äng” ')).toBe('2024-forsta-kvartalet-var-ang');
    expect(periodKeyOf(2024, '…')).toBe('2024-period');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        expect(isKey(periodKeyOf(2023, title))).toBe(true);
      }),
      { seed: 2023, numRuns: 500 },
    );
  });

  it('[F45] the usual two are offered as far as the year has none of their kind, and are right as they are', () => {
    const none = world();
    expect(usualPlans(none.periods, 2023).map(({ title }) => title)).toEqual(['Delår augusti', 'Helår']);
    for (const to of usualPlans(none.periods, 2023))
      expect(said(wish(to, { periodKey: periodKeyOf(2023, to.title) }), none)).toHaveLength(1);
    const interim = aPeriod({ key: '2023-tertial', title: 'Tertial' });
    expect(usualPlans(world(interim).periods, 2023).map(({ kind }) => kind)).toEqual(['fullYear']);
    expect(usualPlans(world(interim).periods, 2024)).toHaveLength(2);
  });

  it('stand in the order in which they end, those of other years and removed ones left out', () => {
    const whole = aPeriod({ key: 'a', ends: '2023-12-31' });
    const spring = aPeriod({ key: 'b', ends: '2023-04-30' });
    const other = aPeriod({ key: 'c', year: 2022, ends: '2022-12-31' });
    const gone = aPeriod({ key: 'd', removed: true });
    const { periods } = world(whole, spring, other, gone);
    expect(periodsOf(periods, 2023).map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it.each([
    ['2023-08-16', { is: 'open', days: 15 }],
    ['2023-08-17', { is: 'soon', days: 14 }],
    ['2023-08-31', { is: 'soon', days: 0 }],
    ['2023-09-01', { is: 'late', days: -1 }],
  ])('[F44] on %s the period until the last of August is %o', (today, standing) => {
    expect(standingOf(aPeriod(), today)).toEqual(standing);
  });

  it('[F44] the due day counts where there is one, and what is closed is due no more', () => {
    expect(standingOf(aPeriod({ dueOn: '2023-09-20' }), '2023-09-01')).toEqual({ is: 'open', days: 19 });
    expect(standingOf(aPeriod({ state: 'closed' }), '2023-12-01').is).toBe('closed');
    expect(standingOf(aPeriod({ state: 'closing' }), '2023-12-01').is).toBe('closing');
  });
});
