import { Avatar, makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { Session } from './session.ts';
import { useText } from './text/useText.ts';

const useStyles = makeStyles({
  list: {
    boxSizing: 'border-box',
    width: '280px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowY: 'auto',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1199px)': { width: '232px' },
    '@media (max-width: 959px)': { display: 'none' },
  },
  heading: {
    display: 'flex',
    alignItems: 'center',
    height: '60px',
    padding: `0 ${tokens.spacingHorizontalS}`,
  },
  title: { margin: 0 },
  team: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '36px',
    padding: `0 ${tokens.spacingHorizontalS}`,
  },
  channels: { listStyleType: 'none', margin: 0, padding: 0 },
  channel: {
    boxSizing: 'border-box',
    width: '100%',
    height: '32px',
    padding: `0 ${tokens.spacingHorizontalS} 0 40px`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
  },
});

/** One team with a channel for each department, and Allmänt, which every team has. */
export function ChannelList(props: {
  session: Session;
  channel: string | null;
  onChannel: (channel: string | null) => void;
}) {
  const { session, channel, onChannel } = props;
  const styles = useStyles();
  const text = useText();
  const departments = session.places.filter(({ level }) => level === 'department');
  const channels = [{ key: null, title: text.generalChannel }, ...departments];
  return (
    <nav className={styles.list} aria-label={text.channelList}>
      <div className={styles.heading}>
        <Subtitle1 as="h2" className={styles.title}>
          {text.teams}
        </Subtitle1>
      </div>
      <div className={styles.team}>
        <Avatar name={session.site.title} shape="square" size={24} color="colorful" aria-hidden="true" />
        <Text weight="semibold" truncate wrap={false}>
          {session.organisation}
        </Text>
      </div>
      <ul className={styles.channels}>
        {channels.map(({ key, title }) => (
          <li key={key ?? ''}>
            <button
              type="button"
              className={mergeClasses(styles.channel, key === channel && styles.chosen)}
              aria-current={key === channel ? 'page' : undefined}
              onClick={() => onChannel(key)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
