import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import { useClipboard } from './useClipboard.tsx';

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
  const { state, field, copy } = useClipboard<HTMLTextAreaElement>(words);
  return (
    <div className={styles.place}>
      <Button size="small" className={styles.button} aria-label={label} onClick={() => void copy()}>
        {text.telling.copy}
      </Button>
      {state === 'shown' ? (
        <textarea
          ref={field}
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
