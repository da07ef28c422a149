import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  words: {
    flexBasis: '100%',
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    maxHeight: '30vh',
    overflowY: 'auto',
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  count: { flexGrow: 1, fontVariantNumeric: 'tabular-nums' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

const focusIt = (button: HTMLElement | null) => button?.focus();

/** Always in sight: what saving would do, what to know before it, and the two buttons. */
export function AssignFooter(parts: {
  added: number;
  removed: number;
  /** How many of the removed have activities. */
  busy: number;
  /** What hangs on that which is taken back; empty where nothing does. */
  warning: string;
  /** Save was pressed once, and what the warning says has to be agreed to. */
  isAsking: boolean;
  isBusy: boolean;
  onSave: () => void;
  onBack: () => void;
  onCancel: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { added, removed, busy, warning, isAsking } = parts;
  return (
    <>
      <div role="status" className={styles.words}>
        {warning === '' ? null : (
          <>
            <WarningRegular aria-hidden className={styles.icon} />
            <span>{warning}</span>
          </>
        )}
      </div>
      <Text className={styles.count}>{text.assign.count(added, removed, busy)}</Text>
      {isAsking ? (
        <>
          <Button className={styles.button} appearance="primary" onClick={parts.onSave}>
            {text.assign.sure}
          </Button>
          <Button className={styles.button} ref={focusIt} onClick={parts.onBack}>
            {text.assign.back}
          </Button>
        </>
      ) : (
        <>
          <Button
            className={styles.button}
            appearance="primary"
            disabled={added + removed === 0}
            disabledFocusable={parts.isBusy}
            onClick={parts.onSave}
          >
            {text.save}
          </Button>
          <Button className={styles.button} onClick={parts.onCancel}>
            {text.cancel}
          </Button>
        </>
      )}
    </>
  );
}
