import type { Hono } from 'hono';
import * as v from 'valibot';
import { at, jsonText, textOf } from './answers.ts';
import { badRequest, GraphError, notImplemented } from './errors.ts';
import { bodyOf, optionsOf, type Call, type GraphEnv } from './request.ts';
import type { Tenant } from './tenant.ts';

const most = 20;

const memberSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  method: v.picklist(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  url: v.pipe(v.string(), v.nonEmpty()),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.optional(v.unknown()),
  dependsOn: v.optional(v.array(v.string()), []),
});
const schema = v.object({ requests: v.array(memberSchema) });
type Member = v.InferOutput<typeof memberSchema>;

type Answered = { id: string; status: number; text: string };

export function addBatch(app: Hono<GraphEnv>, tenant: Tenant): void {
  let turn = 0;
  at(app, '/v1.0/$batch', {
    POST: async (call) => {
      optionsOf(call, []);
      if (call.env.caller) throw badRequest('A $batch cannot hold another $batch.');
      const members = membersOf(await bodyOf(call));
      const answered = await answerAll(app, tenant, members, call);
      turn += 1;
      return jsonText(
        `{"responses":[${shuffled(answered, turn)
          .map(({ text }) => text)
          .join(',')}]}`,
      );
    },
  });
}

function membersOf(body: unknown): Member[] {
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw badRequest(`Invalid batch payload format: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
  }
  const members = parsed.output.requests;
  if (members.length > most) {
    throw new GraphError(
      400,
      'MaximumValueExceeded',
      `Number of batch request steps exceeds the maximum value of ${most}.`,
    );
  }
  if (members.length === 0) throw badRequest('Invalid batch payload format: there are no requests.');
  const seen = new Set<string>();
  for (const { id, url, method, body: sent, headers, dependsOn } of members) {
    if (seen.has(id)) throw badRequest(`The request id '${id}' is not unique in the batch.`);
    if (/^[a-z][a-z\d+.-]*:/i.test(url)) throw badRequest(`The url of request '${id}' must be relative.`);
    const write = method !== 'GET' && method !== 'DELETE';
    if ((write && sent === undefined) || (sent !== undefined && contentType(headers) === undefined)) {
      throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
    }
    // Only what stands before can be waited for, so there are no circles.
    const stranger = dependsOn.find((other) => !seen.has(other));
    if (stranger !== undefined)
      throw badRequest(`Request '${id}' depends on '${stranger}', which is not before it.`);
    seen.add(id);
  }
  if (!isOrdered(members)) throw badRequest('Batch should be either fully sequential or fully parallel.');
  return members;
}

/**
 * [C130] Nobody waits; everybody waits for the one before; or everybody waits for the first. As graph-client checks it
 * before sending, for "all wait for the same one": since only an earlier member can be named, that one is the first.
 */
function isOrdered([first, ...others]: readonly Member[]): boolean {
  const isParallel = others.every(({ dependsOn }) => dependsOn.length === 0);
  const waitsFor = ({ dependsOn }: Member, other: Member | undefined) =>
    dependsOn.length === 1 && dependsOn[0] === other?.id;
  const isSerial = others.every((member, n) => waitsFor(member, n === 0 ? first : others[n - 1]));
  return isParallel || isSerial || others.every((member) => waitsFor(member, first));
}

async function answerAll(
  app: Hono<GraphEnv>,
  tenant: Tenant,
  members: Member[],
  call: Call,
): Promise<Answered[]> {
  const failed = new Set<string>();
  const answered: Answered[] = [];
  for (const member of members) {
    const answer = member.dependsOn.some((id) => failed.has(id))
      ? failedDependency(member)
      : await answerOne(app, tenant, member, {
          caller: call.get('caller'),
          // Those that wait for nothing come all at once, and may race with each other.
          arrived: member.dependsOn.length > 0 ? tenant.lists.latest() : call.get('arrived'),
        });
    if (answer.status >= 400) failed.add(member.id);
    answered.push(answer);
  }
  return answered;
}

async function answerOne(
  app: Hono<GraphEnv>,
  tenant: Tenant,
  member: Member,
  inside: Omit<GraphEnv['Bindings'], 'body'>,
): Promise<Answered> {
  const { id, method, url, headers, body } = member;
  let request: Request;
  try {
    request = new Request(`${tenant.origin}/v1.0/${url.replace(/^\//, '')}`, {
      method,
      headers,
      // Files are read as bytes; everything else takes the body as it has been read already.
      ...(method === 'PUT' && body !== undefined ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    throw badRequest(`Request '${id}' has an invalid url or header.`);
  }
  if (body !== undefined && !contentType(headers)?.toLowerCase().startsWith('application/json')) {
    throw notImplemented('members of a $batch with another body than JSON');
  }
  const response = await app.fetch(request, method === 'GET' ? inside : { ...inside, body });
  return written(id, response.status, [...response.headers], await textOf(response));
}

function failedDependency({ id }: Member): Answered {
  const error = { code: 'FailedDependency', message: 'A request that this one depends on has failed.' };
  return written(id, 424, [['content-type', 'application/json']], JSON.stringify({ error }));
}

/** The member's text is JSON already; taking it as it is saves reading and writing large pages twice. */
function written(id: string, status: number, headers: [string, string][], body: string): Answered {
  const named = Object.fromEntries(headers.map(([name, value]) => [canonical(name), value]));
  const head = `"id":${JSON.stringify(id)},"status":${status},"headers":${JSON.stringify(named)}`;
  return { id, status, text: body === '' ? `{${head}}` : `{${head},"body":${body}}` };
}

function canonical(name: string): string {
  if (name === 'odata-version') return 'OData-Version';
  if (name === 'etag') return 'ETag';
  if (name.startsWith('ratelimit-')) return name.replace('ratelimit', 'RateLimit').replace(/-[a-z]/, upper);
  return name.replace(/(^|-)[a-z]/g, upper);
}

function upper(text: string): string {
  return text.toUpperCase();
}

function contentType(headers: Record<string, string>): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
}

/** Any order is allowed, so none may be relied upon; the turn makes it another one each time, and repeatable. */
function shuffled<Thing>(things: Thing[], turn: number): Thing[] {
  const mixed = [...things];
  let seed = turn * 2_654_435_761;
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const other = seed % (last + 1);
    const [a, b] = [mixed[last], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}
