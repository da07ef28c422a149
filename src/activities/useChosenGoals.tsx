import type { Key } from '../basics/key.ts';
import type { Store } from '../sync/snapshot.ts';
import { useStore } from '../sync/useWorld.ts';

/** For as long as the tab lives, what was chosen last for each unit. */
const chosen = new WeakMap<Store, Map<Key, readonly Key[]>>();

/** The goals that somebody chose last for a unit, so that the next line need not say it again. */
export function useChosenGoals() {
  const store = useStore();
  const ofUnits = chosen.get(store) ?? new Map<Key, readonly Key[]>();
  chosen.set(store, ofUnits);
  return {
    lastFor: (unitKey: Key) => ofUnits.get(unitKey) ?? [],
    remember: (unitKey: Key, goalKeys: readonly Key[]) => void ofUnits.set(unitKey, goalKeys),
  };
}
