import type { Day } from '../basics/day.ts';

/** A day stays a day in a spreadsheet, a number a number, and everything else is text. */
export type Cell = string | number | { readonly day: Day } | null;

/** What goes out as one sheet or one file: rows under their heads. */
export type Table = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

export function dayCell(day: Day | null): Cell {
  return day === null ? null : { day };
}

/** Texts that belong in one cell. */
export function joined(parts: readonly (string | null | undefined)[], by = ', '): Cell {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(by) || null;
}

/** [E5] A file's name out of what it holds: no å, ä or ö, which old file systems garble, and nothing that SharePoint refuses. */
export function fileName(parts: readonly (string | number)[]): string {
  const plain = parts.map((part) =>
    String(part)
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replaceAll(/^-+|-+$/g, ''),
  );
  return plain.filter((part) => part !== '').join('-') || 'export';
}
