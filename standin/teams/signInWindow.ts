import type { LegacyContext } from './context.ts';
import { openWire, type Reply } from './protocol.ts';
import { initializeReply, unsupportedReply } from './runtime.ts';

/** How often the pretend Teams looks whether the window is still there. */
const lookEveryMs = 250;

/**
 * A window in which the tab signs somebody in: of the tab's own origin, spoken with as with the tab, until it tells what came of
 * it or is closed. The codes are those of Teams.
 */
export function openSignInWindow(options: {
  url: string;
  width: number;
  height: number;
  tabOrigin: string;
  context: () => LegacyContext;
  warn: (line: string) => void;
}): Promise<Reply> {
  const { url, width, height, tabOrigin, context, warn } = options;
  if (!URL.canParse(url) || new URL(url).origin !== tabOrigin)
    return Promise.resolve([false, 'The page must lie on a valid domain of the app.']);
  const opened = window.open(url, '_blank', `popup,width=${width},height=${height}`);
  if (opened === null) return Promise.resolve([false, 'FailedToOpenWindow']);
  return new Promise((resolve) => {
    const end = (reply: Reply): undefined => {
      clearInterval(looking);
      wire.close();
      resolve(reply);
    };
    const wire = openWire({
      host: window,
      tab: () => opened,
      tabOrigin,
      warn,
      answer({ func, args }) {
        if (func === 'initialize') return initializeReply('authentication', false);
        if (func === 'getContext') return [{ ...context(), frameContext: 'authentication' }];
        if (func === 'authentication.authenticate.success') return end([true, args[0] ?? '']);
        if (func === 'authentication.authenticate.failure') return end([false, args[0] ?? '']);
        return func === 'registerHandler' ? undefined : unsupportedReply(func);
      },
    });
    const looking = setInterval(() => {
      if (opened.closed) end([false, 'CancelledByUser']);
    }, lookEveryMs);
  });
}
