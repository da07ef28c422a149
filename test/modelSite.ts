import type { ListName, Update } from '../src/basics/change.ts';
import type { Version } from '../src/basics/version.ts';
import { type FailureReason, GraphFailure } from '../src/graph/failure.ts';
import type { Answer, Ask, SyncedSite } from '../src/sync/site.ts';
import type { Stored } from '../src/world.ts';
import { folded, ModelList } from './modelList.ts';

/** What goes wrong with one call: the failure, and whether the site had done the work before the answer was lost. */
export type Fault = {
  readonly reason: FailureReason;
  readonly isDone?: boolean;
  readonly retryAfterMs?: number;
  readonly status?: number;
  readonly code?: string;
};

export type ModelSite = SyncedSite & {
  /** Everything on the site, by list and key. */
  readonly rows: ReadonlyMap<string, Stored>;
  /** One line a round, `talk`, and one for each thing that it asks, for example `create activities`. */
  readonly calls: string[];
  /**
   * Asked for each of these lines; `undefined` lets it pass. A fault of `talk` fails the whole round: nothing of it is
   * done, or all of it with the answer lost.
   */
  faultFor: (call: string) => Fault | undefined;
  /** How long a round is under way, on a clock of the caller's own; `undefined` is no time at all. */
  travel: (call: 'talk', leg: 'there' | 'back') => Promise<void> | undefined;
  /** Somebody else writes. */
  write(list: ListName, row: Stored['row'], commandKey?: string): void;
  /** Somebody deletes by hand. */
  delete(list: ListName, key: string): void;
  /** Makes every token of the list's changes too old: 410. */
  expire(list: ListName): void;
  /** Earlier states of a row, newest first; empty where the list keeps no versions. */
  versions(list: ListName, key: string): readonly Stored[];
};

export type ModelOptions = {
  /** SharePoint keeps versions unless a list's owner switched them off; here nobody pays for what is not read. */
  readonly keepsVersions?: boolean;
  /** What rows are stamped with when they are written; one fixed moment without it. */
  readonly now?: () => Date;
};

type Told = Exclude<Answer, GraphFailure>;

const someMoment = '2023-08-25T08:00:00Z';
/** The model does not ask who is speaking. */
const somebody = { id: 'somebody', name: 'Någon' };
const none: readonly never[] = Object.freeze([]);

/**
 * A site as Maps: unique keys, eTags, changes and faults, and nothing else. Rows are frozen and handed out as they are,
 * which makes it fast enough for hundreds of thousands of histories. test/contract/site.test.ts holds it to the same
 * rules as the stand-in.
 */
