import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AlertFilled,
  AlertRegular,
  CalendarFilled,
  CalendarRegular,
  CallRegular,
  ChatRegular,
  DocumentRegular,
  PeopleTeamFilled,
  PeopleTeamRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { AppIcon } from './AppIcon.tsx';
import type { Place } from './choice.ts';
import { Spoken } from './Spoken.tsx';
import { useText } from './text/useText.ts';

const useStyles = makeStyles({
  rail: {
    width: '68px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (max-width: 639px)': { display: 'none' },
  },
  item: {
    position: 'relative',
    boxSizing: 'border-box',
    width: '68px',
    height: '56px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXXS,
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    '& svg': { fontSize: '24px' },
  },
  button: {
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  bell: { position: 'relative', display: 'flex' },
  badge: { position: 'absolute', top: '-6px', left: '13px' },
  // Decoration: as pale as a disabled control, so that nobody tries it.
  pale: { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
  chosen: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '4px',
      top: '12px',
      bottom: '12px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
});

/** The app rail: the activity feed and three ways to the tab; the rest is what a real Teams has there. */
export function Rail(props: {
  place: Place;
  isFeedOpen: boolean;
  unread: number;
  onFeed: () => void;
  onTeam: () => void;
  onMeeting: () => void;
  onPersonal: () => void;
}) {
  const { place, isFeedOpen, unread, onFeed, onTeam, onMeeting, onPersonal } = props;
  const styles = useStyles();
  const text = useText();
  const isTeam = !isFeedOpen && place.kind !== 'personal' && place.kind !== 'meeting';
  const isMeeting = !isFeedOpen && place.kind === 'meeting';
  return (
    <nav className={styles.rail} aria-label={text.rail}>
      <Way
        icon={
          <span className={styles.bell}>
            {isFeedOpen ? <AlertFilled /> : <AlertRegular />}
            {unread > 0 && (
              <CounterBadge
                className={styles.badge}
                count={unread}
                size="small"
                color="danger"
                aria-hidden="true"
              />
            )}
          </span>
        }
        label={text.activity}
        spoken={unread > 0 ? text.unreadCount(unread) : undefined}
        isChosen={isFeedOpen}
        onGo={onFeed}
      />
      <Pale icon={<ChatRegular />} label={text.chat} />
      <Way
        icon={isTeam ? <PeopleTeamFilled /> : <PeopleTeamRegular />}
        label={text.teams}
        isChosen={isTeam}
        onGo={onTeam}
      />
      <Way
        icon={isMeeting ? <CalendarFilled /> : <CalendarRegular />}
        label={text.calendar}
        isChosen={isMeeting}
        onGo={onMeeting}
      />
      <Pale icon={<CallRegular />} label={text.calls} />
      <Pale icon={<DocumentRegular />} label={text.files} />
      <Way
        icon={<AppIcon size={24} />}
        label={text.tabName}
        isChosen={!isFeedOpen && place.kind === 'personal'}
        onGo={onPersonal}
      />
    </nav>
  );
}

function Way(props: {
  icon: ReactNode;
  label: string;
  /** What the icon shows beside its label. */
  spoken?: string | undefined;
  isChosen: boolean;
  onGo: () => void;
}) {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, styles.button, props.isChosen && styles.chosen)}
      aria-current={props.isChosen ? 'page' : undefined}
      onClick={props.onGo}
    >
      {props.icon}
      {props.label}
      {props.spoken !== undefined && <Spoken>{props.spoken}</Spoken>}
    </button>
  );
}

function Pale({ icon, label }: { icon: ReactNode; label: string }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.item, styles.pale)} aria-hidden="true" data-decoration>
      {icon}
      {label}
    </span>
  );
}
