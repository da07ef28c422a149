import type { Change, Row } from '../basics/change.ts';
import type { Key } from '../basics/key.ts';
import { type Indexes, type Rows, Table } from '../basics/rows.ts';

/** Rows as they will be when what the file says has been done: what a later row of it is held against. */
export class Laid<R extends Row, I extends string> implements Rows<R, I> {
  readonly #below: Rows<R, I>;
  readonly #changed: Table<R, I>;

  constructor(below: Rows<R, I>, indexes: Indexes<R, I>) {
    this.#below = below;
    this.#changed = new Table(indexes);
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

  lay(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'create') {
        this.#changed.put(change.row as R);
        continue;
      }
      const row = this.get(change.key);
      const fields = Object.entries(change.fields).map(([name, { to }]) => [name, to] as const);
      if (row) this.#changed.put({ ...row, ...Object.fromEntries(fields) });
    }
  }
}
