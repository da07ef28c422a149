import { randomBytes } from 'node:crypto';
import type { ConflictBehavior } from './driveBook.ts';
import type { DriveContent } from './driveContent.ts';
import type { Store } from './store.ts';

/** A file on its way: what has come, and what is to become of it when all of it has. */
export type Upload = {
  /** Whoever knows it may go on with the upload, so it cannot be guessed. */
  session: string;
  drive: string;
  /** Id of the folder that the file is to lie in. */
  folder: string;
  name: string;
  onConflict: ConflictBehavior;
  content: string;
  received: number;
  /** Of the whole file; the first piece says it. */
  total: number | null;
  /** ISO moment; each piece moves it on. */
  expires: string;
  person: number;
  app: number;
};

export type UploadBook = {
  begin(
    upload: Pick<Upload, 'drive' | 'folder' | 'name' | 'onConflict' | 'expires' | 'person' | 'app'>,
  ): Upload;
  find(session: string): Upload | undefined;
  /** The upload as it stands with this piece of a file of `total` bytes. */
  receive(upload: Upload, bytes: Uint8Array, total: number, expires: string): Upload;
  /** Forgets the session but not its bytes: they belong to the file now. */
  finish(upload: Upload): void;
  cancel(upload: Upload): void;
  /** Gives up what has not been finished in time. */
  sweep(now: string): void;
  clear(): void;
};

export function openUploadBook(store: Store, content: DriveContent): UploadBook {
  store.run(
    `CREATE TABLE IF NOT EXISTS drive_upload (
       session TEXT PRIMARY KEY, drive TEXT NOT NULL, folder TEXT NOT NULL, name TEXT NOT NULL,
       onConflict TEXT NOT NULL, content TEXT NOT NULL, received INTEGER NOT NULL, total INTEGER,
       expires TEXT NOT NULL, person INTEGER NOT NULL, app INTEGER NOT NULL
     ) WITHOUT ROWID`,
  );
  const find = (session: string) =>
    store.first<Upload>('SELECT * FROM drive_upload WHERE session = ?', session);
  const finish = ({ session }: Upload) => store.run('DELETE FROM drive_upload WHERE session = ?', session);
  const cancel = (upload: Upload) =>
    store.together(() => {
      content.remove(upload.content);
      finish(upload);
    });

  return {
    find,
    finish,
    cancel,
    begin(wanted) {
      const upload: Upload = {
        ...wanted,
        session: randomBytes(24).toString('hex'),
        content: content.open(),
        received: 0,
        total: null,
      };
      const { session, drive, folder, name, onConflict, expires, person, app } = upload;
      store.run(
        `INSERT INTO drive_upload (session, drive, folder, name, onConflict, content, received, expires, person, app)
         VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)`,
        session,
        drive,
        folder,
        name,
        onConflict,
        upload.content,
        expires,
        person,
        app,
      );
      return upload;
    },
    receive: (upload, bytes, total, expires) =>
      store.together(() => {
        content.append(upload.content, upload.received, bytes);
        const received = upload.received + bytes.byteLength;
        store.run(
          'UPDATE drive_upload SET received = ?, total = ?, expires = ? WHERE session = ?',
          received,
          total,
          expires,
          upload.session,
        );
        return { ...upload, received, total, expires };
      }),
    sweep(now) {
      const late = store.all<Upload>('SELECT * FROM drive_upload WHERE expires < ?', now);
      for (const upload of late) cancel(upload);
    },
    clear: () => store.run('DELETE FROM drive_upload'),
  };
}
