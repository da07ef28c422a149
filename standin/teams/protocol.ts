import * as v from 'valibot';

/**
 * The host's end of the teams-js wire. A request is `{id, uuidAsString, func, args}` and gets one reply with
 * the same two ids; an event is `{func, args}` without an id. Nothing here knows what the calls mean.
 */

const request = v.object({
  id: v.optional(v.number()),
  uuidAsString: v.optional(v.string()),
  func: v.pipe(v.string(), v.maxLength(200)),
  args: v.optional(v.nullable(v.array(v.unknown())), []),
  // Nested app authentication puts its JSON here instead of in args.
  data: v.optional(v.unknown()),
});

export type Call = { func: string; args: readonly unknown[]; data: unknown };

/** What to send back, or nothing for calls that teams-js sends without waiting. */
export type Reply = readonly unknown[] | undefined;

export type Wire = {
  /** Sends an event, like themeChange, to the tab. */
  send(func: string, args: readonly unknown[]): void;
  close(): void;
};

export function openWire(options: {
  /** The window that hears the messages. */
  host: Window;
  /** The iframe's window right now; it changes when the frame navigates. */
  tab: () => Window | null;
  tabOrigin: string;
  answer: (call: Call) => Reply | Promise<Reply>;
  warn?: (line: string) => void;
}): Wire {
  const { host, tab, tabOrigin, answer, warn = console.warn } = options;

  const post = (message: object): void => {
    // Never '*': a tab that has been navigated elsewhere must not hear who the person is.
    tab()?.postMessage(
      { ...message, monotonicTimestamp: performance.timeOrigin + performance.now() },
      tabOrigin,
    );
  };

  const hear = async (event: MessageEvent<unknown>): Promise<void> => {
    // Browser extensions and developer tools post here too; only the tab is spoken with.
    if (event.source === null || event.source !== tab() || event.origin !== tabOrigin) return;
    const checked = v.safeParse(request, event.data);
    if (!checked.success) {
      warn('The pretend Teams got a message from the tab that is not of the teams-js form.');
      return;
    }
    const { id, uuidAsString, func, args, data } = checked.output;
    const source = event.source;
    const reply = await answer({ func, args: args ?? [], data });
    // The frame may have been exchanged for another person's while the answer was on its way.
    if (reply === undefined || id === undefined || source !== tab()) return;
    post({ id, ...(uuidAsString !== undefined && { uuidAsString }), args: reply });
  };

  const listener = (event: MessageEvent<unknown>): void => {
    hear(event).catch((error: unknown) => {
      warn(`The pretend Teams could not answer: ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  host.addEventListener('message', listener);
  return {
    send: (func, args) => post({ func, args }),
    close: () => host.removeEventListener('message', listener),
  };
}
