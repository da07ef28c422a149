import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '44px',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flexGrow: 1, flexShrink: 1, flexBasis: '160px', minWidth: 0, overflowWrap: 'anywhere' },
  facts: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    marginTop: tokens.spacingVerticalXXS,
  },
  aside: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    // Above the link that spans the row.
    '& button': { position: 'relative', zIndex: 1 },
  },
  empty: { color: tokens.colorNeutralForeground3, marginBlock: tokens.spacingVerticalM },
  unsent: { borderLeft: `3px solid ${tokens.colorBrandStroke1}`, paddingLeft: tokens.spacingHorizontalS },
});

export function RowList({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    // Safari drops the list role of an unmarked list; the role keeps "list, 4 items" for its readers.
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" aria-label={label} className={styles.list}>
      {children}
    </ul>
  );
}

/** A line of a list: what it is, the facts under it, and what can be done with it. */
export function Row(parts: { title: ReactNode; facts?: ReactNode; aside?: ReactNode; isUnsent?: boolean }) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.row, parts.isUnsent && styles.unsent)}>
      <div className={styles.words}>
        <span>{parts.title}</span>
        {parts.facts ? <div className={styles.facts}>{parts.facts}</div> : null}
      </div>
      {parts.aside ? <div className={styles.aside}>{parts.aside}</div> : null}
    </li>
  );
}

/** What will stand here, when nothing does. */
export function EmptyRows({ children }: { children: ReactNode }) {
  return <p className={useStyles().empty}>{children}</p>;
}
