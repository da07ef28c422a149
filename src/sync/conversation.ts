import { GraphFailure } from '../graph/failure.ts';

/** How often the site is read while the tab is open, and how waiting grows between failed tries. */
const readEveryMs = 30_000;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;
/** A timer of more than 24.8 days would fire at once. */
const longestWaitMs = 24 * 60 * 60 * 1000;

export type ConversationParts = {
  /** Runs something after a while; gives back how to call it off. */
  readonly later: (delayMs: number, run: () => void) => () => void;
  readonly hasUnsent: () => boolean;
  /** Sends what can be sent now; throws a GraphFailure when the rest has to wait. */
  readonly sendAll: () => Promise<void>;
  readonly readAll: () => Promise<void>;
  readonly onTrouble: (failure: GraphFailure) => void;
};

export type Conversation = {
  /** Sends what waits, now if nothing forbids it. */
  send(): void;
  /** Reads the site too. */
  read(): void;
  close(): void;
};

/**
 * One talk with the site at a time, so that a reading never overtakes a writing: send what waits, then read, then rest.
 * After a failure it waits longer each time; when Graph has named a time, nothing is said before it, whoever asks.
 */
export function openConversation(parts: ConversationParts): Conversation {
  let isBusy = false;
  let isHeld = false;
  let isClosed = false;
  let wantsRead = false;
  let failures = 0;
  let callOff: () => void = () => undefined;

  async function talk(): Promise<void> {
    if (isBusy || isHeld || isClosed) return;
    isBusy = true;
    callOff();
    let restMs = readEveryMs;
    try {
      while (!isClosed && (wantsRead || parts.hasUnsent())) {
        await parts.sendAll();
        // What is still unsent speaks of places that have not been read yet.
        if (wantsRead || parts.hasUnsent()) {
          wantsRead = false;
          await parts.readAll();
        }
      }
      failures = 0;
    } catch (thrown) {
      restMs = afterFailure(
        thrown instanceof GraphFailure
          ? thrown
          : new GraphFailure('unavailable', String(thrown), { cause: thrown }),
      );
    }
    isBusy = false;
    if (!isClosed) callOff = parts.later(restMs, again);
  }

  function again(): void {
    isHeld = false;
    read();
  }

  function read(): void {
    wantsRead = true;
    void talk();
  }

  /** Gives back how long to wait, in milliseconds. */
  function afterFailure(failure: GraphFailure): number {
    failures += 1;
    isHeld = failure.retryAfterMs > 0;
    parts.onTrouble(failure);
    const grownMs = Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1));
    return Math.min(longestWaitMs, Math.max(failure.retryAfterMs, grownMs));
  }

  return {
    send: () => void talk(),
    read,
    close() {
      isClosed = true;
      callOff();
    },
  };
}
