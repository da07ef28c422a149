import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { PlanForm } from '../panel/usePlanForm.tsx';
import { useLaterText } from '../text/useLaterText.tsx';
import { HeadField } from './HeadField.tsx';
import { longestUnitName, type UnitPlan } from './saveUnit.ts';

const useStyles = makeStyles({
  field: { minWidth: 0, width: '100%', '@media (pointer: coarse)': { minHeight: '44px' } },
  heads: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
});

const characters = ['operational', 'administrative'] as const;
const roles = ['head', 'acting', 'delegate'] as const;

/** The fields that these show, by their names in the plan. */
export const unitFields = ['title', 'character', 'heads'] as const;

/** What a unit is called, what kind it is of, and who leads it. */
export function UnitFields({ form, canChange = true }: { form: PlanForm<UnitPlan>; canChange?: boolean }) {
  const styles = useStyles();
  const { organisation } = useLaterText();
  const words = organisation.form;
  const { plan, type } = form;
  return (
    <>
      <Field label={words.name} required validationMessage={form.wordsFor('title')}>
        <Input
          name="title"
          className={styles.field}
          readOnly={!canChange}
          // One more than fits, so that the rule says why, and nothing is cut unseen.
          maxLength={longestUnitName + 1}
          value={plan.title}
          onChange={(_, { value }) => type({ title: value })}
        />
      </Field>
      <Field label={words.character} hint={organisation.characterHints[plan.character]}>
        <RadioGroup
          layout="horizontal"
          value={plan.character}
          disabled={!canChange}
          onChange={(_, { value }) =>
            type({ character: value === 'administrative' ? 'administrative' : 'operational' })
          }
        >
          {characters.map((one) => (
            <Radio key={one} value={one} label={organisation.characters[one]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={words.heads} hint={words.headsHint}>
        <div className={styles.heads} role="group" aria-label={words.heads}>
          {roles.map((role) => (
            <HeadField
              key={role}
              label={words.roles[role]}
              person={plan.heads[role]}
              canChange={canChange}
              onChoose={(person) => type({ heads: { ...plan.heads, [role]: person } })}
            />
          ))}
        </div>
      </Field>
    </>
  );
}
