import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle.tsx';
import { SyncMark } from './SyncMark.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalM,
    // On paper the title alone is wanted.
    '@media print': { '& > :not(h1)': { display: 'none' } },
  },
  // The place is kept for what comes after the first frame.
  menu: { display: 'flex', justifyContent: 'flex-end', minWidth: '64px', minHeight: '32px' },
});

/** A page's title, and quietly beside it: the year, whether all is saved, and what can be done with the page. */
export function PageHead(parts: {
  title: string;
  onWaiting: () => void;
  /** The choice of year, where there is one. */
  children?: ReactNode;
  menu?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <header className={styles.head}>
      <PageTitle>{parts.title}</PageTitle>
      {parts.children}
      <SyncMark onOpen={parts.onWaiting} />
      {parts.menu ? <span className={styles.menu}>{parts.menu}</span> : null}
    </header>
  );
}
