import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useLeaving } from '../panel/useLeaving.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Gap } from './gaps.ts';

const useStyles = makeStyles({ line: { flexBasis: '100%' } });

/** Puts a gap aside with the reason why it is none. */
export function DismissDrawer(parts: { gap: Gap; year: number; boardKey: Key; onClose: () => void }) {
  const styles = useStyles();
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { gap, year, boardKey } = parts;
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const { isOpen, isLeaving, close, dismiss } = useLeaving(reason.trim() !== '');
  const words = text.gaps.dismiss;
  const department = world.units.get(gap.departmentKey)?.title ?? gap.departmentKey;

  async function save(): Promise<void> {
    const { departmentKey, kind } = gap;
    const refused = await store.dispatch({
      do: 'dismissGap',
      year,
      roomKey: boardKey,
      departmentKey,
      gap: kind,
      reason,
    });
    setRefusal(refused);
    if (!refused) close();
  }

  return (
    <SideDrawer
      title={words.title(department)}
      isOpen={isOpen}
      onDismiss={dismiss}
      onClosed={parts.onClose}
      footer={
        <>
          {isLeaving ? (
            <span role="alert" className={styles.line}>
              {text.logging.unsaved}
            </span>
          ) : null}
          <Button appearance="primary" onClick={() => void save()}>
            {words.save}
          </Button>
          <Button onClick={dismiss}>{isLeaving ? text.logging.throwAway : text.cancel}</Button>
        </>
      }
    >
      <p>{text.gaps.short[gap.kind]}</p>
      <Field
        label={words.reason}
        hint={words.hint}
        validationMessage={refusal ? text.refused(refusal.refused, refusal.limit ?? 0) : null}
        required
      >
        <Textarea rows={3} resize="vertical" value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </SideDrawer>
  );
}
