/**
 * Why a call to Graph did not do what was asked; decided from status and code once, here, and never read out
 * of a message text.
 */
export type FailureReason =
  /** No answer came at all. */
  | 'offline'
  /** 429: wait. */
  | 'throttled'
  /** 5xx, or an answer that is not Graph's: it may or may not have been done. */
  | 'unavailable'
  /** 409, 412: someone else wrote. */
  | 'conflict'
  /** 401, or no token could be had. */
  | 'signedOut'
  /** 403. */
  | 'forbidden'
  /** 404, 410. */
  | 'notFound'
  /** Any other 4xx: the request is wrong and will stay wrong. */
  | 'invalid';

/**
 * The code of a failed filter that matches more rows than SharePoint's list view threshold. Graph answers 429 with the
 * code of throttling, yet waiting does not help; our own code tells the two apart.
 */
export const tooManyRows = 'tooManyItems';

export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  readonly reason: FailureReason;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Graph's own error code, for example `itemNotFound`; empty when there was none. */
  readonly code: string;
  /** How long Graph asked us to wait, in milliseconds; 0 when it did not say. */
  readonly retryAfterMs: number;
  /** Graph's request id, for a fault report. */
  readonly requestId: string;

  constructor(
    reason: FailureReason,
    message: string,
    facts: {
      status?: number;
      code?: string;
      retryAfterMs?: number;
      requestId?: string;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: facts.cause });
    this.reason = reason;
    this.status = facts.status ?? 0;
    this.code = facts.code ?? '';
    this.retryAfterMs = facts.retryAfterMs ?? 0;
    this.requestId = facts.requestId ?? '';
  }
}

/** What an answer of this status means. */
export function reasonOf(status: number): FailureReason {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'throttled';
  return status >= 400 && status < 500 ? 'invalid' : 'unavailable';
}

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * `Retry-After` as milliseconds, rounded up to a whole second: seconds, decimal seconds (Graph sends `2.128`)
 * or an HTTP date. 0 when it is missing or unreadable.
 */
export function retryAfterMs(header: string | null, now: Date): number {
  if (header === null) return 0;
  const text = header.trim();
  // Date.parse finds a year in almost any text ("soon 2050"), so the form is checked first.
  const until = httpDate.test(text) ? Date.parse(text) - now.getTime() : 0;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : until / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) * 1000 : 0;
}
