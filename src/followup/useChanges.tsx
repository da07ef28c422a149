import { useEffect, useRef, useState } from 'react';
import type { Day } from '../basics/day.ts';
import type { History } from '../basics/version.ts';
import type { Key } from '../basics/key.ts';
import type { ListName } from '../basics/change.ts';
import { useStore } from '../sync/useWorld.ts';

/** What is asked for: another object is another asking. */
export type Wanted = {
  readonly year: number;
  readonly roomKeys: readonly Key[];
  /** ISO 8601 in UTC, whole seconds. */
  readonly moment: string;
  /** Of how many rows it is read what happened to them, the latest first. */
  readonly details: number;
  /** True where what was said there is wanted as well. */
  readonly withComments?: true;
};

export type ChangedRecord = {
  readonly list: ListName;
  readonly key: Key;
  readonly changedAt: string;
  /** Undefined until it has been read. */
  readonly history: History | undefined;
};

export type Reading = {
  readonly how: 'under way' | 'done' | 'failed';
  readonly records: readonly ChangedRecord[];
};

/** Reads which rows have changed, and what happened to the latest of them. What was read once is not read again. */
export function useChanges(wanted: Wanted): Reading {
  const store = useStore();
  const known = useRef(new Map<string, History>());
  const [read, setRead] = useState<Reading & { readonly wanted: Wanted }>();

  useEffect(() => {
    let isShown = true;
    const nameOf = ({ list, key, changedAt }: Omit<ChangedRecord, 'history'>) =>
      `${list}\n${key}\n${changedAt}`;
    async function readAll() {
      const { year, roomKeys, moment, details, withComments } = wanted;
      const places = roomKeys.map((roomKey) => ({
        year,
        roomKey,
        ...(withComments ? { withComments } : {}),
      }));
      const rows = await store.changedSince(places, moment);
      const unread = rows.slice(0, details).filter((row) => !known.current.has(nameOf(row)));
      const histories = await store.histories(unread);
      for (const [n, row] of unread.entries()) {
        const history = histories[n];
        if (history && 'versions' in history) known.current.set(nameOf(row), history);
      }
      const records = rows.map((row) => ({ ...row, history: known.current.get(nameOf(row)) }));
      if (isShown) setRead({ how: 'done', records, wanted });
    }
    readAll().catch(() => isShown && setRead({ how: 'failed', records: [], wanted }));
    return () => {
      isShown = false;
    };
  }, [store, wanted]);

  // What was read for another day says nothing about this one.
  return read?.wanted === wanted ? read : { how: 'under way', records: [] };
}

/** When the day begins where the user sits, as the site tells times. */
export function momentOf(day: Day): string {
  return `${new Date(`${day}T00:00:00`).toISOString().slice(0, 19)}Z`;
}
