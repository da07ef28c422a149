import type { Command } from '../commands.ts';
import type { Stuck } from './outbox.ts';
import type { PendingOnDisk } from './pendingOnDisk.ts';
import type { TabMessage } from './tabMessage.ts';

/** The commands that the site has not confirmed, oldest first: in memory, on disk and in the person's other tabs alike. */
export type Ledger = {
  all(): readonly Command[];
  /** Those that nothing but time stands in the way of. */
  free(): readonly Command[];
  find(key: string): Command | undefined;
  /** True when it stands in the line, or has stood there. */
  knows(key: string): boolean;
  stuckWith(key: string): Stuck | undefined;
  /** For a new command: behind all that are known. */
  nextOrder(): number;
  /** True when the command may have reached the site. */
  isTried(key: string): boolean;
  noteTried(key: string): void;
  /** True when it waits, and has certainly not been sent. */
  isUntried(key: string): boolean;
  /** True while something is being put in its place: it must not be sent meanwhile. */
  isHeld(key: string): boolean;
  /** False while a command lies in memory only. */
  isKept(): boolean;
  setStuck(key: string, why: Stuck | undefined): void;
  /** Puts commands in the place of others: on disk first, then in the line. */
  keep(removed: readonly string[], added: readonly Command[]): Promise<void>;
  /** Takes commands out of the line that are done or given up; on disk they are forgotten by `forget`. */
  drop(keys: readonly string[]): void;
  forget(keys: readonly string[]): Promise<void>;
  /** Another tab has done this, on disk too. */
  hear(message: Extract<TabMessage, { kind: 'welcome' | 'swap' | 'stuck' }>): void;
  /** Tells a new tab, which has read these from the disk, what does not lie there. */
  welcome(keys: readonly string[]): void;
  /** Takes in what another tab has left on disk, and says whether there was anything. */
  reread(): Promise<boolean>;
  /** Another tab has led until now, and may have sent any of them. */
  noteAllTried(): void;
  clear(): void;
};

/** Opens the ledger with what lies on the disk, and says how many commands there could not be read. */
export async function openLedger(
  disk: PendingOnDisk | undefined,
  post: (message: TabMessage) => void,
): Promise<{ ledger: Ledger; unreadable: number }> {
  const stuck = new Map<string, Stuck>();
  const tried = new Set<string>();
  const unkept = new Set<string>();
  const held = new Set<string>();
  /** Commands that are over but may still lie on the disk, where they must not be taken for new ones. */
  const over = new Set<string>();
  /** Those of them that have not been taken off it. */
  const lying = new Set<string>();
  const left = await readPending(disk);
  let pending: readonly Command[] = inOrder(left.commands);
  let lastOrder = orderOf(pending.at(-1));
  // What lay on disk may have been sent before the reload.
  for (const { key } of pending) tried.add(key);

  const isFree = (command: Command) => !stuck.has(command.key);
  const find = (key: string) => pending.find((command) => command.key === key);

  function note(key: string, why: Stuck | undefined): void {
    if (why) stuck.set(key, why);
    else stuck.delete(key);
  }

  function swap(removed: readonly string[], added: readonly Command[]): void {
    const gone = new Set([...removed, ...added.map(({ key }) => key)]);
    const first = pending.findIndex(({ key }) => gone.has(key));
    const rest = pending.filter(({ key }) => !gone.has(key));
    // What replaces a command stands in its place in the line.
    pending = first === -1 ? [...rest, ...added] : [...rest.slice(0, first), ...added, ...rest.slice(first)];
    for (const key of removed) {
      stuck.delete(key);
      tried.delete(key);
      unkept.delete(key);
      over.add(key);
    }
    for (const { key } of added) over.delete(key);
    lastOrder = Math.max(lastOrder, orderOf(added.at(-1)));
  }

  /**
   * Whether the disk could do it. A command that stays there though it is over would after a reload be held against what
   * others have written since, so what could not be taken off is tried again with the next.
   */
  async function writeDown(removed: readonly string[], added: readonly Command[]): Promise<boolean> {
    const staying = new Set(added.map(({ key }) => key));
    for (const key of removed) if (!staying.has(key)) lying.add(key);
    const all = [...lying];
    try {
      await disk?.swap(all, added);
      for (const key of all) lying.delete(key);
      return disk !== undefined;
    } catch {
      return false;
    }
  }

  const ledger: Ledger = {
    all: () => pending,
    free: () => (stuck.size === 0 ? pending : pending.filter(isFree)),
    find,
    knows: (key) => over.has(key) || find(key) !== undefined,
    stuckWith: (key) => stuck.get(key),
    nextOrder() {
      lastOrder += 1;
      return lastOrder;
    },
    isTried: (key) => tried.has(key),
    noteTried: (key) => tried.add(key),
    isUntried(key) {
      const command = find(key);
      return command !== undefined && isFree(command) && !tried.has(key);
    },
    isHeld: (key) => held.has(key),
    isKept: () => disk !== undefined && unkept.size === 0,
    setStuck(key, why) {
      note(key, why);
      post({ kind: 'stuck', key, why });
    },
    async keep(removed, wanted) {
      // What replaces a command stands in its place in the line, after a reload too; what is only rewritten has its own.
      const place = find(removed[0] ?? '')?.order;
      const added = wanted.map((command) =>
        place === undefined || find(command.key) ? command : { ...command, order: place },
      );
      for (const key of removed) held.add(key);
      const isOnDisk = await writeDown(removed, added);
      for (const key of removed) held.delete(key);
      swap(removed, added);
      if (!isOnDisk) for (const { key } of added) unkept.add(key);
      post({ kind: 'swap', removed, added });
    },
    drop: (keys) => swap(keys, []),
    async forget(keys) {
      if (keys.length === 0) return;
      post({ kind: 'swap', removed: keys, added: [] });
      await writeDown(keys, []);
      // Once more: a tab that has just read the disk, and did not hear the first, would keep it for ever.
      post({ kind: 'swap', removed: keys, added: [] });
    },
    hear(message) {
      if (message.kind === 'swap') swap(message.removed, message.added);
      else if (message.kind === 'stuck') note(message.key, message.why);
      else {
        swap(message.over, []);
        for (const { key, why } of message.stuck) note(key, why);
      }
    },
    welcome(keys) {
      post({
        kind: 'welcome',
        stuck: [...stuck].map(([key, why]) => ({ key, why })),
        over: [...lying, ...keys.filter((key) => over.has(key))],
      });
    },
    async reread() {
      const { commands } = await readPending(disk);
      for (const { key } of commands) if (over.has(key)) lying.add(key);
      const known = new Set([...over, ...pending.map(({ key }) => key)]);
      const found = commands.filter(({ key }) => !known.has(key));
      pending = [...pending, ...inOrder(found)];
      for (const { key } of found) tried.add(key);
      return found.length > 0;
    },
    noteAllTried() {
      for (const { key } of pending) tried.add(key);
    },
    clear() {
      pending = [];
      stuck.clear();
    },
  };
  return { ledger, unreadable: left.unreadable };
}

function inOrder(commands: readonly Command[]): Command[] {
  return [...commands].sort((a, b) => orderOf(a) - orderOf(b));
}

/** Commands of the app's first versions have no order, and stand first. */
function orderOf(command: Command | undefined): number {
  return command?.order ?? 0;
}

async function readPending(disk: PendingOnDisk | undefined): ReturnType<PendingOnDisk['read']> {
  try {
    return (await disk?.read()) ?? { commands: [], unreadable: 0 };
  } catch {
    return { commands: [], unreadable: 0 };
  }
}
