import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/TextProvider.tsx';

const useStyles = makeStyles({
  bar: {
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    marginBottom: tokens.spacingVerticalM,
  },
  row: {
    height: '44px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    display: 'flex',
    alignItems: 'center',
  },
  rowBar: { width: '55%', marginBottom: 0 },
  title: { width: '180px', height: '28px' },
  sentence: { width: 'min(100%, 520px)' },
  section: { width: '90px', marginTop: tokens.spacingVerticalXXL },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The panel's own layout before its words are there, so that nothing jumps when they come. */
export function PanelSkeleton() {
  const styles = useStyles();
  const text = useText();
  return (
    <div role="status">
      <span className={styles.hidden}>{text.loading}</span>
      <div aria-hidden>
        <div className={`${styles.bar} ${styles.title}`} />
        <div className={`${styles.bar} ${styles.sentence}`} />
        {[1, 2].map((section) => (
          <div key={section}>
            <div className={`${styles.bar} ${styles.section}`} />
            {[1, 2, 3, 4].map((row) => (
              <div key={row} className={styles.row}>
                <div className={`${styles.bar} ${styles.rowBar}`} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
