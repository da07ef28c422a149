import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AppIcon } from './AppIcon.tsx';
import { type FeedItem, splitActor, whenSent } from './feed.ts';
import { Spoken } from './Spoken.tsx';
import { useText } from './text/useText.ts';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    boxSizing: 'border-box',
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusLarge,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  unread: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
  },
  dot: {
    position: 'absolute',
    left: '6px',
    top: '24px',
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
    // High contrast draws no backgrounds; a border it does.
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxSizing: 'border-box',
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  // Teams takes at most 150 characters here, so all of them are shown.
  first: { overflowWrap: 'anywhere' },
  actor: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  when: {
    // The lines below it have the whole width.
    float: 'right',
    marginLeft: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  preview: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
  },
  where: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    '& img': { flexShrink: 0, borderRadius: tokens.borderRadiusSmall },
  },
  topic: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** One line of the feed: who, what, where, and how long ago. */
export function FeedRow(props: { item: FeedItem; day: string; isChosen: boolean; onOpen: () => void }) {
  const { item, day, isChosen, onOpen } = props;
  const styles = useStyles();
  const text = useText();
  const [actor, rest] = splitActor(item);
  const isUnread = !item.isRead;
  return (
    <button
      type="button"
      className={mergeClasses(styles.row, isUnread && styles.unread, isChosen && styles.chosen)}
      aria-current={isChosen ? 'true' : undefined}
      onClick={onOpen}
    >
      {isUnread && (
        <>
          <span className={styles.dot} aria-hidden="true" />
          <Spoken>{text.unread}</Spoken>
        </>
      )}
      <Avatar name={item.actor.name} size={32} color="colorful" aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.first}>
          <time className={styles.when} dateTime={item.sent}>
            {whenSent(item.sent, day, text.locale)}
          </time>
          {actor !== '' && <span className={styles.actor}>{actor}</span>}
          {rest}
        </span>
        {item.preview !== '' && <span className={styles.preview}>{item.preview}</span>}
        <span className={styles.where}>
          <AppIcon size={16} />
          <span className={styles.topic}>
            {item.topic === '' ? text.tabName : text.inApp(text.tabName, item.topic)}
          </span>
        </span>
      </span>
    </button>
  );
}
