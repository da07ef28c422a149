import { useEffect, useEffectEvent, useRef, useState } from 'react';

/**
 * What is on screen: it follows what is wanted once the tab that stands there may go. `name` tells whether two wishes
 * mean another frame. Each visit is another frame, also when the wish goes back to what was there: a tab that has been
 * told that it is left is not used again.
 */
export function useShown<Wanted>(
  wanted: Wanted,
  name: string,
  leave: () => Promise<void>,
): { shown: Wanted; visit: number } {
  const [{ shown, shownName, visit }, setState] = useState({ shown: wanted, shownName: name, visit: 0 });
  const isLeaving = useRef(false);
  const goOn = useEffectEvent(() =>
    setState((now) => ({ shown: wanted, shownName: name, visit: now.visit + 1 })),
  );
  const go = useEffectEvent(async () => {
    isLeaving.current = true;
    await leave();
    isLeaving.current = false;
    goOn();
  });

  useEffect(() => {
    // One that is on its way ends at what is wanted then.
    if (name !== shownName && !isLeaving.current) void go();
  }, [name, shownName]);
  return { shown, visit };
}
