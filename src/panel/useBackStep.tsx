import { useEffectEvent, useLayoutEffect } from 'react';

/** What the host's back button takes back, the topmost last. */
const steps: (() => void)[] = [];

/** While it is on, the host's back button does this before anything that lies below. */
export function useBackStep(isOn: boolean, step: () => void): void {
  const newest = useEffectEvent(step);
  // Together with what is seen: a step of the page before must not answer for this one.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const one = () => newest();
    steps.push(one);
    return () => void steps.splice(steps.indexOf(one), 1);
  }, [isOn]);
}

/** Takes one step back; false when there is none within the tab. */
export function stepBack(): boolean {
  const top = steps.at(-1);
  top?.();
  return top !== undefined;
}
