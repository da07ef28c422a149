import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, SubtractRegular } from '@fluentui/react-icons';
import { type RefObject, useState } from 'react';
import { GoalChip } from '../activities/GoalChip.tsx';
import { holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { type Goal, holdsIn, inOrder } from '../goals/goal.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    '& > button': { '@media (pointer: coarse)': { minHeight: '44px' } },
  },
  more: { minWidth: '32px', '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' } },
  line: {
    marginTop: 0,
    marginBottom: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  wait: {
    marginTop: tokens.spacingVerticalXS,
    marginBottom: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The goals as short chips: what the unit holds, and behind a plus the others, which make the activity wait. */
export function QuickGoals(parts: {
  year: number;
  unitKey: Key;
  unitTitle: string;
  chosen: readonly Key[];
  onChoose: (goalKeys: readonly Key[]) => void;
  chips: RefObject<HTMLDivElement | null>;
  describedBy: string | undefined;
  /** What is to be known of a goal is said while something is written for it. */
  isWriting: boolean;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { year, unitKey, chosen, chips, describedBy } = parts;
  const goals = inOrder([...world.goals.values()].filter((goal) => goal.isCarried && holdsIn(goal, year)));
  const own = goals.filter((goal) => holds(world.assignments, year, goal.key, unitKey));
  const others = goals.filter((goal) => !own.includes(goal));
  const [isAsked, setIsAsked] = useState(false);
  // A chosen goal is never hidden, and a unit without goals of its own has only the others.
  const showsOthers = isAsked || own.length === 0;
  const shown = showsOthers ? others : others.filter(({ key }) => chosen.includes(key));
  const willWait = chosen.length > 0 && !own.some(({ key }) => chosen.includes(key));

  const chip = (goal: Goal, isOther: boolean) => {
    const isChosen = chosen.includes(goal.key);
    const after = isChosen ? chosen.filter((key) => key !== goal.key) : [...chosen, goal.key];
    return (
      <GoalChip
        key={goal.key}
        title={goal.theme ?? goal.title}
        isChosen={isChosen}
        isOther={isOther}
        onChoose={() => parts.onChoose(after)}
      />
    );
  };

  return (
    <div>
      {own.length === 0 && chosen.length === 0 ? <p className={styles.line}>{text.meeting.noGoals}</p> : null}
      <div
        ref={chips}
        role="group"
        aria-label={text.log.goal}
        aria-describedby={describedBy}
        className={styles.chips}
      >
        {own.map((goal) => chip(goal, false))}
        {shown.map((goal) => chip(goal, true))}
        {own.length > 0 && others.length > 0 ? (
          <Button
            appearance="subtle"
            className={styles.more}
            icon={showsOthers ? <SubtractRegular /> : <AddRegular />}
            aria-expanded={showsOthers}
            aria-label={showsOthers ? text.meeting.fewerGoals : text.meeting.moreGoals}
            onClick={() => setIsAsked(!isAsked)}
          />
        ) : null}
      </div>
      <div role="status">
        {willWait && parts.isWriting ? (
          <p className={styles.wait}>{text.log.willWait(parts.unitTitle)}</p>
        ) : null}
      </div>
    </div>
  );
}
