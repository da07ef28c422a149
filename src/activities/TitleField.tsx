import { Field, makeStyles, Textarea } from '@fluentui/react-components';
import { type RefObject, useRef } from 'react';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  // Fluent's fields have a least width that does not fit in the meeting's panel.
  field: { minWidth: 0, width: '100%', overflowWrap: 'anywhere' },
});

/** What is done, in one line: Enter saves, as in every quick line. */
export function TitleField(parts: {
  value: string;
  hint?: string;
  problem: string | null;
  field?: RefObject<HTMLTextAreaElement | null>;
  onType: (title: string) => void;
  onEnter: () => void;
  /** What stands in the field after something was pasted into it. */
  onPasted?: (title: string) => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const isPasting = useRef(false);
  return (
    <Field label={text.log.what} hint={parts.hint ?? null} validationMessage={parts.problem} required>
      <Textarea
        {...(parts.field ? { textarea: { ref: parts.field } } : {})}
        size="large"
        className={styles.field}
        resize="vertical"
        rows={2}
        value={parts.value}
        onPaste={() => {
          isPasting.current = true;
        }}
        onChange={(_, { value }) => {
          parts.onType(value);
          if (isPasting.current) parts.onPasted?.(value);
          isPasting.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          parts.onEnter();
        }}
      />
    </Field>
  );
}
