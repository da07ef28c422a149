import type { ListColumn } from './column.ts';
import { builtInFieldNames } from './builtIn.ts';
import { fieldNotRecognized, invalidRequest, notImplemented, overThreshold } from './errors.ts';
import { comparable, fieldOf } from './fieldValues.ts';
import { comparableIn, holds, type Condition, type Operator } from './filter.ts';
import { itemCells, itemOf, type Item, type ItemRow } from './itemBook.ts';
import type { List } from './listBook.ts';
import type { ItemQuery, Order, Position } from './query.ts';
import type { Store } from './store.ts';

export type Page = { items: Item[]; next: Position | undefined };

/** SharePoint's list view threshold. */
const threshold = 5000;

const ranges: Record<Exclude<Operator, 'ne'>, string> = {
  eq: 'value = ?',
  gt: 'value > ?',
  ge: 'value >= ?',
  lt: 'value < ?',
  le: 'value <= ?',
  startswith: 'value >= ? AND value < ?',
};
/** After every text that starts with the same characters. */
const last = '\u{10FFFF}';

/**
 * One page of a list. `lenient` is the header Prefer: HonorNonIndexedQueriesWarningMayFailRandomly,
 * which lifts the index rule but not the threshold.
 */
export function findItems(store: Store, list: List, query: ItemQuery, lenient: boolean): Page {
  const columns = referenced(list, query, lenient);
  const [first, ...others] = query.filter.map((condition) => {
    const column = columnOf(columns, condition.field);
    return { condition, column, wanted: comparableIn(column, condition) };
  });
  if (!first && !query.order) return plainPage(store, list, query);
  let found = first ? matching(store, list, first) : allItems(store, list);
  for (const other of others) found = found.filter((item) => fits(item, other));
  return query.order ? orderedPage(found, query, query.order) : pageOf(found.filter(after(query)), query.top);
}

type Wanted = { condition: Condition; column: ListColumn; wanted: string | number };

function referenced(list: List, { filter, order }: ItemQuery, lenient: boolean): Map<string, ListColumn> {
  const names = new Set([...filter.map((condition) => condition.field), ...(order ? [order.field] : [])]);
  const columns = new Map<string, ListColumn>();
  for (const name of names) {
    const column = list.columns.get(name);
    if (!column && !builtInFieldNames.has(name)) throw fieldNotRecognized(name);
    if (!column?.indexed && !lenient) {
      throw invalidRequest(
        `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
      );
    }
    if (!column) throw notImplemented(`filter or order by the built-in field '${name}'`);
    columns.set(name, column);
  }
  // Documented as a rule; Graph's text for it is not known.
  if (columns.size > 1 && !lenient) {
    throw invalidRequest('Only one indexed field at a time can be referenced in filter or orderby.');
  }
  return columns;
}

function columnOf(columns: Map<string, ListColumn>, name: string): ListColumn {
  const column = columns.get(name);
  if (!column) throw fieldNotRecognized(name);
  return column;
}

function plainPage(store: Store, list: List, query: ItemQuery): Page {
  const rows = store.all<ItemRow>(
    `SELECT ${itemCells} FROM item WHERE list = ? AND id > ? ORDER BY id LIMIT ?`,
    list.number,
    query.after?.id ?? 0,
    query.top + 1,
  );
  return pageOf(rows.map(itemOf), query.top);
}

/** The first condition alone meets the threshold, whatever the others would have left (reported). */
function matching(store: Store, list: List, first: Wanted): Item[] {
  const { condition, column, wanted } = first;
  const found =
    column.indexed && condition.operator !== 'ne'
      ? indexed(store, list, column, condition.operator, wanted)
      : allItems(store, list).filter((item) => fits(item, first));
  if (found.length > threshold) throw overThreshold();
  return found;
}

function indexed(
  store: Store,
  list: List,
  column: ListColumn,
  operator: Exclude<Operator, 'ne'>,
  wanted: string | number,
): Item[] {
  const bounds = operator === 'startswith' ? [wanted, `${wanted}${last}`] : [wanted];
  return store
    .all<ItemRow>(
      `SELECT ${itemCells} FROM item_value JOIN item ON item.list = item_value.list AND item.id = item_value.item
       WHERE item_value.list = ? AND item_value."column" = ? AND ${ranges[operator]}
       ORDER BY item_value.item LIMIT ${threshold + 1}`,
      list.number,
      column.number,
      ...bounds,
    )
    .map(itemOf);
}

function allItems(store: Store, list: List): Item[] {
  return store
    .all<ItemRow>(`SELECT ${itemCells} FROM item WHERE list = ? ORDER BY id`, list.number)
    .map(itemOf);
}

function fits(item: Item, { condition, column, wanted }: Wanted): boolean {
  return holds(condition.operator, valueOf(item, column.name), wanted);
}

function valueOf(item: Item, name: string): string | number | undefined {
  const value = fieldOf(item.fields, name);
  return value === undefined ? undefined : comparable(value);
}

function after({ after: position }: ItemQuery): (item: Item) => boolean {
  return (item) => position === undefined || item.id > position.id;
}

function pageOf(found: Item[], top: number): Page {
  const items = found.slice(0, top);
  const end = items.at(-1);
  return { items, next: found.length > top && end ? { id: end.id } : undefined };
}

/** Assumed: rows without a value come first, equal ones by id, and a page goes on after its last row. */
function orderedPage(found: Item[], query: ItemQuery, { field, descending }: Order): Page {
  const turn = descending ? -1 : 1;
  const rows = found.map((item) => ({ id: item.id, value: valueOf(item, field), item }));
  type Row = Omit<(typeof rows)[number], 'item'>;
  const compare = (a: Row, b: Row) => turn * compared(a.value, b.value) || a.id - b.id;
  rows.sort(compare);
  const start = query.after && { id: query.after.id, value: parsed(query.after.value) };
  const rest = start ? rows.filter((row) => compare(row, start) > 0) : rows;
  const shown = rest.slice(0, query.top);
  const end = shown.at(-1);
  return {
    items: shown.map((row) => row.item),
    next:
      rest.length > query.top && end ? { id: end.id, value: JSON.stringify(end.value ?? null) } : undefined,
  };
}

function compared(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

function parsed(text: string | undefined): string | number | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}
