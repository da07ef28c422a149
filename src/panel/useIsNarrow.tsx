import { useEffect, useState } from 'react';

/** True where a table has no room beside its names; follows the window. */
export function useIsNarrow(belowPx: number): boolean {
  const query = `(max-width: ${belowPx - 1}px)`;
  const [isNarrow, setIsNarrow] = useState(() => window.matchMedia?.(query).matches ?? false);
  useEffect(() => {
    const media = window.matchMedia?.(query);
    if (!media) return undefined;
    const look = () => setIsNarrow(media.matches);
    media.addEventListener('change', look);
    look();
    return () => media.removeEventListener('change', look);
  }, [query]);
  return isNarrow;
}
