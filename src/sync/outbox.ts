import type { Change } from '../basics/change.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { type Command, decide } from '../commands.ts';
import { type FailureReason, GraphFailure } from '../graph/failure.ts';
import { overlay } from '../world.ts';
import type { Confirmed } from './confirmed.ts';
import type { SyncedSite } from './site.ts';

/** Why a command cannot be sent as it stands, for the user to decide about. */
export type Stuck =
  | { readonly why: 'refused'; readonly refusal: Refusal }
  | { readonly why: 'failed'; readonly reason: FailureReason };

/** How sending one command ended. */
export type Sent =
  | { readonly ended: 'done' }
  | { readonly ended: 'stuck'; readonly stuck: Stuck }
  /** Nothing is wrong with the command: try again, at the earliest after `retryAfterMs`. */
  | { readonly ended: 'later'; readonly reason: FailureReason; readonly retryAfterMs: number };

/** More rounds than any honest race needs; a site that answers "conflict" for ever must not hold the outbox. */
const mostRounds = 12;

/**
 * Sends what the command still wants, one change at a time. The command is decided anew against the newest
 * confirmed records before each write, so that sending twice equals sending once ([S4]) and a key that is
 * already taken leads to a new decision instead of a duplicate.
 */
export async function send(command: Command, confirmed: Confirmed, site: SyncedSite): Promise<Sent> {
  for (let round = 0; round < mostRounds; round += 1) {
    const wanted = decide(command, overlay(confirmed.tables));
    if (isRefusal(wanted)) return stuck({ why: 'refused', refusal: wanted });
    const next = wanted[0];
    if (next === undefined) return { ended: 'done' };
    try {
      confirmed.put(await write(next, command, confirmed, site));
    } catch (failure) {
      const sent = await afterFailure(failure, next, confirmed, site);
      if (sent) return sent;
    }
  }
  return { ended: 'later', reason: 'conflict', retryAfterMs: 0 };
}

async function write(change: Change, command: Command, confirmed: Confirmed, site: SyncedSite) {
  if (change.kind === 'create') return site.create(change, command.key);
  const over = confirmed.find(change.list, change.key);
  if (!over) throw new GraphFailure('notFound', `There is no ${change.list} ${change.key} to change`);
  return site.update(change, over);
}

/** What a failed write means. `undefined`: the newest row has been taken in, decide again. */
async function afterFailure(
  failure: unknown,
  change: Change,
  confirmed: Confirmed,
  site: SyncedSite,
): Promise<Sent | undefined> {
  if (!(failure instanceof GraphFailure)) throw failure;
  const { reason, retryAfterMs } = failure;
  // A unique key that is taken comes as 400, and a lost answer as anything: the row itself tells what happened.
  const mayStandThere = change.kind === 'create' && (reason === 'invalid' || reason === 'conflict');
  if (mayStandThere || reason === 'conflict') {
    const key = change.kind === 'create' ? change.row.key : change.key;
    try {
      const there = await site.find(change.list, key);
      if (there) {
        confirmed.put(there);
        return undefined;
      }
    } catch (lookUp) {
      if (lookUp instanceof GraphFailure) return later(lookUp);
      throw lookUp;
    }
    if (reason === 'conflict') return { ended: 'later', reason, retryAfterMs };
  }
  if (reason === 'forbidden' || reason === 'notFound' || reason === 'invalid')
    return stuck({ why: 'failed', reason });
  return later(failure);
}

function later({ reason, retryAfterMs }: GraphFailure): Sent {
  return { ended: 'later', reason, retryAfterMs };
}

function stuck(why: Stuck): Sent {
  return { ended: 'stuck', stuck: why };
}
