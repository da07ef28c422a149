import { type Fault, isOfRows } from './fault.ts';
import { dice } from './seeded.ts';

/** Of the rows that were told before, so many come again: a page stays a page. */
const mostReplayed = 5;

/** Remembers what has been told of each list, and tells it again at the wrong time. */
export type FaultyRows = (path: string, body: unknown, faults: readonly Fault[]) => unknown;

export function openFaultyRows(): FaultyRows {
  const told = new Map<string, unknown[]>();
  let turn = 0;
  return (path, body, faults) => {
    const rows = rowsIn(body);
    if (!rows) return body;
    const place = path.replace(/\?.*$/s, '');
    const before = told.get(place) ?? [];
    let shown = rows;
    for (const fault of faults.filter(isOfRows)) {
      turn += 1;
      if (fault.kind === 'replayedRows') shown = replayed(shown, before);
      if (fault.kind === 'reorderedRows') shown = reordered(shown, turn);
      if (fault.kind === 'changedPage')
        shown = fault.how === 'skips' ? shown.slice(0, -1) : [...before.slice(-1), ...shown];
    }
    if (rows.length > 0) told.set(place, rows);
    return shown === rows ? body : { ...Object(body), value: shown };
  };
}

/** Ahead of the new, so that the last word on a row is still the newest (documented of delta). */
function replayed(rows: unknown[], before: readonly unknown[]): unknown[] {
  const again = before.length > 0 ? before.slice(-mostReplayed) : rows.slice(0, mostReplayed);
  return [...again, ...rows];
}

/** Any order, but of one row's states the newest stays the last. */
function reordered(rows: readonly unknown[], turn: number): unknown[] {
  const roll = dice(`order ${turn} ${rows.length}`);
  const places = rows.map((row, at) => ({ row, at, draw: roll() }));
  const mixed = places.toSorted((a, b) => a.draw - b.draw);
  const inTurn = new Map<unknown, unknown[]>();
  for (const row of rows) inTurn.set(idOf(row), [...(inTurn.get(idOf(row)) ?? []), row]);
  return mixed.map(({ row }) => inTurn.get(idOf(row))?.shift());
}

function rowsIn(body: unknown): unknown[] | undefined {
  const rows: unknown = Reflect.get(Object(body), 'value');
  return Array.isArray(rows) ? rows : undefined;
}

function idOf(row: unknown): unknown {
  return Reflect.get(Object(row), 'id');
}
