import { makeStyles, Subtitle1, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { AppIcon } from './AppIcon.tsx';
import { useText } from './text/useText.ts';

const useStyles = makeStyles({
  view: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0 },
  header: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '60px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { display: 'none' },
  },
});

/** The app opened from the rail, for one person alone. */
export function PersonalView({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const text = useText();
  return (
    <main className={styles.view}>
      <div className={styles.header}>
        <AppIcon size={32} />
        <Subtitle1 as="h1" className={styles.title}>
          {text.tabName}
        </Subtitle1>
        <TabList selectedValue="overview" aria-label={text.tabName}>
          <Tab value="overview">{text.overview}</Tab>
        </TabList>
      </div>
      {children}
    </main>
  );
}
