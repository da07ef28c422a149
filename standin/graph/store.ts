import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { prepareSchema, tables } from './schema.ts';

/** libsql 0.5 aborts the process on a boolean and cuts text at NUL, so neither may reach it. */
export type Cell = string | number | null | Uint8Array;

export type Store = {
  /** `Row` is the caller's word for what the statement selects. */
  all<Row>(sql: string, ...cells: Cell[]): Row[];
  first<Row>(sql: string, ...cells: Cell[]): Row | undefined;
  run(sql: string, ...cells: Cell[]): void;
  /** All of it or nothing. */
  together<Result>(work: () => Result): Result;
  /**
   * Lets an answer go when everything written so far is in the file: the twenty writes of a $batch, and those of
   * others meanwhile, are then one transaction, and nothing that was answered can be lost.
   */
  answered<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  /** Empties every table. */
  clear(): void;
  close(): void;
};

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

  let answering = 0;
  let isWorking = false;
  const commit = (): void => {
    if (!database.inTransaction) return;
    try {
      run('COMMIT');
    } catch (error) {
      if (database.inTransaction) run('ROLLBACK');
      throw error;
    }
  };
  const together = <Result>(work: () => Result): Result => {
    if (isWorking) return work();
    if (!database.inTransaction) run('BEGIN IMMEDIATE');
    run('SAVEPOINT work');
    isWorking = true;
    try {
      const result = work();
      run('RELEASE work');
      return result;
    } catch (error) {
      if (database.inTransaction) {
        run('ROLLBACK TO work');
        run('RELEASE work');
      }
      throw error;
    } finally {
      isWorking = false;
      if (answering === 0) commit();
    }
  };

  return {
    all,
    run,
    together,
    async answered(work) {
      answering += 1;
      try {
        return await work();
      } finally {
        answering -= 1;
        commit();
      }
    },
    // `all` runs a statement to its end; libsql's `get` may leave a read transaction open.
    first: <Row>(sql: string, ...cells: Cell[]) => all<Row>(sql, ...cells)[0],
    clear: () => together(() => tables.forEach((table) => run(`DELETE FROM ${table}`))),
    close() {
      // The file alone shall hold everything: the engine itself would see to it only once the last statement is collected.
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}
