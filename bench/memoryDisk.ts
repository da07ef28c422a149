import { deserialize, serialize } from 'node:v8';
import { commandIn } from '../src/sync/commandShape.ts';
import { emptyMarks, type Marks } from '../src/sync/marks.ts';
import type { Disk } from '../src/sync/storeParts.ts';
import type { Stored } from '../src/world.ts';

/**
 * A device's disk in memory, for as many openings as one likes. What is kept is copied by structured cloning, which is
 * what IndexedDB costs the page; waiting for a disk is not measured.
 */
export function memoryDisk(): Disk {
  const pending = new Map<string, Buffer>();
  const chunks = new Map<number, Buffer>();
  let kept: Marks = emptyMarks();
  return {
    pending: {
      read() {
        const rows = inOrderOfKeys(pending).map((row) => commandIn(deserialize(row)));
        const commands = rows.filter((row) => row !== undefined);
        return Promise.resolve({ commands, unreadable: rows.length - commands.length });
      },
      swap(removed, added) {
        for (const key of removed) pending.delete(key);
        for (const command of added) pending.set(command.key, serialize(command));
        return Promise.resolve();
      },
    },
    confirmed: {
      read() {
        const inOrder = [...chunks].toSorted(([a], [b]) => a - b);
        const read = inOrder.map(([, chunk]) => deserialize(chunk) as Stored[]);
        return Promise.resolve({ chunks: read, marks: structuredClone(kept), damaged: 0 });
      },
      save(changed, marks, isWhole) {
        if (isWhole) chunks.clear();
        for (const [number, rows] of changed) chunks.set(number, serialize(rows));
        kept = structuredClone(marks);
        return Promise.resolve();
      },
    },
    forget: () => Promise.resolve(),
  };
}

/** As IndexedDB gives them. */
function inOrderOfKeys(rows: ReadonlyMap<string, Buffer>): Buffer[] {
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
