import { isEmptyCell, type FileRow, mostColumns, mostRows, type RawCell, type Sheet } from './sheet.ts';

/** What the cells of every sheet point to. */
export type Shared = {
  readonly texts: readonly string[];
  /** For each style, whether it shows a day. */
  readonly days: readonly boolean[];
  /** Old Macs counted from 1904. */
  readonly is1904: boolean;
};

const tag = /<(\/?)(?:\w+:)?(row|c|v|t|rPh|mergeCell)\b([^<>]*?)(\/?)>/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML's text as people read it. Excel writes characters that XML lacks as `_x000D_`. */
export function xmlText(xml: string): string {
  return xml
    .replaceAll(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
      (all, hex?: string, plain?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? all;
        const code = hex === undefined ? Number(plain) : Number.parseInt(hex, 16);
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
      },
    )
    .replaceAll(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : xmlText(value);
}

/**
 * [I4] The rows of a sheet. Of a formula its value is taken as it was last reckoned; text is text whatever it begins with. What a
 * merged cell says holds for every row that it covers. One pass, however large or broken the file is.
 */
export function sheetOf(name: string, xml: string, shared: Shared): Sheet {
  const rows: { n: number; cells: RawCell[] }[] = [];
  const merges: string[] = [];
  let row: { n: number; cells: RawCell[] } = { n: 0, cells: [] };
  let cell = { column: 0, type: 'n', style: -1 };
  let value = '';
  let from = 0;
  let isAside = false;
  const endRow = () => {
    if (row.cells.some((one) => !isEmptyCell(one)))
      rows.push(rows.length > mostRows ? { n: row.n, cells: [] } : row);
  };
  for (const found of xml.matchAll(tag)) {
    const [all, end, what, attributes = '', closed] = found;
    const isEnd = end === '/';
    if (what === 'row' && !isEnd) {
      row = { n: Number(attribute(attributes, 'r') ?? row.n + 1), cells: [] };
    } else if (what === 'row') {
      endRow();
    } else if (what === 'c' && !isEnd) {
      const place = attribute(attributes, 'r');
      cell = {
        column: place === undefined ? row.cells.length : columnOf(place),
        type: attribute(attributes, 't') ?? 'n',
        style: Number(attribute(attributes, 's') ?? -1),
      };
      value = '';
    } else if (what === 'c') {
      // One beyond what is taken, so that it is told that there are too many.
      if (cell.column <= mostColumns) {
        while (row.cells.length < cell.column) row.cells.push(null);
        row.cells[cell.column] = cellOf(value, cell, shared);
      }
    } else if (what === 'mergeCell') {
      merges.push(attribute(attributes, 'ref') ?? '');
    } else if (what === 'rPh') {
      // How a Japanese name is said aloud.
      isAside = !isEnd && closed === '';
    } else if (isEnd) {
      if (!isAside) value += xmlText(xml.slice(from, found.index));
    } else if (closed === '') {
      from = found.index + all.length;
    }
  }
  const filled = merges.filter((range) => fill(rows, range)).length;
  return { name, rows: rows.map(trimmed), merged: filled };
}

function trimmed({ n, cells }: FileRow): FileRow {
  return { n, cells: cells.slice(0, cells.findLastIndex((cell) => !isEmptyCell(cell)) + 1) };
}

/** Of `AB12` the column, counted from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place.toUpperCase()) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return Math.max(0, column - 1);
}

function cellOf(value: string, { type, style }: { type: string; style: number }, shared: Shared): RawCell {
  if (value === '') return null;
  switch (type) {
    case 's':
      return shared.texts[Number(value)] ?? null;
    case 'b':
      return value === '1';
    case 'e':
      return { error: value };
    case 'str':
    case 'inlineStr':
      return value;
    case 'd':
      return value.slice(0, 10);
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      return shared.days[style] === true ? dayOfSerial(number, shared.is1904) : number;
    }
  }
}

/** Days since 1899-12-30, as Excel counts them. */
function dayOfSerial(serial: number, is1904: boolean): RawCell {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0);
  // Before 1900-03-01 Excel knows a day that never was, and a year of five digits is none of ours.
  if (days < 61 || days > 2_958_465) return serial;
  return { day: new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10) };
}

/** True where the merged cell held something, and covers another row or column of the table. */
function fill(rows: readonly { n: number; cells: RawCell[] }[], range: string): boolean {
  const [, first = '', top, last = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  if (top === undefined || bottom === undefined) return false;
  const [from, to] = [columnOf(first), Math.min(columnOf(last), mostColumns)];
  const value = rows.find(({ n }) => n === Number(top))?.cells[from] ?? null;
  if (isEmptyCell(value)) return false;
  // A title over the whole table belongs to no column in particular.
  if (top === bottom) return true;
  for (const { n, cells } of rows) {
    if (n < Number(top) || n > Number(bottom)) continue;
    for (let column = from; column <= to; column += 1) {
      while (cells.length <= column) cells.push(null);
      if (isEmptyCell(cells[column])) cells[column] = value;
    }
  }
  return true;
}
