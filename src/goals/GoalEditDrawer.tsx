import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Key } from '../basics/key.ts';
import { inNewOrder } from '../basics/order.ts';
import { holdersLosing, isShorter } from '../followup/goalHolders.ts';
import { PlanDrawer } from '../panel/PlanDrawer.tsx';
import { TwoStep } from '../panel/TwoStep.tsx';
import { usePlanForm } from '../panel/usePlanForm.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Goal } from './goal.ts';
import { GoalBelow } from './GoalBelow.tsx';
import { type GoalDraft, goalIn, goalPlanOf } from './goalDraft.ts';
import { GoalFields, goalFields } from './GoalFields.tsx';
import type { GoalsOpen } from './GoalsPage.tsx';
import { newGoalKey } from './saveGoal.ts';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  lines: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  line: { margin: 0 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** A goal is set or changed; what that takes from those who have it is told before it is saved. */
export function GoalEditDrawer(parts: {
  goal: Goal | undefined;
  /** The goals that hold, in their order. */
  beside: readonly Goal[];
  year: number;
  roomKey: Key;
  canChange: boolean;
  onOpen: (open: GoalsOpen) => void;
  onClose: () => void;
}) {
  const styles = useStyles();
  const { goalsPage: words } = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { goal, beside, year, roomKey, canChange } = parts;
  const form = usePlanForm<GoalDraft>({
    first: goal ? goalPlanOf(goal) : newGoal(),
    isNew: goal === undefined,
    save(to, was) {
      const goalKey = goal?.key ?? newGoalKey(world.goals, to.title);
      return store.dispatch({
        do: 'saveGoal',
        year,
        roomKey,
        goalKey,
        was: was && goalIn(was),
        to: goalIn(to),
      });
    },
  });
  const plan = goalIn(form.plan);
  const isCut = goal !== undefined && isShorter(goal, plan);
  const losing = isCut ? holdersLosing(world, goal, plan) : [];
  const place = beside.findIndex(({ key }) => key === goal?.key);

  function newGoal(): GoalDraft {
    return {
      title: '',
      description: null,
      isMeasured: false,
      isCarried: true,
      theme: null,
      fromYear: year,
      toYear: null,
      order: Math.max(0, ...[...world.goals.values()].map(({ order }) => order)) + 1,
      state: 'active',
    };
  }

  async function step(by: -1 | 1) {
    if (!goal) return;
    await store.dispatchAll(
      inNewOrder(beside, goal.key, by).map(({ row, order }) => {
        const was = goalIn(goalPlanOf(row));
        return { do: 'saveGoal', year, roomKey, goalKey: row.key, was, to: { ...was, order } };
      }),
    );
  }

  async function turn(state: Goal['state']) {
    if (!goal) return;
    const was = goalIn(goalPlanOf(goal));
    const refused = await store.dispatch({
      do: 'saveGoal',
      year,
      roomKey,
      goalKey: goal.key,
      was,
      to: { ...was, state },
    });
    if (!refused) form.leaving.close();
  }

  const ending = goal ? holdersLosing(world, goal, { ...goal, state: 'ended' }) : [];
  const act = (label: string, onAct: () => void, isDisabled = false) => (
    <Button className={styles.button} disabled={isDisabled} onClick={onAct}>
      {label}
    </Button>
  );
  return (
    <PlanDrawer
      title={goal?.title ?? words.form.new}
      form={form}
      fields={goalFields}
      canSave={canChange}
      onClosed={parts.onClose}
    >
      <GoalFields form={form} canChange={canChange} />
      <div role="status" className={styles.lines}>
        {isCut ? (
          <>
            {losing.map(({ year: one, departments, units }) => (
              <p key={one} className={styles.line}>
                {words.cut.holders(one, departments, units)}
              </p>
            ))}
            <p className={styles.line}>{words.cut.means}</p>
            <p className={styles.line}>{words.cut.later}</p>
          </>
        ) : null}
      </div>
      {goal ? (
        <GoalBelow
          goal={goal}
          isMeasured={form.plan.isMeasured}
          canChange={canChange}
          onOpen={(open) => form.leaveFor(() => parts.onOpen(open))}
        />
      ) : null}
      {goal && canChange ? (
        <div role="group" aria-label={words.acts.label} className={styles.acts}>
          {goal.state === 'active' ? (
            <>
              {act(words.acts.up, () => void step(-1), place <= 0)}
              {act(words.acts.down, () => void step(1), place === beside.length - 1)}
              <TwoStep
                ask={words.acts.end}
                sure={[
                  words.acts.endSure,
                  ...ending.map(({ year: one, departments, units }) =>
                    words.cut.holders(one, departments, units),
                  ),
                  words.acts.endHint,
                ].join(' ')}
                yes={words.acts.endYes}
                no={words.acts.endNo}
                onYes={() => void turn('ended')}
              />
            </>
          ) : (
            act(words.acts.reopen, () => void turn('active'))
          )}
        </div>
      ) : null}
    </PlanDrawer>
  );
}
