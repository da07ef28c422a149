import writeExcel from 'write-excel-file/universal';
import type { Cell, Table } from './table.ts';

/** Of characters; longer texts are wrapped by whoever reads them. */
const widest = 60;
const narrowest = 10;
/** Excel takes no more in one cell. */
const longest = 32_767;
/** What no sheet may be called, and how long its name may be. */
const forbiddenInName = /[[\]/\\:*?']+/g;
const longestName = 31;

/**
 * [E3] One sheet for each table: the head bold and always in sight, days and numbers as what they are. Text is text, whatever
 * it begins with.
 */
export function xlsxOf(tables: readonly Table[]): Promise<Blob> {
  const names = new Set<string>();
  const sheets = tables.map((table) => ({
    sheet: nameOf(table.name, names),
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd',
    columns: table.head.map((_, n) => ({ width: widthOf(table, n) })),
    data: [
      table.head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...table.rows.map((row) => row.map(written)),
    ],
  }));
  return writeExcel(sheets).toBlob();
}

function written(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, type: Number } : null;
  if (typeof cell === 'string') return { value: fitting(cell), type: String };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date };
}

/** Half an emoji left by the cut would make the file unreadable. */
function fitting(text: string): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

function widthOf({ head, rows }: Table, n: number): number {
  const texts = [head[n] ?? '', ...rows.map((row) => asText(row[n] ?? null))];
  const long = texts.reduce((most, text) => Math.max(most, text.length), 0);
  return Math.min(widest, Math.max(narrowest, long + 2));
}

function asText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}

function nameOf(wanted: string, taken: Set<string>): string {
  const plain = wanted.replaceAll(forbiddenInName, ' ').trim().slice(0, longestName) || '1';
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${plain.slice(0, longestName - 4)} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}
