import { type Fault, isOfRows, type Planner } from './fault.ts';
import { afterwards, cut, instead } from './faultAnswers.ts';
import { throughBatch } from './faultyBatch.ts';
import { openFaultyRows } from './faultyRows.ts';
import { type ScriptedFault, scripted } from './script.ts';
import { type Rates, seeded } from './seeded.ts';

/** Faults by a list, or by the dice. */
export type FaultPlan = { script: readonly ScriptedFault[] } | { seed: number; rates: Rates };

type Send = (request: Request) => Promise<Response>;

export type FaultOptions = {
  /** Waits; a test passes one that does not. */
  sleep?: (ms: number) => Promise<void>;
};

export function plannerOf(plan: FaultPlan): Planner {
  return 'script' in plan ? scripted(plan.script) : seeded(plan.seed, plan.rates);
}

/** The same Graph behind a network, and in a mood, that are not always good. A broken connection is a TypeError. */
export function withFaults(send: Send, plan: FaultPlan, options: FaultOptions = {}): Send {
  const { sleep = realSleep } = options;
  const planner = plannerOf(plan);
  const rows = openFaultyRows();
  const looksAtRows = mayTouchRows(plan);
  return async (request) => {
    const url = new URL(request.url);
    // A browser's question before the call is no call.
    if (request.method === 'OPTIONS') return send(request);
    const path = `${url.pathname}${url.search}`;
    const faults = planner({ method: request.method, path: decoded(path), isMember: false });
    for (const fault of faults) {
      if (fault.kind === 'slow') await sleep(fault.ms);
      if (fault.kind === 'meanwhile') await fault.work();
      const answer = instead(fault, request);
      if (answer) return answer;
    }
    const isBatch = request.method === 'POST' && decoded(url.pathname).endsWith('/$batch');
    const answer = isBatch ? await throughBatch(request, send, planner, rows) : await send(request);
    for (const fault of faults) {
      const other = afterwards(fault, request);
      if (other) return other;
      if (fault.kind === 'cutBody') return cut(answer, fault.ends);
    }
    return looksAtRows && request.method === 'GET' ? withRows(answer, path, faults) : answer;

    async function withRows(given: Response, at: string, met: readonly Fault[]): Promise<Response> {
      if (!given.ok || !given.headers.get('content-type')?.startsWith('application/json')) return given;
      const text = await given.clone().text();
      const body: unknown = JSON.parse(text);
      const changed = rows(at, body, met);
      if (changed === body) return given;
      const headers = new Headers(given.headers);
      headers.delete('Content-Length');
      return new Response(JSON.stringify(changed), { status: given.status, headers });
    }
  };
}

/** Only then are answers read on their way: large pages cost. */
function mayTouchRows(plan: FaultPlan): boolean {
  if ('script' in plan) return plan.script.some(({ fault }) => isOfRows(fault));
  const { replayedRows = 0, reorderedRows = 0, changedPage = 0 } = plan.rates;
  return replayedRows + reorderedRows + changedPage > 0;
}

function decoded(path: string): string {
  return path.replaceAll(/%24/g, '$');
}

function realSleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
