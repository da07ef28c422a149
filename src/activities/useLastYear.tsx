import { useEffect, useState } from 'react';
import type { Key } from '../basics/key.ts';
import { useStore } from '../sync/useWorld.ts';

/** Reads the year before of a room, when somebody has use for it. */
export function useLastYear(parts: { year: number; roomKey: Key; isWanted: boolean }) {
  const store = useStore();
  const { year, roomKey, isWanted } = parts;
  const place = `${year}/${roomKey}`;
  const [read, setRead] = useState<{ readonly place: string; readonly hasFailed: boolean }>();

  useEffect(() => {
    if (!isWanted) return undefined;
    let isHere = true;
    const tell = (hasFailed: boolean) => isHere && setRead({ place, hasFailed });
    store.visit([{ year: year - 1, roomKey }]).then(
      () => tell(false),
      () => tell(true),
    );
    return () => {
      isHere = false;
    };
  }, [store, place, year, roomKey, isWanted]);

  function readAgain() {
    setRead(undefined);
    store.visit([{ year: year - 1, roomKey }]).then(
      () => setRead({ place, hasFailed: false }),
      () => setRead({ place, hasFailed: true }),
    );
  }
  const ours = read?.place === place ? read : undefined;
  return { at: ours === undefined ? 'reading' : ours.hasFailed ? 'failure' : 'read', readAgain } as const;
}
