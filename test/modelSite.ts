import type { Change, ListName } from '../src/basics/change.ts';
import { type FailureReason, GraphFailure } from '../src/graph/failure.ts';
import type { SyncedSite } from '../src/sync/site.ts';
import type { Stored } from '../src/world.ts';

/** What goes wrong with one call: the failure, and whether the site had done the work before the answer was lost. */
export type Fault = {
  readonly reason: FailureReason;
  readonly isDone?: boolean;
  readonly retryAfterMs?: number;
};

export type ModelSite = SyncedSite & {
  /** Everything on the site, by list and key. */
  readonly rows: ReadonlyMap<string, Stored>;
  /** One line a call, for example `create activities`. */
  readonly calls: readonly string[];
  /** Asked before each call; `undefined` lets it pass. */
  faultFor: (call: string) => Fault | undefined;
  /** Somebody else writes. */
  write(list: ListName, row: Stored['row'], commandKey?: string): void;
  /** Somebody deletes by hand. */
  delete(list: ListName, key: string): void;
};

/** A site as a Map: unique keys, versions and faults, and nothing else. Fast enough for thousands of histories. */
export function modelSite(): ModelSite {
  const rows = new Map<string, Stored>();
  const calls: string[] = [];
  let writes = 0;
  const at = (list: ListName, key: string) => `${list}\n${key}`;

  function write(list: ListName, row: Stored['row'], commandKey = 'somebody-else'): Stored {
    writes += 1;
    const there = rows.get(at(list, row.key));
    const stored = {
      list,
      row: structuredClone(row),
      itemId: there?.itemId ?? String(rows.size + 1),
      etag: `"${writes}"`,
      commandKey: there?.commandKey ?? commandKey,
    };
    rows.set(at(list, row.key), stored);
    return stored;
  }

  /** Runs the work, or fails as the fault says: before it, or after it with the answer lost. */
  async function call<T>(name: string, work: () => T): Promise<T> {
    calls.push(name);
    await Promise.resolve();
    const fault = site.faultFor(name);
    if (!fault) return work();
    if (fault.isDone) work();
    throw new GraphFailure(fault.reason, 'fault', { retryAfterMs: fault.retryAfterMs ?? 0 });
  }

  const site: ModelSite = {
    rows,
    calls,
    faultFor: () => undefined,
    write: (list, row, commandKey) => void write(list, row, commandKey),
    delete: (list, key) => void rows.delete(at(list, key)),
    read: (readings) =>
      call('read', () => ({
        stored: [...rows.values()].filter(({ list, row }) =>
          readings.some(
            (reading) =>
              reading.list === list &&
              (reading.shelf === undefined || ('shelf' in row && row.shelf === reading.shelf)),
          ),
        ),
        setAside: [],
      })),
    find: (list, key) => call(`find ${list}`, () => rows.get(at(list, key))),
    create: (change, commandKey) =>
      call(`create ${change.list}`, () => {
        const row = change.row as Stored['row'];
        if (rows.has(at(change.list, row.key)))
          throw new GraphFailure('invalid', 'duplicate key', { status: 400 });
        return write(change.list, row, commandKey);
      }),
    update: (change, over) => call(`update ${change.list}`, () => update(change, over)),
  };

  function update(change: Change & { kind: 'update' }, over: Stored): Stored {
    const there = rows.get(at(change.list, change.key));
    if (!there) throw new GraphFailure('notFound', 'gone', { status: 404 });
    if (there.etag !== over.etag) throw new GraphFailure('conflict', 'stale', { status: 412 });
    const fields = Object.entries(change.fields).map(([name, { to }]) => [name, to] as const);
    return write(change.list, { ...there.row, ...Object.fromEntries(fields) });
  }

  return site;
}
