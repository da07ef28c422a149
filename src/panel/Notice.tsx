import { Button, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
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
  words: { flexGrow: 1, flexShrink: 1, flexBasis: '200px', minWidth: 0 },
});

/** A sentence and what can be done about it. */
export function Notice(parts: { words: string; action?: string | undefined; onAction?: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.notice}>
      <span className={styles.words}>{parts.words}</span>
      {parts.action ? (
        <Button size="small" onClick={parts.onAction}>
          {parts.action}
        </Button>
      ) : null}
    </div>
  );
}
