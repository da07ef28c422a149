import { Checkbox, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { PlanForm } from '../panel/usePlanForm.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { type GoalDraft, typedYear } from './goalDraft.ts';
import { longestGoalName } from './saveGoal.ts';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%', '@media (pointer: coarse)': { minHeight: '44px' } },
  years: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  ticks: { display: 'flex', flexDirection: 'column' },
});

/** The fields that these show, by their names in the plan. */
export const goalFields = ['title', 'description', 'theme', 'fromYear', 'toYear'] as const;

/** What a goal is called, when it holds, and how it is followed up. */
export function GoalFields({ form, canChange }: { form: PlanForm<GoalDraft>; canChange: boolean }) {
  const styles = useStyles();
  const { goalsPage } = useLaterText();
  const words = goalsPage.form;
  const { plan, type } = form;
  const readOnly = !canChange;
  return (
    <>
      <Field label={words.name} hint={words.nameHint} required validationMessage={form.wordsFor('title')}>
        <Input
          name="title"
          className={styles.field}
          readOnly={readOnly}
          // One more than fits, so that the rule says why, and nothing is cut unseen.
          maxLength={longestGoalName + 1}
          value={plan.title}
          onChange={(_, { value }) => type({ title: value })}
        />
      </Field>
      <div className={styles.years}>
        <Field label={words.from} required validationMessage={form.wordsFor('fromYear')}>
          <Input
            name="fromYear"
            inputMode="numeric"
            className={styles.field}
            readOnly={readOnly}
            maxLength={4}
            value={String(plan.fromYear)}
            onChange={(_, { value }) => type({ fromYear: typedYear(value) })}
          />
        </Field>
        <Field label={words.to} hint={words.toHint} validationMessage={form.wordsFor('toYear')}>
          <Input
            name="toYear"
            inputMode="numeric"
            className={styles.field}
            readOnly={readOnly}
            maxLength={4}
            value={plan.toYear === null ? '' : String(plan.toYear)}
            onChange={(_, { value }) => type({ toYear: value.trim() === '' ? null : typedYear(value) })}
          />
        </Field>
      </div>
      <Field label={words.how}>
        <div className={styles.ticks} role="group" aria-label={words.how}>
          <Checkbox
            label={words.carried}
            disabled={readOnly}
            checked={plan.isCarried}
            onChange={(_, { checked }) => type({ isCarried: checked === true })}
          />
          <Checkbox
            label={words.measured}
            disabled={readOnly}
            checked={plan.isMeasured}
            onChange={(_, { checked }) => type({ isMeasured: checked === true })}
          />
        </div>
      </Field>
      <Field label={words.theme} hint={words.themeHint} validationMessage={form.wordsFor('theme')}>
        <Input
          name="theme"
          className={styles.field}
          readOnly={readOnly}
          maxLength={100}
          value={plan.theme ?? ''}
          onChange={(_, { value }) => type({ theme: value === '' ? null : value })}
        />
      </Field>
      <Field label={words.description} validationMessage={form.wordsFor('description')}>
        <Textarea
          name="description"
          className={styles.field}
          readOnly={readOnly}
          rows={3}
          resize="vertical"
          value={plan.description ?? ''}
          onChange={(_, { value }) => type({ description: value === '' ? null : value })}
        />
      </Field>
    </>
  );
}
