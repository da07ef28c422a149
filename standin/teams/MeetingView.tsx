import { Avatar, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  CallEndRegular,
  ChatRegular,
  EmojiRegular,
  HandRightRegular,
  MicRegular,
  PeopleRegular,
  ShareScreenStartRegular,
  VideoRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { AppIcon } from './AppIcon.tsx';
import type { Person } from './session.ts';
import { useText } from './text/useText.ts';

const useStyles = makeStyles({
  view: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
  },
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    height: '60px',
    padding: `0 ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { display: 'none' },
  },
  time: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  name: { margin: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  controls: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXL,
    marginLeft: 'auto',
    color: tokens.colorNeutralForegroundDisabled,
    fontSize: '20px',
    '@media (max-width: 959px)': { display: 'none' },
  },
  leave: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
  },
  body: { flexGrow: 1, minHeight: 0, display: 'flex' },
  stage: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { display: 'none' },
  },
  // Teams keeps a narrow edge round what is shown, and its name above it.
  shown: {
    flexDirection: 'column',
    alignItems: 'stretch',
    justifyContent: 'flex-start',
    padding: 0,
  },
  shownHeader: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    height: '44px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
  },
  room: { position: 'relative', width: '100%', maxWidth: '880px', aspectRatio: '16 / 9', maxHeight: '100%' },
  table: {
    position: 'absolute',
    inset: '32% 25%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: '50%',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    textAlign: 'center',
  },
  seat: {
    position: 'absolute',
    width: '128px',
    marginLeft: '-64px',
    marginTop: '-40px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXS,
    textAlign: 'center',
  },
  panel: {
    // 320 px: the 280 of the frame and 20 on each side, as Teams has it.
    width: '320px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { width: '100%' },
  },
  panelHeader: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '56px',
    padding: '0 20px',
    '@media (max-width: 639px)': { display: 'none' },
  },
});

/** A meeting: the people round a table, or what is shown to them all, and the tab in the side panel. */
export function MeetingView(props: {
  unitTitle: string;
  people: readonly Person[];
  /** What the app shows to everybody in the meeting. */
  stage: ReactNode;
  onStopStage: (() => void) | undefined;
  children: ReactNode;
}) {
  const { unitTitle, people, stage, onStopStage, children } = props;
  const styles = useStyles();
  const text = useText();
  return (
    <main className={styles.view}>
      <div className={styles.bar}>
        <Text as="h1" weight="semibold" size={400} className={styles.name}>
          {text.meetingTitle(unitTitle)}
        </Text>
        <Text className={styles.time}>{text.meetingTime}</Text>
        <span className={styles.controls} aria-hidden="true" data-decoration>
          <ChatRegular />
          <PeopleRegular />
          <HandRightRegular />
          <EmojiRegular />
          <VideoRegular />
          <MicRegular />
          <ShareScreenStartRegular />
          <span className={styles.leave}>
            <CallEndRegular fontSize={20} /> {text.leave}
          </span>
        </span>
      </div>
      <div className={styles.body}>
        {onStopStage === undefined ? (
          <section className={styles.stage} aria-label={text.around}>
            <div className={styles.room}>
              <div className={styles.table} aria-hidden="true">
                <Text size={300}>{unitTitle}</Text>
              </div>
              {people.map((person, seat) => (
                <div key={person.id} className={styles.seat} style={seatPlace(seat, people.length)}>
                  <Avatar name={person.name} size={56} color="colorful" aria-hidden="true" />
                  <Text size={200}>{person.name}</Text>
                </div>
              ))}
            </div>
          </section>
        ) : (
          <section className={mergeClasses(styles.stage, styles.shown)} aria-label={text.stageTitle}>
            <div className={styles.shownHeader}>
              <Text size={200}>{text.stageShown}</Text>
              <Button size="small" onClick={onStopStage}>
                {text.stopStage}
              </Button>
            </div>
            {stage}
          </section>
        )}
        <section className={styles.panel} aria-label={text.tabName}>
          <div className={styles.panelHeader}>
            <AppIcon size={24} />
            <Text as="h2" weight="semibold" size={400} className={styles.name}>
              {text.tabName}
            </Text>
          </div>
          {children}
        </section>
      </div>
    </main>
  );
}

/** Evenly round an ellipse, the first one nearest the viewer. */
function seatPlace(seat: number, seats: number): { left: string; top: string } {
  const angle = Math.PI / 2 + (2 * Math.PI * seat) / seats;
  return { left: `${50 + 41 * Math.cos(angle)}%`, top: `${50 + 42 * Math.sin(angle)}%` };
}
