import { afterwards, instead } from '../../standin/graph/faults/faultAnswers.ts';
import type { Planner } from '../../standin/graph/faults/fault.ts';
import { throughBatch } from '../../standin/graph/faults/faultyBatch.ts';
import { openFaultyRows } from '../../standin/graph/faults/faultyRows.ts';

/** What a call is for. */
export type Purpose = 'create' | 'lookUp' | 'other';

export type Sent = {
  /** Calls as the network sees them, by the first purpose of what they carry: a $batch is one. */
  http: Record<Purpose, number>;
  /** The same with the members of each $batch one by one, also of one that never arrived. */
  single: Record<Purpose, number>;
  /** Calls that were made before the time had passed that Graph asked for in an earlier answer. */
  tooEarly: number;
};

type Call = { readonly method: string; readonly url: string };

/** A network on which things go wrong as planned, with each call and with each member of a $batch. */
export function faultyNetwork(
  send: typeof fetch,
  parts: {
    readonly plan: Planner;
    readonly nowMs: () => number;
    /** The list whose new rows are counted. */
    readonly listPath: string;
  },
) {
  const { plan, nowMs, listPath } = parts;
  const rows = openFaultyRows();
  let sent = nothing();
  let silentUntilMs = 0;
  let isFaulty = false;

  const purposeOf = ({ method, url }: Call): Purpose => {
    if (!url.includes(`${listPath}/items`)) return 'other';
    if (method === 'POST') return 'create';
    return method === 'GET' && /fields\/Key(?: |%20|\+)eq/.test(url) ? 'lookUp' : 'other';
  };

  async function note(request: Request, isBatch: boolean): Promise<void> {
    const calls = isBatch ? membersIn(await request.clone().text()) : [request];
    const purposes = calls.map(purposeOf);
    for (const purpose of purposes) sent.single[purpose] += 1;
    const first = (['create', 'lookUp'] as const).find((one) => purposes.includes(one)) ?? 'other';
    sent.http[first] += 1;
    if (nowMs() < silentUntilMs) sent.tooEarly += 1;
  }

  /** A member says by itself how long to wait. */
  async function noteWaits(answer: Response, isBatch: boolean): Promise<void> {
    const waits = [answer.headers.get('Retry-After')];
    if (isBatch && answer.ok) {
      const { responses } = (await answer.clone().json()) as { responses: { headers?: object }[] };
      for (const { headers } of responses) waits.push(String(Reflect.get(headers ?? {}, 'Retry-After')));
    }
    for (const wait of waits) {
      const seconds = Number(wait ?? Number.NaN);
      if (seconds > 0) silentUntilMs = Math.max(silentUntilMs, nowMs() + seconds * 1000);
    }
  }

  async function through(request: Request, isBatch: boolean): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const faults = plan({ method: request.method, path: `${pathname}${search}`, isMember: false });
    for (const fault of faults) {
      const answer = instead(fault, request);
      if (answer) return answer;
    }
    const answer = isBatch ? await throughBatch(request, send, plan, rows) : await send(request);
    for (const fault of faults) {
      const other = afterwards(fault, request);
      if (other) return other;
    }
    return answer;
  }

  const network: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!isFaulty) return send(request);
    const isBatch = decodeURIComponent(request.url).endsWith('/$batch');
    await note(request, isBatch);
    const answer = await through(request, isBatch);
    await noteWaits(answer, isBatch);
    return answer;
  };

  return {
    fetch: network,
    /** From now on; until then everything goes well and nothing is counted. */
    begin() {
      isFaulty = true;
      sent = nothing();
    },
    sent: (): Sent => sent,
  };
}

function nothing(): Sent {
  return {
    http: { create: 0, lookUp: 0, other: 0 },
    single: { create: 0, lookUp: 0, other: 0 },
    tooEarly: 0,
  };
}

function membersIn(body: string): Call[] {
  return (JSON.parse(body) as { requests: Call[] }).requests;
}
