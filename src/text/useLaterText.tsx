import { useMemo } from 'react';
import { enLater } from './enLater.ts';
import { type FullText, svLater } from './svLater.ts';
import { useText } from './TextProvider.tsx';

const later = { sv: svLater, en: enLater };

/** Every word, for screens that are fetched behind a click. The first frame has `useText`, and must not carry these. */
export function useLaterText(): FullText {
  const text = useText();
  return useMemo(() => ({ ...text, ...later[text.language] }), [text]);
}
