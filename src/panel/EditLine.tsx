import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { changesBetween } from '../activities/changeActivity.ts';
import { GoalChoice } from '../activities/GoalChoice.tsx';
import type { LogActivity } from '../activities/logActivity.ts';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import type { Command, Wish } from '../commands.ts';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Logged = Extract<Command, { do: 'logActivity' }>;

/** A line that has not been sent yet, as its author is rewriting it. */
export type Edit = {
  readonly command: Logged;
  readonly title: string;
  readonly goalKeys: readonly Key[];
  readonly refusal: Refusal | undefined;
};

export function EditLine(parts: {
  edit: Edit;
  /** The line was sent while it was being rewritten: it is then changed where it stands. */
  isSent?: boolean;
  onEdit: (edit: Edit | undefined) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { edit, onEdit, isSent = false } = parts;
  const { command, title, goalKeys, refusal } = edit;
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => field.current?.focus(), []);

  async function save() {
    const wish = isSent ? changeOf() : { ...wishOf(command), title, goalKeys };
    const refused = wish && (isSent ? await store.dispatch(wish) : await store.replace(command.key, wish));
    onEdit(refused ? { ...edit, refusal: refused } : undefined);
  }

  function changeOf(): Wish | undefined {
    const row = world.activities.get(command.activityKey);
    const { activityKey, year, roomKey } = command;
    const fields = row ? changesBetween(row, { ...row, title, goalKeys }) : {};
    return { do: 'changeActivity', activityKey, year, roomKey, fields };
  }

  const wordsFor = (name: string) =>
    refusal?.field === name ? text.refused(refusal.refused, refusal.limit ?? 0) : null;
  // What is not about a field of this form is said above its buttons.
  const other = refusal && refusal.field !== 'title' && refusal.field !== 'goalKeys' ? refusal : undefined;

  return (
    <div className={styles.form}>
      <Field
        label={text.log.what}
        hint={isSent ? text.waiting.sentMeanwhile : null}
        validationMessage={wordsFor('title')}
        required
      >
        <Textarea
          textarea={{ ref: field }}
          rows={2}
          resize="vertical"
          value={title}
          onChange={(_, { value }) => onEdit({ ...edit, title: value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              // Leaves the line, not the whole drawer with it.
              event.preventDefault();
              event.stopPropagation();
              return onEdit(undefined);
            }
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void save();
          }}
        />
      </Field>
      <GoalChoice
        year={command.year}
        unitKey={command.unitKey}
        chosen={goalKeys}
        onChoose={(chosen) => onEdit({ ...edit, goalKeys: chosen })}
        problem={wordsFor('goalKeys') ?? undefined}
        notice={undefined}
      />
      {other ? <span role="alert">{text.refused(other.refused, other.limit ?? 0)}</span> : null}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => void save()}>
          {text.save}
        </Button>
        <Button onClick={() => onEdit(undefined)}>{text.cancel}</Button>
      </div>
    </div>
  );
}

/** The wish without its signature: it is signed anew. */
function wishOf(command: Logged): LogActivity {
  const { activityKey, year, title, goalKeys, kind, unitKey, roomKey, details } = command;
  const wish: LogActivity = {
    do: 'logActivity',
    activityKey,
    year,
    title,
    goalKeys,
    kind,
    unitKey,
    roomKey,
  };
  return details ? { ...wish, details } : wish;
}
