import type { ListName } from '../basics/change.ts';
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
  readonly list: ListName;
  /** Its place among the asks. */
  readonly place: number;
  next: Member;
  gathering: Gathering;
};

/**
 * Asks everything, page by page, each round of pages in as few requests as Graph allows. Answers come in the order of
 * the asks. Throws only when nothing at all was answered.
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
      open.push({ place, ...begun(ask, addresses) });
    } catch (failure) {
      answers[place] = asFailure(failure);
    }
  }
  for (let isFirst = true; open.length > 0; isFirst = false) {
    const going = inOrder(open.filter((one) => isFirst || !waits(one, open)));
    const results = await sendAll(graph, going.map(withDependencies), now).catch((failure: unknown) => {
      if (isFirst) throw failure;
      return going.map(() => asFailure(failure));
    });
    const isOver = new Set<Open>();
    for (const [n, one] of going.entries()) {
      const answer = step(one, results[n]);
      if (answer === undefined) continue;
      answers[one.place] = answer;
      isOver.add(one);
    }
    open = restarted(open, isOver, addresses);
  }
  return answers;
}

function begun(ask: Ask, addresses: Addresses): Omit<Open, 'place'> {
  const list = listOf(ask);
  return { ask, list, next: requestFor(ask, addresses[list]), gathering: gatheringFor(ask) };
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

/**
 * A token must not be newer than the rows that are read with it, so rows go after the changes of their list. Where those
 * have further pages, and their token comes only with the last one, the rows are read anew after it.
 */
function restarted(open: readonly Open[], isOver: ReadonlySet<Open>, addresses: Addresses): Open[] {
  const left = open.filter((one) => !isOver.has(one));
  const early = [...isOver].filter((one) => one.ask.ask === 'rows' && waits(one, left));
  for (const one of [...left, ...early]) {
    if (one.ask.ask === 'rows' && waits(one, left)) Object.assign(one, begun(one.ask, addresses));
  }
  return [...left, ...early];
}

function waits({ ask, list }: Open, open: readonly Open[]): boolean {
  return ask.ask === 'rows' && open.some((other) => isChangesOf(other, list));
}

function isChangesOf({ ask, list }: Open, wanted: ListName): boolean {
  return ask.ask === 'changes' && list === wanted;
}

/** Changes first: what depends on them must stand behind them. */
function inOrder(open: readonly Open[]): Open[] {
  return [
    ...open.filter(({ ask }) => ask.ask === 'changes'),
    ...open.filter(({ ask }) => ask.ask !== 'changes'),
  ];
}

function withDependencies({ ask, list, next }: Open, _: number, going: readonly Open[]): Member {
  if (ask.ask !== 'rows') return next;
  const dependsOn = going.flatMap((other, n) => (isChangesOf(other, list) ? [n] : []));
  return dependsOn.length === 0 ? next : { ...next, dependsOn };
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
