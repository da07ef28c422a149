import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoOf } from '../../src/amendments.ts';
import { assignmentKey } from '../../src/assignments/assignment.ts';
import type { Change } from '../../src/basics/change.ts';
import { isRefusal, type Refusal } from '../../src/basics/refusal.ts';
import type { Command, Wish } from '../../src/commands.ts';
import { decide } from '../../src/decide.ts';
import type { ClosePeriod } from '../../src/followup/closePeriod.ts';
import type { Period } from '../../src/followup/period.ts';
import { decideInRoom } from '../../src/roomCommands.ts';
import { apply, overlay, type World } from '../../src/world.ts';
import { at, command, region, signed } from '../anyCommand.ts';
import { anna, aPeriod } from '../builders.ts';

const interim = aPeriod();
const whole = aPeriod({ key: '2023-helar', kind: 'fullYear', ends: '2023-12-31', dueOn: '2024-01-31' });
const other = aPeriod({ key: '2022-helar', kind: 'fullYear', year: 2022, ends: '2022-12-31' });

function world(...periods: readonly Period[]): World {
  const tables = region();
  for (const period of tables.periods.values()) tables.periods.remove(period.key);
  for (const period of [interim, whole, other, ...periods]) tables.periods.put(period);
  return overlay(tables);
}

let keys = 0;
const by = (wish: Wish): Command => ({ ...signed(wish), key: `k-${(keys += 1)}` });

function done(answer: Change[] | Refusal, onto: World): Change[] {
  if (isRefusal(answer)) throw new Error(`Refused: ${answer.refused}`);
  for (const change of answer) apply(change, onto);
  return answer;
}

const step = (to: ClosePeriod['step'], periodKey = interim.key) =>
  by({ do: 'closePeriod', ...at, roomKey: 'styrelsen', periodKey, step: to });
const closedTo = { to: 'closed', url: 'https://x.example/1', checksum: 'ab' } as const;
const closed = { state: 'closed', closedOn: '2023-09-01', snapshotChecksum: 'ab' } as const;

describe('closing a period', () => {
  it('[F36] goes from open by way of closing to closed, with who, when, where and the checksum', () => {
    const onto = world();
    done(decide(step({ to: 'closing' }), onto), onto);
    expect(onto.periods.get(interim.key)?.state).toBe('closing');
    done(decide(step(closedTo), onto), onto);
    expect(onto.periods.get(interim.key)).toMatchObject({
      state: 'closed',
      closedOn: '2023-08-25',
      closedBy: anna,
      snapshotUrl: 'https://x.example/1',
      snapshotChecksum: 'ab',
    });
    // The first one's snapshot stands.
    expect(decide(step({ ...closedTo, url: 'https://x.example/2', checksum: 'cd' }), onto)).toEqual([]);
    expect(decide(step({ to: 'closing' }), onto)).toEqual([]);
    expect(decide(step({ to: 'open' }), onto)).toEqual({ refused: 'periodClosed', field: '' });
  });

  it('[F36] is called off as long as it is not closed, and then begins anew', () => {
    const onto = world();
    done(decide(step({ to: 'closing' }), onto), onto);
    done(decide(step({ to: 'open' }), onto), onto);
    expect(onto.periods.get(interim.key)).toEqual(interim);
    expect(decide(step(closedTo), onto)).toEqual({ refused: 'closingCalledOff', field: '' });
    expect(decide(step({ to: 'open' }), onto)).toEqual([]);
  });

  it('[F36] speaks of a period that is there', () => {
    const refusal = { refused: 'periodUnknown', field: 'periodKey' };
    expect(decide(step({ to: 'closing' }, 'nowhere'), world())).toEqual(refusal);
    expect(decide(step({ to: 'closing' }), world({ ...interim, removed: true }))).toEqual(refusal);
  });

  it('[F36] what is closed is opened by no undo either, and its plan stays', () => {
    const onto = world({ ...interim, state: 'closing' });
    const closing = step(closedTo);
    const changes = done(decide(closing, onto), onto);
    expect(decide(by(undoOf(closing, changes)), onto)).toEqual({ refused: 'periodClosed', field: '' });
    const renamed = { was: 'Delår', to: 'Delår augusti' };
    const undo = { do: 'takeBack', ...at0, of: 'k-0', changes: [updateOf({ title: renamed })] } as const;
    expect(decide(by(undo), onto)).toEqual({ refused: 'periodClosed', field: '' });
  });
});

