type Answer = (request: Request) => Response | Promise<Response>;

/**
 * Lets requests in until the doors close, and empties the house before `leave` runs: SQLite's native code does not
 * survive a statement after its database is gone, and would take the whole process with it.
 */
export function openDoors(leave: () => void) {
  let inside = 0;
  let isClosed = false;
  return {
    through:
      (answer: Answer) =>
      async (request: Request): Promise<Response> => {
        // What a client sees of a server that is not there.
        if (isClosed) throw new TypeError('fetch failed: the stand-in is closed');
        inside += 1;
        try {
          return await answer(request);
        } finally {
          inside -= 1;
          if (isClosed && inside === 0) leave();
        }
      },
    close(): void {
      if (isClosed) return;
      isClosed = true;
      if (inside === 0) leave();
    },
  };
}
