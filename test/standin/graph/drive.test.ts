import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DriveBook, openDriveBook } from '../../../standin/graph/driveBook.ts';
import { openStore, type Store } from '../../../standin/graph/store.ts';
import { openUploadBook, type UploadBook } from '../../../standin/graph/uploadBook.ts';

const drive = 'b!drive';
const by = { person: 7, app: 8, at: '2023-08-25T09:30:15Z' };

let store: Store;
let book: DriveBook;
let uploads: UploadBook;
beforeEach(() => {
  store = openStore(':memory:');
  book = openDriveBook(store);
  uploads = openUploadBook(store, book.content);
});
afterEach(() => store.close());

/** How many bytes are kept, whoever they belong to. */
function bytesKept(): number {
  return store.first<{ sum: number | null }>('SELECT sum(size) AS sum FROM drive_content')?.sum ?? 0;
}

function write(name: string, size: number, parent = book.root(drive)) {
  const content = book.content.open();
  book.content.append(content, 0, new Uint8Array(size));
  return book.writeFile(drive, parent, name, { content, size, onConflict: 'replace', by }).item;
}

function begin(expires: string) {
  const wanted = {
    drive,
    folder: 'root',
    name: 'x',
    onConflict: 'fail',
    expires,
    person: 7,
    app: 8,
  } as const;
  return uploads.receive(uploads.begin(wanted), new Uint8Array(500), 9000, expires);
}

it('keeps no bytes of what was replaced or removed', () => {
  write('a.txt', 3_000_000);
  write('A.TXT', 20);
  expect(bytesKept()).toBe(20);
  const folder = book.makeFolder(drive, book.root(drive), 'Folder', by, 'fail');
  write('b.txt', 300, book.makeFolder(drive, folder, 'Inner', by, 'fail'));
  book.remove(drive, folder);
  expect(bytesKept()).toBe(20);
  expect(store.all('SELECT number FROM drive_item')).toHaveLength(1);
});

it('keeps no bytes of an upload that was called off or forgotten', () => {
  uploads.cancel(begin('2023-08-25T10:00:00Z'));
  expect(bytesKept()).toBe(0);
  const late = begin('2023-08-25T10:00:00Z');
  const early = begin('2023-08-25T11:00:00Z');
  uploads.sweep('2023-08-25T10:30:00Z');
  expect([uploads.find(late.session), uploads.find(early.session)?.received]).toEqual([undefined, 500]);
  expect(bytesKept()).toBe(500);
});

it('forgets everything when the site begins anew', () => {
  write('a.txt', 10);
  begin('2023-08-25T10:00:00Z');
  book.clear();
  uploads.clear();
  expect([bytesKept(), book.childCount(drive, book.root(drive))]).toEqual([0, 0]);
});

it('reads any part of a file of several pieces', () => {
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, at) => at % 251);
  const content = book.content.open();
  book.content.append(content, 0, bytes.subarray(0, 1_300_000));
  book.content.append(content, 1_300_000, bytes.subarray(1_300_000));
  for (const [from, to] of [
    [0, 1],
    [1_048_575, 1_048_577],
    [1_299_999, 1_300_001],
    [2_499_999, 2_500_000],
    [500_000, 2_400_000],
    [0, 2_500_000],
  ] as const)
    expect(Buffer.from(book.content.read(content, from, to)).equals(bytes.subarray(from, to))).toBe(true);
});
