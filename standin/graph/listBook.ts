import { randomUUID } from 'node:crypto';
import { titleColumn, type Column, type ListColumn } from './column.ts';
import { comparable, fieldOf, type Fields } from './fieldValues.ts';
import type { Store } from './store.ts';

export type List = {
  number: number;
  id: string;
  site: string;
  /** Assigned by the server from the first displayName; part of the list's address for good. */
  name: string;
  displayName: string;
  description: string;
  created: string;
  modified: string;
  author: number;
  version: number;
  /** The id of the newest item ever made; ids are never used again. */
  lastItem: number;
  /** Whether a change keeps what was there before. */
  versioning: 'on' | 'off';
  /** `ownersWrite`: its inheritance is broken, members only read. */
  access: 'inherited' | 'ownersWrite';
  /** SharePoint's own name for a list of its own; empty for everybody else's. */
  system: string;
  /** Its newest place in the change log, and when that was: an item's write is the list's too. */
  sequence: number;
  touched: string;
  columns: ReadonlyMap<string, ListColumn>;
};

type ListRow = Omit<List, 'columns' | 'sequence' | 'touched'>;
type NewList = Pick<List, 'site' | 'displayName' | 'description' | 'author'> & {
  system?: string;
  columns: Column[];
  at: string;
};

/** The lists and their columns. Everything read is kept in memory: this process is the only writer. */
export type ListBook = {
  inSite(site: string): List[];
  /** By id, displayName or name, as Graph does. */
  find(site: string, key: string): List | undefined;
  create(request: NewList): List;
  rename(list: List, names: { displayName: string; description: string }, at: string): List;
  remove(list: List): void;
  addColumn(list: List, column: Column, at: string): ListColumn;
  changeColumn(list: List, column: ListColumn, at: string): void;
  removeColumn(list: List, column: ListColumn, at: string): void;
  hasDuplicates(list: List, column: ListColumn): boolean;
  set(list: List, settings: Partial<Pick<List, 'versioning' | 'access'>>): List;
  nextItem(list: List): number;
  /** The next place in the change log of all lists, and the moment that it was taken. */
  stamp(list: List, at: string): number;
  /** The newest place in the change log; what stands after it has happened since. */
  latest(): number;
  /** Keeps a removed item's number from being given again, also after a restart. */
  retireItem(list: List, id: number): void;
  /** Reads everything again; after a transaction that failed. */
  refresh(): void;
};

export function openLists(store: Store): ListBook {
  let known = new Map<number, List>();
  let latest = 0;
  const refresh = () => {
    known = new Map(
      store.all<ListRow>('SELECT * FROM list ORDER BY number').map((row) => [row.number, read(store, row)]),
    );
    latest = Math.max(latest, ...[...known.values()].map((list) => list.sequence));
  };
  refresh();

  /** Writes and reads back; a failed transaction leaves memory as it was. */
  const change = (number: number, at: string, work: () => void): List => {
    store.together(() => {
      work();
      store.run('UPDATE list SET version = version + 1, modified = ? WHERE number = ?', at, number);
    });
    return reread(number);
  };
  const reread = (number: number): List => {
    const row = store.first<ListRow>('SELECT * FROM list WHERE number = ?', number);
    if (!row) throw new Error(`List ${number} has gone`);
    const list = read(store, row);
    known.set(number, list);
    return list;
  };
  const inSite = (site: string) => [...known.values()].filter((list) => list.site === site);

  return {
    refresh,
    inSite,
    find(site, key) {
      const wanted = key.toLowerCase();
      const lists = inSite(site);
      return (
        lists.find((list) => list.id === wanted) ??
        lists.find((list) => list.displayName.toLowerCase() === wanted || list.name.toLowerCase() === wanted)
      );
    },
    create({ site, displayName, description, author, system = '', columns, at }) {
      const number = store.together(() => {
        store.run(
          `INSERT INTO list (id, site, name, displayName, description, created, modified, author, version, lastItem,
                             system)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?)`,
          randomUUID(),
          site,
          system || addressName(displayName, inSite(site)),
          displayName,
          description,
          at,
          at,
          author,
          system,
        );
        const made = store.first<{ number: number }>('SELECT max(number) AS number FROM list')?.number ?? 0;
        for (const column of [titleColumn, ...columns]) insertColumn(store, made, column);
        return made;
      });
      return reread(number);
    },
    rename: (list, { displayName, description }, at) =>
      change(list.number, at, () =>
        store.run(
          'UPDATE list SET displayName = ?, description = ? WHERE number = ?',
          displayName,
          description,
          list.number,
        ),
      ),
    remove(list) {
      store.together(() => {
        for (const table of ['item_value', 'item_version', 'tombstone', 'item', 'list_column'])
          store.run(`DELETE FROM ${table} WHERE list = ?`, list.number);
        store.run('DELETE FROM list WHERE number = ?', list.number);
        store.run('DELETE FROM app_grant WHERE place = ?', list.id);
      });
      known.delete(list.number);
    },
    addColumn(list, column, at) {
      const changed = change(list.number, at, () => insertColumn(store, list.number, column));
      const added = changed.columns.get(column.name);
      if (!added) throw new Error(`Column ${column.name} was not stored`);
      return added;
    },
    changeColumn(list, column, at) {
      const before = list.columns.get(column.name);
      change(list.number, at, () => {
        const { number, ...definition } = column;
        store.run(
          'UPDATE list_column SET definition = ? WHERE number = ?',
          JSON.stringify(definition),
          number,
        );
        if (column.indexed && !before?.indexed) fillIndex(store, list, column);
        if (!column.indexed)
          store.run('DELETE FROM item_value WHERE list = ? AND "column" = ?', list.number, number);
      });
    },
    removeColumn(list, column, at) {
      change(list.number, at, () => {
        store.run('DELETE FROM item_value WHERE list = ? AND "column" = ?', list.number, column.number);
        store.run('DELETE FROM list_column WHERE number = ?', column.number);
        store.run(
          'UPDATE item SET fields = json_remove(fields, ?) WHERE list = ?',
          `$."${column.name}"`,
          list.number,
        );
      });
    },
    hasDuplicates(list, column) {
      const rows = store.all<{ fields: string }>('SELECT fields FROM item WHERE list = ?', list.number);
      const values = rows
        .map(({ fields }) => fieldOf(JSON.parse(fields) as Fields, column.name))
        .filter((value) => value !== undefined)
        .map(comparable);
      return new Set(values).size < values.length;
    },
    set(list, settings) {
      const { versioning, access } = { ...(known.get(list.number) ?? list), ...settings };
      store.run(
        'UPDATE list SET versioning = ?, access = ? WHERE number = ?',
        versioning,
        access,
        list.number,
      );
      return reread(list.number);
    },
    latest: () => latest,
    stamp(list, at) {
      // As with numbers: from memory, and a place that a failed transaction took stays empty.
      const current = known.get(list.number) ?? list;
      latest += 1;
      current.sequence = latest;
      current.touched = at;
      return latest;
    },
    retireItem(list, id) {
      store.run('UPDATE list SET lastItem = max(lastItem, ?) WHERE number = ?', id, list.number);
    },
    nextItem(list) {
      // From memory, not from `list`: the caller may hold a copy from before a change of columns. When the
      // transaction fails the number is lost, never given twice.
      const current = known.get(list.number) ?? list;
      current.lastItem += 1;
      return current.lastItem;
    },
  };
}

