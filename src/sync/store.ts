import { dayOf } from '../basics/day.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { type Command, decide, type Wish } from '../commands.ts';
import { type FailureReason, GraphFailure } from '../graph/failure.ts';
import type { World } from '../world.ts';
import { emptyConfirmed } from './confirmed.ts';
import type { ConfirmedOnDisk } from './confirmedOnDisk.ts';
import { openConversation } from './conversation.ts';
import { send, type Stuck } from './outbox.ts';
import type { PendingOnDisk } from './pendingOnDisk.ts';
import { isRead, type Place, placesOf, pull } from './pull.ts';
import { replay } from './replay.ts';
import type { SyncedSite } from './site.ts';

/** Everything a screen may show, the same object until something changes. */
export type Snapshot = {
  readonly world: World;
  /** Of the place that is shown. `first`: not read yet; `failed`: and the reading did not succeed. */
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
  show(place: Place | undefined): void;
  /** Reads the site and sends what waits, now: on focus, on reconnect, on "try again". */
  refresh(): void;
  retry(commandKey: string): void;
  discard(commandKey: string): void;
  close(): void;
};

/** What lies on this device, for this user. */
export type Disk = { readonly pending: PendingOnDisk; readonly confirmed: ConfirmedOnDisk };

export type StoreParts = {
  readonly site: SyncedSite;
  /** `undefined` when the browser gives us no storage (private mode): everything works, but a reload loses what is unsent. */
  readonly disk: Disk | undefined;
  readonly person: Person;
  readonly now: () => Date;
  readonly newKey: () => string;
  /** Runs something after a while; gives back how to call it off. */
  readonly later: (delayMs: number, run: () => void) => () => void;
};

/** Opens the store with what lies on the device, before anything is asked of the site. */
export async function openStore(parts: StoreParts): Promise<Store> {
  const { site, disk, person, now, newKey, later } = parts;
  const confirmed = emptyConfirmed();
  const listeners = new Set<() => void>();
  const stuck = new Map<string, Stuck>();
  let pending: Command[] = disk ? await disk.pending.read() : [];
  let place: Place | undefined;
  const kept = await readConfirmed(disk);
  for (const stored of kept.stored) confirmed.put(stored);
  confirmed.takeChanged();
  const shelves = new Set(kept.shelves);
  let facts: Pick<Snapshot, 'trouble' | 'setAside' | 'isKept'> = {
    trouble: undefined,
    setAside: 0,
    isKept: disk !== undefined,
  };
  let shown = snapshotNow();

  function snapshotNow(): Snapshot {
    const free = pending.filter((command) => !stuck.has(command.key));
    const { world, unsent } = replay(confirmed.tables, free);
    const held = pending.flatMap((command) => {
      const why = stuck.get(command.key);
      return why ? [{ command, stuck: why }] : [];
    });
    const isReady = isRead(confirmed.tables, shelves, place);
    const loading = isReady ? 'ready' : facts.trouble ? 'failed' : 'first';
    return { ...facts, loading, world, unsent, waiting: free.length, stuck: held };
  }

  function changed(some: Partial<typeof facts> = {}): void {
    facts = { ...facts, ...some };
    shown = snapshotNow();
    for (const listener of listeners) listener();
  }

  const isFree = (command: Command) => !stuck.has(command.key);
  const canDecide = (command: Command) =>
    placesOf(command).every((needed) => isRead(confirmed.tables, shelves, needed));

  const conversation = openConversation({
    later,
    hasUnsent: () => pending.some(isFree),
    async sendAll() {
      for (;;) {
        const command = pending.find((one) => isFree(one) && canDecide(one));
        if (!command) return;
        const sent = await send(command, confirmed, site);
        if (sent.ended === 'later') {
          throw new GraphFailure(sent.reason, 'Not sent yet', { retryAfterMs: sent.retryAfterMs });
        }
        if (sent.ended === 'stuck') stuck.set(command.key, sent.stuck);
        else await forget(command.key);
        save();
        changed({ trouble: undefined });
      }
    },
    async readAll() {
      const places = [...(place ? [place] : []), ...pending.filter(isFree).flatMap(placesOf)];
      const { setAside, shelves: read } = await pull(site, confirmed, places);
      for (const shelf of read) shelves.add(shelf);
      save();
      changed({ trouble: undefined, setAside });
    },
    onTrouble({ reason, code, requestId }) {
      changed({ trouble: { reason, code, requestId } });
    },
  });

  /** The copy of the site's records is written behind the user's back; a device that cannot keep it reads them again. */
  function save(): void {
    const chunks = confirmed.takeChanged();
    void disk?.confirmed.save(chunks, [...shelves]).catch(() => undefined);
  }

  async function forget(commandKey: string): Promise<void> {
    pending = pending.filter((command) => command.key !== commandKey);
    stuck.delete(commandKey);
    // Still on disk after a failed removal means sent once more after a reload, which changes nothing ([S4]).
    await disk?.pending.remove(commandKey).catch(() => undefined);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    async dispatch(wish) {
      const command: Command = { ...wish, key: newKey(), by: person, on: dayOf(now()) };
      const answer = decide(command, shown.world);
      if (isRefusal(answer)) return answer;
      if (answer.length === 0) return undefined;
      const isKept = await keep(disk, command);
      pending = [...pending, command];
      changed({ isKept });
      conversation.send();
      return undefined;
    },
    show(next) {
      const isSame = next?.roomKey === place?.roomKey && next?.year === place?.year;
      place = next;
      if (!isSame) changed();
      conversation.read();
    },
    refresh: () => conversation.read(),
    retry(commandKey) {
      stuck.delete(commandKey);
      changed();
      conversation.read();
    },
    discard(commandKey) {
      void forget(commandKey).then(() => changed());
    },
    close: () => conversation.close(),
  };
}

async function readConfirmed(disk: Disk | undefined) {
  try {
    return (await disk?.confirmed.read()) ?? { stored: [], shelves: [] };
  } catch {
    return { stored: [], shelves: [] };
  }
}

async function keep(disk: Disk | undefined, command: Command): Promise<boolean> {
  try {
    await disk?.pending.add(command);
    return disk !== undefined;
  } catch {
    return false;
  }
}
