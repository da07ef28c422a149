import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeActivity } from '../../src/activities/changeActivity.ts';
import type { Command, Wish } from '../../src/commands.ts';
import { type Confirmed, emptyConfirmed } from '../../src/sync/confirmed.ts';
import type { FailureReason } from '../../src/graph/failure.ts';
import { emptyMarks } from '../../src/sync/marks.ts';
import { type Doubts, sendRound, type Stuck } from '../../src/sync/outbox.ts';
import { pull } from '../../src/sync/pull.ts';
import { type Fault, type ModelSite, modelSite } from '../modelSite.ts';
import { assign, assignment, fillSmallOffice, log, service } from './smallOffice.ts';

let site: ModelSite;
let confirmed: Confirmed;
let doubts: Doubts;

beforeEach(async () => {
  site = modelSite();
  fillSmallOffice(site);
  confirmed = emptyConfirmed();
  doubts = new Map();
  await pullNow();
});

const pullNow = () => pull(site, { confirmed, marks: emptyMarks() }, [service], 0);

type Sent =
  | { ended: 'done' }
  | { ended: 'stuck'; stuck: Stuck }
  | { ended: 'later'; reason: FailureReason; retryAfterMs: number };

/** Rounds until the commands are done, stuck, or told to wait; a site that never lets go is given up. */
async function sendAll(...commands: Command[]): Promise<Sent> {
  let left = commands;
  for (let rounds = 0; rounds < 12; rounds += 1) {
    const round = await sendRound(left, {
      site,
      confirmed,
      doubts,
      canDecide: () => true,
      onSending: () => undefined,
    });
    const [held] = round.stuck;
    if (held) return { ended: 'stuck', stuck: held.stuck };
    if (round.failure) {
      const { reason, retryAfterMs } = round.failure;
      return { ended: 'later', reason, retryAfterMs };
    }
    left = left.filter((command) => !round.done.includes(command));
    if (left.length === 0) return { ended: 'done' };
  }
  return { ended: 'later', reason: 'conflict', retryAfterMs: 0 };
}

const send = (command: Command) => sendAll(command);

const kostHasWaste = '2023/avfall/service-kost';

function signed(wish: Wish, key = 'command-1'): Command {
  return { ...wish, key, by: { id: 'anna', name: 'Anna' }, on: '2023-08-25' };
}

/** The first call of this name fails so; the rest pass. */
function failOnce(name: string, fault: Fault): void {
  let isOver = false;
  site.faultFor = (call) => {
    if (call !== name || isOver) return undefined;
    isOver = true;
    return fault;
  };
}

const activitiesOnSite = () => [...site.rows.values()].filter(({ list }) => list === 'activities');

