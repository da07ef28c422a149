import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { holds } from '../assignments/assignment.ts';
import type { Key } from '../basics/key.ts';
import { holdsIn, inOrder } from '../goals/goal.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { GoalChip } from './GoalChip.tsx';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
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
  /** Choosing one leaves the other. */
  isSingle?: boolean;
  onChoose: (goalKeys: readonly Key[]) => void;
  problem: string | undefined;
  notice: string | undefined;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const goals = inOrder(
    [...world.goals.values()].filter((goal) => goal.isCarried && holdsIn(goal, parts.year)),
  );
  const own = goals.filter((goal) => holds(world.assignments, parts.year, goal.key, parts.unitKey));
  const others = goals.filter((goal) => !own.includes(goal));

  const chips = (some: typeof goals, isOther: boolean) => (
    <div className={styles.chips}>
      {some.map(({ key, title }) => {
        const isChosen = parts.chosen.includes(key);
        const left = parts.isSingle ? [] : parts.chosen.filter((one) => one !== key);
        const after = isChosen ? left : [...left, key];
        return (
          <GoalChip
            key={key}
            title={title}
            isChosen={isChosen}
            isOther={isOther}
            onChoose={() => parts.onChoose(after)}
          />
        );
      })}
    </div>
  );

  return (
    <Field
      label={text.log.goal}
      validationState={parts.problem === undefined ? 'none' : 'error'}
      validationMessage={parts.problem ?? parts.notice ?? null}
    >
      <div role="group">
        {own.length > 0 ? chips(own, false) : null}
        {others.length > 0 ? (
          <>
            <p className={styles.heading}>{text.log.otherGoals}</p>
            {chips(others, true)}
          </>
        ) : null}
      </div>
    </Field>
  );
}
