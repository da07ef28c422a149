import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Plan } from '../basics/plan.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { ClashChoice } from './ClashChoice.tsx';
import { SideDrawer } from './SideDrawer.tsx';
import type { PlanForm } from './usePlanForm.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { flexBasis: '100%' },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** A drawer in which a plan is written: saved by the one button, and never lost by a slip of the hand. */
export function PlanDrawer<P extends Plan>(parts: {
  title: string;
  form: PlanForm<P>;
  /** The fields that the form shows: what is refused of others is said at the foot. */
  fields: readonly (keyof P & string)[];
  saveLabel?: string;
  canSave?: boolean;
  back?: { readonly label: string; readonly onBack: () => void } | undefined;
  onClosed: () => void;
  /** Below the form: what else can be done, without the form's saving. */
  children: ReactNode;
}) {
  const styles = useStyles();
  const text = useLaterText();
  const { form, back, canSave = true } = parts;
  const { clash, setElement, settle } = form;
  const { isLeaving, dismiss } = form.leaving;
  const refused = form.wordsBelow(parts.fields);
  return (
    <SideDrawer
      title={parts.title}
      isOpen={form.leaving.isOpen}
      back={back && { label: back.label, onBack: () => form.leaveFor(back.onBack) }}
      onDismiss={dismiss}
      onClosed={() => (form.next ?? parts.onClosed)()}
      footer={
        canSave ? (
          <>
            {isLeaving ? (
              <span role="alert" className={styles.line}>
                {text.change.unsaved}
              </span>
            ) : null}
            {refused ? (
              <span role="alert" className={styles.line}>
                {refused}
              </span>
            ) : null}
            <Button className={styles.button} appearance="primary" onClick={() => void form.save()}>
              {parts.saveLabel ?? text.save}
            </Button>
            <Button className={styles.button} onClick={dismiss}>
              {isLeaving ? text.change.throwAway : text.cancel}
            </Button>
          </>
        ) : null
      }
    >
      <div ref={setElement} className={styles.form}>
        {clash ? <ClashChoice clash={clash} onSettle={(whose) => void settle(whose)} /> : null}
        {parts.children}
      </div>
    </SideDrawer>
  );
}
