import { createContext, useContext } from 'react';
import type { WindowLanguage } from '../choice.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';

export type WindowText = typeof sv;
export const windowTexts: Readonly<Record<WindowLanguage, WindowText>> = { sv, en };

export const TextContext = createContext<WindowText>(sv);

export function useText(): WindowText {
  return useContext(TextContext);
}
