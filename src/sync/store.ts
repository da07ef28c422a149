import { dayOf } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import type { Person } from '../basics/person.ts';
import { isRefusal, type Refusal } from '../basics/refusal.ts';
import { type Command, correctionOf, decide, merged, settle, undoOf, type Wish } from '../commands.ts';
import type { FailureReason } from '../graph/failure.ts';
import type { World } from '../world.ts';
import { emptyConfirmed } from './confirmed.ts';
import type { ConfirmedOnDisk } from './confirmedOnDisk.ts';
import type { Courier, CourierParts } from './courier.ts';
import { emptyMarks } from './marks.ts';
import { openLedger } from './ledger.ts';
import type { Round, Stuck } from './outbox.ts';
import type { PendingOnDisk } from './pendingOnDisk.ts';
import { isRead, type Place, rowsOn } from './places.ts';
import { replay } from './replay.ts';
import type { SyncedSite } from './site.ts';
import type { Tabs } from './tabs.ts';
import { readMessage, type TabMessage } from './tabMessage.ts';

/** Everything a screen may show, the same object until something changes. */
export type Snapshot = {
  readonly world: World;
  /** Of the place that is shown. `first`: not read yet; `failed`: and the reading did not succeed. */
  readonly loading: 'first' | 'ready' | 'failed';
  /** What stands in the way right now; `undefined` when the last call to the site went well. */
  readonly trouble: Trouble | undefined;
  /** Commands that the site has not confirmed yet and that nothing but time stands in the way of, oldest first. */
  readonly waiting: readonly Command[];
  readonly stuck: readonly StuckCommand[];
  /** Keys of records that are shown but not yet on the site. */
  readonly unsent: ReadonlySet<string>;
  /** Rows that could not be read because someone edited them by hand. */
  readonly setAside: number;
  /** A shelf that comes near the number of rows that SharePoint can filter: how many stand on it. */
  readonly crowded: { readonly shelf: string; readonly rows: number } | undefined;
  /** False when this device could not keep the latest unsent command on disk. */
  readonly isKept: boolean;
  /** What the disk had to set aside when it was opened: damaged records, read anew; unreadable lines, left there. */
  readonly damaged: { readonly chunks: number; readonly commands: number };
  /** Large saves that are under way. */
  readonly groups: readonly Group[];
  /** What Ctrl+Z takes back; `undefined` when there is nothing. */
  readonly undoable: Undoable | undefined;
};

export type Trouble = {
  readonly reason: FailureReason;
  readonly code: string;
  readonly requestId: string;
  /** When the site will be asked again, milliseconds since 1970. */
  readonly againAtMs: number;
};
export type StuckCommand = { readonly command: Command; readonly stuck: Stuck };
export type Group = { readonly key: Key; readonly size: number; readonly left: number };
/** The latest thing done here that can be taken back: the wishes of one click. */
export type Undoable = { readonly id: Key; readonly wishes: readonly Wish[] };

export type Store = {
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
  /** Signs the wish and keeps it; a refusal means that nothing was stored. */
  dispatch(wish: Wish): Promise<Refusal | undefined>;
  /** Signs and keeps several wishes as one click: all of them, or none when one is refused. */
  dispatchAll(wishes: readonly Wish[]): Promise<Refusal | undefined>;
  /** Takes back what was done last here, as a new command. */
  undo(): Promise<Refusal | undefined>;
  /** Says which room and year must be up to date, and reads them now. */
  show(place: Place | undefined): void;
  /** Reads the site and sends what waits, now: on focus, on reconnect, on "try again". */
  refresh(): void;
  /** A hidden tab sends what waits and reads nothing. */
  setVisible(isVisible: boolean): void;
  retry(commandKey: string): void;
  /** Takes an unsent command away, by the user's own hand. */
  discard(commandKey: string): void;
  /** Puts the wish in the place of an unsent command; a refusal leaves that one as it was. */
  replace(commandKey: string, wish: Wish): Promise<Refusal | undefined>;
  /** Settles fields that two people have changed, after the user has seen both. */
  settle(commandKey: string, whose: 'mine' | 'theirs'): Promise<void>;
  /** Takes away what is still unsent of a large save. */
  cancel(groupKey: Key): Promise<void>;
  /** Forgets everything that lies on this device for this user, unsent commands too. The store is closed after it. */
  forgetDevice(): Promise<void>;
  /** Counts the year's tallies anew from the activities themselves, mends those that had drifted, and says how many. */
  verify(year: number): Promise<{ readonly counted: number; readonly drifted: number }>;
  close(): void;
};

