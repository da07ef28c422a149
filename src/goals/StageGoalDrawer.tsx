import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { PlanDrawer } from '../panel/PlanDrawer.tsx';
import { TwoStep } from '../panel/TwoStep.tsx';
import { usePlanForm } from '../panel/usePlanForm.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Goal, StageGoal } from './goal.ts';
import { longestStageGoalName, newStageGoalKey, type StageGoalPlan } from './saveStageGoal.ts';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%', '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** A dated step on the way to a goal. */
export function StageGoalDrawer(parts: {
  goal: Goal;
  /** Left out for a new one. */
  stageGoal: StageGoal | undefined;
  year: number;
  roomKey: Key;
  canChange: boolean;
  back: { readonly label: string; readonly onBack: () => void };
  onClose: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const words = text.goalsPage.stage;
  const store = useStore();
  const { world } = useWorld();
  const { goal, year, roomKey, canChange } = parts;
  const [stageGoal] = useState(parts.stageGoal);
  const first: StageGoalPlan = {
    title: stageGoal?.title ?? '',
    goalKey: goal.key,
    due: stageGoal?.due ?? '',
  };
  const save = (to: StageGoalPlan | null, was: StageGoalPlan | null) =>
    store.dispatch({
      do: 'saveStageGoal',
      year,
      roomKey,
      stageGoalKey: stageGoal?.key ?? newStageGoalKey(world.stageGoals, goal.key, to?.title ?? ''),
      was,
      to,
    });
  const form = usePlanForm<StageGoalPlan>({ first, isNew: !stageGoal, save });
  const { plan, type } = form;

  async function remove() {
    const refused = await save(null, first);
    if (!refused) form.leaving.close();
  }

  return (
    <PlanDrawer
      title={stageGoal ? words.change : words.new}
      form={form}
      fields={['title', 'due']}
      canSave={canChange}
      back={parts.back}
      onClosed={parts.onClose}
    >
      <Field label={words.name} required validationMessage={form.wordsFor('title')}>
        <Input
          name="title"
          className={styles.field}
          readOnly={!canChange}
          maxLength={longestStageGoalName + 1}
          value={plan.title}
          onChange={(_, { value }) => type({ title: value })}
        />
      </Field>
      <Field label={words.due} required validationMessage={form.wordsFor('due')}>
        <Input
          type="date"
          name="due"
          max="9999-12-31"
          className={styles.field}
          readOnly={!canChange}
          value={plan.due}
          onChange={(_, { value }) => type({ due: value })}
        />
      </Field>
      {stageGoal && canChange ? (
        <TwoStep
          ask={words.remove}
          sure={words.removeSure}
          yes={words.removeYes}
          no={words.removeNo}
          onYes={() => void remove()}
        />
      ) : null}
    </PlanDrawer>
  );
}
