import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { answerCall, type Happening, type Host } from './calls.ts';
import type { Theme } from './choice.ts';
import { type Farewell, openFarewell } from './farewell.ts';
import { openWire, type Wire } from './protocol.ts';

/** Teams shows an error when an app with a loading indicator has not said notifySuccess by then. */
const patienceMs = 30_000;

export type TabState =
  | { kind: 'loading' }
  | { kind: 'shown' }
  | { kind: 'failed'; reason: string }
  | { kind: 'late' };

/** What the window asks of the tab in its frame. */
export type TabHandle = {
  /** Asks the configuration page to save. */
  save(): void;
  /** Asks the removal page to take the tab away. */
  remove(): void;
  /** Resolves when the frame may be taken down. */
  leave(): Promise<void>;
};

/**
 * Speaks teams-js with the tab in the frame. The host is read anew at every call, so the context is always
 * the present one, and a change of theme needs no new frame.
 */
export function useTab(options: {
  frame: RefObject<HTMLIFrameElement | null>;
  tabOrigin: string;
  theme: Theme;
  host: Omit<Host, 'happened'>;
  onHappening: (happening: Happening) => void;
}): { state: TabState; handle: TabHandle } {
  const { frame, tabOrigin, theme, host, onHappening } = options;
  const wire = useRef<Wire | null>(null);
  const farewell = useRef<Farewell | null>(null);
  const tooLate = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [state, setState] = useState<TabState>({ kind: 'loading' });

  const happened = useEffectEvent((happening: Happening): void => {
    if (happening.kind === 'begun') farewell.current?.forgotten();
    if (happening.kind === 'listens' && happening.event === 'beforeUnload') farewell.current?.wanted();
    if (happening.kind === 'mayGo') farewell.current?.ready();
    if (happening.kind === 'loaded') setState((now) => (now.kind === 'loading' ? { kind: 'shown' } : now));
    if (happening.kind === 'ready' || happening.kind === 'failed') clearTimeout(tooLate.current);
    if (happening.kind === 'ready') setState({ kind: 'shown' });
    if (happening.kind === 'failed') setState({ kind: 'failed', reason: happening.reason });
    onHappening(happening);
  });
  const presentHost = useEffectEvent(() => host);

  useEffect(() => {
    const opened = openWire({
      host: window,
      tab: () => frame.current?.contentWindow ?? null,
      tabOrigin,
      answer: (call) => answerCall(call, { ...presentHost(), happened: (happening) => happened(happening) }),
    });
    wire.current = opened;
    farewell.current = openFarewell(() => opened.send('beforeUnload', []));
    tooLate.current = setTimeout(() => setState({ kind: 'late' }), patienceMs);
    return () => {
      clearTimeout(tooLate.current);
      opened.close();
      wire.current = null;
      farewell.current = null;
    };
  }, [frame, tabOrigin]);

  const sentTheme = useRef(theme);
  useEffect(() => {
    if (sentTheme.current === theme) return;
    sentTheme.current = theme;
    wire.current?.send('themeChange', [theme]);
  }, [theme]);

  const handle = useMemo<TabHandle>(
    () => ({
      save: () => wire.current?.send('settings.save', [{}]),
      remove: () => wire.current?.send('settings.remove', []),
      leave: () => farewell.current?.leave() ?? Promise.resolve(),
    }),
    [],
  );
  return { state, handle };
}
