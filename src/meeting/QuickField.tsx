import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ArrowEnterLeftRegular } from '@fluentui/react-icons';
import { type RefObject, useEffect } from 'react';
import { longestTitle } from '../activities/activityLine.ts';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'stretch', columnGap: tokens.spacingHorizontalXS },
  field: {
    flexGrow: 1,
    minWidth: 0,
    '& textarea': { minHeight: '44px', maxHeight: '140px', fieldSizing: 'content', boxSizing: 'border-box' },
  },
  enter: { minWidth: '44px', minHeight: '44px', flexShrink: 0 },
});

/** The big line itself. Wherever it comes on screen, it is what one writes in. */
export function QuickField(parts: {
  field: RefObject<HTMLTextAreaElement | null>;
  title: string;
  /** Where the words stand about what is wrong with it. */
  problemId: string | undefined;
  onType: (title: string) => void;
  /** True when the pasted text has been taken care of. */
  onPaste: (text: string) => boolean;
  onEnter: () => void;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { field, title, problemId } = parts;

  useEffect(() => field.current?.focus(), [field]);

  return (
    <div className={styles.line}>
      <Textarea
        textarea={{ ref: field }}
        size="large"
        resize="none"
        rows={1}
        className={styles.field}
        aria-label={text.log.what}
        aria-describedby={problemId}
        aria-invalid={problemId === undefined ? undefined : true}
        placeholder={text.log.what}
        value={title}
        maxLength={longestTitle * 40}
        onChange={(_, { value }) => parts.onType(value)}
        onPaste={(event) => {
          if (parts.onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
        onKeyDown={(event) => {
          // The title is one line: Enter saves.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          parts.onEnter();
        }}
      />
      <Button
        appearance="primary"
        className={styles.enter}
        icon={<ArrowEnterLeftRegular />}
        aria-label={text.save}
        onClick={parts.onEnter}
      />
    </div>
  );
}
