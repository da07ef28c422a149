import type Database from 'libsql';

const schemaVersion = 2;

export const tables = [
  'setting',
  'principal',
  'list',
  'list_column',
  'item',
  'item_value',
  'item_version',
  'tombstone',
  'app_grant',
];

// item: its key is list * 2^32 + id, so that a look-up is one step and a list's items lie together; `sequence` is
// its place in the change log, where every item stands once, at its latest change.
// item_value: the indexed columns only, text folded for comparison, so that a filter is one range scan.
// item_version: what an item was before its latest change. tombstone: what a delta must tell of removed items.
const schema = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS principal (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, mail TEXT NOT NULL,
    UNIQUE (kind, key)
  );
  CREATE TABLE IF NOT EXISTS list (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, site TEXT NOT NULL, name TEXT NOT NULL,
    displayName TEXT NOT NULL, description TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
    author INTEGER NOT NULL, version INTEGER NOT NULL, lastItem INTEGER NOT NULL,
    versioning TEXT NOT NULL DEFAULT 'on', access TEXT NOT NULL DEFAULT 'inherited', system TEXT NOT NULL DEFAULT ''
  );
  CREATE TABLE IF NOT EXISTS list_column (
    number INTEGER PRIMARY KEY, list INTEGER NOT NULL, definition TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS item (
    key INTEGER PRIMARY KEY, list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL,
    version INTEGER NOT NULL, major INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
    author INTEGER NOT NULL, editor INTEGER NOT NULL, authorApp INTEGER NOT NULL, editorApp INTEGER NOT NULL,
    sequence INTEGER NOT NULL, fields TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS item_sequence ON item (list, sequence);
  CREATE TABLE IF NOT EXISTS item_value (
    list INTEGER NOT NULL, "column" INTEGER NOT NULL, value NOT NULL, item INTEGER NOT NULL,
    PRIMARY KEY (list, "column", value, item)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS item_version (
    list INTEGER NOT NULL, item INTEGER NOT NULL, major INTEGER NOT NULL, version INTEGER NOT NULL,
    modified TEXT NOT NULL, editor INTEGER NOT NULL, editorApp INTEGER NOT NULL, fields TEXT NOT NULL,
    PRIMARY KEY (list, item, major)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tombstone (
    list INTEGER NOT NULL, sequence INTEGER NOT NULL, item INTEGER NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (list, sequence)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS app_grant (
    place TEXT NOT NULL, app TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (place, app)
  ) WITHOUT ROWID;
`;

/** How a file of an older version comes forward: what must be out of the way before `schema` runs, and what is filled after it. */
type Step = { before: string; after: string };
const steps: ReadonlyMap<number, Step> = new Map([
  [
    1,
    {
      before: `
        ALTER TABLE list ADD COLUMN versioning TEXT NOT NULL DEFAULT 'on';
        ALTER TABLE list ADD COLUMN access TEXT NOT NULL DEFAULT 'inherited';
        ALTER TABLE list ADD COLUMN system TEXT NOT NULL DEFAULT '';
        ALTER TABLE item RENAME TO item_before;`,
      after: `
        INSERT INTO item (key, list, id, guid, version, major, created, modified, author, editor, authorApp,
                          editorApp, sequence, fields)
          SELECT list * 4294967296 + id, list, id, guid, version, version, created, modified, author, editor,
                 authorApp, editorApp, row_number() OVER (ORDER BY list, id), fields
          FROM item_before;
        DROP TABLE item_before;`,
    },
  ],
]);

/** Makes the tables that are missing, and brings an older file forward; either wholly or not at all. */
export function prepareSchema(database: Database.Database, file: string): void {
  const version = versionOf(database);
  if (version !== 0 && version !== schemaVersion && !steps.has(version)) {
    database.close();
    throw new Error(
      `${file} was written by another version of the stand-in (${version}, this is ${schemaVersion}); delete it to start over.`,
    );
  }
  const step = steps.get(version) ?? { before: '', after: '' };
  try {
    database.exec(
      `BEGIN IMMEDIATE;${step.before};${schema};${step.after};PRAGMA user_version = ${schemaVersion};COMMIT`,
    );
  } catch (error) {
    // Closing takes the unfinished transaction back.
    database.close();
    throw error;
  }
}

function versionOf(database: Database.Database): number {
  // libsql's own `simple` option gives the row, not the number.
  const row = database.prepare('SELECT user_version AS version FROM pragma_user_version').get() as {
    version: number;
  };
  return row.version;
}