/** What lies on this device, for this user. */
export type Disk = {
  readonly pending: PendingOnDisk;
  readonly confirmed: ConfirmedOnDisk;
  /** Takes everything of this user off the device. */
  readonly forget: () => Promise<void>;
};

export type StoreParts = {
  readonly site: SyncedSite;
  /** `undefined` when the browser gives us no storage (private mode): everything works, but a reload loses what is unsent. */
  readonly disk: Disk | undefined;
  readonly tabs: Tabs;
  readonly person: Person;
  readonly now: () => Date;
  readonly newKey: () => string;
  /** From 0 to 1; only for spreading retries. */
  readonly random: () => number;
  /** Runs something after a while; gives back how to call it off. */
  readonly later: (delayMs: number, run: () => void) => () => void;
  /** What carries commands to the site; it is not needed to paint, and comes behind the first frame. */
  readonly hire: () => Promise<(parts: Omit<CourierParts, 'count'>) => Courier>;
};

/** From here on a shelf's owner is told that it is filling up; SharePoint can filter 5,000. */
const crowdedFrom = 4000;

type Undo = Undoable & {
  /** False when the command has become part of an earlier one. */
  readonly canDrop: boolean;
  readonly commandKeys: readonly Key[];
};

/** Opens the store with what lies on the device, before anything is asked of the site. */
export async function openStore(parts: StoreParts): Promise<Store> {
  const { disk, tabs, person, now, newKey } = parts;
  const confirmed = emptyConfirmed();
  const listeners = new Set<() => void>();
  /** After what the author had seen: the tab that sends must not know less than that. */
  const post = (message: TabMessage) => {
    tellNews();
    tabs.post(message);
  };
  const undoStack: Undo[] = [];
  // What another tab says while the disk is read, of what was written there meanwhile.
  const early: unknown[] = [];
  let onMessage: (raw: unknown) => void = (raw) => early.push(raw);
  tabs.listen((raw) => onMessage(raw));
  const { ledger, unreadable } = await openLedger(disk?.pending, post);
  const { marks, ...kept } = await readConfirmed(disk);
  for (const stored of kept.stored) confirmed.put(stored);
  confirmed.takeChanged();
  confirmed.takeNews();
  const damaged = { chunks: kept.damaged, commands: unreadable };
  let place: Place | undefined;
  let isLeading = false;
  let isVisible = true;
  let isClosed = false;
  let hasCompany = false;
  let saving = Promise.resolve();
  let keeping = Promise.resolve();
  let isUnsaved = false;
  let facts: Pick<Snapshot, 'trouble' | 'setAside'> = { trouble: undefined, setAside: 0 };
  let shown = snapshotNow();

  function snapshotNow(): Snapshot {
    const waiting = ledger.free();
    const { world, unsent } = replay(confirmed.tables, waiting);
    const stuck = ledger.all().flatMap((command) => {
      const why = ledger.stuckWith(command.key);
      return why ? [{ command, stuck: why }] : [];
    });
    const isReady = isRead(confirmed.tables, marks, place);
    const loading = isReady ? 'ready' : facts.trouble ? 'failed' : 'first';
    const crowded = crowdedShelf();
    const groups = groupsIn(waiting);
    const undoable = undoStack.at(-1);
    const isKept = ledger.isKept();
    return { ...facts, loading, world, unsent, waiting, stuck, damaged, crowded, isKept, groups, undoable };
  }

  function crowdedShelf(): Snapshot['crowded'] {
    const unit = place?.roomKey === undefined ? undefined : confirmed.tables.units.get(place.roomKey);
    if (!place || !unit) return undefined;
    const shelf = `${place.year}/${unit.departmentKey}`;
    const rows = rowsOn(confirmed.tables, 'activities', shelf);
    return rows >= crowdedFrom ? { shelf, rows } : undefined;
  }

  function changed(some: Partial<typeof facts> = {}): void {
    facts = { ...facts, ...some };
    shown = snapshotNow();
    for (const listener of listeners) listener();
  }

  const courier = parts.hire().then((open) =>
    open({
      site: parts.site,
      desk: { confirmed, marks },
      nowMs: () => now().getTime(),
      random: parts.random,
      later: parts.later,
      isLeading: () => isLeading,
      isVisible: () => isVisible,
      free: () => ledger.free(),
      isHeld: ({ key }) => ledger.isHeld(key),
      place: () => place,
      onSending: ({ key }) => ledger.noteTried(key),
      onRound,
      onRead(setAside) {
        void save();
        changed({ trouble: undefined, setAside });
      },
      onCounted: () => void save(),
      onTrouble({ reason, code, requestId }, waitMs) {
        changed({ trouble: { reason, code, requestId, againAtMs: now().getTime() + waitMs } });
      },
    }),
  );
  const ask = (run: (courier: Courier) => void) => void courier.then((one) => isClosed || run(one));

  async function onRound({ done, stuck, failure }: Round): Promise<void> {
    const ended = done.map(({ key }) => key);
    ledger.drop(ended);
    for (const { command, stuck: why } of stuck) ledger.setStuck(command.key, why);
    changed(failure ? {} : { trouble: undefined });
    // First what the site said, then what need not be said any more: cut off between the two, a line is only sent again.
    await save();
    await ledger.forget(ended);
  }

  /** The copy of the site's records is written behind the user's back; a device that cannot keep it reads them again. */
  function save(isWhole = false): Promise<void> {
    tellNews();
    saving = saving.then(() => write(isWhole));
    return saving;
  }

  function tellNews(): void {
    const news = confirmed.takeNews();
    if (news.stored.length + news.gone.length > 0) tabs.post({ kind: 'records', ...news });
  }

  /** One writing at a time: after one that failed, marks alone would speak of records that are not there. */
  async function write(isWhole: boolean): Promise<void> {
    if (!isLeading) return;
    if (isUnsaved) confirmed.touchAll();
    const isAll = isWhole || isUnsaved;
    isUnsaved = false;
    await disk?.confirmed.save(confirmed.takeChanged(), marks, isAll).catch(() => {
      isUnsaved = true;
    });
  }

  async function giveUp(keys: readonly string[]): Promise<void> {
    ledger.drop(keys);
    changed();
    await ledger.forget(keys);
  }

  const sign = (wish: Wish, group?: Command['group']): Command => ({
    ...wish,
    key: newKey(),
    by: person,
    on: dayOf(now()),
    ...(group ? { group } : {}),
  });

  function keep(removed: readonly string[], added: readonly Command[]): Promise<void> {
    keeping = ledger.keep(removed, added);
    return keeping;
  }

  /** Shows what is newly in the line, and sends it. */
  function goOn(): void {
    changed();
    ask((one) => one.send());
  }

  async function dispatchAll(wishes: readonly Wish[], isUndo = false): Promise<Refusal | undefined> {
    const group = wishes.length > 1 ? { key: newKey(), size: wishes.length } : undefined;
    const signed = wishes.map((wish) => sign(wish, group));
    const next = replay(confirmed.tables, [...ledger.free(), ...signed]);
    const refusal = signed.map(({ key }) => next.refusals.get(key)).find((one) => one !== undefined);
    if (refusal) return refusal;
    const wanted = signed.filter(({ key }) => (next.changes.get(key)?.length ?? 0) > 0);
    const [only] = wanted;
    if (!only) return undefined;
    const earlier = wanted.length === 1 ? untriedEditBefore(only) : undefined;
    const joined = earlier && merged(earlier, only);
    if (!isUndo) {
      undoStack.push({
        id: newKey(),
        wishes: wanted.map((command) => undoOf(command, next.changes.get(command.key) ?? [])).reverse(),
        canDrop: !joined,
        commandKeys: wanted.map(({ key }) => key),
      });
    }
    await (joined && earlier ? keep([earlier.key], [joined]) : keep([], wanted));
    goOn();
    return undefined;
  }

  /** The latest waiting command of the same activity, if it has certainly not been sent. */
  function untriedEditBefore(command: Command): Command | undefined {
    if (command.do !== 'changeActivity' || !isLeading) return undefined;
    const latest = ledger.all().findLast((one) => speaksOf(one, command.activityKey));
    return latest && ledger.isUntried(latest.key) ? latest : undefined;
  }

  async function undo(): Promise<Refusal | undefined> {
    // What was done last may still be on its way to the disk.
    await keeping;
    const last = undoStack.pop();
    if (!last) return undefined;
    // Nothing of it has left the device: it need not be told to the site at all.
    if (last.canDrop && isLeading && last.commandKeys.every((key) => ledger.isUntried(key))) {
      await giveUp(last.commandKeys);
      return undefined;
    }
    const refusal = await dispatchAll(last.wishes, true);
    if (refusal) undoStack.push(last);
    changed();
    return refusal;
  }

  async function replace(commandKey: string, wish: Wish): Promise<Refusal | undefined> {
    const earlier = ledger.find(commandKey);
    if (!earlier) return dispatchAll([wish]);
    // What another tab has tried, only that one knows.
    if (!ledger.stuckWith(commandKey) && (ledger.isTried(commandKey) || !isLeading)) {
      const correction = correctionOf(earlier, wish, shown.world);
      if (correction) return dispatchAll([correction]);
    }
    const signed = sign(wish);
    const others = ledger.free().filter((one) => one !== earlier);
    const answer = decide(signed, replay(confirmed.tables, others).world);
    if (isRefusal(answer)) return answer;
    await keep([commandKey], [signed]);
    goOn();
    return undefined;
  }

  async function settleClash(commandKey: string, whose: 'mine' | 'theirs'): Promise<void> {
    const command = ledger.find(commandKey);
    const why = ledger.stuckWith(commandKey);
    const clash = why?.why === 'refused' ? why.refusal.clash : undefined;
    if (!command || !clash) return;
    const settled = settle(command, clash, whose);
    if (!settled) return giveUp([commandKey]);
    await keep([commandKey], [settled]);
    ledger.setStuck(commandKey, undefined);
    goOn();
  }

  /** Another tab of the same person told what it did. */
  function hear(raw: unknown): void {
    const message = readMessage(raw);
    if (!message || isClosed) return;
    hasCompany = true;
    if (message.kind === 'hello') {
      if (isLeading) ledger.welcome(message.keys);
      return undefined;
    }
    if (message.kind === 'records') {
      // What we have read ourselves is told on, and what we are told is not.
      tellNews();
      for (const { list, key } of message.gone) confirmed.remove(list, key);
      for (const stored of message.stored) confirmed.put(stored);
      confirmed.takeNews();
      return changed();
    }
    ledger.hear(message);
    changed();
    if (isLeading) ask((one) => one.send());
  }

  /** The tab that sent until now is closed or dead: go on from what it left on disk. */
  async function takeOver(): Promise<void> {
    isLeading = true;
    // Also what the other one wrote just before it died, and could not tell any more.
    await ledger.reread();
    if (hasCompany) {
      const left = await readConfirmed(disk);
      for (const unitShelf of left.marks.untallied) marks.untallied.add(unitShelf);
      confirmed.touchAll();
      await save(true);
    }
    changed();
    ask((one) => one.read());
  }

  function close(): void {
    isClosed = true;
    void courier.then((one) => one.close());
    tabs.close();
  }

  onMessage = hear;
  for (const raw of early) hear(raw);
  post({ kind: 'hello', keys: ledger.all().map(({ key }) => key) });
  tabs.lead(() => void takeOver());

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    dispatch: (wish) => dispatchAll([wish]),
    dispatchAll: (wishes) => dispatchAll(wishes),
    undo,
    show(next) {
      const isSame = next?.roomKey === place?.roomKey && next?.year === place?.year;
      place = next;
      if (!isSame) changed();
      ask((one) => one.read());
    },
    refresh: () => ask((one) => one.read()),
    setVisible(next) {
      isVisible = next;
      ask((one) => (next ? one.read() : one.send()));
    },
    retry(commandKey) {
      ledger.setStuck(commandKey, undefined);
      changed();
      ask((one) => one.read());
    },
    discard: (commandKey) => void giveUp([commandKey]),
    replace,
    settle: settleClash,
    cancel(groupKey) {
      const ours = ledger.free().filter((command) => command.group?.key === groupKey);
      return giveUp(ours.map(({ key }) => key));
    },
    async forgetDevice() {
      close();
      ledger.clear();
      await disk?.forget();
    },
    async verify(year) {
      const counted = await (await courier).verify(year);
      await save();
      changed();
      return counted;
    },
    close,
  };
}

function groupsIn(waiting: readonly Command[]): Group[] {
  const groups = new Map<Key, Group>();
  for (const { group } of waiting) {
    if (group) groups.set(group.key, { ...group, left: (groups.get(group.key)?.left ?? 0) + 1 });
  }
  return [...groups.values()];
}

function speaksOf(command: Command, activityKey: Key): boolean {
  if (command.do === 'takeBack') return command.changes.some(({ key }) => key === activityKey);
  return 'activityKey' in command && command.activityKey === activityKey;
}

async function readConfirmed(disk: Disk | undefined): ReturnType<ConfirmedOnDisk['read']> {
  try {
    return (await disk?.confirmed.read()) ?? { stored: [], marks: emptyMarks(), damaged: 0 };
  } catch {
    return { stored: [], marks: emptyMarks(), damaged: 0 };
  }
}
