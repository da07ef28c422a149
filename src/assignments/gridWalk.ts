/** A place in a grid whose first row and column are its headers. */
export type Spot = { readonly row: number; readonly column: number };

/** Rows that a page is taken for. */
const page = 10;

/** Where a key leads in a grid; `undefined` for keys that do not walk. At the edges one stays. */
export function walked(
  { row, column }: Spot,
  key: string,
  isControl: boolean,
  size: { readonly rows: number; readonly columns: number },
): Spot | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const within = (n: number, last: number) => Math.min(Math.max(n, 0), last);
  const to = (nextRow: number, nextColumn: number) => ({
    row: within(nextRow, lastRow),
    column: within(nextColumn, lastColumn),
  });
  switch (key) {
    case 'ArrowDown':
      return to(isControl ? lastRow : row + 1, column);
    case 'ArrowUp':
      return to(isControl ? 0 : row - 1, column);
    case 'ArrowRight':
      return to(row, isControl ? lastColumn : column + 1);
    case 'ArrowLeft':
      return to(row, isControl ? 0 : column - 1);
    case 'Home':
      return isControl ? to(0, 0) : to(row, 0);
    case 'End':
      return isControl ? to(lastRow, lastColumn) : to(row, lastColumn);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    default:
      return undefined;
  }
}
