import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { holds } from '../assignments/assignment.ts';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { type Activity, yearOfActivity } from './activity.ts';
import { longestTitle } from './activityLine.ts';
import { GoalChoice } from './GoalChoice.tsx';
import { KindChoice } from './KindChoice.tsx';

const useStyles = makeStyles({
  dates: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  // Fluent's fields have a least width that does not fit beside another one in the meeting's panel.
  field: { minWidth: 0, width: '100%' },
});

/** What people may change of an activity, field by field. */
export function ActivityForm(parts: {
  shown: Activity;
  /** The row without what is typed. */
  seen: Activity;
  onType: (wanted: Partial<Activity>) => void;
  onEnter: () => void;
  wordsFor: (field: string) => string | null;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { world } = useWorld();
  const { shown, seen, onType, wordsFor } = parts;
  const year = yearOfActivity(shown);
  const willWait =
    shown.goalKeys.length > 0 &&
    !shown.goalKeys.some((goalKey) => holds(world.assignments, year, goalKey, shown.unitKey));

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
      <Field label={text.log.what} validationMessage={wordsFor('title')} required>
        <Textarea
          size="large"
          className={styles.field}
          rows={2}
          resize="vertical"
          value={shown.title}
          onChange={(_, { value }) => onType({ title: value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            parts.onEnter();
          }}
        />
      </Field>
      <GoalChoice
        year={year}
        unitKey={shown.unitKey}
        chosen={shown.goalKeys}
        onChoose={(goalKeys) => onType({ goalKeys })}
        problem={wordsFor('goalKeys') ?? undefined}
        notice={
          willWait ? text.log.willWait(world.units.get(shown.unitKey)?.title ?? shown.unitKey) : undefined
        }
      />
      <KindChoice chosen={shown.kind} onChoose={(kind) => onType({ kind })} />
      <Field label={text.change.responsible}>
        <Input
          className={styles.field}
          maxLength={longestTitle}
          value={shown.responsibleName ?? ''}
          onChange={(_, { value }) =>
            onType({
              responsibleName: value || null,
              // The id belongs to the name that it came with: another name is somebody else.
              responsibleId: value === seen.responsibleName ? seen.responsibleId : null,
            })
          }
        />
      </Field>
      <div className={styles.dates}>
        {day('starts', text.change.starts)}
        {day('due', text.change.due)}
      </div>
      {long('expectedEffect', text.change.effect, 2)}
      {long('description', text.change.description, 4)}
    </>
  );
}
