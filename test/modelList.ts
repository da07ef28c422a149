import type { Stored } from '../src/world.ts';

/** What has changed on a list since a token: each row once, in its latest state. */
type ModelChanges = { readonly stored: Stored[]; readonly gone: string[] };

/** The columns that rows can be asked for by. */
const shelvings = ['shelf', 'unitShelf', 'year'] as const;
type Shelving = (typeof shelvings)[number];

/** SharePoint tells keys apart without regard to case. */
export const folded = (key: string): string => key.toLowerCase();

/** One list of the model site: rows by key, by shelf and by number, and the order in which they last changed. */
export class ModelList {
  readonly #byKey = new Map<string, Stored>();
  readonly #byItem = new Map<string, Stored>();
  readonly #shelves = {
    shelf: new Map<string, Map<string, Stored>>(),
    unitShelf: new Map<string, Map<string, Stored>>(),
    year: new Map<string, Map<string, Stored>>(),
  };
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

  on(shelving: Shelving, shelf: string): Iterable<Stored> {
    return this.#shelves[shelving].get(folded(shelf))?.values() ?? [];
  }

  /** [C44] Never given twice, also after the row is gone. */
  nextItem(): string {
    this.#lastItem += 1;
    return String(this.#lastItem);
  }

  put(stored: Stored): void {
    const before = this.#byItem.get(stored.itemId);
    this.#byKey.set(folded(stored.row.key), stored);
    this.#byItem.set(stored.itemId, stored);
    for (const shelving of shelvings) {
      if (shelving in stored.row) this.#shelve(shelving, stored, before);
    }
    this.#changes.push(stored.itemId);
  }

  remove(key: string): Stored | undefined {
    const there = this.get(key);
    if (!there) return undefined;
    this.#byKey.delete(folded(key));
    this.#byItem.delete(there.itemId);
    for (const shelving of shelvings)
      this.#shelves[shelving].get(shelfOf(shelving, there))?.delete(there.itemId);
    this.#changes.push(there.itemId);
    return there;
  }

  /** `undefined` when the token is too old. */
  since(token: string): ModelChanges | undefined {
    const from = Number(token);
    if (!(from >= this.#oldestToken && from <= this.#changes.length)) return undefined;
    const told = new Set<string>();
    const stored: Stored[] = [];
    const gone: string[] = [];
    for (let at = this.#changes.length - 1; at >= from; at -= 1) {
      const itemId = this.#changes[at] ?? '';
      if (told.has(itemId)) continue;
      told.add(itemId);
      const row = this.#byItem.get(itemId);
      if (row) stored.push(row);
      else gone.push(itemId);
    }
    return { stored: stored.reverse(), gone: gone.reverse() };
  }

  token(): string {
    return String(this.#changes.length);
  }

  /** Makes every token that was given so far too old. */
  expire(): void {
    this.#changes.push('0');
    this.#oldestToken = this.#changes.length;
  }

  #shelve(shelving: Shelving, stored: Stored, before: Stored | undefined): void {
    const shelves = this.#shelves[shelving];
    const shelf = shelfOf(shelving, stored);
    const beforeShelf = before && shelfOf(shelving, before);
    if (beforeShelf !== undefined && beforeShelf !== shelf) shelves.get(beforeShelf)?.delete(stored.itemId);
    const there = shelves.get(shelf) ?? new Map<string, Stored>();
    const isMoved = before !== undefined && !there.has(stored.itemId);
    there.set(stored.itemId, stored);
    // Rows are read in the order of their numbers; only one that comes from another shelf can stand wrong.
    shelves.set(shelf, isMoved ? inOrder(there) : there);
  }
}

function inOrder(rows: ReadonlyMap<string, Stored>): Map<string, Stored> {
  return new Map([...rows].sort(([a], [b]) => Number(a) - Number(b)));
}

function shelfOf(shelving: Shelving, { row }: Stored): string {
  const value = (row as unknown as Partial<Record<Shelving, string | number>>)[shelving];
  return typeof value === 'string' ? folded(value) : String(value);
}