describe('sending', () => {
  it('writes the row with the command that made it, and takes it in', async () => {
    expect(await send(signed(log('Sopsortering', 'a-1')))).toEqual({ ended: 'done' });
    expect(activitiesOnSite()).toMatchObject([{ row: { title: 'Sopsortering' }, commandKey: 'command-1' }]);
    expect(confirmed.tables.activities.get('a-1')?.title).toBe('Sopsortering');
  });

  it('[S4] sending twice equals sending once', async () => {
    const command = signed(log('Sopsortering', 'a-1'));
    await send(command);
    const calls = site.calls.length;
    expect(await send(command)).toEqual({ ended: 'done' });
    expect(activitiesOnSite()).toHaveLength(1);
    expect(site.calls).toHaveLength(calls);
  });

  it('[S4] sending again from a device that never heard the answer makes no second row', async () => {
    const command = signed(log('Sopsortering', 'a-1'));
    failOnce('create activities', { reason: 'unavailable', isDone: true });
    expect(await send(command)).toMatchObject({ ended: 'later', reason: 'unavailable' });
    expect(await send(command)).toEqual({ ended: 'done' });
    expect(activitiesOnSite()).toHaveLength(1);
  });

  it('[A3] a colleague who assigned the same goal first has done it for us', async () => {
    site.write('assignments', assignment('avfall', 'service-kost', 'service'));
    expect(await send(signed(assign('avfall', 'service-kost')))).toEqual({ ended: 'done' });
    expect(site.rows.get(`assignments\n${kostHasWaste}`)?.commandKey).toBe('somebody-else');
    expect(site.calls.filter((call) => call.startsWith('update'))).toEqual([]);
  });

  it('[A4] a request that came meanwhile is taken in, decided again, and becomes assigned', async () => {
    site.write('assignments', assignment('avfall', 'service-kost', 'service', 'requested'));
    expect(await send(signed(assign('avfall', 'service-kost')))).toEqual({ ended: 'done' });
    expect(site.rows.get(`assignments\n${kostHasWaste}`)?.row).toMatchObject({ state: 'assigned' });
  });

  it('reads again and decides again when the row has a newer version', async () => {
    const requested = assignment('avfall', 'service-kost', 'service', 'requested');
    site.write('assignments', requested);
    await pullNow();
    site.write('assignments', { ...requested, note: 'en kollegas ord' });
    expect(await send(signed(assign('avfall', 'service-kost')))).toEqual({ ended: 'done' });
    expect(site.rows.get(`assignments\n${kostHasWaste}`)?.row).toMatchObject({
      state: 'assigned',
      note: 'en kollegas ord',
    });
  });

  it('stops a command that the newest records no longer allow, with the reason', async () => {
    site.delete('units', 'service-kost');
    await pullNow();
    expect(await send(signed(log('Sopsortering', 'a-1')))).toMatchObject({
      ended: 'stuck',
      stuck: { why: 'refused', refusal: { refused: 'unitUnknown' } },
    });
  });

  it.each<[FailureReason, 'later' | 'stuck']>([
    ['offline', 'later'],
    ['throttled', 'later'],
    ['unavailable', 'later'],
    ['signedOut', 'later'],
    ['forbidden', 'stuck'],
    ['notFound', 'stuck'],
    ['invalid', 'stuck'],
  ])('%s: the command goes %s, and nothing is written', async (reason, ended) => {
    failOnce('create activities', { reason });
    expect(await send(signed(log('Sopsortering', 'a-1')))).toMatchObject({ ended });
    expect(activitiesOnSite()).toEqual([]);
  });

  it('carries the time that Graph asked us to wait', async () => {
    failOnce('create activities', { reason: 'throttled', retryAfterMs: 7000 });
    const sent = await send(signed(log('Sopsortering', 'a-1')));
    expect(sent).toEqual({ ended: 'later', reason: 'throttled', retryAfterMs: 7000 });
  });

  it('does not hold the outbox for a site that answers "conflict" for ever', async () => {
    site.write('assignments', assignment('avfall', 'service-kost', 'service', 'requested'));
    await pullNow();
    site.faultFor = (call) => (call === 'update assignments' ? { reason: 'conflict' } : undefined);
    const sent = await send(signed(assign('avfall', 'service-kost')));
    expect(sent).toMatchObject({ ended: 'later', reason: 'conflict' });
  });

  it('a create that is refused as taken, by nobody we can find, is looked for and then stopped', async () => {
    site.calls.length = 0;
    failOnce('create activities', { reason: 'invalid' });
    await send(signed(log('Sopsortering', 'a-1')));
    expect(site.calls.filter((call) => call.endsWith('activities'))).toEqual([
      'create activities',
      'find activities',
    ]);
  });

  it('[S4] an answer that was lost is looked for before anything is sent again', async () => {
    failOnce('create activities', { reason: 'offline', isDone: true });
    const command = signed(log('Sopsortering', 'a-1'));
    expect(await send(command)).toMatchObject({ ended: 'later', reason: 'offline' });
    site.calls.length = 0;
    expect(await send(command)).toEqual({ ended: 'done' });
    expect(site.calls).toEqual(['talk', 'find activities']);
  });

  it('sends twenty independent records in one round, and handles each answer by itself', async () => {
    const commands = Array.from({ length: 25 }, (_, n) => signed(log(`Rad ${n}`, `a-${n}`), `command-${n}`));
    let n = 0;
    site.faultFor = (call) => {
      if (call !== 'create activities') return undefined;
      n += 1;
      return n === 3 ? { reason: 'forbidden' } : undefined;
    };
    const round = await sendRound(commands, {
      site,
      confirmed,
      doubts,
      canDecide: () => true,
      onSending: () => undefined,
    });
    expect(site.calls.filter((call) => call === 'create activities')).toHaveLength(20);
    expect(round.done).toHaveLength(19);
    expect(round.stuck).toMatchObject([{ stuck: { why: 'failed', reason: 'forbidden' } }]);
    expect(activitiesOnSite()).toHaveLength(19);
  });
});