export function modelSite({ keepsVersions = false, now }: ModelOptions = {}): ModelSite {
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
      changedAt: now ? wholeSeconds(now()) : someMoment,
    });
    listOf(list).put(stored);
    rows.set(at(list, row.key), stored);
    if (keepsVersions && there) history.set(stored, there);
    return stored;
  }

  function update(change: Update, over: Stored): Stored {
    const there = listOf(change.list).item(over.itemId);
    if (!there) throw new GraphFailure('notFound', 'gone', { status: 404 });
    if (there.etag !== over.etag) throw new GraphFailure('conflict', 'stale', { status: 412 });
    const row: Record<string, unknown> = { ...there.row };
    for (const [name, { to }] of Object.entries(change.fields)) row[name] = to;
    return write(change.list, row as Stored['row']);
  }

  function changes(list: ListName, since: string | undefined): Told {
    const rowsOfList = listOf(list);
    if (since !== undefined && since !== 'latest') {
      const { stored, gone } = rowsOfList.since(since) ?? tooOld();
      return { stored, gone, token: rowsOfList.token(), setAside: none };
    }
    const stored = since === undefined ? [...rowsOfList.all()] : none;
    return { stored, gone: none, token: rowsOfList.token(), setAside: none };
  }

  function done(ask: Ask): Told {
    switch (ask.ask) {
      case 'create': {
        const { list, row } = ask.change;
        if (listOf(list).get(row.key)) throw new GraphFailure('invalid', 'duplicate key', { status: 400 });
        return only(write(list, row as Stored['row'], ask.commandKey));
      }
      case 'update':
        return only(update(ask.change, ask.over));
      case 'find':
        return only(listOf(ask.list).get(ask.key));
      case 'rows':
        return { stored: [...found(listOf(ask.list), ask.where)], gone: none, setAside: none };
      case 'changes':
        return changes(ask.list, ask.since);
      case 'versions':
        return { stored: none, gone: none, setAside: none, versions: versionsOf(ask.list, ask.itemId) };
    }
  }

  /** Earlier states of a row, newest first. */
  function before(stored: Stored | undefined): Stored[] {
    const earlier: Stored[] = [];
    for (let one = stored && history.get(stored); one; one = history.get(one)) earlier.push(one);
    return earlier;
  }

  function versionsOf(list: ListName, itemId: string): Version[] {
    const there = listOf(list).item(itemId);
    if (!there) throw new GraphFailure('notFound', 'gone', { status: 404 });
    const all = [there, ...before(there)].reverse();
    return all.map(({ row, changedAt }, n) => ({ number: n + 1, row, by: somebody, at: changedAt }));
  }

  /** Does the work, or fails as the fault says: before it, or after it with the answer lost. */
  function answerTo(ask: Ask, fault: Fault | undefined): Answer {
    try {
      if (!fault) return done(ask);
      if (fault.isDone) done(ask);
    } catch (failure) {
      if (failure instanceof GraphFailure) return failure;
      throw failure;
    }
    return failureOf(fault);
  }

  /**
   * Everything that is asked. A site may do it in any order; this one takes rows first and changes last, which is the
   * unlucky one: the token is newer than the rows beside it.
   */
  function round(asks: readonly Ask[], names: readonly string[]): Answer[] {
    const answers: Answer[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      for (let n = 0; n < asks.length; n += 1) {
        const ask = asks[n];
        if (ask && turnOf(ask) === turn) answers[n] = answerTo(ask, site.faultFor(names[n] ?? ''));
      }
    }
    return answers;
  }

  const site: ModelSite = {
    rows,
    calls,
    faultFor: () => undefined,
    travel: () => undefined,
    write: (list, row, commandKey) => void write(list, row, commandKey),
    delete(list, key) {
      listOf(list).remove(key);
      rows.delete(at(list, key));
    },
    expire: (list) => listOf(list).expire(),
    versions: (list, key) => before(listOf(list).get(key)),
    async talk(asks) {
      if (asks.length === 0) return [];
      const names = asks.map(nameOf);
      calls.push('talk', ...names);
      await site.travel('talk', 'there');
      const fault = site.faultFor('talk');
      const answers = !fault || fault.isDone ? round(asks, names) : [];
      const back = site.travel('talk', 'back');
      if (back) await back;
      if (fault) throw failureOf(fault);
      return answers;
    },
  };
  return site;
}

function turnOf({ ask }: Ask): number {
  if (ask === 'rows') return 0;
  return ask === 'changes' ? 2 : 1;
}

function nameOf(ask: Ask): string {
  return ask.ask === 'create' || ask.ask === 'update'
    ? `${ask.ask} ${ask.change.list}`
    : `${ask.ask} ${ask.list}`;
}

function found(list: ModelList, where: (Ask & { ask: 'rows' })['where']): Iterable<Stored> {
  if (!where) return list.all();
  if ('shelf' in where) return list.on('shelf', where.shelf);
  return 'unitShelf' in where ? list.on('unitShelf', where.unitShelf) : list.on('year', String(where.year));
}

function tooOld(): never {
  throw new GraphFailure('notFound', 'too old', { status: 410, code: 'resyncRequired' });
}

function only(stored: Stored | undefined): Told {
  return { stored: stored ? [stored] : none, gone: none, setAside: none };
}

function failureOf({ reason, retryAfterMs = 0, status = 0, code = '' }: Fault): GraphFailure {
  return new GraphFailure(reason, 'fault', { retryAfterMs, status, code });
}

/** As Graph tells it. */
function wholeSeconds(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
