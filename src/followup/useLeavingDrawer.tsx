import { useState } from 'react';
import type { Key } from '../basics/key.ts';

/**
 * The way from a drawer to another page: first the drawer closes, then the page opens. A drawer that goes while it is open
 * leaves everything behind it hidden from screen readers.
 */
export function useLeavingDrawer(
  close: () => void,
  on: { onRoom: (unitKey: Key) => void; onClose: () => void },
) {
  const [target, setTarget] = useState<Key>();
  return {
    goTo(unitKey: Key) {
      setTarget(unitKey);
      close();
    },
    onClosed: () => (target === undefined ? on.onClose() : on.onRoom(target)),
  };
}
