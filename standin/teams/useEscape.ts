import { useEffect, useEffectEvent } from 'react';

/** Escape leaves, wherever in the window the keyboard is; inside the frame the key belongs to the tab. */
export function useEscape(onEscape: () => void): void {
  const leave = useEffectEvent(onEscape);
  useEffect(() => {
    const listener = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') leave();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
