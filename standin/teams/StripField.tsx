import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    minWidth: 0,
    // What is narrow already keeps its width; the wide ones give way.
    flexShrink: 0,
    '@media (max-width: 899px)': {
      display: 'grid',
      gridTemplateColumns: '72px minmax(0, 1fr)',
      width: '100%',
    },
  },
  // The two long ones give way when the strip is short, and take what is left when it is long.
  wide: {
    flex: '1 1 160px',
    maxWidth: '340px',
    '@media (max-width: 899px)': { maxWidth: 'none', flex: 'none' },
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

/** A label with its control on one line: the strip is too slim for Fluent's Field, which stands on two. */
export function StripField(props: { label: string; isWide?: boolean; children: (id: string) => ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={mergeClasses(styles.field, props.isWide === true && styles.wide)}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      {props.children(id)}
    </div>
  );
}
