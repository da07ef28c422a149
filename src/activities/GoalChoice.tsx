import { Field, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { holdsIn, inOrder } from '../goals/goal.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useText } from '../text/TextProvider.tsx';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  chip: { minWidth: 0, textAlign: 'start' },
  // A goal that the unit does not hold can be chosen all the same; the dashes say that it is not theirs yet.
  other: {
    borderTopStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderLeftStyle: 'dashed',
  },
  heading: {
    marginBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The goals as chips: the unit's own first, the others below. */
export function GoalChoice(parts: {
  year: number;
  unitKey: Key;
  chosen: readonly Key[];
  onChoose: (goalKeys: readonly Key[]) => void;
  problem: string | undefined;
  notice: string | undefined;
}) {
  const styles = useStyles();
  const text = useText();
  const { world } = useWorld();
  const goals = inOrder(
    [...world.goals.values()].filter((goal) => goal.isCarried && holdsIn(goal, parts.year)),
  );
  const own = goals.filter((goal) => holds(world.assignments, parts.year, goal.key, parts.unitKey));
  const others = goals.filter((goal) => !own.includes(goal));

  const chip = (goal: (typeof goals)[number], look: string | undefined) => {
    const isChosen = parts.chosen.includes(goal.key);
    const after = isChosen ? parts.chosen.filter((key) => key !== goal.key) : [...parts.chosen, goal.key];
    return (
      <ToggleButton
        key={goal.key}
        shape="circular"
        className={`${styles.chip} ${look ?? ''}`}
        checked={isChosen}
        onClick={() => parts.onChoose(after)}
      >
        {goal.title}
      </ToggleButton>
    );
  };

  return (
    <Field
      label={text.log.goal}
      validationState={parts.problem === undefined ? 'none' : 'error'}
      validationMessage={parts.problem ?? parts.notice ?? null}
    >
      <div role="group">
        <div className={styles.chips}>{own.map((goal) => chip(goal, undefined))}</div>
        {others.length > 0 ? (
          <>
            <p className={styles.heading}>{text.log.otherGoals}</p>
            <div className={styles.chips}>{others.map((goal) => chip(goal, styles.other))}</div>
          </>
        ) : null}
      </div>
    </Field>
  );
}
