import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGraph } from '../../standin/graph/graph.ts';
import { callTo, part, type Call } from './call.ts';
import { onlyHere } from './onlyHere.ts';
import { clientId, directory, owner } from './people.ts';
import { startContract } from './server.ts';

let file: string;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migration-'));
  file = join(folder, 'graph.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const column = (name: string, indexed: boolean) =>
  JSON.stringify({
    id: `00000000-0000-4000-8000-00000000000${name.length}`,
    name,
    displayName: name,
    description: '',
    columnGroup: 'Custom Columns',
    enforceUniqueValues: indexed,
    hidden: false,
    indexed,
    readOnly: false,
    required: false,
    facet: {
      kind: 'text',
      settings: {
        allowMultipleLines: false,
        appendChangesToExistingText: false,
        linesForEditing: 0,
        maxLength: 255,
      },
    },
  });

/** A file as the first version of the stand-in wrote it: two lists, of which one has three items. */
function writeFirstVersion(site: string): void {
  const database = new Database(file);
  database.exec(`
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE principal (
      number INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, mail TEXT NOT NULL,
      UNIQUE (kind, key)
    );
    CREATE TABLE list (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, site TEXT NOT NULL, name TEXT NOT NULL,
      displayName TEXT NOT NULL, description TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
      author INTEGER NOT NULL, version INTEGER NOT NULL, lastItem INTEGER NOT NULL
    );
    CREATE TABLE list_column (number INTEGER PRIMARY KEY, list INTEGER NOT NULL, definition TEXT NOT NULL);
    CREATE TABLE item (
      list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
      created TEXT NOT NULL, modified TEXT NOT NULL, author INTEGER NOT NULL, editor INTEGER NOT NULL,
      authorApp INTEGER NOT NULL, editorApp INTEGER NOT NULL, fields TEXT NOT NULL,
      UNIQUE (list, id)
    );
    CREATE TABLE item_value (
      list INTEGER NOT NULL, "column" INTEGER NOT NULL, value NOT NULL, item INTEGER NOT NULL,
      PRIMARY KEY (list, "column", value, item)
    ) WITHOUT ROWID;
    PRAGMA user_version = 1;
  `);
  const insert = (table: string, ...cells: (string | number)[]) =>
    database.prepare(`INSERT INTO ${table} VALUES (${cells.map(() => '?').join(', ')})`).run(cells);
  insert('setting', 'directory', JSON.stringify(directory));
  insert('principal', 7, 'user', owner.id, owner.name, owner.mail);
  insert('principal', 8, 'app', clientId, 'Local app', '');
  const at = '2023-08-25T09:30:15Z';
  insert('list', 1, '11111111-0000-4000-8000-000000000001', site, 'Empty', 'Empty', '', at, at, 7, 1, 0);
  insert('list', 2, '11111111-0000-4000-8000-000000000002', site, 'Old', 'Old', 'Words', at, at, 7, 3, 5);
  insert('list_column', 1, 1, column('Title', false));
  insert('list_column', 2, 2, column('Title', false));
  insert('list_column', 3, 2, column('Key', true));
  for (const [id, version] of [
    [1, 1],
    [2, 4],
    [4, 2],
  ] as const) {
    const fields = JSON.stringify({ Title: `Row ${id}`, Key: `K${id}` });
    insert('item', 2, id, `22222222-0000-4000-8000-00000000000${id}`, version, at, at, 7, 7, 8, 8, fields);
    insert('item_value', 2, 3, `k${id}`, id);
  }
  database.close();
}

/** The site's id is made of its address, so it is the same in every file. */
async function siteId(): Promise<string> {
  const other = await startContract();
  await other.close();
  return other.site.replace('/sites/', '');
}

/** Unguarded: these lists are older than this run. */
async function openOld(): Promise<{ call: Call; close(): Promise<void> }> {
  const contract = await startContract({ file });
  return { call: callTo(contract.origin, await contract.token(owner)), close: () => contract.close() };
}

const graph = 'https://graph.microsoft.com/v1.0';

describe('a file of the first version', () => {
  test('[C127] opens with everything in it, and takes part in all that is new', async () => {
    onlyHere("the stand-in's own file");
    const site = await siteId();
    writeFirstVersion(site);
    const { call, close } = await openOld();
    const list = `/sites/${site}/lists/Old`;
    const rows = (await call('GET', `${list}/items?$expand=fields`)).rows();
    const seen = rows.map((row) => [
      part(row, 'eTag'),
      part(row, 'fields', 'Title'),
      part(row, 'fields', '_UIVersionString'),
    ]);
    expect(seen).toEqual([
      ['"22222222-0000-4000-8000-000000000001,1"', 'Row 1', '1.0'],
      ['"22222222-0000-4000-8000-000000000002,4"', 'Row 2', '4.0'],
      ['"22222222-0000-4000-8000-000000000004,2"', 'Row 4', '2.0'],
    ]);
    const ids = async (path: string) => (await call('GET', path)).rows().map((row) => part(row, 'id'));
    expect(await ids(`${list}/items?$filter=fields/Key eq 'k2'`)).toEqual(['2']);
    const half = await call('GET', `${list}/items/delta?$select=id&$top=2`);
    const rest = await call('GET', half.text('@odata.nextLink').replace(graph, ''));
    expect([...half.rows(), ...rest.rows()].map((row) => part(row, 'id'))).toEqual(['1', '2', '4']);
    await call('PATCH', `${list}/items/2/fields`, { Title: 'new' });
    expect((await call('POST', `${list}/items`, { fields: { Key: 'K6' } })).text('id')).toBe('6');
    expect((await call('POST', `${list}/items`, { fields: { Key: 'K1' } })).status).toBe(400);
    expect(await ids(rest.text('@odata.deltaLink').replace(graph, ''))).toEqual(['2', '6']);
    expect(await ids(`${list}/items/2/versions`)).toEqual(['5.0', '4.0']);
    expect(await ids(`/sites/${site}/lists/Empty/items`)).toEqual([]);
    await close();
  });

  test('[C127] is opened once more as what it has become', async () => {
    onlyHere("the stand-in's own file");
    const site = await siteId();
    writeFirstVersion(site);
    for (let turn = 0; turn < 2; turn += 1) {
      const { call, close } = await openOld();
      expect((await call('GET', `/sites/${site}/lists/Old/items`)).rows()).toHaveLength(3);
      await close();
    }
  });

  test('[C127] stays as it was when it cannot be brought forward', () => {
    onlyHere("the stand-in's own file");
    const database = new Database(file);
    database.exec('CREATE TABLE item (strange TEXT); PRAGMA user_version = 1;');
    database.close();
    expect(() => openGraph({ file, verifyToken: () => Promise.resolve(undefined) })).toThrow(
      'no such table: list',
    );
    const again = new Database(file);
    expect(again.prepare('SELECT name FROM sqlite_master').all([])).toEqual([{ name: 'item' }]);
    again.close();
  });
});
