import { GraphFailure } from '../graph/failure.ts';

/** How waiting grows between failed tries. */
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;
/** A timer of more than 24.8 days would fire at once. */
const longestWaitMs = 24 * 60 * 60 * 1000;

export type ConversationParts = {
  /** Runs something after a while; gives back how to call it off. */
  readonly later: (delayMs: number, run: () => void) => () => void;
  /** From 0 to 1: many tabs that failed together must not all come back together. */
  readonly random: () => number;
  /** How long to rest between two readings, milliseconds. */
  readonly readEveryMs: () => number;
  /** A tab that nobody looks at reads nothing. */
  readonly mayRead: () => boolean;
  readonly hasUnsent: () => boolean;
  /** True when something has reached the site since this was last asked: what fails now is not the same failure going on. */
  readonly hasProgress: () => boolean;
  /** Sends what can be sent now; throws a GraphFailure when the rest has to wait. */
  readonly sendAll: () => Promise<void>;
  readonly readAll: () => Promise<void>;
  /** `waitMs`: how long until the next try. */
  readonly onTrouble: (failure: GraphFailure, waitMs: number) => void;
};

export type Conversation = {
  /** Sends what waits, now if nothing forbids it. */
  send(): void;
  /** Reads the site too. */
  read(): void;
  /** Does something besides that the user waits for, between two talks. What it throws is its asker's, and no trouble here. */
  beside(errand: () => Promise<void>): Promise<void>;
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
  /** Somebody wanted to talk while an errand was done. */
  let isMissed = false;
  let errands: (() => Promise<void>)[] = [];
  let failures = 0;
  let callOff: () => void = () => undefined;

  const isReadDue = () => wantsRead && parts.mayRead();

  async function talk(): Promise<void> {
    if (isBusy) isMissed = true;
    if (isBusy || isHeld || isClosed) return;
    isBusy = true;
    callOff();
    let restMs: number | undefined;
    try {
      while (!isClosed && (isReadDue() || parts.hasUnsent())) {
        await parts.sendAll();
        // What is still unsent speaks of places that have not been read yet.
        if (isReadDue() || parts.hasUnsent()) {
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
    // The loop has answered whoever asked meanwhile.
    isMissed = false;
    isBusy = false;
    if (!isClosed) callOff = parts.later(restMs ?? parts.readEveryMs(), again);
    void runErrands();
  }

  async function runErrands(): Promise<void> {
    if (isBusy || errands.length === 0) return;
    isBusy = true;
    // Whoever has one errand after another must not keep what is to be sent waiting: the talk comes back here.
    while (errands.length > 0 && !(isMissed && !isHeld && !isClosed)) {
      const waiting = errands;
      errands = [];
      for (const run of waiting) await run();
    }
    isBusy = false;
    if (!isMissed) return;
    isMissed = false;
    void talk();
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
    failures = parts.hasProgress() ? 1 : failures + 1;
    isHeld = failure.retryAfterMs > 0;
    const grownMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 10));
    // Between half and the whole of it, drawn anew each time.
    const spreadMs = Math.ceil(grownMs * (0.5 + parts.random() / 2));
    const waitMs = Math.min(longestWaitMs, Math.max(failure.retryAfterMs, spreadMs));
    parts.onTrouble(failure, waitMs);
    return waitMs;
  }

  return {
    send: () => void talk(),
    read,
    beside(errand) {
      return new Promise((resolve, reject) => {
        errands.push(() =>
          isClosed
            ? Promise.resolve(reject(new GraphFailure('unavailable', 'The tab is closed')))
            : errand().then(resolve, reject),
        );
        void runErrands();
      });
    },
    close() {
      isClosed = true;
      callOff();
    },
  };
}
