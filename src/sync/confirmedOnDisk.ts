import type { ListName } from '../basics/change.ts';
import { isKey } from '../basics/key.ts';
import { recordsVersion, type Stored } from '../world.ts';
import type { Database } from './database.ts';
import { emptyMarks, type Marks } from './marks.ts';

/** The confirmed records as they were when the tab was last open. */
export type ConfirmedOnDisk = {
  /** Everything that is readable, chunk by chunk, how far it can be trusted, and how many chunks could not be read. */
  read(): Promise<{ chunks: (readonly Stored[])[]; marks: Marks; damaged: number }>;
  /** Writes the chunks that changed; `isWhole`: they are all there is, and what another tab wrote goes. */
  save(chunks: ReadonlyMap<number, readonly Stored[]>, marks: Marks, isWhole: boolean): Promise<void>;
};

const listNames: readonly string[] = [
  'goals',
  'stageGoals',
  'units',
  'assignments',
  'activities',
  'comments',
  'periods',
  'settings',
  'tallies',
  'indicators',
  'measurements',
  'dialogues',
  'gapNotes',
] satisfies ListName[];

export function confirmedOnDisk(database: Database): ConfirmedOnDisk {
  return {
    async read() {
      const known: unknown = await database.get('marks', 'confirmed');
      // Records of another version of the app are read anew from the site; they are a copy, and nobody's work.
      if (!isMarks(known)) {
        await database.clear('chunks');
        return { chunks: [], marks: emptyMarks(), damaged: 0 };
      }
      let damaged = 0;
      const chunks = (await database.getAll('chunks')).map((raw): readonly Stored[] => {
        const rows = parsed(raw);
        if (Array.isArray(rows) && rows.every(isStored)) return rows;
        damaged += 1;
        return [];
      });
      const { read, tokens, unsure, untallied, crowded } = known;
      // A damaged chunk makes the rest incomplete: it is shown, but read anew before it is trusted.
      const marks =
        damaged > 0 ? { ...emptyMarks(), untallied } : { read, tokens, unsure, untallied, crowded };
      return { chunks, marks, damaged };
    },
    async save(chunks, marks, isWhole) {
      const transaction = database.transaction(['chunks', 'marks'], 'readwrite', { durability: 'relaxed' });
      if (isWhole) void transaction.objectStore('chunks').clear();
      for (const [number, rows] of chunks)
        void transaction.objectStore('chunks').put(JSON.stringify(rows), number);
      void transaction.objectStore('marks').put({ version: recordsVersion, ...marks }, 'confirmed');
      await transaction.done;
    },
  };
}

/** What lies there; nothing where there is no disk, or where it cannot be read. */
export async function readConfirmed(disk: ConfirmedOnDisk | undefined): ReturnType<ConfirmedOnDisk['read']> {
  try {
    return (await disk?.read()) ?? { chunks: [], marks: emptyMarks(), damaged: 0 };
  } catch {
    return { chunks: [], marks: emptyMarks(), damaged: 0 };
  }
}

/** Chunks lie there as text: the browser reads one long text many times faster than thousands of small objects. */
function parsed(raw: unknown): unknown {
  try {
    return typeof raw === 'string' ? JSON.parse(raw) : undefined;
  } catch {
    return undefined;
  }
}

type MarksOnDisk = Marks & { readonly version: number };

// Checked by hand, and only for what would break a screen: the device's own copy is read before the first frame.
function isMarks(raw: unknown): raw is MarksOnDisk {
  if (typeof raw !== 'object' || raw === null) return false;
  const { version, read, tokens, unsure, untallied, crowded } = raw as Record<string, unknown>;
  return (
    version === recordsVersion &&
    read instanceof Map &&
    tokens instanceof Map &&
    unsure instanceof Set &&
    untallied instanceof Set &&
    crowded instanceof Set
  );
}

function isStored(raw: unknown): raw is Stored {
  if (typeof raw !== 'object' || raw === null) return false;
  const { list, row, itemId, etag, commandKey, changedAt } = raw as Record<string, unknown>;
  if (typeof list !== 'string' || !listNames.includes(list) || typeof row !== 'object' || row === null)
    return false;
  const { key, title, removed } = row as Record<string, unknown>;
  return (
    typeof key === 'string' &&
    isKey(key) &&
    typeof title === 'string' &&
    typeof removed === 'boolean' &&
    [itemId, etag, commandKey, changedAt].every((text) => typeof text === 'string')
  );
}