function read(store: Store, row: ListRow): List {
  const rows = store.all<{ number: number; definition: string }>(
    'SELECT number, definition FROM list_column WHERE list = ? ORDER BY number',
    row.number,
  );
  const columns = rows.map(({ number, definition }) => ({ number, ...(JSON.parse(definition) as Column) }));
  // Stored only when an item is removed, so that a creation is one row less to write.
  const newest = store.first<{ id: number }>(
    'SELECT id FROM item WHERE key > ? AND key < ? ORDER BY key DESC LIMIT 1',
    row.number * 2 ** 32,
    (row.number + 1) * 2 ** 32,
  );
  return {
    ...row,
    ...latestChange(store, row),
    lastItem: Math.max(row.lastItem, newest?.id ?? 0),
    columns: new Map(columns.map((column) => [column.name, column])),
  };
}

function latestChange(store: Store, { number }: ListRow): Pick<List, 'sequence' | 'touched'> {
  const changes = [
    ...store.all<Pick<List, 'sequence' | 'touched'>>(
      'SELECT sequence, modified AS touched FROM item WHERE list = ? ORDER BY sequence DESC LIMIT 1',
      number,
    ),
    ...store.all<Pick<List, 'sequence' | 'touched'>>(
      'SELECT sequence, at AS touched FROM tombstone WHERE list = ? ORDER BY sequence DESC LIMIT 1',
      number,
    ),
  ];
  return changes.toSorted((a, b) => b.sequence - a.sequence)[0] ?? { sequence: 0, touched: '' };
}

function insertColumn(store: Store, list: number, column: Column): void {
  store.run('INSERT INTO list_column (list, definition) VALUES (?, ?)', list, JSON.stringify(column));
}

function fillIndex(store: Store, list: List, column: ListColumn): void {
  const rows = store.all<{ id: number; fields: string }>(
    'SELECT id, fields FROM item WHERE list = ?',
    list.number,
  );
  for (const { id, fields } of rows) {
    const value = fieldOf(JSON.parse(fields) as Fields, column.name);
    if (value === undefined) continue;
    store.run(
      'INSERT INTO item_value (list, "column", value, item) VALUES (?, ?, ?, ?)',
      list.number,
      column.number,
      comparable(value),
      id,
    );
  }
}

/** Assumed: characters that an address cannot hold are dropped, and a number makes it unique. */
function addressName(displayName: string, others: List[]): string {
  const base = displayName.replace(/["#%*:<>?/\\|{}~&.]/g, '').trim() || 'List';
  const taken = new Set(others.map((list) => list.name.toLowerCase()));
  let name = base;
  for (let count = 1; taken.has(name.toLowerCase()); count += 1) name = `${base}${count}`;
  return name;
}
