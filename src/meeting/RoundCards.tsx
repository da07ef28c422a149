import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Activity, yearOfActivity } from '../activities/activity.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { EmptyRows } from '../panel/RowList.tsx';
import { Section } from '../panel/Section.tsx';
import { useStore } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { isUnderWay } from './round.ts';

const useStyles = makeStyles({
  cards: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
  },
  card: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  who: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  step: {
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalS,
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  problem: {
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const steps = ['done', 'ongoing', 'dropped'] as const;

/** What is under way at this stop, to be spoken of one by one. What is ended here stays till the round goes on. */
export function RoundCards(parts: { activities: readonly Activity[]; roomKey: Key; hasGoal: boolean }) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.meeting.round;
  const [first] = useState(() => new Set(parts.activities.filter(isUnderWay).map(({ key }) => key)));
  const shown = parts.activities.filter((activity) => first.has(activity.key) || isUnderWay(activity));
  return (
    <Section title={words.underWay}>
      {shown.length === 0 ? (
        <EmptyRows>{parts.hasGoal ? words.none : words.noneAtAll}</EmptyRows>
      ) : (
        // Safari drops the list role of an unmarked list.
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles
        <ul role="list" aria-label={words.underWay} className={styles.cards}>
          {shown.map((activity) => (
            <RoundCard key={activity.key} activity={activity} roomKey={parts.roomKey} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function RoundCard({ activity, roomKey }: { activity: Activity; roomKey: Key }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const [refusal, setRefusal] = useState<Refusal>();
  const words = text.meeting.round;

  async function choose(state: Activity['state']) {
    if (state === activity.state) return;
    const refused = await store.dispatch({
      do: 'changeActivity',
      activityKey: activity.key,
      year: yearOfActivity(activity),
      roomKey,
      fields: { state: { was: activity.state, to: state } },
    });
    setRefusal(refused);
  }

  return (
    <li className={styles.card}>
      <div>{activity.title}</div>
      {activity.responsibleName ? <div className={styles.who}>{activity.responsibleName}</div> : null}
      <div role="group" aria-label={words.stateOf(activity.title)} className={styles.steps}>
        {steps.map((state) => {
          const isNow = state === activity.state;
          return (
            <Button
              key={state}
              size="small"
              className={styles.step}
              aria-pressed={isNow}
              {...(isNow ? { icon: <CheckmarkRegular fontSize={16} /> } : {})}
              onClick={() => void choose(state)}
            >
              {isNow ? text.activities.states[state] : words.states[state]}
            </Button>
          );
        })}
      </div>
      {refusal ? (
        <p role="alert" className={styles.problem}>
          {text.refused(refusal.refused, refusal.limit ?? 0)}
        </p>
      ) : null}
    </li>
  );
}
