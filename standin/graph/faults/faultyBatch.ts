import * as v from 'valibot';
import type { Fault, Planner } from './fault.ts';
import { failedDependency, memberInstead } from './faultAnswers.ts';
import type { FaultyRows } from './faultyRows.ts';

const batchSchema = v.object({
  requests: v.array(
    v.looseObject({
      id: v.string(),
      method: v.string(),
      url: v.string(),
      dependsOn: v.optional(v.array(v.string())),
    }),
  ),
});
type Member = v.InferOutput<typeof batchSchema>['requests'][number];

const answerSchema = v.object({ responses: v.array(v.looseObject({ id: v.string() })) });

type Send = (request: Request) => Promise<Response>;

/**
 * A $batch whose members meet faults one by one: some never reach Graph, of others the answer is lost. A batch that
 * is none goes on as it came, for Graph to refuse.
 */
export async function throughBatch(
  request: Request,
  send: Send,
  plan: Planner,
  rows: FaultyRows,
): Promise<Response> {
  const text = await request.text();
  const members = membersIn(text);
  if (!members) return send(withBody(request, text));
  const faults = new Map(members.map((member) => [member.id, plan(askedBy(member))]));
  const refused = refusedOf(members, faults);
  for (const one of [...faults.values()].flat()) if (one.kind === 'meanwhile') await one.work();
  const rest = members.filter(({ id }) => !refused.has(id));
  if (rest.length === 0) return Response.json({ responses: [...refused.values()] }, { headers: open });
  const answer = await send(
    rest.length === members.length
      ? withBody(request, text)
      : withBody(request, JSON.stringify({ requests: rest })),
  );
  const parsed = answer.ok ? v.safeParse(answerSchema, await answer.clone().json()) : undefined;
  if (!parsed?.success) return answer;
  const urls = new Map(members.map((member) => [member.id, askedBy(member).path]));
  const responses = parsed.output.responses.map((response) => {
    const met = faults.get(response.id) ?? [];
    const lost = met.find(({ kind }) => kind === 'lost');
    if (lost) return memberInstead(response.id, lost) ?? response;
    return 'body' in response
      ? { ...response, body: rows(urls.get(response.id) ?? '', response['body'], met) }
      : response;
  });
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  return new Response(JSON.stringify({ responses: [...refused.values(), ...responses] }), { headers });
}

const open = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store, no-cache' };

/** Who never reaches Graph: those that are refused, and those that depend on them. */
function refusedOf(members: readonly Member[], faults: ReadonlyMap<string, Fault[]>): Map<string, object> {
  const refused = new Map<string, object>();
  for (const { id, dependsOn = [] } of members) {
    const fault = faults.get(id)?.find(({ kind }) => kind !== 'lost');
    const answer = fault && memberInstead(id, fault);
    if (answer) refused.set(id, answer);
    else if (dependsOn.some((other) => refused.has(other))) refused.set(id, failedDependency(id));
  }
  return refused;
}

function membersIn(text: string): Member[] | undefined {
  try {
    const parsed = v.safeParse(batchSchema, JSON.parse(text));
    if (!parsed.success) return undefined;
    const { requests } = parsed.output;
    const isSound = new Set(requests.map(({ id }) => id)).size === requests.length && requests.length <= 20;
    return isSound ? requests : undefined;
  } catch {
    return undefined; // Graph has its own words for what is no JSON
  }
}

function askedBy({ method, url }: Member) {
  return { method, path: `/v1.0/${url.replace(/^\//, '')}`, isMember: true };
}

function withBody(request: Request, body: string): Request {
  const headers = new Headers(request.headers);
  headers.delete('Content-Length');
  return new Request(request.url, { method: request.method, headers, body });
}