const at0 = { year: 2023, roomKey: 'styrelsen' };
const updateOf = (fields: Record<string, { was: string; to: string }>) =>
  ({ kind: 'update', list: 'periods', key: interim.key, fields }) as const;

const checkIn = (periodKey: string): Wish => ({
  do: 'addComment',
  commentKey: 'c-1',
  ...at,
  subjectKey: 'a-2',
  unitKey: 'service-stad',
  text: 'Det går bra.',
  checkIn: { periodKey, status: 'onPlan' },
});
const comment: Wish = {
  do: 'addComment',
  commentKey: 'c-2',
  ...at,
  subjectKey: 'a-2',
  unitKey: 'service-stad',
  text: 'Fint.',
};
const measure = (periodKey: string): Wish => ({
  do: 'measure',
  ...at,
  indicatorKey: 'co2',
  periodKey,
  was: null,
  to: { value: 12, comment: null, source: null },
});
const log: Wish = {
  do: 'logActivity',
  activityKey: 'a-9',
  ...at,
  title: 'Sorterar mera',
  goalKeys: ['resor'],
  kind: 'targeted',
  unitKey: 'service-stad',
};
const assign: Wish = { do: 'assignGoal', ...at, goalKey: 'avfall', unitKey: 'service-kost' };
const handOver: Wish = { do: 'handOver', ...at, activityKey: 'a-2', as: 'ab', day: '2023-09-01' };
const rename: Wish = {
  do: 'changeActivity',
  activityKey: 'a-2',
  ...at,
  fields: { title: { was: 'Nya recept', to: 'Nya rutter' } },
};
const refused = (wish: Wish, onto: World) => {
  const answer = decide(by(wish), onto);
  return isRefusal(answer) ? answer.refused : undefined;
};

describe('what a period freezes', () => {
  it('[F33] an open period lets everything through', () => {
    fc.assert(
      fc.property(command, (one) => {
        const answer = decide(one, world());
        if (!isRefusal(answer) || one.do === 'savePeriod' || one.do === 'closePeriod') return;
        expect(['periodClosed', 'periodClosing']).not.toContain(answer.refused);
      }),
      { seed: 2023, numRuns: 500 },
    );
    for (const wish of [checkIn(interim.key), measure(interim.key), log, assign, rename, handOver, comment])
      expect([wish.do, refused(wish, world())]).toEqual([wish.do, undefined]);
  });

  it('[F33] a closed interim report keeps its own check-ins and outcomes, and nothing else', () => {
    const onto = world({ ...interim, ...closed });
    expect(refused(checkIn(interim.key), onto)).toBe('periodClosed');
    expect(refused(measure(interim.key), onto)).toBe('periodClosed');
    for (const wish of [checkIn(whole.key), measure(whole.key), log, assign, rename, handOver, comment])
      expect([wish.do, refused(wish, onto)]).toEqual([wish.do, undefined]);
  });

  it('[F33] a closed full year keeps the assignments and activities of its year too; marks of handing over go on', () => {
    const onto = world({ ...whole, ...closed });
    for (const wish of [checkIn(whole.key), measure(whole.key), log, assign, rename])
      expect([wish.do, refused(wish, onto)]).toEqual([wish.do, 'periodClosed']);
    for (const wish of [checkIn(interim.key), measure(interim.key), handOver, comment])
      expect([wish.do, refused(wish, onto)]).toEqual([wish.do, undefined]);
    const earlier = world({ ...other, ...closed });
    for (const wish of [log, assign, rename]) expect(refused(wish, earlier)).toBeUndefined();
  });

  it('[F33] while it is being closed it is told as that, and a reason does not help', () => {
    const onto = world({ ...interim, state: 'closing' });
    expect(refused(checkIn(interim.key), onto)).toBe('periodClosing');
    expect(refused({ ...checkIn(interim.key), correction: 'Fel' }, onto)).toBe('periodClosing');
  });

  it('[F33] a removed period keeps nothing', () => {
    expect(refused(log, world({ ...whole, ...closed, removed: true }))).toBeUndefined();
  });

  it('[F33] the first frame, which knows a part of the rules, says the same of what is of a room', () => {
    const onto = world({ ...whole, ...closed });
    for (const wish of [log, assign, rename, checkIn(whole.key), checkIn(interim.key), comment]) {
      const one = by(wish);
      expect(decideInRoom(one, onto)).toEqual(decide(one, onto));
    }
  });
});

