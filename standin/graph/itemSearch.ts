import { hasValues, type ListColumn } from './column.ts';
import { builtInFieldNames } from './builtIn.ts';
import { fieldNotRecognized, invalidRequest, notImplemented, overThreshold } from './errors.ts';
import { comparable, fieldOf } from './fieldValues.ts';
import { comparableIn, holds, type Condition, type Operator } from './filter.ts';
import { fieldsOf, itemCells, keyOf, type Item } from './item.ts';
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
  const fitting = (item: Item) => others.every((other) => fits(item, other));
  if (!first)
    return query.order
      ? orderedPage(everything(store, list), query, query.order)
      : plainPage(store, list, query);
  const found = matching(store, list, first).filter(fitting);
  return query.order ? orderedPage(found, query, query.order) : pageOf(found.filter(after(query)), query.top);
}

type Wanted = { condition: Condition; column: ListColumn; wanted: string | number };

function referenced(list: List, { filter, order }: ItemQuery, lenient: boolean): Map<string, ListColumn> {
  const names = new Set([...filter.map((condition) => condition.field), ...(order ? [order.field] : [])]);
  const columns = new Map<string, ListColumn>();
  for (const name of names) {
    const column = list.columns.get(name);
    const base = list.columns.get(name.replace(/LookupId$/, ''));
    if (base && !hasValues(base.facet))
      throw notImplemented(`filter or order by columns with '${base.facet.kind}'`);
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
  return pageOf(stretch(store, list, query.after?.id ?? 0, query.top + 1), query.top);
}

/** So many items after an id, in the order of their ids. */
function stretch(store: Store, list: List, id: number, most: number): Item[] {
  return store.all<Item>(
    `SELECT ${itemCells} FROM item WHERE key > ? AND key < ? ORDER BY key LIMIT ?`,
    keyOf(list, id),
    keyOf(list, 2 ** 32),
    most,
  );
}

/** A stretch at a time: a list of a hundred thousand items has no place in memory all at once. */
function* everything(store: Store, list: List): Generator<Item> {
  for (let id = 0; ;) {
    const items = stretch(store, list, id, threshold);
    yield* items;
    const end = items.at(-1);
    if (items.length < threshold || !end) return;
    id = end.id;
  }
}

/** The first condition alone meets the threshold, whatever the others would have left (reported). */
function matching(store: Store, list: List, first: Wanted): Item[] {
  const { condition, column, wanted } = first;
  if (column.indexed && condition.operator !== 'ne') {
    return underThreshold(indexed(store, list, column, condition.operator, wanted));
  }
  const found: Item[] = [];
  for (const item of everything(store, list)) if (fits(item, first)) underThreshold(found).push(item);
  return underThreshold(found);
}

function underThreshold(found: Item[]): Item[] {
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
  return store.all<Item>(
    `SELECT ${itemCells} FROM item WHERE key IN
       (SELECT ? + item FROM item_value
        WHERE list = ? AND "column" = ? AND ${ranges[operator]} ORDER BY item LIMIT ${threshold + 1})
     ORDER BY key`,
    keyOf(list, 0),
    list.number,
    column.number,
    ...bounds,
  );
}

function fits(item: Item, { condition, column, wanted }: Wanted): boolean {
  return holds(condition.operator, valueOf(item, column.name), wanted);
}

function valueOf(item: Item, name: string): string | number | undefined {
  const value = fieldOf(fieldsOf(item), name);
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

type Row = { id: number; value: string | number | undefined };

/** Assumed: rows without a value come first, equal ones by id, and a page goes on after its last row. */
function orderedPage(found: Iterable<Item>, query: ItemQuery, { field, descending }: Order): Page {
  const turn = descending ? -1 : 1;
  const compare = (a: Row, b: Row) => turn * compared(a.value, b.value) || a.id - b.id;
  const start = query.after && { id: query.after.id, value: parsed(query.after.value) };
  const rest: (Row & { item: Item })[] = [];
  for (const item of found) {
    const row = { id: item.id, value: valueOf(item, field), item };
    if (start && compare(row, start) <= 0) continue;
    rest.push(row);
    // What cannot be on this page any more is let go, or a large list would lie in memory as a whole.
    if (rest.length >= 4 * (query.top + 1)) rest.sort(compare).splice(query.top + 1);
  }
  const shown = rest.sort(compare).slice(0, query.top);
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
