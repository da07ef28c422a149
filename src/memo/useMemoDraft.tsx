import { useEffect, useEffectEvent, useState } from 'react';
import type { Day } from '../basics/day.ts';
import type { Key } from '../basics/key.ts';
import { useEnvironment } from '../useEnvironment.tsx';
import { broughtUpToDate } from './differences.ts';
import type { Headings } from './headings.ts';
import { type Draft, newDraft } from './memo.ts';
import type { MemoFacts } from './memoFacts.ts';
import type { Quote } from './quote.ts';
import { draftIn, draftName, storedOf } from './storedDraft.ts';

type Mine = Omit<Draft, 'facts'> & { readonly facts: MemoFacts | undefined };

/** How long nobody has typed before it is written to the device. */
const pauseMs = 300;

/**
 * [M10] The draft of a board's year, as it lies on the device. [M7] Until somebody has put something in, it follows the live
 * facts and is not written down; from then on its facts stand until they are taken anew.
 */
export function useMemoDraft(
  year: number,
  boardKey: Key,
  live: { readonly facts: MemoFacts; readonly today: Day; readonly headings: Headings },
  /** What a new draft builds on in the place of the live rows. */
  frozen: { readonly facts: MemoFacts; readonly closedOn: Day; readonly periodKey: Key } | undefined,
) {
  const { drafts } = useEnvironment();
  const name = draftName(year, boardKey);
  const [found, setFound] = useState<'under way' | 'done'>('under way');
  const [mine, setMine] = useState<Mine>();
  const [isKept, setIsKept] = useState(true);
  const [unwritten, setUnwritten] = useState<Draft>();

  useEffect(() => {
    let isShown = true;
    const take = (lying: Mine | undefined, isReadable: boolean) => {
      if (!isShown) return;
      setMine(lying);
      setIsKept(isReadable);
      setFound('done');
    };
    drafts.read(name).then(
      (raw) => take(draftIn(raw), true),
      () => take(undefined, false),
    );
    return () => {
      isShown = false;
    };
  }, [drafts, name]);

  const writeNow = useEffectEvent(() => {
    if (!unwritten) return;
    setUnwritten(undefined);
    drafts.write(name, storedOf(unwritten)).then(
      () => setIsKept(true),
      () => setIsKept(false),
    );
  });

  useEffect(() => {
    if (!unwritten) return undefined;
    const timer = setTimeout(() => writeNow(), pauseMs);
    return () => clearTimeout(timer);
  }, [unwritten]);

  // What was typed last is written when the page is left, too.
  useEffect(() => {
    const gone = new AbortController();
    window.addEventListener('pagehide', () => writeNow(), { signal: gone.signal });
    document.addEventListener('visibilitychange', () => writeNow(), { signal: gone.signal });
    return () => {
      gone.abort();
      writeNow();
    };
  }, []);

  const draft: Draft = mine
    ? { ...mine, facts: mine.facts ?? live.facts }
    : frozen
      ? newDraft(frozen.facts, live.headings, frozen.closedOn, frozen.periodKey)
      : newDraft(live.facts, live.headings, live.today);

  function set(next: Draft): void {
    setMine(next);
    setUnwritten(next);
  }

  return {
    found,
    draft,
    /** Somebody has put something in. */
    isMine: mine !== undefined,
    isKept,
    set,
    bringUpToDate: (quotes: readonly Quote[]) => set(broughtUpToDate(draft, live.facts, quotes, live.today)),
  };
}
