import type { Person } from '../basics/person.ts';
import { type Day, dayOf } from '../basics/day.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { type Command, decide, type Wish } from '../commands.ts';
import { type FailureReason, GraphFailure } from '../graph/failure.ts';
import type { World } from '../world.ts';
import { type Confirmed, emptyConfirmed } from './confirmed.ts';
import { send, type Stuck } from './outbox.ts';
import type { PendingOnDisk } from './pendingOnDisk.ts';
import { pull, type Wanted } from './pull.ts';
import { replay } from './replay.ts';
import type { SyncedSite } from './site.ts';

/** Everything a screen may show, the same object until something changes. */
export type Snapshot = {
  readonly world: World;
  /** `first`: nothing has been read yet; `failed`: and the first reading did not succeed. */
  readonly loading: 'first' | 'ready' | 'failed';
  /** What stands in the way right now; `undefined` when the last call to the site went well. */
  readonly trouble: Trouble | undefined;
  /** How many commands the site has not confirmed yet, stuck ones left out. */
  readonly waiting: number;
  readonly stuck: readonly StuckCommand[];
  /** Keys of records that are shown but not yet on the site. */
  readonly unsent: ReadonlySet<string>;
  /** Rows that could not be read because someone edited them by hand. */
  readonly setAside: number;
  /** False when this device could not keep the latest unsent command on disk. */
  readonly isKept: boolean;
};

export type Trouble = { readonly reason: FailureReason; readonly code: string; readonly requestId: string };
export type StuckCommand = { readonly command: Command; readonly stuck: Stuck };

export type Store = {
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
  /** Signs the wish and keeps it; a refusal means that nothing was stored. */
  dispatch(wish: Wish): Promise<Refusal | undefined>;
  /** Says which room and year must be up to date, and reads them now. */
  show(wanted: Wanted | undefined): void;
  /** Reads the site and sends what waits, now: on focus, on reconnect, on "try again". */
  refresh(): void;
  retry(commandKey: string): void;
  discard(commandKey: string): void;
  close(): void;
};

export type StoreParts = {
  readonly site: SyncedSite;
  /** `undefined` when the browser gives us no storage (private mode): everything works, but a reload loses what is unsent. */
  readonly disk: PendingOnDisk | undefined;
  readonly person: Person;
  readonly now: () => Date;
  readonly newKey: () => string;
  /** Runs something after a while; gives back how to call it off. */
  readonly later: (delayMs: number, run: () => void) => () => void;
};

/** How often the site is read while the tab is open, and how waiting grows between failed tries. */
const pullEveryMs = 30_000;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

