import type { Row } from './change.ts';
import type { Key } from './key.ts';

/** For each index, the values that a row is found under. */
export type Indexes<R, I extends string> = Readonly<Record<I, (row: R) => readonly string[]>>;

/**
 * The records of one list, as rules and screens read them. `get` finds a removed row too, since its key is
 * taken for ever; `values` and `by` leave removed rows out, so that no count can forget to.
 */
export interface Rows<R extends Row, I extends string> {
  get(key: Key): R | undefined;
  values(): Iterable<R>;
  by(index: I, value: string): Iterable<R>;
}

/** The rows of one index, by the value that they are found under. */
type Found<R> = Map<string, Map<Key, R>>;

/** Rows that are changed in place, with their indexes kept row by row. */
export class Table<R extends Row, I extends string> implements Rows<R, I> {
  readonly indexes: Indexes<R, I>;
  readonly #rows = new Map<Key, R>();
  readonly #found: ReadonlyMap<
    I,
    { readonly valuesOf: (row: R) => readonly string[]; readonly rows: Found<R> }
  >;

  constructor(indexes: Indexes<R, I>) {
    this.indexes = indexes;
    const all = Object.entries(indexes) as [I, (row: R) => readonly string[]][];
    this.#found = new Map(all.map(([index, valuesOf]) => [index, { valuesOf, rows: new Map() }]));
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: Key): R | undefined {
    return this.#rows.get(key);
  }

  *values(): Iterable<R> {
    for (const row of this.#rows.values()) if (!row.removed) yield row;
  }

  /** Removed rows too. */
  all(): Iterable<R> {
    return this.#rows.values();
  }

  by(index: I, value: string): Iterable<R> {
    return this.#found.get(index)?.rows.get(value)?.values() ?? [];
  }

  put(row: R): void {
    this.remove(row.key);
    this.#rows.set(row.key, row);
    if (row.removed) return;
    for (const { valuesOf, rows } of this.#found.values()) {
      for (const value of valuesOf(row)) {
        const found = rows.get(value);
        if (found) found.set(row.key, row);
        else rows.set(value, new Map([[row.key, row]]));
      }
    }
  }

  remove(key: Key): void {
    const row = this.#rows.get(key);
    if (!row) return;
    this.#rows.delete(key);
    for (const { valuesOf, rows } of this.#found.values()) {
      for (const value of valuesOf(row)) rows.get(value)?.delete(key);
    }
  }
}

/** A few changed rows laid over many unchanged ones. Costs what the change costs, never what lies below. */
export class Overlay<R extends Row, I extends string> implements Rows<R, I> {
  readonly #below: Rows<R, I>;
  readonly #changed: Table<R, I>;

  constructor(below: Table<R, I>) {
    this.#below = below;
    this.#changed = new Table(below.indexes);
  }

  get(key: Key): R | undefined {
    return this.#changed.get(key) ?? this.#below.get(key);
  }

  *values(): Iterable<R> {
    for (const row of this.#below.values()) if (!this.#changed.get(row.key)) yield row;
    yield* this.#changed.values();
  }

  *by(index: I, value: string): Iterable<R> {
    for (const row of this.#below.by(index, value)) if (!this.#changed.get(row.key)) yield row;
    yield* this.#changed.by(index, value);
  }

  put(row: R): void {
    this.#changed.put(row);
  }
}
