import type { Stored } from '../src/world.ts';

/** One row's place in a delta: its newest state, or a tombstone. */
export type DeltaEntry =
  | { readonly kind: 'row'; readonly stored: Stored }
  | { readonly kind: 'gone'; readonly itemId: string };

/** SharePoint tells keys apart without regard to case. */
export const folded = (key: string): string => key.toLowerCase();

/** One list of the model site: rows by key, by shelf and by number, and the order in which they last changed. */
export class ModelList {
  readonly #byKey = new Map<string, Stored>();
  readonly #byItem = new Map<string, Stored>();
  readonly #shelves = new Map<string, Map<string, Stored>>();
  /** Numbers of the rows in the order they were written or removed. A token is a length of it. */
  readonly #changes: string[] = [];
  #oldestToken = 0;
  #lastItem = 0;

  get(key: string): Stored | undefined {
    return this.#byKey.get(folded(key));
  }

  item(itemId: string): Stored | undefined {
    return this.#byItem.get(itemId);
  }

  all(): Iterable<Stored> {
    return this.#byItem.values();
  }

  onShelf(shelf: string): Iterable<Stored> {
    return this.#shelves.get(folded(shelf))?.values() ?? [];
  }

  /** [C44] Never given twice, also after the row is gone. */
  nextItem(): string {
    this.#lastItem += 1;
    return String(this.#lastItem);
  }

  put(stored: Stored): void {
    const before = this.#byItem.get(stored.itemId);
    const shelf = shelfOf(stored);
    if (before && shelfOf(before) !== shelf) this.#shelves.get(shelfOf(before))?.delete(stored.itemId);
    this.#byKey.set(folded(stored.row.key), stored);
    this.#byItem.set(stored.itemId, stored);
    const there = this.#shelves.get(shelf) ?? new Map<string, Stored>();
    const isMoved = before !== undefined && !there.has(stored.itemId);
    there.set(stored.itemId, stored);
    // Rows are read in the order of their numbers; only one that comes from another shelf can stand wrong.
    this.#shelves.set(shelf, isMoved ? inOrder(there) : there);
    this.#changes.push(stored.itemId);
  }

  remove(key: string): Stored | undefined {
    const there = this.get(key);
    if (!there) return undefined;
    this.#byKey.delete(folded(key));
    this.#byItem.delete(there.itemId);
    this.#shelves.get(shelfOf(there))?.delete(there.itemId);
    this.#changes.push(there.itemId);
    return there;
  }

  /** What has changed since the token, each row once, in its latest state only; `undefined` when it is too old. */
  since(token: string): DeltaEntry[] | undefined {
    const from = Number(token);
    if (!(from >= this.#oldestToken && from <= this.#changes.length)) return undefined;
    const told = new Set<string>();
    const entries: DeltaEntry[] = [];
    for (let at = this.#changes.length - 1; at >= from; at -= 1) {
      const itemId = this.#changes[at] ?? '';
      if (told.has(itemId)) continue;
      told.add(itemId);
      const stored = this.#byItem.get(itemId);
      entries.push(stored ? { kind: 'row', stored } : { kind: 'gone', itemId });
    }
    return entries.reverse();
  }

  token(): string {
    return String(this.#changes.length);
  }

  /** Makes every token that was given so far too old. */
  expire(): void {
    this.#changes.push('0');
    this.#oldestToken = this.#changes.length;
  }
}

function inOrder(rows: ReadonlyMap<string, Stored>): Map<string, Stored> {
  return new Map([...rows].sort(([a], [b]) => Number(a) - Number(b)));
}

function shelfOf({ row }: Stored): string {
  return 'shelf' in row ? folded(row.shelf) : '';
}
