import { Button, FluentProvider, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  ArrowResetRegular,
  ChevronDownRegular,
  ChevronUpRegular,
  LightbulbRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { placeTitle } from './placeTitle.ts';
import { StripFields, type StripFieldsProps } from './StripFields.tsx';
import { stripTheme } from './stripTheme.ts';
import { useText } from './text/useText.ts';

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    '@media (min-width: 1200px)': { flexWrap: 'nowrap' },
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    boxSizing: 'border-box',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  name: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  note: { color: tokens.colorNeutralForeground2, '@media (max-width: 1599px)': { display: 'none' } },
  fields: { display: 'contents', '@media (max-width: 899px)': { display: 'none' } },
  open: {
    '@media (max-width: 899px)': {
      display: 'flex',
      flexDirection: 'column',
      gap: tokens.spacingVerticalS,
      width: '100%',
    },
  },
  summary: {
    display: 'none',
    '@media (max-width: 899px)': { display: 'flex' },
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    flex: '1 1 0',
  },
  who: {
    flexGrow: 1,
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  actions: { display: 'flex', flexShrink: 0, gap: tokens.spacingHorizontalXS, marginLeft: 'auto' },
  button: { minWidth: 'auto' },
  // On a laptop the icons alone leave room for the switches.
  words: { '@media (min-width: 1200px) and (max-width: 1439px)': { display: 'none' } },
});

export type StripProps = StripFieldsProps & { onTasks: () => void; onStartOver: () => void };

/** The one part that is not Teams: another colour, and words that say so. */
export function Strip(props: StripProps) {
  const { session, choice, onTasks, onStartOver } = props;
  const styles = useStyles();
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const person = session.people.find(({ id }) => id === choice.personId);
  return (
    <FluentProvider theme={stripTheme(choice.theme)}>
      <header className={styles.strip} aria-label={text.strip}>
        <div className={styles.name}>
          <Text weight="semibold">{text.strip}</Text>
          <Text size={200} className={styles.note}>
            {text.stripNote}
          </Text>
        </div>
        <div className={styles.summary}>
          <Text size={200} className={styles.who}>
            {person?.name} · {choice.isFeedOpen ? text.activity : placeTitle(choice.place, session, text)}
          </Text>
          <Button
            size="small"
            aria-expanded={isOpen}
            icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
            iconPosition="after"
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? text.done : text.change}
          </Button>
        </div>
        <div className={mergeClasses(styles.fields, isOpen && styles.open)}>
          <StripFields {...props} />
          <div className={styles.actions}>
            <Button
              className={styles.button}
              size="small"
              appearance="subtle"
              icon={<LightbulbRegular />}
              aria-label={text.tasks}
              title={text.tasks}
              onClick={onTasks}
            >
              <span className={styles.words}>{text.tasks}</span>
            </Button>
            <Button
              className={styles.button}
              size="small"
              appearance="subtle"
              icon={<ArrowResetRegular />}
              aria-label={text.startOver}
              title={text.startOver}
              onClick={onStartOver}
            >
              <span className={styles.words}>{text.startOver}</span>
            </Button>
          </div>
        </div>
      </header>
    </FluentProvider>
  );
}
