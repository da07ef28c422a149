import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
  },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
  text: {
    boxSizing: 'border-box',
    width: '100%',
    minWidth: '220px',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    resize: 'vertical',
  },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** A text to send in another way. Where the window may not reach the clipboard, the text is shown and selected instead. */
export function CopyText({ words, label }: { words: string; label: string }) {
  const styles = useStyles();
  const text = useLaterText();
  const [state, setState] = useState<'fresh' | 'copied' | 'shown'>('fresh');
  const area = useRef<HTMLTextAreaElement>(null);

  // Focus selects: without it the keys would copy nothing.
  useLayoutEffect(() => {
    if (state === 'shown') area.current?.focus();
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(words);
      setState('copied');
    } catch {
      setState('shown');
      area.current?.focus();
    }
  }

  return (
    <div className={styles.place}>
      <Button size="small" className={styles.button} aria-label={label} onClick={() => void copy()}>
        {text.telling.copy}
      </Button>
      {state === 'shown' ? (
        <textarea
          ref={area}
          className={styles.text}
          aria-label={label}
          readOnly
          rows={4}
          value={words}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
      <span role="status" className={styles.hint}>
        {state === 'copied' ? `${text.telling.copied} ✓` : state === 'shown' ? text.telling.selected : null}
      </span>
    </div>
  );
}
