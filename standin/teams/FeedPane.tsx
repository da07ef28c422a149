import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { FeedItem } from './feed.ts';
import { FeedRow } from './FeedRow.tsx';
import { useText } from './text/useText.ts';
import type { Feed } from './useFeed.ts';

const useStyles = makeStyles({
  pane: {
    boxSizing: 'border-box',
    width: '320px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    // Beside it there would be no room for the tab: the feed takes the place of it.
    '@media (max-width: 959px)': { width: '100%', flexShrink: 1, borderRight: 'none' },
  },
  heading: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    height: '60px',
    padding: `0 ${tokens.spacingHorizontalL}`,
  },
  title: { margin: 0 },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
  },
  empty: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalXXL} 15vh`,
    textAlign: 'center',
  },
  bell: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '72px',
    height: '72px',
    marginBottom: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontSize: '32px',
    boxShadow: tokens.shadow4,
  },
  under: { color: tokens.colorNeutralForeground2 },
});

/** The activity feed of Teams: what apps have told this person, newest first. */
export function FeedPane(props: { feed: Feed; day: string; onOpen: (item: FeedItem) => void }) {
  const { feed, day, onOpen } = props;
  const styles = useStyles();
  const text = useText();
  const [chosen, setChosen] = useState<number>();
  return (
    <section className={styles.pane} aria-label={text.activity}>
      <div className={styles.heading}>
        <Subtitle1 as="h2" className={styles.title}>
          {text.activity}
        </Subtitle1>
      </div>
      {feed.items.length === 0 ? (
        <div className={styles.empty}>
          <span className={styles.bell} aria-hidden="true">
            <AlertRegular />
          </span>
          <Text weight="semibold" size={400} align="center">
            {text.feedEmpty}
          </Text>
          <Text className={styles.under} align="center">
            {text.feedEmptyWhy}
          </Text>
        </div>
      ) : (
        <ul className={styles.list}>
          {feed.items.map((item) => (
            <li key={item.id}>
              <FeedRow
                item={item}
                day={day}
                isChosen={item.id === chosen}
                onOpen={() => {
                  setChosen(item.id);
                  feed.onRead(item.id);
                  onOpen(item);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
