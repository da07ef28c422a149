import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/TextProvider.tsx';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  words: { flexGrow: 1, minWidth: 0 },
});

/** What just happened, in a sentence; the live region is always there, so that screen readers hear it change. */
export function Notice({ words, onClose }: { words: string; onClose?: () => void }) {
  const styles = useStyles();
  const text = useText();
  return (
    <div role="status">
      {words ? (
        <div className={styles.notice}>
          <span className={styles.words}>{words}</span>
          {onClose ? (
            <Button size="small" appearance="transparent" onClick={onClose}>
              {text.close}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
