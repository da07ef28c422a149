import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Copies words. Where the window may not reach the clipboard, they are to be shown and selected instead. */
export function useClipboard<Field extends HTMLInputElement | HTMLTextAreaElement>(
  words: string,
): {
  readonly state: 'fresh' | 'copied' | 'shown';
  readonly field: RefObject<Field | null>;
  readonly copy: () => Promise<void>;
} {
  const [state, setState] = useState<'fresh' | 'copied' | 'shown'>('fresh');
  const field = useRef<Field>(null);

  // As it comes into sight: whoever presses Ctrl+C at once must not be too early.
  useLayoutEffect(() => {
    if (state !== 'shown') return;
    field.current?.focus();
    field.current?.select();
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(words);
      setState('copied');
    } catch {
      setState('shown');
      field.current?.select();
    }
  }

  return { state, field, copy };
}
