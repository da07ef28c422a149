import { Button, Caption1, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Key } from '../basics/key.ts';
import { Chip } from '../panel/Chip.tsx';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { StatusChip } from './StatusChip.tsx';
import { commentsOn } from './commentsOn.ts';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  // What was written in several lines is shown in several lines.
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  field: { minWidth: 0, width: '100%' },
  send: { alignSelf: 'flex-start', '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** What has been said of an activity, the newest last, and a field for more. */
export function Comments(parts: {
  subjectKey: Key;
  written: string;
  problem: string | null;
  onWrite: (words: string) => void;
  onSend: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const id = useId();
  const { world, unsent } = useWorld();
  const words = text.logging.comments;
  const comments = commentsOn(world.comments, parts.subjectKey);
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {words.title(comments.length)}
      </h3>
      {comments.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <ul className={styles.list} aria-label={words.list}>
          {comments.map((comment) => (
            <li key={comment.key}>
              <Caption1 className={styles.facts}>
                {[comment.by?.name ?? words.someone, comment.on && text.date(comment.on)]
                  .filter(Boolean)
                  .join(' · ')}
                {comment.status ? <StatusChip status={comment.status} /> : null}
                {comment.status && comment.periodKey ? world.periods.get(comment.periodKey)?.title : null}
                {unsent.has(comment.key) ? <Chip look="unsent">{text.activities.unsent}</Chip> : null}
              </Caption1>
              {/* How it goes can be told without a word beside it. */}
              {comment.text === null && comment.status ? null : (
                <p className={styles.words} dir="auto">
                  {comment.text ?? comment.title}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <Field label={words.write} validationMessage={parts.problem}>
        <Textarea
          className={styles.field}
          rows={2}
          resize="vertical"
          value={parts.written}
          onChange={(_, { value }) => parts.onWrite(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            parts.onSend();
          }}
        />
      </Field>
      <Button className={styles.send} onClick={parts.onSend}>
        {words.send}
      </Button>
    </section>
  );
}
