/** One call as it was answered; a $batch and its members are a call each. */
export type MeteredCall = {
  method: string;
  /** With its query, without the version. */
  path: string;
  status: number;
  units: number;
  /** Of the answer's body, before any compression. */
  bytes: number;
  app: string;
  user: string;
  inBatch: boolean;
};

export type Used = {
  units: number;
  /** As SharePoint counts them: members of a $batch one by one. */
  requests: number;
  /** As the network sees them: a $batch is one. */
  roundTrips: number;
  bytes: number;
  /** Units by app and by person. */
  app: Record<string, number>;
  user: Record<string, number>;
};

export type Meter = {
  note(call: MeteredCall): void;
  /** Since the last reset. */
  used(): Used;
  /** The latest ten thousand. */
  calls(): readonly MeteredCall[];
  reset(): void;
};

const mostCalls = 10_000;

/** Counts what the calls cost, for tests and for the bench. */
export function openMeter(): Meter {
  let calls: MeteredCall[] = [];
  let used = nothing();
  return {
    note(call) {
      calls.push(call);
      if (calls.length >= 2 * mostCalls) calls = calls.slice(-mostCalls);
      used.units += call.units;
      if (call.units > 0) used.requests += 1;
      if (!call.inBatch) {
        used.roundTrips += 1;
        used.bytes += call.bytes;
      }
      used.app[call.app] = (used.app[call.app] ?? 0) + call.units;
      used.user[call.user] = (used.user[call.user] ?? 0) + call.units;
    },
    used: () => structuredClone(used),
    calls: () => calls.slice(-mostCalls),
    reset() {
      calls = [];
      used = nothing();
    },
  };
}

function nothing(): Used {
  return { units: 0, requests: 0, roundTrips: 0, bytes: 0, app: {}, user: {} };
}
