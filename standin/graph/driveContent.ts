import { randomUUID } from 'node:crypto';
import type { Store } from './store.ts';

/** Of this size at most is one row: an upload of 60 MiB must not become one cell. */
const pieceBytes = 1024 * 1024;

/** The bytes of files, kept in the same database as everything else, so that they share its transactions. */
export type DriveContent = {
  /** A name for bytes that are about to come. */
  open(): string;
  /** Puts bytes after those that are there. */
  append(content: string, at: number, bytes: Uint8Array): void;
  /** From byte `from` up to and without `to`. */
  read(content: string, from: number, to: number): Uint8Array<ArrayBuffer>;
  remove(content: string): void;
  clear(): void;
};

export function openDriveContent(store: Store): DriveContent {
  store.run(
    `CREATE TABLE IF NOT EXISTS drive_content (
       content TEXT NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL,
       PRIMARY KEY (content, start)
     ) WITHOUT ROWID`,
  );
  return {
    open: randomUUID,
    append(content, at, bytes) {
      for (let start = 0; start < bytes.byteLength; start += pieceBytes) {
        const piece = bytes.subarray(start, start + pieceBytes);
        store.run(
          'INSERT INTO drive_content (content, start, size, bytes) VALUES (?, ?, ?, ?)',
          content,
          at + start,
          piece.byteLength,
          piece,
        );
      }
    },
    read(content, from, to) {
      const whole = new Uint8Array(to - from);
      const rows = store.all<{ start: number; bytes: ArrayBuffer }>(
        'SELECT start, bytes FROM drive_content WHERE content = ? AND start < ? AND start + size > ? ORDER BY start',
        content,
        to,
        from,
      );
      for (const { start, bytes } of rows) {
        const piece = new Uint8Array(bytes).subarray(Math.max(0, from - start), to - start);
        whole.set(piece, Math.max(0, start - from));
      }
      return whole;
    },
    remove: (content) => store.run('DELETE FROM drive_content WHERE content = ?', content),
    clear: () => store.run('DELETE FROM drive_content'),
  };
}
