import Papa from 'papaparse';
import type { Cell, Table } from './table.ts';

/** What Excel takes for a formula when it opens a file of text. */
const formula = /^[=+\-@\t\r]/;
/** Without it Excel reads å as two letters. */
const mark = '\uFEFF';

/**
 * [E1] A table as Excel in Sweden opens it by a double click: semicolons, decimal commas, Windows' line ends. [E2] Text that
 * would be a formula gets an apostrophe before it; a negative number stays a number.
 */
export function csvOf({ head, rows }: Table): string {
  const lines = [head, ...rows].map((row) => row.map(written));
  return mark + Papa.unparse(lines, { delimiter: ';', newline: '\r\n' }) + '\r\n';
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  if (typeof cell !== 'string') return cell.day;
  // Behind white space that is cut away when it is pasted stands a formula all the same.
  return formula.test(cell) || formula.test(cell.trimStart()) ? `'${cell}` : cell;
}
