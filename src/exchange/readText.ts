import Papa from 'papaparse';
import { type FileRow, isEmptyCell, mostRows } from './sheet.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * [I1] What the bytes say. A mark at the beginning tells; without one, zeros at every other place are UTF-16, what is no UTF-8
 * is what Windows has always written in Sweden.
 */
export function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const encoding = encodingOf(bytes);
  // Both take away the mark.
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const some = bytes.subarray(0, 200);
  const zerosAt = (rest: number) => some.filter((byte, n) => byte === 0 && n % 2 === rest).length;
  if (zerosAt(1) > some.length / 4 && zerosAt(0) === 0) return 'utf-16le';
  if (zerosAt(0) > some.length / 4 && zerosAt(1) === 0) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Nobody types these into a table; a picture or a program is full of them. */
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000E-\u001F]/;

export function isText(text: string): boolean {
  return !unprintable.test(text.slice(0, 10_000));
}

/** What the export puts before text that Excel would take for a formula. */
const guarded = /^'\s*[=+\-@\t\r]/;
const named = /^sep=(.)\r?\n/i;

/**
 * [I2] The rows that hold something, with the number of the row that Excel would show. What parts the columns is what the first
 * line has most of; a line `sep=;` before it, as Excel writes, has the last word.
 */
export function rowsOfText(text: string): FileRow[] {
  const own = named.exec(text);
  const body = own ? text.slice(own[0].length) : text;
  const { data } = Papa.parse<string[]>(body, {
    delimiter: own?.[1] ?? delimiterIn(body),
    skipEmptyLines: false,
  });
  const rows: FileRow[] = [];
  const before = own ? 2 : 1;
  for (const [n, cells] of data.entries()) {
    if (cells.every(isEmptyCell)) continue;
    // Beyond what is taken only the number is told.
    const kept = rows.length > mostRows ? [] : trimmedEnd(cells.map(asTold));
    rows.push({ n: n + before, cells: kept });
  }
  return rows;
}

function asTold(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}

function trimmedEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => !isEmptyCell(cell));
  return cells.slice(0, last + 1);
}

/** Outside of quotes; where two are as many, the earlier one here. */
function delimiterIn(text: string): string {
  const counts = new Map([
    ['\t', 0],
    [';', 0],
    [',', 0],
  ]);
  let isQuoted = false;
  for (const letter of text.slice(0, 20_000)) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\n' || letter === '\r') && [...counts.values()].some((n) => n > 0))
      break;
    else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const [[best] = [';']] = [...counts].filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  return best;
}
