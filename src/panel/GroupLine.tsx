import { Button, Caption1, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { Group } from '../sync/snapshot.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { commandWords } from './commandWords.ts';
import { LongList } from './LongList.tsx';
import { Row } from './RowList.tsx';
import { TwoStep } from './TwoStep.tsx';

const useStyles = makeStyles({
  group: { paddingBlock: tokens.spacingVerticalM },
  words: { display: 'block', marginBottom: tokens.spacingVerticalS, fontVariantNumeric: 'tabular-nums' },
  // Room for the sentence before it can be said, so that nothing jumps.
  left: { display: 'block', minHeight: '20px', marginTop: tokens.spacingVerticalXS },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

/** A large save under way: how far it has come, how long it will take, and how to stop it. */
export function GroupLine({ group, onGone }: { group: Group; onGone: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world, waiting } = useWorld();
  const id = useId();
  const [isListed, setIsListed] = useState(false);
  const minutes = useMinutesLeft(group.left);
  const { key, size, left } = group;
  return (
    <div className={styles.group}>
      <span id={id} className={styles.words}>
        {text.waiting.saving(size - left, size)}
      </span>
      <ProgressBar aria-labelledby={id} value={size - left} max={size} thickness="large" />
      <Caption1 className={styles.left}>
        {minutes === undefined ? '' : text.waiting.minutesLeft(minutes)}
      </Caption1>
      <div className={styles.buttons}>
        <Button appearance="subtle" aria-expanded={isListed} onClick={() => setIsListed(!isListed)}>
          {isListed ? text.waiting.hideLines : text.waiting.showLines}
        </Button>
        <TwoStep
          ask={text.waiting.cancelRest}
          sure={text.waiting.cancelSure}
          yes={text.waiting.cancelYes}
          no={text.waiting.goOn}
          onYes={() => {
            onGone();
            void store.cancel(key);
          }}
        />
      </div>
      {isListed ? (
        <LongList
          label={text.waiting.saving(size - left, size)}
          all={waiting.filter((command) => command.group?.key === key)}
        >
          {(command) => <Row key={command.key} title={commandWords(command, world, text)} />}
        </LongList>
      ) : null}
    </div>
  );
}

/** By the pace since the line was first looked at; `undefined` until there is a pace to go by. */
function useMinutesLeft(left: number): number | undefined {
  const [first] = useState(() => ({ left, atMs: performance.now() }));
  const [minutes, setMinutes] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => {
      const [done, tookMs] = [first.left - left, performance.now() - first.atMs];
      if (done > 0 && tookMs > 3000) setMinutes(Math.ceil((left * tookMs) / done / 60_000));
    });
    return () => clearTimeout(timer);
  }, [first, left]);
  return minutes;
}
