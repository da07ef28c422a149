import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { sv, type Text } from './sv.ts';

const TextContext = createContext<Text>(sv);

/** The words of the screen. The page's own language follows them, so that screen readers pronounce them right. */
export function TextProvider({ text, children }: { text: Text; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = text.language;
  }, [text]);
  return <TextContext value={text}>{children}</TextContext>;
}

export function useText(): Text {
  return useContext(TextContext);
}
