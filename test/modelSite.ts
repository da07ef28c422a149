import type { Change, ListName } from '../src/basics/change.ts';
import { type FailureReason, GraphFailure } from '../src/graph/failure.ts';
import type { SyncedSite } from '../src/sync/site.ts';
import type { Stored } from '../src/world.ts';
import { type DeltaEntry, folded, ModelList } from './modelList.ts';

/** What goes wrong with one call: the failure, and whether the site had done the work before the answer was lost. */
export type Fault = {
  readonly reason: FailureReason;
  readonly isDone?: boolean;
  readonly retryAfterMs?: number;
};

export type Delta = { readonly entries: readonly DeltaEntry[]; readonly token: string };

/** A site that also tells what has changed on a list since a token; `latest` gives a token alone. */
export type DeltaSite = SyncedSite & { delta(list: ListName, token?: string): Promise<Delta> };

export type ModelSite = DeltaSite & {
  /** Everything on the site, by list and key. */
  readonly rows: ReadonlyMap<string, Stored>;
  /** One line a call, for example `create activities`. */
  readonly calls: string[];
  /** Asked before each call; `undefined` lets it pass. */
  faultFor: (call: string) => Fault | undefined;
  /** How a delta is told: replayed and reordered, if a test wants it so. Graph's promise is that the last one holds. */
  tellDelta: (entries: DeltaEntry[]) => DeltaEntry[];
  /** How long a call is under way, on a clock of the caller's own; `undefined` is no time at all. */
  travel: (call: string, leg: 'there' | 'back') => Promise<void> | undefined;
  /** Somebody else writes. */
  write(list: ListName, row: Stored['row'], commandKey?: string): void;
  /** Somebody deletes by hand. */
  delete(list: ListName, key: string): void;
  /** Makes every delta token of the list too old: 410. */
  expire(list: ListName): void;
  /** Earlier states of a row, newest first; empty where the list keeps no versions. */
  versions(list: ListName, key: string): readonly Stored[];
};

export type ModelOptions = {
  /** SharePoint keeps versions unless a list's owner switched them off; here nobody pays for what is not read. */
  readonly keepsVersions?: boolean;
};

/**
 * A site as Maps: unique keys, eTags, deltas and faults, and nothing else. Rows are frozen and handed out as they are,
 * which makes it fast enough for hundreds of thousands of histories. test/contract/site.test.ts holds it to the same
 * rules as the stand-in.
 */
export function modelSite({ keepsVersions = false }: ModelOptions = {}): ModelSite {
  const rows = new Map<string, Stored>();
  const lists = new Map<ListName, ModelList>();
  const history = new Map<Stored, Stored>();
  const calls: string[] = [];
  let writes = 0;

  const at = (list: ListName, key: string) => `${list}\n${folded(key)}`;
  const listOf = (list: ListName): ModelList => {
    const known = lists.get(list);
    if (known) return known;
    const made = new ModelList();
    lists.set(list, made);
    return made;
  };

  function write(list: ListName, row: Stored['row'], commandKey = 'somebody-else'): Stored {
    writes += 1;
    const there = listOf(list).get(row.key);
    const stored: Stored = Object.freeze({
      list,
      row: Object.freeze({ ...row }),
      itemId: there?.itemId ?? listOf(list).nextItem(),
      etag: `"${writes}"`,
      commandKey: there?.commandKey ?? commandKey,
    });
    listOf(list).put(stored);
    rows.set(at(list, row.key), stored);
    if (keepsVersions && there) history.set(stored, there);
    return stored;
  }

  function update(change: Change & { kind: 'update' }, over: Stored): Stored {
    const there = listOf(change.list).item(over.itemId);
    if (!there) throw new GraphFailure('notFound', 'gone', { status: 404 });
    if (there.etag !== over.etag) throw new GraphFailure('conflict', 'stale', { status: 412 });
    const row: Record<string, unknown> = { ...there.row };
    for (const [name, { to }] of Object.entries(change.fields)) row[name] = to;
    return write(change.list, row as Stored['row']);
  }

  function* found(readings: readonly { list: ListName; shelf?: string }[]): Iterable<Stored> {
    for (const { list, shelf } of readings) {
      yield* shelf === undefined ? listOf(list).all() : listOf(list).onShelf(shelf);
    }
  }

  function delta(list: ListName, token: string | undefined): Delta {
    const rowsOfList = listOf(list);
    const entries =
      token === undefined
        ? Array.from(rowsOfList.all(), (stored) => ({ kind: 'row', stored }) as const)
        : token === 'latest'
          ? []
          : rowsOfList.since(token);
    if (!entries)
      throw new GraphFailure('notFound', 'too old', { status: 410, code: 'resyncChangesApplyDifferences' });
    return { entries: site.tellDelta(entries), token: rowsOfList.token() };
  }

  /** Runs the work, or fails as the fault says: before it, or after it with the answer lost. */
  async function call<T>(name: string, work: () => T): Promise<T> {
    calls.push(name);
    await site.travel(name, 'there');
    const fault = site.faultFor(name);
    const done = !fault || fault.isDone ? work() : undefined;
    const back = site.travel(name, 'back');
    if (back) await back;
    if (!fault) return done as T;
    throw new GraphFailure(fault.reason, 'fault', { retryAfterMs: fault.retryAfterMs ?? 0 });
  }

  const site: ModelSite = {
    rows,
    calls,
    faultFor: () => undefined,
    tellDelta: (entries) => entries,
    travel: () => undefined,
    write: (list, row, commandKey) => void write(list, row, commandKey),
    delete(list, key) {
      listOf(list).remove(key);
      rows.delete(at(list, key));
    },
    expire: (list) => listOf(list).expire(),
    versions(list, key) {
      const earlier: Stored[] = [];
      let stored = listOf(list).get(key);
      while (stored) {
        stored = history.get(stored);
        if (stored) earlier.push(stored);
      }
      return earlier;
    },
    read: (readings) => call('read', () => ({ stored: [...new Set(found(readings))], setAside: [] })),
    find: (list, key) => call(`find ${list}`, () => listOf(list).get(key)),
    create: (change, commandKey) =>
      call(`create ${change.list}`, () => {
        if (listOf(change.list).get(change.row.key))
          throw new GraphFailure('invalid', 'duplicate key', { status: 400 });
        return write(change.list, change.row as Stored['row'], commandKey);
      }),
    update: (change, over) => call(`update ${change.list}`, () => update(change, over)),
    delta: (list, token) => call(`delta ${list}`, () => delta(list, token)),
  };
  return site;
}

/**
 * A delta told badly, yet as Graph may tell it: rows in another order, and some told before in a state that no longer
 * holds. The last entry of each row is the true one.
 */
export function toldBadly(random: () => number, older: readonly DeltaEntry[] = []) {
  return (entries: DeltaEntry[]): DeltaEntry[] => {
    const shuffled = entries
      .map((entry) => ({ entry, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ entry }) => entry);
    const last = new Set(shuffled.map(itemOf));
    const replays = older.filter((entry) => last.has(itemOf(entry)) && random() < 0.5);
    return [...replays, ...shuffled.filter(() => random() < 0.3), ...shuffled];
  };
}

function itemOf(entry: DeltaEntry): string {
  return entry.kind === 'gone' ? entry.itemId : entry.stored.itemId;
}
