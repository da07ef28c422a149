/** What can go wrong between a client and Graph. */
export type Fault =
  /** 429 before anything is done. */
  | { kind: 'throttled'; retryAfterSeconds?: number }
  /** 503 before anything is done. */
  | { kind: 'unavailable'; retryAfterSeconds?: number }
  /** 504 before anything is done. */
  | { kind: 'gatewayTimeout' }
  /** 412 before anything is done, whatever the eTag. */
  | { kind: 'preconditionFailed' }
  /** A network that wants to be signed in to: 200 with a page of its own. */
  | { kind: 'captivePortal' }
  /** The connection breaks before anything is done. */
  | { kind: 'reset' }
  /** There is no network. */
  | { kind: 'offline' }
  /** It was done, and nobody is told so. */
  | { kind: 'lost'; instead: 'gatewayTimeout' | 'throttled' | 'reset' }
  /** Half of the answer: as if that were all, or with the connection broken. */
  | { kind: 'cutBody'; ends: 'quietly' | 'abruptly' }
  | { kind: 'slow'; ms: number }
  /** Rows that were told before come once more, ahead of the new. */
  | { kind: 'replayedRows' }
  | { kind: 'reorderedRows' }
  /** The list changed between two pages: a row comes twice, or is stepped over. */
  | { kind: 'changedPage'; how: 'repeats' | 'skips' }
  /** Somebody else does something just before the call is answered. */
  | { kind: 'meanwhile'; work: () => Promise<unknown> };

export type FaultKind = Fault['kind'];

/** One call as a plan sees it; a member of a $batch is a call too. */
export type Asked = {
  method: string;
  /** With its query, from /v1.0 on. */
  path: string;
  isMember: boolean;
};

/** Which faults a call is to meet, asked once for each call, in the order they come. */
export type Planner = (asked: Asked) => Fault[];

const ofConnection = new Set<FaultKind>(['captivePortal', 'reset', 'offline', 'cutBody', 'slow']);
const ofRows = new Set<FaultKind>(['replayedRows', 'reorderedRows', 'changedPage']);

/** Whether a fault can happen to this call: a member has no connection of its own, and a write has no pages. */
export function fits(fault: Fault, { method, path, isMember }: Asked): boolean {
  const { kind } = fault;
  if (isMember && (ofConnection.has(kind) || (kind === 'lost' && fault.instead === 'reset'))) return false;
  if (kind === 'preconditionFailed') return method === 'PATCH' || method === 'PUT' || method === 'DELETE';
  if (!ofRows.has(kind)) return true;
  if (method !== 'GET') return false;
  return kind === 'changedPage' ? /[?&](?:\$skip)?token=/.test(path) : /\/delta\b/.test(path);
}

export function isOfRows(fault: Fault): boolean {
  return ofRows.has(fault.kind);
}

/** What a client sees of a connection that is gone: its `fetch` rejects with a TypeError. */
export class ConnectionLost extends TypeError {
  constructor() {
    super('fetch failed: the connection was lost');
    this.name = 'ConnectionLost';
  }
}
