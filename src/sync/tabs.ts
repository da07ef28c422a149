/** The other tabs of the same person on the same device. */
export type Tabs = {
  /** Calls back once, when this tab becomes the one that sends; at once where nobody else is. */
  lead(run: () => void): void;
  post(message: unknown): void;
  /** Hears what other tabs post; one listener. */
  listen(run: (message: unknown) => void): void;
  /** Gives up the lead, so that another tab takes over. */
  close(): void;
};

/** A tab by itself: for a device without storage, where there is nothing to share. */
export function aloneTabs(): Tabs {
  return { lead: (run) => run(), post: () => undefined, listen: () => undefined, close: () => undefined };
}

/**
 * The browser's own means: whoever holds the lock sends, and the lock goes on when its tab is closed or dies. The lock
 * only saves work; that a line is never stored twice rests on its unique key.
 */
export function browserTabs(owner: string): Tabs {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return aloneTabs();
  const name = `kaskad/${owner}`;
  const channel = new BroadcastChannel(name);
  const gone = new AbortController();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    lead(run) {
      const asked = navigator.locks.request(name, { signal: gone.signal }, () => {
        run();
        return held;
      });
      // Closed while it was waiting for its turn; or the browser keeps no locks here, and sending twice is harmless.
      void asked.catch(() => {
        if (!gone.signal.aborted) run();
      });
    },
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel reaches its own origin only
    post: (message) => channel.postMessage(message),
    listen(run) {
      channel.addEventListener('message', (event: MessageEvent<unknown>) => run(event.data));
    },
    close() {
      gone.abort();
      release();
      channel.close();
    },
  };
}
