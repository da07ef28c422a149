import { decoded, isText, rowsOfText } from './readText.ts';
import { workbookOf } from './readWorkbook.ts';
import { type FileRefusal, mostBytes, type Sheet, wrongIn } from './sheet.ts';

/** The sheets that hold something, or why the file is of no use here. */
export type ReadFile = { readonly sheets: readonly Sheet[] } | FileRefusal;

const begins = (bytes: Uint8Array, ...first: readonly number[]) =>
  first.every((byte, n) => bytes[n] === byte);

/** [I3] A file from outside, by what it is and not by what it is called. Never throws. */
export function readFile(name: string, bytes: Uint8Array): ReadFile {
  if (bytes.length === 0) return { problem: 'empty', count: 0 };
  if (bytes.length > mostBytes) return { problem: 'tooLarge', count: bytes.length };
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { problem: isLocked(bytes) ? 'locked' : 'oldExcel', count: 0 };
  const sheets = begins(bytes, 0x50, 0x4b) ? workbookOf(bytes) : textSheet(name, bytes);
  if ('problem' in sheets) return sheets;
  const useful = sheets.filter((sheet) => wrongIn(sheet) === undefined);
  if (useful.length > 0) return { sheets: useful };
  const [filled = { rows: [] }] = [...sheets].sort((a, b) => b.rows.length - a.rows.length);
  return wrongIn(filled) ?? { problem: 'empty', count: 0 };
}

function textSheet(name: string, bytes: Uint8Array): readonly Sheet[] | FileRefusal {
  const { text } = decoded(bytes);
  if (!isText(text) || text.startsWith('%PDF')) return { problem: 'notTable', count: 0 };
  return [{ name, rows: rowsOfText(text), merged: 0 }];
}

/** A workbook with a password lies encrypted in the same shell that old workbooks were written in. */
function isLocked(bytes: Uint8Array): boolean {
  const name = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return name.includes('EncryptedPackage');
}
