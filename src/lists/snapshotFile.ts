import * as v from 'valibot';
import type { ListName, Row } from '../basics/change.ts';
import { isKey } from '../basics/key.ts';
import type { Snapshot } from '../basics/snapshot.ts';
import { listNames } from './lists.ts';
import { encodeRow, rowOfFields } from './record.ts';

/** Raise it when the file's form changes in a way that an earlier version of the app would misread. */
const version = 1;

const file = v.object({
  kaskad: v.literal('snapshot'),
  version: v.number(),
  period: v.pipe(v.string(), v.check(isKey)),
  year: v.number(),
  takenAt: v.pipe(v.string(), v.isoTimestamp()),
  by: v.object({ id: v.string(), name: v.string() }),
  lists: v.record(v.string(), v.array(v.record(v.string(), v.unknown()))),
});

/** Why a snapshot cannot be used: its bytes are not those that were closed, or they are none of ours. */
export type SnapshotTrouble = 'changed' | 'otherVersion' | 'unreadable';

/**
 * The snapshot as the bytes of a JSON file: rows by list, each with the same names and forms as in SharePoint, so that the
 * file can be read without us.
 */
export function snapshotText({ periodKey, year, takenAt, by, rows }: Snapshot): string {
  const lists = Object.fromEntries(
    listNames.flatMap((list) => {
      const all = rows[list];
      return all ? [[list, all.map((row) => fieldsOf(list, row))] as const] : [];
    }),
  );
  return `${JSON.stringify({ kaskad: 'snapshot', version, period: periodKey, year, takenAt, by, lists }, null, 1)}\n`;
}

function fieldsOf(list: ListName, row: Row) {
  const { CommandKey: _, ...fields } = encodeRow(list, row, '');
  return fields;
}

/** [F39] A snapshot is believed only while its bytes are those that were closed, and every row in it is one of ours. */
export async function snapshotIn(
  bytes: Uint8Array<ArrayBuffer>,
  checksum: string,
): Promise<Snapshot | SnapshotTrouble> {
  if ((await checksumOf(bytes)) !== checksum) return 'changed';
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'unreadable';
  }
  const read = v.safeParse(file, raw);
  if (!read.success) return 'unreadable';
  const { period, year, takenAt, by, lists } = read.output;
  if (read.output.version !== version) return 'otherVersion';
  const rows: Partial<Record<ListName, readonly Row[]>> = {};
  for (const list of listNames) {
    const decoded = (lists[list] ?? []).map((fields) => rowOfFields(list, fields));
    if (decoded.some((row) => typeof row === 'string')) return 'unreadable';
    rows[list] = decoded.filter((row) => typeof row !== 'string');
  }
  return { periodKey: period, year, takenAt, by, rows };
}

/** SHA-256, in hexadecimal. */
export async function checksumOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
