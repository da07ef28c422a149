import { Button, Field, makeStyles, Subtitle2, Textarea, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';
import { type Line, lineRefusal, titlesOf } from './lines.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    marginBlock: tokens.spacingVerticalS,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  field: { flexGrow: 1, minWidth: 0 },
  text: {
    minWidth: 0,
    width: '100%',
    '& textarea': { minHeight: '32px', maxHeight: '140px', fieldSizing: 'content' },
    '@media (pointer: coarse)': { '& textarea': { minHeight: '44px' } },
  },
  join: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  remove: {
    flexShrink: 0,
    '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' },
  },
});

/** Pasted text of several lines, each to be mended or taken away before they become activities. Enter saves them all. */
export function LinesPreview(parts: {
  lines: readonly Line[];
  onChange: (lines: readonly Line[]) => void;
  onEnter: () => void;
  /** Turns it back into one line. */
  onJoin: (title: string) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const { lines, onChange } = parts;
  const words = text.logging.lines;
  const titles = titlesOf(lines);

  // What was pasted into has gone: whoever wrote goes on in the first line, and Enter saves.
  useEffect(() => list.current?.querySelector('textarea')?.focus(), []);

  function remove(line: Line) {
    const at = lines.indexOf(line);
    onChange(lines.filter((one) => one !== line));
    // The button goes away with its line: the next one is next to be read.
    const fields = list.current?.querySelectorAll('textarea');
    (fields?.[at + 1] ?? fields?.[at - 1])?.focus();
  }

  return (
    <section aria-labelledby={id}>
      <div role="status">
        <Subtitle2 as="h3" id={id} block>
          {titles.length === 0 ? words.none : words.title(titles.length)}
        </Subtitle2>
      </div>
      <ul className={styles.list} ref={list}>
        {lines.map((line, n) => {
          const refusal = lineRefusal(line);
          return (
            <li key={line.id} className={styles.line}>
              <Field
                className={styles.field}
                validationMessage={refusal ? text.refused(refusal.refused, refusal.limit ?? 0) : null}
              >
                <Textarea
                  className={styles.text}
                  aria-label={words.line(n + 1)}
                  rows={1}
                  resize="none"
                  value={line.title}
                  onChange={(_, { value }) =>
                    onChange(lines.map((one) => (one === line ? { ...line, title: value } : one)))
                  }
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
                    event.preventDefault();
                    parts.onEnter();
                  }}
                />
              </Field>
              <Button
                appearance="subtle"
                className={styles.remove}
                icon={<DismissRegular />}
                aria-label={words.remove(n + 1)}
                onClick={() => remove(line)}
              />
            </li>
          );
        })}
      </ul>
      <Button
        appearance="subtle"
        size="small"
        className={styles.join}
        onClick={() => parts.onJoin(titles.join(' '))}
      >
        {words.asOne}
      </Button>
    </section>
  );
}
