import { useState } from 'react';
import type { Refusal } from '../basics/refusal.ts';
import type { Undoable } from '../sync/snapshot.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';

/** What the bar after a save has to say. */
type Said =
  | { readonly what: 'saved'; readonly done: Undoable }
  | { readonly what: 'undone' }
  | { readonly what: 'refused'; readonly refusal: Refusal };

export type Undo = {
  readonly said: Said | undefined;
  readonly takeBack: () => Promise<void>;
  readonly close: () => void;
};

/** The latest thing done in this room, until it is taken back, closed, or followed by a newer one. */
export function useUndo(): Undo {
  const store = useStore();
  const { undoable } = useWorld();
  // What was done before the room was opened can be taken back by the keys, but is no news.
  const [told, setTold] = useState<ReadonlySet<string>>(() => new Set(undoable ? [undoable.id] : []));
  const [said, setSaid] = useState<Said>();
  if (undoable && !told.has(undoable.id)) {
    setTold(new Set([...told, undoable.id]));
    setSaid({ what: 'saved', done: undoable });
  }
  return {
    // What is no longer the latest, or was taken away before it was sent, is not offered.
    said: said?.what === 'saved' && said.done.id !== undoable?.id ? undefined : said,
    async takeBack() {
      if (!store.snapshot().undoable) return;
      const refusal = await store.undo();
      setSaid(refusal ? { what: 'refused', refusal } : { what: 'undone' });
    },
    close: () => setSaid(undefined),
  };
}
