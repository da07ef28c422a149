import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { differencesBetween } from './differences.ts';
import type { Draft } from './memo.ts';
import type { MemoFacts } from './memoFacts.ts';
import type { Quote } from './quote.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  words: { color: tokens.colorNeutralForeground2 },
  moved: {
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { marginBlock: tokens.spacingVerticalS, paddingInlineStart: tokens.spacingHorizontalXL },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** [M8] Of which day the memo's facts are, and what has come since then. */
export function MovedNotice(parts: {
  draft: Draft;
  isOnSnapshot: boolean;
  now: MemoFacts;
  quotes: readonly Quote[];
  onUpdate: (quotes: readonly Quote[]) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { since } = text.memo;
  const differences = differencesBetween(parts.draft, parts.now, parts.quotes);
  const isMoved = differences.length > 0;
  return (
    <div className={isMoved ? styles.moved : undefined} role="status">
      <div className={styles.line}>
        <span className={styles.words}>
          {(parts.isOnSnapshot ? since.snapshot : since.takenOn)(text.date(parts.draft.takenOn))}{' '}
          {isMoved ? since.moved(differences.length) : null}
        </span>
        {isMoved ? (
          <>
            <Button
              size="small"
              className={styles.button}
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? since.hide : since.show}
            </Button>
            <Button size="small" className={styles.button} onClick={() => parts.onUpdate(parts.quotes)}>
              {since.update}
            </Button>
          </>
        ) : null}
      </div>
      {isMoved && isOpen ? (
        <ul id={id} className={styles.list} aria-label={since.list}>
          {differences.map((one) => (
            <li key={JSON.stringify(one)}>{since.of(one)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
