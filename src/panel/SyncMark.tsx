import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Snapshot } from '../sync/store.ts';
import { useWorld } from '../sync/useWorld.ts';
import type { Text } from '../text/sv.ts';
import { useText } from '../text/TextProvider.tsx';

const useStyles = makeStyles({
  mark: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
});

/** Quietly, at the top right: is what I see saved? Told to screen readers when they have a pause. */
export function SyncMark({ onNeedsYou }: { onNeedsYou: () => void }) {
  const styles = useStyles();
  const text = useText();
  const snapshot = useWorld();
  const isStuck = snapshot.stuck.length > 0;
  return (
    <div role="status">
      {isStuck ? (
        <Button size="small" onClick={onNeedsYou}>
          {text.sync.needsYou}
        </Button>
      ) : (
        <span className={styles.mark}>{words(snapshot, text)}</span>
      )}
    </div>
  );
}

function words({ loading, trouble, waiting }: Snapshot, { sync }: Text): string {
  switch (trouble?.reason) {
    case undefined:
      if (loading === 'first') return sync.loading;
      return waiting > 0 ? sync.saving(waiting) : `${sync.saved} ✓`;
    case 'offline':
      return sync.offline(waiting);
    case 'signedOut':
      return sync.signedOut(waiting);
    case 'throttled':
    case 'unavailable':
    case 'conflict':
      return sync.busy(waiting);
    case 'forbidden':
    case 'notFound':
    case 'invalid':
      return sync.stopped(waiting);
  }
}
