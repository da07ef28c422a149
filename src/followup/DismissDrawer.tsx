import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Key } from '../basics/key.ts';
import type { Refusal } from '../basics/refusal.ts';
import { SideDrawer } from '../panel/SideDrawer.tsx';
import { useStore, useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import type { Gap } from './gaps.ts';

/** Puts a gap aside with the reason why it is none. */
export function DismissDrawer(parts: { gap: Gap; year: number; boardKey: Key; onClose: () => void }) {
  const text = useLaterText();
  const store = useStore();
  const { world } = useWorld();
  const { gap, year, boardKey } = parts;
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const [isOpen, setIsOpen] = useState(true);
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
    if (!refused) setIsOpen(false);
  }

  return (
    <SideDrawer
      title={words.title(department)}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={parts.onClose}
      footer={
        <>
          <Button appearance="primary" onClick={() => void save()}>
            {words.save}
          </Button>
          <Button onClick={() => setIsOpen(false)}>{text.cancel}</Button>
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
