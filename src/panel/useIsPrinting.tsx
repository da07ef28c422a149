import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the page is put on paper; drawn anew before the browser looks. */
export function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const tell = (isIt: boolean) => () => flushSync(() => setIsPrinting(isIt));
    window.addEventListener('beforeprint', tell(true), { signal: gone.signal });
    window.addEventListener('afterprint', tell(false), { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return isPrinting;
}
