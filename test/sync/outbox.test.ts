import { beforeEach, describe, expect, it } from 'vitest';
import type { Command, Wish } from '../../src/commands.ts';
import type { FailureReason } from '../../src/graph/failure.ts';
import { type Confirmed, emptyConfirmed } from '../../src/sync/confirmed.ts';
import { send } from '../../src/sync/outbox.ts';
import { pull } from '../../src/sync/pull.ts';
import { type Fault, type ModelSite, modelSite } from '../modelSite.ts';
import { assign, assignment, fillSmallOffice, log, service } from './smallOffice.ts';

let site: ModelSite;
let confirmed: Confirmed;

beforeEach(async () => {
  site = modelSite();
  fillSmallOffice(site);
  confirmed = emptyConfirmed();
  await pull(site, confirmed, [service]);
});

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
    expect(await send(signed(log('Sopsortering', 'a-1')), confirmed, site)).toEqual({ ended: 'done' });
    expect(activitiesOnSite()).toMatchObject([{ row: { title: 'Sopsortering' }, commandKey: 'command-1' }]);
    expect(confirmed.tables.activities.get('a-1')?.title).toBe('Sopsortering');
  });

  it('[S4] sending twice equals sending once', async () => {
    const command = signed(log('Sopsortering', 'a-1'));
    await send(command, confirmed, site);
    const calls = site.calls.length;
    expect(await send(command, confirmed, site)).toEqual({ ended: 'done' });
    expect(activitiesOnSite()).toHaveLength(1);
    expect(site.calls).toHaveLength(calls);
  });

  it('[S4] sending again from a device that never heard the answer makes no second row', async () => {
    const command = signed(log('Sopsortering', 'a-1'));
    failOnce('create activities', { reason: 'unavailable', isDone: true });
    expect(await send(command, confirmed, site)).toMatchObject({ ended: 'later', reason: 'unavailable' });
    expect(await send(command, confirmed, site)).toEqual({ ended: 'done' });
    expect(activitiesOnSite()).toHaveLength(1);
  });

  it('[A3] a colleague who assigned the same goal first has done it for us', async () => {
    site.write('assignments', assignment('avfall', 'service-kost', 'service'));
    expect(await send(signed(assign('avfall', 'service-kost')), confirmed, site)).toEqual({ ended: 'done' });
    expect(site.rows.get(`assignments\n${kostHasWaste}`)?.commandKey).toBe('somebody-else');
    expect(site.calls.filter((call) => call.startsWith('update'))).toEqual([]);
  });

  it('[A4] a request that came meanwhile is taken in, decided again, and becomes assigned', async () => {
    site.write('assignments', assignment('avfall', 'service-kost', 'service', 'requested'));
    expect(await send(signed(assign('avfall', 'service-kost')), confirmed, site)).toEqual({ ended: 'done' });
    expect(site.rows.get(`assignments\n${kostHasWaste}`)?.row).toMatchObject({ state: 'assigned' });
  });

  it('reads again and decides again when the row has a newer version', async () => {
    const requested = assignment('avfall', 'service-kost', 'service', 'requested');
    site.write('assignments', requested);
    await pull(site, confirmed, [service]);
    site.write('assignments', { ...requested, note: 'en kollegas ord' });
    expect(await send(signed(assign('avfall', 'service-kost')), confirmed, site)).toEqual({ ended: 'done' });
    expect(site.rows.get(`assignments\n${kostHasWaste}`)?.row).toMatchObject({
      state: 'assigned',
      note: 'en kollegas ord',
    });
  });

  it('stops a command that the newest records no longer allow, with the reason', async () => {
    site.delete('units', 'service-kost');
    await pull(site, confirmed, [service]);
    expect(await send(signed(log('Sopsortering', 'a-1')), confirmed, site)).toMatchObject({
      ended: 'stuck',
      stuck: { why: 'refused', refusal: { refused: 'unitUnknown' } },
    });
  });

  it.each<[FailureReason, 'later' | 'stuck']>([
    ['offline', 'later'],
    ['throttled', 'later'],
    ['unavailable', 'later'],
    ['signedOut', 'later'],
    ['conflict', 'later'],
    ['forbidden', 'stuck'],
    ['notFound', 'stuck'],
    ['invalid', 'stuck'],
  ])('%s: the command goes %s, and nothing is written', async (reason, ended) => {
    failOnce('create activities', { reason });
    expect(await send(signed(log('Sopsortering', 'a-1')), confirmed, site)).toMatchObject({ ended });
    expect(activitiesOnSite()).toEqual([]);
  });

  it('carries the time that Graph asked us to wait', async () => {
    failOnce('create activities', { reason: 'throttled', retryAfterMs: 7000 });
    const sent = await send(signed(log('Sopsortering', 'a-1')), confirmed, site);
    expect(sent).toEqual({ ended: 'later', reason: 'throttled', retryAfterMs: 7000 });
  });

  it('does not hold the outbox for a site that answers "conflict" for ever', async () => {
    site.write('assignments', assignment('avfall', 'service-kost', 'service', 'requested'));
    await pull(site, confirmed, [service]);
    site.faultFor = (call) => (call === 'update assignments' ? { reason: 'conflict' } : undefined);
    const sent = await send(signed(assign('avfall', 'service-kost')), confirmed, site);
    expect(sent).toMatchObject({ ended: 'later', reason: 'conflict' });
  });
});
