import { type Change, keyOf } from '../basics/change.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Command } from '../commands.ts';
import { decide } from '../decide.ts';
import { type FailureReason, GraphFailure } from '../graph/failure.ts';
import type { Confirmed } from './confirmed.ts';
import { queueOf } from './queue.ts';
import type { Answer, Ask, SyncedSite } from './site.ts';

/** Why a command cannot be sent as it stands, for the user to decide about. */
export type Stuck =
  | { readonly why: 'refused'; readonly refusal: Refusal }
  | { readonly why: 'failed'; readonly reason: FailureReason };

/** How one round of sending ended. */
export type Round = {
  /** Commands of which nothing is left to do. */
  readonly done: readonly Command[];
  readonly stuck: readonly { readonly command: Command; readonly stuck: Stuck }[];
  /** Why the rest has to wait; at the earliest after its `retryAfterMs`. */
  readonly failure: GraphFailure | undefined;
  /** True when there was nothing that could be sent now. */
  readonly isIdle: boolean;
};

/**
 * Records whose last writing had no clear answer, by list and key, with what was said: the row is looked up before
 * anything more is written there.
 */
export type Doubts = Map<string, FailureReason>;

type Member = {
  readonly command: Command;
  readonly change: Change;
  readonly name: string;
  readonly ask: Ask;
};

/** Graph takes at most this many requests in one batch. */
const mostInRound = 20;

/**
 * Sends what can be sent now in one round trip, each record's oldest command first. Every command is decided anew
 * against the newest confirmed records, so that sending twice equals sending once ([S4]) and a key that is already
 * taken leads to a new decision instead of a duplicate.
 */
export async function sendRound(
  pending: Iterable<Command>,
  parts: {
    readonly site: SyncedSite;
    readonly confirmed: Confirmed;
    readonly doubts: Doubts;
    readonly canDecide: (command: Command) => boolean;
    /** Called for each command just before any of it may reach the site. */
    readonly onSending: (command: Command) => void;
  },
): Promise<Round> {
  const { site, confirmed, doubts, canDecide, onSending } = parts;
  const queue = queueOf(confirmed.tables, pending, canDecide, mostInRound);
  const stuck = new Map<Command, Stuck>(
    queue.refused.map(({ command, refusal }) => [command, { why: 'refused', refusal }]),
  );
  const members = queue.ready
    .flatMap(({ command, changes }) => changes.map((change) => memberOf(command, change, confirmed, doubts)))
    .slice(0, mostInRound);
  // What is done is forgotten before anything is written over it: cut off in between, it would after a reload meet words
  // of its own author's.
  if (members.length === 0 || queue.done.length > 0) {
    const isIdle = queue.done.length === 0 && stuck.size === 0;
    return { done: queue.done, stuck: entriesOf(stuck), failure: undefined, isIdle };
  }
  for (const { command } of members) onSending(command);
  let answers: readonly Answer[];
  try {
    answers = await site.talk(members.map(({ ask }) => ask));
  } catch (thrown) {
    if (!(thrown instanceof GraphFailure)) throw thrown;
    answers = members.map(() => thrown);
  }
  let failure: GraphFailure | undefined;
  for (const [n, member] of members.entries()) {
    const ended = takeIn(member, answers[n], confirmed, doubts);
    if (ended instanceof GraphFailure) failure = longerWait(failure, ended);
    else if (ended) stuck.set(member.command, ended);
  }
  // In one step with the answers, so that the screen never shows a command neither waiting nor done ([S5]).
  const sent = new Set(members.map(({ command }) => command));
  const done = [...sent].filter((command) => !stuck.has(command) && isDone(command, confirmed));
  return { done, stuck: entriesOf(stuck), failure, isIdle: false };
}

function memberOf(command: Command, change: Change, confirmed: Confirmed, doubts: Doubts): Member {
  const { list } = change;
  const key = keyOf(change);
  const name = `${list}\n${key}`;
  if (doubts.has(name)) return { command, change, name, ask: { ask: 'find', list, key } };
  if (change.kind === 'create')
    return { command, change, name, ask: { ask: 'create', change, commandKey: command.key } };
  const over = confirmed.find(list, key);
  // A rule changes only rows that are confirmed; were it ever otherwise, looking is safer than writing.
  return { command, change, name, ask: over ? { ask: 'update', change, over } : { ask: 'find', list, key } };
}

/** What one answer means: nothing more to say, the command is stuck, or it has to wait. */
function takeIn(
  { change, name, ask }: Member,
  answer: Answer | undefined,
  confirmed: Confirmed,
  doubts: Doubts,
): Stuck | GraphFailure | undefined {
  if (answer === undefined) return undefined;
  if (answer instanceof GraphFailure) return afterFailure(answer, ask, name, doubts);
  const [stored] = answer.stored;
  const doubt = doubts.get(name);
  doubts.delete(name);
  if (stored) {
    confirmed.put(stored);
    return undefined;
  }
  if (ask.ask !== 'find') return undefined;
  // Looked for and not there: what was refused stays refused, what was unclear is sent again.
  if (change.kind === 'update') {
    confirmed.remove(change.list, change.key);
    return { why: 'failed', reason: 'notFound' };
  }
  return doubt === 'invalid' ? { why: 'failed', reason: 'invalid' } : undefined;
}

function afterFailure(
  failure: GraphFailure,
  ask: Ask,
  name: string,
  doubts: Doubts,
): Stuck | GraphFailure | undefined {
  const { reason, status } = failure;
  if (ask.ask === 'find') {
    return reason === 'forbidden' || reason === 'invalid' ? { why: 'failed', reason } : failure;
  }
  switch (reason) {
    case 'conflict':
      // Somebody else wrote first: look, and decide again.
      doubts.set(name, reason);
      return undefined;
    case 'invalid':
    case 'notFound':
      // A unique key that is taken comes as 400, a row that is gone as 404: the row itself tells.
      if (ask.ask === 'update' && reason === 'invalid') return { why: 'failed', reason };
      if (ask.ask === 'create' && reason === 'notFound') return { why: 'failed', reason };
      doubts.set(name, reason);
      return undefined;
    case 'forbidden':
      return { why: 'failed', reason };
    case 'offline':
      doubts.set(name, reason);
      return failure;
    case 'unavailable':
      // "Try later" has done nothing; any other silence may have.
      if (status !== 503) doubts.set(name, reason);
      return failure;
    case 'throttled':
    case 'signedOut':
      return failure;
  }
}

function isDone(command: Command, confirmed: Confirmed): boolean {
  const left = decide(command, confirmed.tables);
  return Array.isArray(left) && left.length === 0;
}

function longerWait(one: GraphFailure | undefined, other: GraphFailure): GraphFailure {
  return one && one.retryAfterMs >= other.retryAfterMs ? one : other;
}

function entriesOf(stuck: ReadonlyMap<Command, Stuck>) {
  return [...stuck].map(([command, why]) => ({ command, stuck: why }));
}
