import { describe, expect, it } from 'vitest';
import type { Wish } from '../../src/commands.ts';
import { deniedBy } from '../../src/panel/denied.ts';
import type { StuckCommand } from '../../src/sync/snapshot.ts';
import { anna } from '../builders.ts';

const place = { year: 2023, roomKey: 'service' };
const log: Wish = {
  do: 'logActivity',
  ...place,
  activityKey: 'a-1',
  title: 'Nya recept',
  goalKeys: ['avfall'],
  kind: 'targeted',
  unitKey: 'service',
};
const assign: Wish = {
  do: 'assignGoal',
  ...place,
  goalKey: 'avfall',
  unitKey: 'service-kost',
  seen: 'none',
};
const stuckBy = (wish: Wish, stuck: StuckCommand['stuck']): StuckCommand => ({
  command: { ...wish, key: 'k-1', by: anna, on: '2023-08-25' },
  stuck,
});
const forbidden = { why: 'failed', reason: 'forbidden' } as const;

describe('what the site does not let one write', () => {
  it('is what was refused as forbidden, and nothing besides', () => {
    expect([...deniedBy([stuckBy(log, forbidden)])]).toEqual(['activities']);
    expect([...deniedBy([stuckBy(assign, forbidden)])]).toEqual(['assignments']);
    expect(deniedBy([stuckBy(log, forbidden), stuckBy(assign, forbidden)]).size).toBe(2);
  });

  it('what is said of an activity goes with activities, and an outcome by itself', () => {
    const say: Wish = {
      do: 'addComment',
      ...place,
      commentKey: 'c-1',
      subjectKey: 'a-1',
      unitKey: 'service',
      text: '',
      checkIn: { periodKey: '2023-delar-augusti', status: 'atRisk' },
    };
    const measure: Wish = {
      do: 'measure',
      ...place,
      indicatorKey: 'co2',
      periodKey: '2023-delar-augusti',
      was: null,
      to: { value: 910, comment: null, source: null },
    };
    expect([...deniedBy([stuckBy(say, forbidden)])]).toEqual(['activities']);
    expect([...deniedBy([stuckBy(measure, forbidden)])]).toEqual(['measurements']);
  });

  it('is the organisation and its goals, for whoever does not own the site', () => {
    const plan = {
      title: 'Kost',
      parentKey: 'service',
      character: 'operational',
      heads: { head: null, acting: null, delegate: null },
      active: true,
      order: 1,
    } as const;
    const rename: Wish = {
      do: 'saveUnit',
      ...place,
      unitKey: 'service-kost',
      level: 'unit',
      was: plan,
      to: { ...plan, title: 'Mat' },
    };
    const remove: Wish = { do: 'saveStageGoal', ...place, stageGoalKey: 'etapp', was: null, to: null };
    expect([...deniedBy([stuckBy(rename, forbidden)])]).toEqual(['organisation']);
    expect([...deniedBy([stuckBy(remove, forbidden)])]).toEqual(['goals']);
  });

  it('is not what failed for another reason, or was refused by a rule', () => {
    const notFound = stuckBy(log, { why: 'failed', reason: 'notFound' });
    const byRule = stuckBy(assign, { why: 'refused', refusal: { refused: 'goalNotHeld', field: 'goalKey' } });
    expect(deniedBy([notFound, byRule])).toEqual(new Set());
    expect(deniedBy([])).toEqual(new Set());
  });

  it('an undoing that is refused tells it of the list that it would have written in', () => {
    const undo: Wish = {
      do: 'takeBack',
      ...place,
      of: 'k-0',
      changes: [
        { kind: 'update', list: 'activities', key: 'a-1', fields: { removed: { was: false, to: true } } },
      ],
    };
    expect([...deniedBy([stuckBy(undo, forbidden)])]).toEqual(['activities']);
  });
});
