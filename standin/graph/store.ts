import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/** libsql 0.5 aborts the process on a boolean and cuts text at NUL, so neither may reach it. */
export type Cell = string | number | null;

export type Store = {
  /** `Row` is the caller's word for what the statement selects. */
  all<Row>(sql: string, ...cells: Cell[]): Row[];
  first<Row>(sql: string, ...cells: Cell[]): Row | undefined;
  run(sql: string, ...cells: Cell[]): void;
  /** One transaction. What is answered to a client has always left this function. */
  together<Result>(work: () => Result): Result;
  /** Empties every table. */
  clear(): void;
  close(): void;
};

const schemaVersion = 1;
const tables = ['setting', 'principal', 'list', 'list_column', 'item', 'item_value'];

// item_value holds the indexed columns only, text folded for comparison, so that a filter is one range scan.
const schema = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS principal (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, mail TEXT NOT NULL,
    UNIQUE (kind, key)
  );
  CREATE TABLE IF NOT EXISTS list (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, site TEXT NOT NULL, name TEXT NOT NULL,
    displayName TEXT NOT NULL, description TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
    author INTEGER NOT NULL, version INTEGER NOT NULL, lastItem INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS list_column (
    number INTEGER PRIMARY KEY, list INTEGER NOT NULL, definition TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS item (
    list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
    created TEXT NOT NULL, modified TEXT NOT NULL, author INTEGER NOT NULL, editor INTEGER NOT NULL,
    authorApp INTEGER NOT NULL, editorApp INTEGER NOT NULL, fields TEXT NOT NULL,
    UNIQUE (list, id)
  );
  CREATE TABLE IF NOT EXISTS item_value (
    list INTEGER NOT NULL, "column" INTEGER NOT NULL, value NOT NULL, item INTEGER NOT NULL,
    PRIMARY KEY (list, "column", value, item)
  ) WITHOUT ROWID;
`;

export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  // WAL with NORMAL loses nothing when the process is killed; only a power cut may cost the last writes.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  // Pages of 4 kB before the log is folded into the file: each folding waits for the disk.
  database.pragma('wal_autocheckpoint = 8000');
  prepareSchema(database, file);

  const statements = new Map<string, Database.Statement<Cell[][]>>();
  const statement = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const made = database.prepare<Cell[][]>(sql);
    statements.set(sql, made);
    return made;
  };
  const all = <Row>(sql: string, ...cells: Cell[]) => statement(sql).all(cells) as Row[];
  const run = (sql: string, ...cells: Cell[]) => void statement(sql).run(cells);

  const together = <Result>(work: () => Result): Result => {
    if (database.inTransaction) return work();
    run('BEGIN IMMEDIATE');
    try {
      const result = work();
      run('COMMIT');
      return result;
    } catch (error) {
      if (database.inTransaction) run('ROLLBACK');
      throw error;
    }
  };

  return {
    all,
    run,
    together,
    // `all` runs a statement to its end; libsql's `get` may leave a read transaction open.
    first: <Row>(sql: string, ...cells: Cell[]) => all<Row>(sql, ...cells)[0],
    clear: () => together(() => tables.forEach((table) => run(`DELETE FROM ${table}`))),
    close: () => void database.close(),
  };
}

function prepareSchema(database: Database.Database, file: string): void {
  // libsql's own `simple` option gives the row, not the number.
  const row = database.prepare('SELECT user_version AS version FROM pragma_user_version').get() as {
    version: number;
  };
  const { version } = row;
  if (version !== 0 && version !== schemaVersion) {
    database.close();
    throw new Error(
      `${file} was written by another version of the stand-in (${version}, this is ${schemaVersion}); delete it to start over.`,
    );
  }
  database.exec(schema);
  database.pragma(`user_version = ${schemaVersion}`);
}