/** Opens the store and takes up what was left unsent. */
export async function openStore(parts: StoreParts): Promise<Store> {
  const { site, disk, person, now, newKey, later } = parts;
  const confirmed: Confirmed = emptyConfirmed();
  const listeners = new Set<() => void>();
  const stuck = new Map<string, Stuck>();
  let pending: Command[] = disk ? await disk.read() : [];
  let wanted: Wanted | undefined;
  let facts: Pick<Snapshot, 'loading' | 'trouble' | 'setAside' | 'isKept'> = {
    loading: 'first',
    trouble: undefined,
    setAside: 0,
    isKept: disk !== undefined,
  };
  let shown = snapshotNow();
  let failures = 0;
  let isBusy = false;
  let isHeld = false;
  let isClosed = false;
  let wantsPull = false;
  let callOff: () => void = () => undefined;

  function snapshotNow(): Snapshot {
    const free = pending.filter((command) => !stuck.has(command.key));
    const { world, unsent } = replay(confirmed.tables, free);
    const waiting = free.length;
    const held = pending.flatMap((command) => {
      const why = stuck.get(command.key);
      return why ? [{ command, stuck: why }] : [];
    });
    return { ...facts, world, unsent, waiting, stuck: held };
  }

  function changed(some: Partial<typeof facts> = {}): void {
    facts = { ...facts, ...some };
    shown = snapshotNow();
    for (const listener of listeners) listener();
  }

  /** One conversation with the site at a time, so that a reading never overtakes a writing: send what waits, then read. */
  async function work(): Promise<void> {
    if (isBusy || isHeld || isClosed) return;
    isBusy = true;
    callOff();
    let nextMs = pullEveryMs;
    try {
      while (!isClosed && (wantsPull || firstUnsent())) {
        if (facts.loading === 'ready') await sendAll();
        if (wantsPull) await readAll();
        else if (facts.loading !== 'ready') break;
      }
      failures = 0;
    } catch (failure) {
      nextMs = afterFailure(failure);
    }
    isBusy = false;
    if (!isClosed) callOff = later(nextMs, again);
  }

  function again(): void {
    isHeld = false;
    wantsPull = true;
    void work();
  }

  /** Says what stands in the way, and gives back how long to wait, in milliseconds. */
  function afterFailure(failure: unknown): number {
    failures += 1;
    const known =
      failure instanceof GraphFailure ? failure : new GraphFailure('unavailable', String(failure));
    const { reason, code, requestId, retryAfterMs } = known;
    // When Graph has named a time nothing is sent before it, whoever asks.
    isHeld = retryAfterMs > 0;
    changed({
      trouble: { reason, code, requestId },
      ...(facts.loading === 'first' ? { loading: 'failed' } : {}),
    });
    return Math.max(retryAfterMs, Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)));
  }

  function firstUnsent(): Command | undefined {
    return pending.find((command) => !stuck.has(command.key));
  }

  async function sendAll(): Promise<void> {
    for (let command = firstUnsent(); command && !isClosed; command = firstUnsent()) {
      const sent = await send(command, confirmed, site);
      if (sent.ended === 'later') {
        throw new GraphFailure(sent.reason, 'Not sent yet', { retryAfterMs: sent.retryAfterMs });
      }
      if (sent.ended === 'stuck') stuck.set(command.key, sent.stuck);
      else await forget(command.key);
      changed({ trouble: undefined });
    }
  }

  async function readAll(): Promise<void> {
    wantsPull = false;
    const asked = wanted;
    const setAside = await pull(site, confirmed, asked);
    // The user has gone to another room meanwhile.
    if (asked !== wanted) wantsPull = true;
    changed({ loading: 'ready', trouble: undefined, setAside });
  }

  async function forget(commandKey: string): Promise<void> {
    pending = pending.filter((command) => command.key !== commandKey);
    stuck.delete(commandKey);
    // Still on disk after a failed removal means sent once more after a reload, which changes nothing ([S4]).
    await disk?.remove(commandKey).catch(() => undefined);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    async dispatch(wish) {
      const command = signed(wish, { key: newKey(), by: person, on: dayOf(now()) });
      const answer = decide(command, shown.world);
      if (isRefusal(answer)) return answer;
      if (answer.length === 0) return undefined;
      const isKept = await keep(disk, command);
      pending = [...pending, command];
      changed({ isKept });
      void work();
      return undefined;
    },
    show(next) {
      if (next?.roomKey === wanted?.roomKey && next?.year === wanted?.year && facts.loading !== 'first')
        return;
      wanted = next;
      wantsPull = true;
      void work();
    },
    refresh() {
      wantsPull = true;
      void work();
    },
    retry(commandKey) {
      stuck.delete(commandKey);
      wantsPull = true;
      changed();
      void work();
    },
    discard(commandKey) {
      void forget(commandKey).then(() => changed());
    },
    close() {
      isClosed = true;
      callOff();
    },
  };
}

function signed(wish: Wish, signature: { key: string; by: Person; on: Day }): Command {
  return { ...wish, ...signature };
}

async function keep(disk: PendingOnDisk | undefined, command: Command): Promise<boolean> {
  try {
    await disk?.add(command);
    return disk !== undefined;
  } catch {
    return false;
  }
}
