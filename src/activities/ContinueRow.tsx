import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Activity } from './activity.ts';
import { isUnderWay } from './continueActivity.ts';
import { GoalChoice } from './GoalChoice.tsx';

const useStyles = makeStyles({
  row: {
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  choices: {
    flexWrap: 'wrap',
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    '@media (pointer: coarse)': { rowGap: tokens.spacingVerticalS },
  },
});

export type Choice = 'leave' | 'continue' | 'done' | 'dropped';

/** One of last year's activities, and what becomes of it. */
export function ContinueRow(parts: {
  source: Activity;
  year: number;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  /** None of its goals holds this year: another one must be chosen. */
  lacksGoal: boolean;
  goalKeys: readonly Key[];
  onGoals: (goalKeys: readonly Key[]) => void;
  problem: string | undefined;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { source, choice } = parts;
  const words = text.logging.goOn;
  const choices: readonly Choice[] = isUnderWay(source)
    ? ['continue', 'done', 'dropped', 'leave']
    : ['continue', 'leave'];
  const facts = [
    world.units.get(source.unitKey)?.title,
    source.goalKeys.map((key) => world.goals.get(key)?.theme ?? world.goals.get(key)?.title).join(', '),
    text.activities.states[source.state],
    source.responsibleName,
  ].filter(Boolean);
  return (
    <li className={styles.row}>
      <div className={styles.title}>{source.title}</div>
      <div className={styles.facts}>{facts.join(' · ')}</div>
      <RadioGroup
        layout="horizontal"
        className={styles.choices}
        aria-label={words.what(source.title)}
        value={choice}
        onChange={(_, { value }) => {
          const chosen = choices.find((one) => one === value);
          if (chosen) parts.onChoose(chosen);
        }}
      >
        {choices.map((one) => (
          <Radio key={one} value={one} label={words.choices[one]} />
        ))}
      </RadioGroup>
      {choice === 'continue' && parts.lacksGoal ? (
        <GoalChoice
          year={parts.year}
          unitKey={source.unitKey}
          chosen={parts.goalKeys}
          onChoose={parts.onGoals}
          problem={parts.problem}
          notice={words.otherGoal(parts.year)}
        />
      ) : null}
    </li>
  );
}
