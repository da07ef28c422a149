import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Snapshot } from '../sync/snapshot.ts';
import { useWorld } from '../sync/useWorld.ts';
import type { Text } from '../text/sv.ts';
import { useText } from '../text/TextProvider.tsx';
import { useEnvironment } from '../useEnvironment.tsx';

const useStyles = makeStyles({
  mark: {
    minHeight: '32px',
    fontVariantNumeric: 'tabular-nums',
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
});

/**
 * Quietly, at the top right: is what I see saved? Told to screen readers when they have a pause, and once for each state:
 * the seconds that are counted down are for the eye only.
 */
export function SyncMark({ onOpen }: { onOpen: () => void }) {
  const styles = useStyles();
  const text = useText();
  const snapshot = useWorld();
  const { stuck, trouble } = snapshot;
  const words = wordsFor(snapshot, text);
  return (
    <div role="status">
      <Button
        size="small"
        appearance={stuck.length > 0 ? 'secondary' : 'subtle'}
        aria-haspopup="dialog"
        className={styles.mark}
        onClick={onOpen}
      >
        {words}
        {trouble && words === text.sync.busy ? (
          <Countdown key={trouble.againAtMs} untilMs={trouble.againAtMs} />
        ) : null}
      </Button>
    </div>
  );
}

function Countdown({ untilMs }: { untilMs: number }) {
  const text = useText();
  const { now } = useEnvironment();
  const [nowMs, setNowMs] = useState(() => now().getTime());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(now().getTime()), 1000);
    return () => clearInterval(timer);
  }, [now]);
  const seconds = Math.ceil((untilMs - nowMs) / 1000);
  return <span aria-hidden>{seconds > 0 ? text.sync.againIn(seconds) : ''}</span>;
}

function wordsFor({ loading, trouble, waiting, stuck }: Snapshot, { sync }: Text): string {
  if (stuck.length > 0) return sync.needsYou;
  const n = waiting.length;
  switch (trouble?.reason) {
    case undefined:
      if (loading === 'first') return sync.loading;
      return n > 0 ? sync.saving(n) : `${sync.saved} ✓`;
    case 'offline':
      return sync.offline(n);
    case 'signedOut':
      return sync.signedOut(n);
    case 'throttled':
    case 'unavailable':
    case 'conflict':
      return sync.busy;
    case 'forbidden':
    case 'notFound':
    case 'invalid':
      return sync.stopped(n);
  }
}
