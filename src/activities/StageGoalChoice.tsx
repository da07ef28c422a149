import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { holdsIn, type StageGoal } from '../goals/goal.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  field: { minWidth: 0 },
  select: { minWidth: 0, '@media (pointer: coarse)': { '& select': { height: '44px' } } },
});

/** The stage goal that the work leads to: those of the chosen goals first, for work may also enable another's. */
export function StageGoalChoice(parts: {
  year: number;
  goalKeys: readonly Key[];
  chosen: Key | null;
  onChoose: (stageGoalKey: Key | null) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { chosen, goalKeys } = parts;
  const isOpen = ({ key, goalKey }: StageGoal) => {
    const goal = world.goals.get(goalKey);
    return key === chosen || (goal !== undefined && holdsIn(goal, parts.year));
  };
  const all = [...world.stageGoals.values()].filter(isOpen).sort((a, b) => (a.due < b.due ? -1 : 1));
  const own = all.filter(({ goalKey }) => goalKeys.includes(goalKey));
  const shown = [...own, ...all.filter((stageGoal) => !own.includes(stageGoal))];
  if (shown.length === 0) return null;
  return (
    <Field label={text.logging.stageGoal} className={styles.field}>
      <Select
        className={styles.select}
        value={chosen ?? ''}
        onChange={(_, { value }) => parts.onChoose(value === '' ? null : value)}
      >
        <option value="">{text.logging.noStageGoal}</option>
        {shown.map(({ key, title, due }) => (
          <option key={key} value={key}>
            {`${title} (${due.slice(0, 4)})`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
