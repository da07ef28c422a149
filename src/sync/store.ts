import type { Key } from '../basics/key.ts';
import type { Command } from '../commands.ts';
import { decideInRoom, isOfRoom } from '../roomCommands.ts';
import type { Author } from './author.ts';
import { emptyConfirmed } from './confirmed.ts';
import { readConfirmed } from './confirmedOnDisk.ts';
import type { Courier } from './courier.ts';
import { openLedger } from './ledger.ts';
import type { Round } from './outbox.ts';
import { crowdedShelf, isRead, type Place } from './places.ts';
import { type Decide, replay } from './replay.ts';
import type { Group, Snapshot, Store } from './snapshot.ts';
import type { Staff, StoreParts } from './storeParts.ts';
import { readMessage, type TabMessage } from './tabMessage.ts';

/** How long until what could not be fetched is fetched anew. */
const hireAgainMs = 5_000;

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
  // What another tab says while the disk is read, of what was written there meanwhile.
  const early: unknown[] = [];
  let onMessage: (raw: unknown) => void = (raw) => early.push(raw);
  tabs.listen((raw) => onMessage(raw));
  const { ledger, unreadable } = await openLedger(disk?.pending, post);
  const { marks, ...kept } = await readConfirmed(disk?.confirmed);
  confirmed.restore(kept.chunks);
  const damaged = { chunks: kept.damaged, commands: unreadable };
  let place: Place | undefined;
  let isLeading = false;
  let isVisible = true;
  let isClosed = false;
  let hasCompany = false;
  let saving = Promise.resolve();
  let isUnsaved = false;
  let author: Author | undefined;
  let decide: Decide = decideInRoom;
  let facts: Pick<Snapshot, 'trouble' | 'setAside' | 'schema'> = {
    trouble: undefined,
    setAside: 0,
    schema: undefined,
  };
  let shown = snapshotNow();

  function snapshotNow(): Snapshot {
    const waiting = ledger.free();
    const { world, unsent } = replay(confirmed.tables, waiting, decide);
    const stuck = ledger.all().flatMap((command) => {
      const why = ledger.stuckWith(command.key);
      return why ? [{ command, stuck: why }] : [];
    });
    const isReady = isRead(confirmed.tables, marks, place);
    const loading = isReady ? 'ready' : facts.trouble ? 'failed' : 'first';
    const crowded = crowdedShelf(confirmed.tables, place);
    const groups = groupsIn(waiting);
    const undoable = author?.undoable();
    const isKept = ledger.isKept();
    return { ...facts, loading, world, unsent, waiting, stuck, damaged, crowded, isKept, groups, undoable };
  }

  function changed(some: Partial<typeof facts> = {}): void {
    facts = { ...facts, ...some };
    shown = snapshotNow();
    for (const listener of listeners) listener();
  }

  const keepAndShow = () => {
    void save();
    changed();
  };
  /** Without the network its code cannot be had either: that is told as trouble, and tried until it succeeds. */
  function hired(): Promise<Staff> {
    return parts.hire().catch(() => {
      changed({
        trouble: { reason: 'offline', code: '', requestId: '', againAtMs: now().getTime() + hireAgainMs },
      });
      return new Promise((resolve) => parts.later(hireAgainMs, () => resolve(hired())));
    });
  }

  const staff = hired().then(({ openAuthor, openCourier, decide: knowsAll }) => {
    decide = knowsAll;
    if (!ledger.all().every(isOfRoom)) changed();
    author = openAuthor({
      ledger,
      tables: confirmed.tables,
      world: () => shown.world,
      person,
      now,
      newKey,
      isLeading: () => isLeading,
      onDispatched() {
        changed();
        ask((one) => one.send());
      },
      onChanged: () => changed(),
      giveUp,
    });
    const courier = openCourier({
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
      onRead(setAside, schema) {
        void save();
        changed({ trouble: undefined, setAside, schema });
        void lookAgain();
      },
      onCounted: keepAndShow,
      onVisited: keepAndShow,
      onTrouble({ reason, code, requestId }, waitMs, schema) {
        changed({ schema, trouble: { reason, code, requestId, againAtMs: now().getTime() + waitMs } });
      },
    });
    return { author, courier };
  });
  const courier = staff.then((one) => one.courier);
  const ask = (run: (courier: Courier) => void) => void courier.then((one) => isClosed || run(one));

  async function onRound({ done, stuck, failure }: Round): Promise<void> {
    const ended = done.map(({ key }) => key);
    ledger.drop(ended);
    for (const { command, stuck: why } of stuck) ledger.setStuck(command.key, why);
    changed(failure ? {} : { trouble: undefined });
    // The device is another tab's by now, which finds out by itself that this is done.
    if (isClosed) return;
    // First what the site said, then what need not be said any more: cut off between the two, a line is only sent again.
    await save();
    await ledger.forget(ended);
  }

  /** A tab that was closed in the same moment may have written a line down and not have told of it. */
  async function lookAgain(): Promise<void> {
    if (!isLeading || !hasCompany || !(await ledger.reread())) return;
    changed();
    ask((one) => one.send());
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
    const isAll = isWhole || isUnsaved;
    if (isAll) confirmed.touchAll();
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

  /** Another tab of the same person told what it did. */
  function hear(raw: unknown): void {
    const message = readMessage(raw);
    if (!message || isClosed) return;
    hasCompany = true;
    if (message.kind === 'hello') {
      return isLeading ? void welcome(message.keys) : undefined;
    }
    if (message.kind === 'records') {
      // What we have read ourselves is told on, and what we are told is not.
      tellNews();
      for (const { list, itemId } of message.gone) confirmed.removeItem(list, itemId);
      for (const stored of message.stored) confirmed.hear(stored);
      confirmed.takeNews();
      return changed();
    }
    ledger.hear(message);
    changed();
    if (isLeading) ask((one) => one.send());
  }

  async function welcome(keys: readonly string[]): Promise<void> {
    // Left there by a tab that died before it could tell.
    if (keys.some((key) => !ledger.knows(key))) await lookAgain();
    ledger.welcome(keys);
  }

  /** The tab that sent until now is closed or dead: go on from what it left on disk. */
  async function takeOver(): Promise<void> {
    isLeading = true;
    // Also what the other one wrote just before it died, and could not tell any more.
    await ledger.reread();
    ledger.noteAllTried();
    if (hasCompany) {
      // Who came while nobody was leading has asked in vain.
      ledger.welcome([]);
      const left = await readConfirmed(disk?.confirmed);
      for (const unitShelf of left.marks.untallied) marks.untallied.add(unitShelf);
      await save(true);
    }
    changed();
    ask((one) => one.read());
  }

  function close(): void {
    isClosed = true;
    isLeading = false;
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
    dispatch: async (wish) => (await staff).author.dispatchAll([wish]),
    dispatchAll: async (wishes) => (await staff).author.dispatchAll(wishes),
    undo: async () => (await staff).author.undo(),
    show(next) {
      const isSame = next?.roomKey === place?.roomKey && next?.year === place?.year;
      place = next;
      if (!isSame) changed();
      ask((one) => one.read());
    },
    visit: async (places, lastsMs) => (await courier).visit(places, lastsMs),
    readAssignments: async (places) => (await courier).readAssignments(places),
    changedSince: async (places, moment) => (await courier).changedSince(places, moment),
    histories: async (records) => (await courier).histories(records),
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
    replace: async (commandKey, wish) => (await staff).author.replace(commandKey, wish),
    settle: async (commandKey, whose) => (await staff).author.settle(commandKey, whose),
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
