import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Fields } from './fields.ts';

const useStyles = makeStyles({
  dates: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  // Fluent's fields have a least width that does not fit beside another one in the meeting's panel.
  field: { minWidth: 0, width: '100%', '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** When, what it is to give, and in more words. */
export function MoreFields(parts: {
  shown: Fields;
  onType: (wanted: Partial<Fields>) => void;
  wordsFor: (field: string) => string | null;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { shown, onType, wordsFor } = parts;

  const day = (field: 'starts' | 'due', label: string) => (
    <Field label={label} validationMessage={wordsFor(field)}>
      <Input
        type="date"
        name={field}
        max="9999-12-31"
        className={styles.field}
        value={shown[field] ?? ''}
        onChange={(_, { value }) => onType({ [field]: value || null })}
      />
    </Field>
  );
  const long = (field: 'expectedEffect' | 'description', label: string, rows: number) => (
    <Field label={label}>
      <Textarea
        className={styles.field}
        rows={rows}
        resize="vertical"
        value={shown[field] ?? ''}
        onChange={(_, { value }) => onType({ [field]: value || null })}
      />
    </Field>
  );

  return (
    <>
      <div className={styles.dates}>
        {day('starts', text.change.starts)}
        {day('due', text.change.due)}
      </div>
      {long('expectedEffect', text.change.effect, 2)}
      {long('description', text.change.description, 4)}
    </>
  );
}

/** A date of which only the year is typed reads as empty: it would be taken away without a word. */
export function halfTyped(form: HTMLElement | null): HTMLInputElement | null {
  return form?.querySelector<HTMLInputElement>('input[type="date"]:invalid') ?? null;
}
