import { type Member, type Result, sendAll } from '../graph/batch.ts';
import type { Graph } from '../graph/client.ts';
import { GraphFailure, tooManyRows } from '../graph/failure.ts';
import type { Addresses } from './addresses.ts';
import { type Answer, type Ask, listOf } from './asks.ts';
import type { Gathering } from './page.ts';
import { gatheringFor, reading, requestFor } from './requests.ts';

/** An ask on its way: what to send next, and what has come so far. */
type Open = {
  readonly ask: Ask;
  /** Its place among the asks. */
  readonly place: number;
  next: Member;
  readonly gathering: Gathering;
};

/**
 * Asks everything, page by page, each round of pages in as few requests as Graph allows. Graph may do what is asked in
 * any order; answers come in the order of the asks. Throws only when nothing at all was answered.
 */
export async function talkRound(
  graph: Graph,
  asks: readonly Ask[],
  addresses: Addresses,
  now: () => Date,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let open: Open[] = [];
  for (const [place, ask] of asks.entries()) {
    try {
      const next = requestFor(ask, addresses[listOf(ask)]);
      open.push({ ask, place, next, gathering: gatheringFor(ask) });
    } catch (failure) {
      answers[place] = asFailure(failure);
    }
  }
  for (let isFirst = true; open.length > 0; isFirst = false) {
    const going = open;
    const members = going.map(({ next }) => next);
    const results = await sendAll(graph, members, now).catch((failure: unknown) => {
      if (isFirst) throw failure;
      return going.map(() => asFailure(failure));
    });
    open = going.filter((one, n) => {
      const answer = step(one, results[n]);
      if (answer === undefined) return true;
      answers[one.place] = answer;
      return false;
    });
  }
  return answers;
}

/** Takes what came; gives the answer once it is whole. */
function step(one: Open, result: Result | undefined): Answer | undefined {
  if (result === undefined) return new GraphFailure('unavailable', 'No answer came');
  if (result instanceof GraphFailure) return refusal(one.ask, result);
  try {
    const path = one.gathering.add(result.body);
    if (path === undefined) return one.gathering.told();
    one.next = reading(path);
    return undefined;
  } catch (failure) {
    return asFailure(failure);
  }
}

/** Throttling always says how long to wait; a filter that matches too many rows is refused as throttled without it. */
function refusal(ask: Ask, failure: GraphFailure): GraphFailure {
  const isFilter = ask.ask === 'rows' && ask.where !== undefined;
  if (!isFilter || failure.status !== 429 || failure.retryAfterMs > 0) return failure;
  const { status, requestId, message } = failure;
  return new GraphFailure('throttled', message, { status, requestId, code: tooManyRows, cause: failure });
}

function asFailure(failure: unknown): GraphFailure {
  if (failure instanceof GraphFailure) return failure;
  throw failure;
}
