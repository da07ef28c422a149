/** About this many records lie in one chunk: enough to be written fast, few enough to be written again for one change. */
const chunkSize = 2000;

/** Which chunk each record lies in, and which chunks have changed since they were last written. */
export type Chunks = {
  /** The record has come or changed. */
  touch(name: string): void;
  remove(name: string): void;
  /** For the beginning: what lies on the disk, chunk by chunk. Each record stays in its own, so that no other one keeps a copy of it. */
  restore(chunks: readonly (readonly string[])[]): void;
  touchAll(): void;
  /** The changed chunks with the names of their records; afterwards nothing counts as changed. */
  takeChanged(): Map<number, readonly string[]>;
};

export function openChunks(): Chunks {
  const chunkOf = new Map<string, number>();
  const chunks: Set<string>[] = [];
  const changed = new Set<number>();

  return {
    touch(name) {
      let number = chunkOf.get(name);
      if (number === undefined) {
        const last = chunks.length - 1;
        number = last >= 0 && (chunks[last]?.size ?? chunkSize) < chunkSize ? last : last + 1;
        chunkOf.set(name, number);
        (chunks[number] ??= new Set()).add(name);
      }
      changed.add(number);
    },
    remove(name) {
      const number = chunkOf.get(name);
      if (number === undefined) return;
      chunkOf.delete(name);
      chunks[number]?.delete(name);
      changed.add(number);
    },
    restore(named) {
      for (const [number, names] of named.entries()) {
        chunks[number] = new Set(names);
        // Perhaps one that could not be read: it is written over.
        if (names.length === 0) changed.add(number);
        for (const name of names) {
          const before = chunkOf.get(name);
          if (before !== undefined && before !== number && chunks[before]?.delete(name)) changed.add(before);
          chunkOf.set(name, number);
        }
      }
    },
    touchAll() {
      // Empty ones too: what lies on the disk is known by its place there.
      for (const number of chunks.keys()) changed.add(number);
    },
    takeChanged() {
      const taken = new Map([...changed].map((number) => [number, [...(chunks[number] ?? [])]] as const));
      changed.clear();
      return taken;
    },
  };
}
