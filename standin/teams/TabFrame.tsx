import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { type RefObject, useImperativeHandle, useRef, useState } from 'react';
import { AppIcon } from './AppIcon.tsx';
import type { Happening, Host } from './calls.ts';
import type { Theme } from './choice.ts';
import { useText } from './text/useText.ts';
import { type TabHandle, type TabState, useTab } from './useTab.ts';

const useStyles = makeStyles({
  place: { position: 'relative', flexGrow: 1, minHeight: 0, display: 'flex', justifyContent: 'center' },
  frame: { flexGrow: 1, width: '100%', height: '100%', border: 'none' },
  // Teams gives the side panel's iframe 280 px, never more and never less.
  narrow: { flexGrow: 0, flexShrink: 0, width: '280px' },
  cover: {
    position: 'absolute',
    inset: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  reason: { color: tokens.colorNeutralForeground2, maxWidth: '48ch' },
});

export type TabFrameProps = {
  url: string;
  tabOrigin: string;
  theme: Theme;
  host: Omit<Host, 'happened'>;
  isNarrow?: boolean;
  /** What the frame is called; the tab's own name unless there are two. */
  title?: string;
  /** Filled with what can be asked of the tab while it stands here. */
  tabRef?: RefObject<TabHandle | null>;
  onHappening: (happening: Happening) => void;
};

/**
 * The tab in its iframe. Trying again begins from nothing, and at once, since the tab has failed: a new frame, and a new
 * conversation with it.
 */
export function TabFrame(props: TabFrameProps) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} {...props} onTryAgain={() => setAttempt(attempt + 1)} />;
}

const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';

function Attempt(props: TabFrameProps & { onTryAgain: () => void }) {
  const { url, tabOrigin, theme, host, isNarrow, title, tabRef, onHappening, onTryAgain } = props;
  const styles = useStyles();
  const text = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  const { state, handle } = useTab({ frame, tabOrigin, theme, host, onHappening });
  useImperativeHandle(tabRef, () => handle, [handle]);

  // Teams frames an app in a sandbox. On the window's own origin a sandbox with scripts protects nothing,
  // and browsers warn about it.
  const isForeign = tabOrigin !== window.location.origin;
  return (
    <div className={styles.place}>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- it has one wherever one protects */}
      <iframe
        {...(isForeign && { sandbox })}
        ref={frame}
        src={url}
        title={title ?? text.frameTitle}
        allow="clipboard-read; clipboard-write"
        className={mergeClasses(styles.frame, isNarrow === true && styles.narrow)}
      />
      {state.kind !== 'shown' && <Cover state={state} onTryAgain={onTryAgain} />}
    </div>
  );
}

function Cover({ state, onTryAgain }: { state: TabState; onTryAgain: () => void }) {
  const styles = useStyles();
  const text = useText();
  if (state.kind === 'loading')
    return (
      <output className={styles.cover}>
        <AppIcon size={48} />
        <Spinner size="tiny" label={text.loading} />
      </output>
    );
  return (
    <div className={styles.cover} role="alert">
      <AppIcon size={48} />
      <Text weight="semibold" size={400}>
        {text.failed}
      </Text>
      <Text className={styles.reason}>{state.kind === 'failed' ? state.reason : text.failedLate}</Text>
      <Button onClick={onTryAgain}>{text.tryAgain}</Button>
    </div>
  );
}