describe('changing what others may change', () => {
  const change = (fields: ChangeActivity['fields'], key = 'change-1') =>
    signed({ do: 'changeActivity', activityKey: 'a-1', fields, ...service }, key);
  const onSite = () => site.rows.get('activities\na-1')?.row;
  const writeOnSite = (fields: object) => {
    const row = onSite();
    if (row) site.write('activities', { ...row, ...fields });
  };

  beforeEach(async () => {
    await send(signed(log('Sopsortering', 'a-1')));
  });

  it('[S8] a pull between dispatch and sending does not make a stale wish overwrite: the author is asked', async () => {
    const command = change({ title: { was: 'Sopsortering', to: 'Annas' } });
    writeOnSite({ title: 'Bos' });
    // The pull brings a fresh ETag: If-Match alone would now let the write through.
    await pullNow();
    expect(await send(command)).toMatchObject({
      ended: 'stuck',
      stuck: {
        refusal: { refused: 'changedByBoth', clash: { fields: { title: { mine: 'Annas', theirs: 'Bos' } } } },
      },
    });
    expect(onSite()).toMatchObject({ title: 'Bos' });
  });

  it('[S8] the same without a pull: the stale ETag is refused, the row read again, and the author asked', async () => {
    writeOnSite({ title: 'Bos' });
    expect(await send(change({ title: { was: 'Sopsortering', to: 'Annas' } }))).toMatchObject({
      ended: 'stuck',
    });
    expect(onSite()).toMatchObject({ title: 'Bos' });
  });

  it('[S8] fields that only one side changed merge', async () => {
    writeOnSite({ description: 'Bos ord' });
    const command = change({ title: { was: 'Sopsortering', to: 'Annas' } });
    expect(await send(command)).toEqual({ ended: 'done' });
    expect(onSite()).toMatchObject({ title: 'Annas', description: 'Bos ord' });
  });

  it('[S4] my own change whose answer was lost is no conflict', async () => {
    failOnce('update activities', { reason: 'unavailable', isDone: true });
    const command = change({ title: { was: 'Sopsortering', to: 'Annas' } });
    expect(await send(command)).toMatchObject({ ended: 'later' });
    expect(await send(command)).toEqual({ ended: 'done' });
  });

  it('sends two changes of one record one after the other, in their order', async () => {
    const first = change({ title: { was: 'Sopsortering', to: 'Ett' } }, 'change-1');
    const second = change({ title: { was: 'Ett', to: 'Sopsortering' } }, 'change-2');
    expect(await sendAll(first, second)).toEqual({ ended: 'done' });
    expect(site.calls.filter((call) => call === 'update activities')).toHaveLength(2);
    expect(onSite()).toMatchObject({ title: 'Sopsortering' });
  });

  it('stops a change of a row that somebody deleted by hand, with the reason', async () => {
    site.delete('activities', 'a-1');
    expect(await send(change({ title: { was: 'Sopsortering', to: 'Annas' } }))).toEqual({
      ended: 'stuck',
      stuck: { why: 'failed', reason: 'notFound' },
    });
  });

  it('carries a whole round that got no answer as a failure, and doubts each of its writes', async () => {
    failOnce('talk', { reason: 'offline', isDone: true });
    expect(await send(change({ title: { was: 'Sopsortering', to: 'Annas' } }))).toMatchObject({
      reason: 'offline',
    });
    expect(onSite()).toMatchObject({ title: 'Annas' });
    expect(doubts.get('activities\na-1')).toBe('offline');
  });
});

describe('what leans on a command that cannot be decided yet', () => {
  it('waits with it, and is not refused for want of what that one will make', async () => {
    const shelf = { year: 2024, roomKey: 'styrelsen' };
    const above = signed({ ...assign('resor', 'styrelsen'), ...shelf, roomKey: 'regionen' }, 'command-1');
    const below = signed({ ...assign('resor', 'service'), ...shelf }, 'command-2');
    const round = (canDecide: (command: Command) => boolean) =>
      sendRound([above, below], { site, confirmed, doubts, canDecide, onSending: () => undefined });
    expect(await round((command) => command !== above)).toMatchObject({ isIdle: true, stuck: [] });
    expect(await sendAll(above, below)).toEqual({ ended: 'done' });
  });
});
