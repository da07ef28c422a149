import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '../basics/refusal.ts';
import type { Wish } from '../commands.ts';
import { Notice } from '../panel/Notice.tsx';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useStore } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { flexBasis: '100%' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** A step that changes more than one thing: what it comes to stands there before it is done, in one save. */
export function StepDrawer(parts: {
  title: string;
  saveLabel: string;
  back: { readonly label: string; readonly onBack: () => void };
  reading?: { readonly at: 'reading' | 'read' | 'failed'; readonly again: () => void } | undefined;
  /** Nothing while something is still to be chosen: then the chooser says what. */
  wishes: () => readonly Wish[] | undefined;
  onClosed: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const words = text.organisation;
  const [isOpen, setIsOpen] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isGoingBack, setIsGoingBack] = useState(false);
  const { reading, back } = parts;

  /** First this one closes, then that one opens: gone while it is open, it would leave the page hidden from screen readers. */
  function goBack() {
    setIsGoingBack(true);
    setIsOpen(false);
  }

  async function save() {
    const wishes = parts.wishes();
    if (!wishes) return;
    const refused = await store.dispatchAll(wishes);
    setRefusal(refused);
    if (!refused) setIsOpen(false);
  }

  return (
    <SideDrawer
      title={parts.title}
      isOpen={isOpen}
      back={{ label: back.label, onBack: goBack }}
      onDismiss={() => setIsOpen(false)}
      onClosed={isGoingBack ? back.onBack : parts.onClosed}
      footer={
        <>
          {refusal ? (
            <span role="alert" className={styles.line}>
              {text.refused(refusal.refused, refusal.limit ?? 0)}
            </span>
          ) : null}
          <Button
            className={styles.button}
            appearance="primary"
            disabled={reading !== undefined && reading.at !== 'read'}
            onClick={() => void save()}
          >
            {parts.saveLabel}
          </Button>
          <Button className={styles.button} onClick={() => setIsOpen(false)}>
            {text.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {parts.children}
        <div role="status">
          {reading?.at === 'reading' ? <Spinner size="tiny" label={words.reading} /> : null}
          {reading?.at === 'failed' ? (
            <Notice words={words.failed} action={words.again} onAction={reading.again} />
          ) : null}
        </div>
      </div>
    </SideDrawer>
  );
}