describe('a correction', () => {
  const year = () => world({ ...whole, ...closed });
  const correction = 'Fel namn i underlaget.';

  it('[F37] is the change and its reason in one save, and twice is once', () => {
    const onto = year();
    const one = by({ ...rename, correction: `  ${correction} ` });
    const changes = done(decide(one, onto), onto);
    expect(changes.map(({ list }) => list)).toEqual(['activities', 'comments']);
    expect(onto.activities.get('a-2')?.title).toBe('Nya rutter');
    expect(onto.comments.get(one.key)).toMatchObject({
      subjectKey: 'a-2',
      periodKey: whole.key,
      shelf: '2023/service',
      status: null,
      text: correction,
      by: anna,
      on: '2023-08-25',
      isCorrection: true,
    });
    expect(decide(one, onto)).toEqual([]);
  });

  it('[F37] cut off between the two, it writes the reason still', () => {
    const onto = year();
    const one = by({ ...rename, correction });
    const [change] = decide(one, onto) as Change[];
    if (change) apply(change, onto);
    expect(done(decide(one, onto), onto)).toMatchObject([{ kind: 'create', list: 'comments' }]);
    expect(decide(one, onto)).toEqual([]);
  });

  it.each([
    ['nothing', '  ', { refused: 'reasonMissing', field: 'correction' }],
    ['too much', 'x'.repeat(4001), { refused: 'commentTooLong', field: 'correction', limit: 4000 }],
  ])('[F37] with %s for a reason is refused beside the reason', (_, text, refusal) => {
    expect(decide(by({ ...rename, correction: text }), year())).toEqual(refusal);
  });

  it('[F37] works for a late check-in, an outcome, an activity and an assignment', () => {
    for (const wish of [checkIn(whole.key), measure(whole.key), log, assign]) {
      const onto = year();
      const changes = done(decide(by({ ...wish, correction }), onto), onto);
      expect(changes.at(-1)).toMatchObject({
        list: 'comments',
        row: { isCorrection: true, text: correction },
      });
      expect(changes.length).toBeGreaterThan(1);
    }
    const onto = year();
    done(decide(by({ ...assign, correction }), onto), onto);
    expect(onto.assignments.get(assignmentKey(2023, 'avfall', 'service-kost'))?.state).toBe('assigned');
  });

  it('[F37] undone is a correction, too: both reasons stay', () => {
    const onto = year();
    const one = by({ ...rename, correction });
    const changes = done(decide(one, onto), onto);
    const undo = by(undoOf(one, changes));
    expect(undo.correction).toBe(correction);
    done(decide(undo, onto), onto);
    expect(onto.activities.get('a-2')?.title).toBe('Nya recept');
    expect([...onto.comments.by('subject', 'a-2')].filter(({ isCorrection }) => isCorrection)).toHaveLength(
      2,
    );
    expect(decide(undo, onto)).toEqual([]);
  });

  it('[F37] where nothing is closed, a reason is not needed and is not written', () => {
    const onto = world();
    expect(done(decide(by({ ...rename, correction }), onto), onto).map(({ list }) => list)).toEqual([
      'activities',
    ]);
  });

  it('[F37] what was made before the closing is taken back with a reason only', () => {
    const open = world();
    const one = by(rename);
    const undo = undoOf(one, done(decide(one, open), open));
    apply(
      { kind: 'update', list: 'periods', key: whole.key, fields: { state: { was: 'open', to: 'closed' } } },
      open,
    );
    expect(refused(undo, open)).toBe('periodClosed');
    expect(decide(by({ ...undo, correction }), open)).toHaveLength(2);
  });
});
