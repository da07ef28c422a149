import { type KeyboardEvent, useRef, useState } from 'react';
import { type Spot, walked } from '../assignments/gridWalk.ts';

/**
 * One tab stop for a whole grid, walked by arrows. The cells carry `data-cell="row:column"`; column 0 is the row's own
 * head. `reveal` sees to it that a row is drawn.
 */
export function useGridKeys(rows: number, columns: number, reveal: (row: number) => void) {
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Spot>({ row: 0, column: 0 });
  const row = Math.min(at.row, Math.max(0, rows - 1));
  const column = Math.min(at.column, columns - 1);

  function onKeyDown(event: KeyboardEvent): void {
    const isFar = event.ctrlKey || event.metaKey;
    const to = walked({ row, column }, event.key, isFar, { rows, columns });
    if (!to) return;
    event.preventDefault();
    setAt(to);
    reveal(to.row);
    // A row that was outside of the window is drawn first.
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row}:${to.column}"]`)?.focus(),
    );
  }

  return {
    grid,
    onKeyDown,
    /** The column of the one tab stop, in the row that has it. */
    stopIn: (ofRow: number) => (ofRow === row ? column : undefined),
    /** The same function each time: of thousands of rows only those that change are drawn anew. */
    onStop: setAt,
  };
}
