import { useCallback, useEffect, useState } from 'react';
import { fetchFeed, type FeedItem, markRead } from './feed.ts';

/** As quick as the real feed feels, without filling the log of requests. */
const everyMs = 3_000;

const none: readonly FeedItem[] = [];

export type Feed = { items: readonly FeedItem[]; unread: number; onRead: (id: number) => void };

/** Somebody's activity feed, asked for again and again while the window is looked at. */
export function useFeed(personId: string): Feed {
  const [shown, setShown] = useState({ personId, items: none });

  const show = useCallback((of: string, items: readonly FeedItem[]): void => {
    // The same again changes nothing on screen.
    setShown((now) =>
      now.personId === of && JSON.stringify(now.items) === JSON.stringify(items)
        ? now
        : { personId: of, items },
    );
  }, []);

  useEffect(() => {
    let isOver = false;
    const ask = (): void => {
      if (document.visibilityState === 'hidden') return;
      fetchFeed(personId).then(
        (items) => !isOver && show(personId, items),
        () => {}, // the stand-in is gone for the moment: what was shown stays
      );
    };
    ask();
    const asking = setInterval(ask, everyMs);
    document.addEventListener('visibilitychange', ask);
    return () => {
      isOver = true;
      clearInterval(asking);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [personId, show]);

  const onRead = useCallback(
    (id: number): void => {
      markRead(personId, id).then(
        (items) => show(personId, items),
        () => {}, // it stays unread until the stand-in is back
      );
    },
    [personId, show],
  );

  const items = shown.personId === personId ? shown.items : none;
  return { items, unread: items.filter(({ isRead }) => !isRead).length, onRead };
}
