import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useClipboard } from '../panel/useClipboard.tsx';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  place: { boxSizing: 'border-box', width: '100%', maxWidth: '640px' },
  text: {
    boxSizing: 'border-box',
    display: 'block',
    width: '100%',
    marginBottom: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    resize: 'vertical',
  },
  said: { marginInlineStart: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** A text that is in sight and can be copied; where the window may not reach the clipboard, it stands selected. */
export function CopyPart(parts: { words: string; label: string; rows: number; isPrimary?: boolean }) {
  const styles = useStyles();
  const text = useLaterText();
  const id = useId();
  const { state, field, copy } = useClipboard<HTMLTextAreaElement>(parts.words);
  return (
    <div className={styles.place}>
      <textarea
        ref={field}
        className={styles.text}
        aria-labelledby={id}
        readOnly
        rows={parts.rows}
        value={parts.words}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        id={id}
        size="small"
        className={styles.button}
        appearance={parts.isPrimary ? 'primary' : 'secondary'}
        onClick={() => void copy()}
      >
        {parts.label}
      </Button>
      <span role="status" className={styles.said}>
        {state === 'copied' ? `${text.telling.copied} ✓` : state === 'shown' ? text.telling.selected : null}
      </span>
    </div>
  );
}
