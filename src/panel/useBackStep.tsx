import { useEffectEvent, useLayoutEffect } from 'react';

/** What the host's back button takes back, of pages and of the drawers that lie over them; the topmost last. */
const steps = { page: [] as (() => void)[], drawer: [] as (() => void)[] };

/**
 * While it is on, the host's back button does this before anything that lies below. A drawer lies over every page whatever
 * came first: one that a link opens is there before its page, and both come anew when something late is waited for.
 */
export function useBackStep(isOn: boolean, step: () => void, layer: keyof typeof steps = 'page'): void {
  const newest = useEffectEvent(step);
  // Together with what is seen: a step of the page before must not answer for this one.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const own = steps[layer];
    const one = () => newest();
    own.push(one);
    return () => void own.splice(own.indexOf(one), 1);
  }, [isOn, layer]);
}

/** Takes one step back; false when there is none within the tab. */
export function stepBack(): boolean {
  const top = steps.drawer.at(-1) ?? steps.page.at(-1);
  top?.();
  return top !== undefined;
}
