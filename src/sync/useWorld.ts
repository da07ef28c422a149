import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Snapshot, Store } from './snapshot.ts';

export const StoreContext = createContext<Store | undefined>(undefined);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('useStore stands outside of StoreContext');
  return store;
}

/** The newest snapshot; the screen is drawn again when it changes. */
export function useWorld(): Snapshot {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}
