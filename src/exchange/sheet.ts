import type { Day } from '../basics/day.ts';

/** What stands in one cell of a file from outside. An error is Excel's own word for a formula that has broken: `#REF!`. */
export type RawCell = string | number | boolean | { readonly day: Day } | { readonly error: string } | null;

/** A row that holds something, with its number in the file. */
export type FileRow = { readonly n: number; readonly cells: readonly RawCell[] };

export type Sheet = {
  readonly name: string;
  readonly rows: readonly FileRow[];
  /** How many ranges were merged into one cell: what they say is taken for every row that they cover. */
  readonly merged: number;
};

/** [I3] More is a list to divide: it would be sent for a quarter of an hour, and SharePoint itself shows no more at once. */
export const mostRows = 5000;
/** The file as it lies on the disk, and what it may grow to when it is unpacked. */
export const mostBytes = 10 * 1024 * 1024;
export const mostUnpacked = 80 * 1024 * 1024;
export const mostColumns = 200;

export type FileProblem =
  | 'empty'
  | 'onlyHead'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'oldExcel'
  | 'locked'
  | 'notExcel'
  | 'notTable'
  | 'damaged';

export type FileRefusal = { readonly problem: FileProblem; readonly count: number };

export function isEmptyCell(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** [I3] What makes the whole sheet unusable, if anything does. */
export function wrongIn({ rows }: Pick<Sheet, 'rows'>): FileRefusal | undefined {
  if (rows.length === 0) return { problem: 'empty', count: 0 };
  if (rows.length === 1) return { problem: 'onlyHead', count: 0 };
  if (rows.length > mostRows + 1) return { problem: 'tooManyRows', count: rows.length - 1 };
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return widest > mostColumns ? { problem: 'tooManyColumns', count: widest } : undefined;
}
