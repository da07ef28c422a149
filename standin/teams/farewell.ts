/** Teams waits only so long for a tab that wants to end something before it is taken down. */
const patienceMs = 3_000;

/** What is said to a tab before its frame is taken down or sent elsewhere. */
export type Farewell = {
  /** The tab has asked to be told. */
  wanted(): void;
  /** Another page has begun in the frame, and has asked for nothing yet. */
  forgotten(): void;
  /** The tab says that it may be taken down. */
  ready(): void;
  /** Tells the tab, if it wants to know, and resolves when it is ready or when Teams would wait no longer. */
  leave(): Promise<void>;
};

export function openFarewell(tell: () => void): Farewell {
  let isWanted = false;
  let leaving: Promise<void> | undefined;
  let onReady = (): void => {};

  function wait(): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, patienceMs);
      onReady = () => {
        clearTimeout(patience);
        resolve();
      };
      tell();
    });
  }

  return {
    wanted() {
      isWanted = true;
    },
    forgotten() {
      isWanted = false;
      onReady();
    },
    ready: () => onReady(),
    // Told once, however many reasons there are to go.
    leave: () => (leaving ??= isWanted ? wait() : Promise.resolve()),
  };
}
