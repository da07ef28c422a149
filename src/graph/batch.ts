import * as v from 'valibot';
import { type Answer, accept } from './answer.ts';
import { claimsIn } from './challenge.ts';
import type { Graph } from './client.ts';
import { GraphFailure } from './failure.ts';

/** One request among several. */
export type Member = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** A path as graph-client takes it: without origin and version. */
  readonly url: string;
  /** What a POST or PATCH sends. */
  readonly body?: unknown;
  /** The version that must still stand (If-Match). */
  readonly etag?: string;
};

/** What came of one member. */
export type Result = { readonly body: unknown } | GraphFailure;

/** Graph takes at most this many requests in one batch. */
const mostInBatch = 20;

const batchAnswer = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.optional(v.unknown()),
    }),
  ),
});

/**
 * Sends any number of requests in as few round trips as Graph allows; results come in the order of the members, which
 * Graph may do in any order: a batch in which only some wait for others is refused whole ([C130]). A batch saves round
 * trips, not resource units. Throws when the first round trip got no answer for its members; when a later one gets
 * none, the failure is the result of its members and of those that are then left unsent.
 */
export async function sendAll(graph: Graph, members: readonly Member[], now: () => Date): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < members.length; from += mostInBatch) {
    try {
      const part = members.slice(from, from + mostInBatch);
      const [only] = part;
      // Alone it costs fewer bytes without the envelope.
      const isAlone = only !== undefined && part.length === 1;
      results.push(...(isAlone ? [await sendAlone(graph, only)] : await sendTogether(graph, part, now)));
    } catch (failure) {
      if (from === 0 || !(failure instanceof GraphFailure)) throw failure;
      for (let n = from; n < members.length; n += 1) results[n] = failure;
      break;
    }
  }
  return results;
}

async function sendAlone(graph: Graph, { method, url, body, etag }: Member): Promise<Result> {
  try {
    if (method === 'GET') return { body: await graph.get(url) };
    return { body: await (method === 'POST' ? graph.post(url, body) : graph.patch(url, body, etag)) };
  } catch (failure) {
    // Without a status nobody has answered, which in a batch would have been the whole batch's failure.
    if (failure instanceof GraphFailure && failure.status !== 0) return failure;
    throw failure;
  }
}

async function sendTogether(graph: Graph, members: readonly Member[], now: () => Date): Promise<Result[]> {
  const requests = members.map(requestOf);
  const answers = await answersTo(graph, requests);
  // A challenged member was refused before anything was done, so it may go once more, with a token that answers.
  const challenged = requests.filter(({ id }) => claimsOf(answers.get(id)) !== undefined);
  const claims = claimsOf(answers.get(challenged.at(0)?.id ?? ''));
  let missed: GraphFailure | undefined;
  try {
    if (claims !== undefined)
      for (const [id, answer] of await answersTo(graph, challenged, claims)) answers.set(id, answer);
  } catch (failure) {
    // What the others came to stands.
    if (!(failure instanceof GraphFailure)) throw failure;
    missed = failure;
  }
  return requests.map((request) => {
    const { id } = request;
    if (missed && challenged.includes(request)) return missed;
    const answer = answers.get(id);
    return answer
      ? resultOf(answer, now())
      : new GraphFailure('unavailable', `The batch came back without answer ${id}`);
  });
}

async function answersTo(
  graph: Graph,
  requests: readonly ReturnType<typeof requestOf>[],
  claims?: string,
): Promise<Map<string, Answer>> {
  const body = { requests };
  const sent = claims === undefined ? graph.post('/$batch', body) : graph.post('/$batch', body, claims);
  const answer = v.safeParse(batchAnswer, await sent);
  if (!answer.success)
    throw new GraphFailure('unavailable', 'The batch came back in a form that is not Graph’s');
  return new Map(answer.output.responses.map((one) => [one.id, asAnswer(one.status, one.headers, one.body)]));
}

function claimsOf(answer: Answer | undefined): string | undefined {
  return answer?.status === 401 ? claimsIn(answer.header('WWW-Authenticate')) : undefined;
}

function requestOf({ method, url, body, etag }: Member, place: number) {
  const headers = {
    ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
    ...(etag === undefined ? {} : { 'If-Match': etag }),
  };
  return {
    id: String(place),
    method,
    url,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(method === 'GET' ? {} : { body }),
  };
}

function resultOf(answer: Answer, now: Date): Result {
  try {
    return { body: accept(answer, now) };
  } catch (failure) {
    if (failure instanceof GraphFailure) return failure;
    throw failure;
  }
}

function asAnswer(status: number, headers: Record<string, string>, body: unknown): Answer {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { status, header: (name) => byName.get(name.toLowerCase()) ?? null, body };
}
