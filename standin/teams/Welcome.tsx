import { Body1, Button, makeStyles, Subtitle2, Text, Title2, tokens } from '@fluentui/react-components';
import {
  ArrowRightRegular,
  DataTrendingRegular,
  OrganizationRegular,
  PeopleChatRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { AppIcon } from './AppIcon.tsx';
import { useText } from './text/useText.ts';
import { useEscape } from './useEscape.ts';
import type { Way } from './ways.ts';

const useStyles = makeStyles({
  veil: {
    position: 'absolute',
    inset: 0,

    display: 'flex',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  page: {
    margin: 'auto',
    width: 'min(960px, 100%)',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalL,
    textAlign: 'center',
  },
  title: { margin: 0 },
  lead: { maxWidth: '56ch', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  cards: {
    alignSelf: 'stretch',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(256px, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: `${tokens.spacingVerticalL} 0 0`,
  },
  card: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    minHeight: '208px',
    padding: tokens.spacingHorizontalXXL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow4,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { boxShadow: tokens.shadow8, border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    '& svg': { flexShrink: 0 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '@media (max-width: 639px)': { minHeight: 'auto', padding: tokens.spacingHorizontalL },
  },
  icon: { color: tokens.colorBrandForeground1, fontSize: '28px', display: 'flex' },
  task: { color: tokens.colorNeutralForeground2 },
  who: {
    marginTop: 'auto',
    paddingTop: tokens.spacingVerticalM,
    alignSelf: 'stretch',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The first visit: three people to be, each with one thing to do. */
export function Welcome(props: { ways: readonly Way[]; onWay: (way: Way) => void; onClose: () => void }) {
  const styles = useStyles();
  const text = useText();
  useEscape(props.onClose);
  const words: Record<Way['kind'], { title: string; task: string; icon: ReactNode }> = {
    head: { title: text.asHead, task: text.headTask, icon: <OrganizationRegular /> },
    meeting: { title: text.inMeeting, task: text.meetingTask, icon: <PeopleChatRegular /> },
    strategist: { title: text.asStrategist, task: text.strategistTask, icon: <DataTrendingRegular /> },
  };
  return (
    <main className={styles.veil}>
      <div className={styles.page}>
        <AppIcon size={56} />
        <Title2 as="h1" className={styles.title}>
          {text.welcome}
        </Title2>
        <Body1 className={styles.lead}>{text.welcomeWhat}</Body1>
        <div className={styles.cards}>
          {props.ways.map((way) => (
            <button key={way.kind} type="button" className={styles.card} onClick={() => props.onWay(way)}>
              <span className={styles.icon}>{words[way.kind].icon}</span>
              <Subtitle2>{words[way.kind].title}</Subtitle2>
              <Text className={styles.task}>{words[way.kind].task}</Text>
              <span className={styles.who}>
                {text.asPerson(way.person.name, way.person.unitTitle)}
                <ArrowRightRegular fontSize={20} />
              </span>
            </button>
          ))}
        </div>
        <Button appearance="transparent" onClick={props.onClose}>
          {text.lookAround}
        </Button>
      </div>
    </main>
  );
}
