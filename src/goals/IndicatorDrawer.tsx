import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import { PlanDrawer } from '../panel/PlanDrawer.tsx';
import { TwoStep } from '../panel/TwoStep.tsx';
import { usePlanForm } from '../panel/usePlanForm.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Goal } from './goal.ts';
import { type IndicatorDraft, indicatorIn, indicatorPlanOf, typedYear } from './goalDraft.ts';
import type { Indicator } from './indicator.ts';
import { asTyped } from './numberIn.ts';
import { longestIndicatorName, newIndicatorKey } from './saveIndicator.ts';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%', '@media (pointer: coarse)': { minHeight: '44px' } },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
});

const fields = [
  'title',
  'measureUnit',
  'baselineYear',
  'baselineValue',
  'targetYear',
  'targetValue',
] as const;

/** What a goal is measured by: from where, to where, and which way is better. */
export function IndicatorDrawer(parts: {
  goal: Goal;
  /** Left out for a new one. */
  indicator: Indicator | undefined;
  year: number;
  roomKey: Key;
  canChange: boolean;
  back: { readonly label: string; readonly onBack: () => void };
  onClose: () => void;
}) {
  const styles = useStyles();
  const { goalsPage } = useLaterText();
  const words = goalsPage.indicator;
  const store = useStore();
  const { world } = useWorld();
  const { goal, year, roomKey, canChange } = parts;
  const [indicator] = useState(parts.indicator);
  const first: IndicatorDraft = indicator
    ? indicatorPlanOf(indicator)
    : {
        title: '',
        goalKey: goal.key,
        measureUnit: '',
        direction: 'down',
        baselineYear: goal.fromYear - 1,
        baselineValue: '',
        targetYear: goal.toYear ?? '',
        targetValue: '',
      };
  const save = (to: IndicatorDraft | null, was: IndicatorDraft | null) =>
    store.dispatch({
      do: 'saveIndicator',
      year,
      roomKey,
      indicatorKey: indicator?.key ?? newIndicatorKey(world.indicators, goal.key, to?.title ?? ''),
      was: was && indicatorIn(was),
      to: to && indicatorIn(to),
    });
  const form = usePlanForm<IndicatorDraft>({ first, isNew: !indicator, save });
  const { plan, type } = form;

  async function remove() {
    const refused = await save(null, first);
    if (!refused) form.leaving.close();
  }

  const year4 = (field: 'baselineYear' | 'targetYear', label: string) => (
    <Field label={label} required validationMessage={form.wordsFor(field)}>
      <Input
        name={field}
        inputMode="numeric"
        className={styles.field}
        readOnly={!canChange}
        maxLength={4}
        value={String(plan[field])}
        onChange={(_, { value }) => type({ [field]: typedYear(value) })}
      />
    </Field>
  );
  const value = (field: 'baselineValue' | 'targetValue', label: string) => (
    <Field label={label} required validationMessage={form.wordsFor(field) && words.number}>
      <Input
        name={field}
        inputMode="decimal"
        className={styles.field}
        readOnly={!canChange}
        contentAfter={plan.measureUnit}
        value={typeof plan[field] === 'number' ? asTyped(plan[field]) : plan[field]}
        onChange={(_, { value: typed }) => type({ [field]: typed })}
      />
    </Field>
  );
  return (
    <PlanDrawer
      title={indicator ? words.change : words.new}
      form={form}
      fields={fields}
      canSave={canChange}
      back={parts.back}
      onClosed={parts.onClose}
    >
      <Field label={words.name} required validationMessage={form.wordsFor('title')}>
        <Input
          name="title"
          className={styles.field}
          readOnly={!canChange}
          maxLength={longestIndicatorName + 1}
          value={plan.title}
          onChange={(_, { value: title }) => type({ title })}
        />
      </Field>
      <Field
        label={words.unit}
        hint={words.unitHint}
        required
        validationMessage={form.wordsFor('measureUnit')}
      >
        <Input
          name="measureUnit"
          className={styles.field}
          readOnly={!canChange}
          maxLength={41}
          value={plan.measureUnit}
          onChange={(_, { value: measureUnit }) => type({ measureUnit })}
        />
      </Field>
      <Field label={words.direction}>
        <RadioGroup
          layout="horizontal"
          disabled={!canChange}
          value={plan.direction}
          onChange={(_, { value: direction }) => type({ direction: direction === 'up' ? 'up' : 'down' })}
        >
          <Radio value="down" label={words.directions.down} />
          <Radio value="up" label={words.directions.up} />
        </RadioGroup>
      </Field>
      <div className={styles.pair}>
        {year4('baselineYear', words.baselineYear)}
        {value('baselineValue', words.baseline)}
        {year4('targetYear', words.targetYear)}
        {value('targetValue', words.target)}
      </div>
      {indicator && canChange ? (
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
