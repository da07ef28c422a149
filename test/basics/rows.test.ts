import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/basics/change.ts';
import { Overlay, type Rows, Table } from '../../src/basics/rows.ts';

type Note = Row & { readonly shelf: string; readonly tags: readonly string[] };
type NoteIndex = 'shelf' | 'tag';

const keys = ['a', 'b', 'c', 'd', 'e'];
const shelves = ['s1', 's2', 's3'];
const tags = ['t1', 't2'];
const indexes = {
  shelf: (note: Note) => [note.shelf],
  tag: (note: Note) => note.tags,
};

const note = fc.record<Note>({
  key: fc.constantFrom(...keys),
  title: fc.string({ maxLength: 3 }),
  removed: fc.boolean(),
  shelf: fc.constantFrom(...shelves),
  tags: fc.uniqueArray(fc.constantFrom(...tags)),
});
const step = fc.oneof({ weight: 4, arbitrary: note }, { weight: 1, arbitrary: fc.constantFrom(...keys) });

const seeded = { seed: 2023, numRuns: 1000 };
const byKey = (rows: Iterable<Note>) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));

/** The slow and obvious answer: look through everything. */
function expectSame(rows: Rows<Note, NoteIndex>, model: ReadonlyMap<string, Note>): void {
  const shown = [...model.values()].filter((row) => !row.removed);
  for (const key of keys) expect(rows.get(key)).toBe(model.get(key));
  expect(byKey(rows.values())).toEqual(byKey(shown));
  for (const shelf of shelves) {
    expect(byKey(rows.by('shelf', shelf))).toEqual(byKey(shown.filter((row) => row.shelf === shelf)));
  }
  for (const tag of tags) {
    expect(byKey(rows.by('tag', tag))).toEqual(byKey(shown.filter((row) => row.tags.includes(tag))));
  }
  expect([...rows.by('tag', 'nobody')]).toEqual([]);
}

describe('Table', () => {
  it('finds after any puts and removals what looking through everything finds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const table = new Table<Note, NoteIndex>(indexes);
        const model = new Map<string, Note>();
        for (const one of steps) {
          if (typeof one === 'string') {
            table.remove(one);
            model.delete(one);
          } else {
            table.put(one);
            model.set(one.key, one);
          }
        }
        expectSame(table, model);
        expect(table.size).toBe(model.size);
      }),
      seeded,
    );
  });

  it('finds a removed row by its key, and nowhere else', () => {
    const table = new Table<Note, NoteIndex>(indexes);
    const row: Note = { key: 'a', title: '', removed: false, shelf: 's1', tags: ['t1'] };
    table.put(row);
    table.put({ ...row, removed: true });
    expect(table.get('a')).toMatchObject({ removed: true });
    expect([...table.values()]).toEqual([]);
    expect([...table.by('shelf', 's1')]).toEqual([]);
  });
});

describe('Overlay', () => {
  it('[S1] shows what a map with the changes written into it would show, and leaves what lies below alone', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 8 }), fc.array(note, { maxLength: 8 }), (below, above) => {
        const table = new Table<Note, NoteIndex>(indexes);
        const confirmed = new Map<string, Note>();
        for (const row of below) {
          table.put(row);
          confirmed.set(row.key, row);
        }
        const overlay = new Overlay(table);
        const seen = new Map(confirmed);
        for (const row of above) {
          overlay.put(row);
          seen.set(row.key, row);
        }
        expectSame(overlay, seen);
        expectSame(table, confirmed);
      }),
      seeded,
    );
  });

  it('follows what happens below it', () => {
    const table = new Table<Note, NoteIndex>(indexes);
    const overlay = new Overlay(table);
    const row: Note = { key: 'a', title: '', removed: false, shelf: 's1', tags: [] };
    table.put(row);
    expect([...overlay.by('shelf', 's1')]).toEqual([row]);
  });
});
