import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { openDriveContent, type DriveContent } from './driveContent.ts';
import { nameAlreadyExists } from './errors.ts';
import { guidOf } from './guid.ts';
import type { Signature } from './itemBook.ts';
import type { Store } from './store.ts';

/** A file or a folder. The root of a drive has number 0 and is never stored. */
export type DriveItem = {
  number: number;
  parent: number;
  id: string;
  guid: string;
  name: string;
  /** Grows with every change; contentVersion with those of the bytes alone. */
  version: number;
  contentVersion: number;
  created: string;
  modified: string;
  author: number;
  editor: number;
  size: number;
  /** Null for a folder. */
  content: string | null;
};

export type ConflictBehavior = 'fail' | 'replace' | 'rename';

export type NewFile = { content: string; size: number; onConflict: ConflictBehavior; by: Signature };

export type DriveBook = {
  content: DriveContent;
  root(drive: string): DriveItem;
  find(drive: string, id: string): DriveItem | undefined;
  findByGuid(guid: string): DriveItem | undefined;
  /** Names are told apart without regard to case, as on every SharePoint. */
  child(drive: string, parent: DriveItem, name: string): DriveItem | undefined;
  children(drive: string, parent: DriveItem, after: string, most: number): DriveItem[];
  childCount(drive: string, item: DriveItem): number;
  /** Names from the root down to the item, its own last. */
  pathOf(drive: string, item: DriveItem): string[];
  makeFolder(
    drive: string,
    parent: DriveItem,
    name: string,
    by: Signature,
    onConflict: ConflictBehavior,
  ): DriveItem;
  /** Throws when the name is taken and may not be replaced. `isNew` is false when bytes were replaced. */
  writeFile(
    drive: string,
    parent: DriveItem,
    name: string,
    file: NewFile,
  ): { item: DriveItem; isNew: boolean };
  /** A folder goes with all that lies in it. */
  remove(drive: string, item: DriveItem): void;
  clear(): void;
};

const cells =
  'number, parent, id, guid, name, version, contentVersion, created, modified, author, editor, size, content';

export function openDriveBook(store: Store): DriveBook {
  store.run(
    `CREATE TABLE IF NOT EXISTS drive_item (
       number INTEGER PRIMARY KEY, drive TEXT NOT NULL, parent INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
       guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL, version INTEGER NOT NULL,
       contentVersion INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, author INTEGER NOT NULL,
       editor INTEGER NOT NULL, size INTEGER NOT NULL, content TEXT, UNIQUE (drive, parent, folded)
     )`,
  );
  const content = openDriveContent(store);
  const first = (where: string, ...values: (string | number)[]) =>
    store.first<DriveItem>(`SELECT ${cells} FROM drive_item WHERE ${where}`, ...values);
  const find = (drive: string, id: string) => first('drive = ? AND id = ?', drive, id.toUpperCase());
  const child = (drive: string, parent: DriveItem, name: string) =>
    first('drive = ? AND parent = ? AND folded = ?', drive, parent.number, folded(name));

  const insert = (
    drive: string,
    parent: DriveItem,
    name: string,
    file: NewFile | undefined,
    by: Signature,
  ) => {
    const id = `01${base32(randomBytes(20))}`;
    store.run(
      `INSERT INTO drive_item (drive, folded, parent, id, guid, name, version, contentVersion, created, modified,
         author, editor, size, content) VALUES (?, ?, ?, ?, ?, ?, 1, 1, ?, ?, ?, ?, ?, ?)`,
      drive,
      folded(name),
      parent.number,
      id,
      randomUUID(),
      name,
      by.at,
      by.at,
      by.person,
      by.person,
      file?.size ?? 0,
      file?.content ?? null,
    );
    const made = find(drive, id);
    if (!made) throw new Error(`${name} was not stored`);
    return made;
  };

  const remove = (drive: string, item: DriveItem): void => {
    const inside = store.all<DriveItem>(
      `SELECT ${cells} FROM drive_item WHERE drive = ? AND parent = ?`,
      drive,
      item.number,
    );
    for (const one of inside) remove(drive, one);
    if (item.content !== null) content.remove(item.content);
    store.run('DELETE FROM drive_item WHERE number = ?', item.number);
  };

  /** Assumed form: `Memo 1.docx`. */
  const freeName = (drive: string, parent: DriveItem, name: string): string => {
    const dot = name.lastIndexOf('.');
    const [base, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    for (let count = 1; ; count += 1) {
      const other = `${base} ${count}${extension}`;
      if (!child(drive, parent, other)) return other;
    }
  };

  return {
    content,
    find,
    child,
    root: rootOf,
    findByGuid: (guid) => first('guid = ?', guid.toLowerCase()),
    children: (drive, parent, after, most) =>
      store.all<DriveItem>(
        `SELECT ${cells} FROM drive_item WHERE drive = ? AND parent = ? AND folded > ? ORDER BY folded LIMIT ?`,
        drive,
        parent.number,
        after,
        most,
      ),
    childCount: (drive, item) =>
      store.first<{ count: number }>(
        'SELECT count(*) AS count FROM drive_item WHERE drive = ? AND parent = ?',
        drive,
        item.number,
      )?.count ?? 0,
    pathOf(drive, item) {
      const names: string[] = [];
      for (let at: DriveItem | undefined = item; at && at.number !== 0;) {
        names.unshift(at.name);
        at = first('drive = ? AND number = ?', drive, at.parent);
      }
      return names;
    },
    makeFolder: (drive, parent, name, by, onConflict) =>
      store.together(() => {
        const taken = child(drive, parent, name);
        if (!taken) return insert(drive, parent, name, undefined, by);
        if (onConflict === 'rename')
          return insert(drive, parent, freeName(drive, parent, name), undefined, by);
        if (onConflict === 'replace' && taken.content === null) return taken;
        throw nameAlreadyExists();
      }),
    writeFile: (drive, parent, name, file) =>
      store.together(() => {
        const { by, onConflict } = file;
        const taken = child(drive, parent, name);
        if (!taken) return { item: insert(drive, parent, name, file, by), isNew: true };
        if (onConflict === 'rename')
          return { item: insert(drive, parent, freeName(drive, parent, name), file, by), isNew: true };
        if (onConflict === 'fail' || taken.content === null) throw nameAlreadyExists();
        content.remove(taken.content);
        store.run(
          `UPDATE drive_item SET version = version + 1, contentVersion = contentVersion + 1, modified = ?,
             editor = ?, size = ?, content = ? WHERE number = ?`,
          by.at,
          by.person,
          file.size,
          file.content,
          taken.number,
        );
        return { item: find(drive, taken.id) ?? taken, isNew: false };
      }),
    remove: (drive, item) => store.together(() => remove(drive, item)),
    clear() {
      store.run('DELETE FROM drive_item');
      content.clear();
    },
  };
}

function rootOf(drive: string): DriveItem {
  // The stand-in keeps no history of the site itself.
  const moment = '2023-01-02T08:00:00Z';
  return {
    number: 0,
    parent: 0,
    id: `01${base32(createHash('sha256').update(`root ${drive}`).digest().subarray(0, 20))}`,
    guid: guidOf(`root ${drive}`),
    name: 'root',
    version: 0,
    contentVersion: 0,
    created: moment,
    modified: moment,
    author: 0,
    editor: 0,
    size: 0,
    content: null,
  };
}

/** As two names are compared. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** 20 bytes become the 32 letters of a driveItem's id. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}
