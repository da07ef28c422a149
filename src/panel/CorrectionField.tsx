import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '../basics/refusal.ts';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  form: {
    // Beside other buttons it takes a line of its own.
    flexBasis: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    marginBlock: tokens.spacingVerticalS,
  },
  // In a column of fields it is as wide as its words.
  offer: { alignSelf: 'flex-start' },
  field: { width: '100%', minWidth: 0 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/**
 * [F37] Where a closed period has refused something: the way to do it all the same, with a reason. The button first, the field
 * when it is wanted; a refusal stands beside the field, and what was typed stays.
 */
export function CorrectionField(parts: { onCorrect: (reason: string) => Promise<Refusal | undefined> }) {
  const styles = useStyles();
  const text = useLaterText();
  const { correction: words } = text.periods;
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const isSaving = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  async function send() {
    if (isSaving.current) return;
    isSaving.current = true;
    const refused =
      reason.trim() === ''
        ? ({ refused: 'reasonMissing', field: 'correction' } as const)
        : await parts.onCorrect(reason);
    isSaving.current = false;
    setRefusal(refused);
    if (refused) field.current?.focus();
  }

  if (!isOpen) {
    return (
      <Button className={mergeClasses(styles.button, styles.offer)} onClick={() => setIsOpen(true)}>
        {words.offer}
      </Button>
    );
  }
  return (
    <div className={styles.form}>
      <Field
        className={styles.field}
        label={words.why}
        hint={words.hint}
        validationMessage={refusal ? text.refused(refusal.refused, refusal.limit ?? 0) : null}
      >
        <Textarea
          className={styles.field}
          textarea={{ ref: field }}
          rows={2}
          resize="vertical"
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <Button className={styles.button} onClick={() => void send()}>
        {words.send}
      </Button>
    </div>
  );
}
