import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useWorld } from '../sync/useWorld.ts';
import { useLaterText } from '../text/useLaterText.tsx';
import { ForgetDevice } from './ForgetDevice.tsx';
import { SideDrawer } from './SideDrawer.tsx';
import { UnsentFileButton } from './UnsentFileButton.tsx';
import { UnsentLists } from './UnsentLists.tsx';

/** Everything that the site does not have yet, and what can be done about each line of it. */
export function WaitingDrawer(parts: { onClose: () => void; onForgotten: () => void }) {
  const text = useLaterText();
  const { waiting, stuck } = useWorld();
  const [step, setStep] = useState<'lists' | 'forget' | 'forgotten'>('lists');
  const [isOpen, setIsOpen] = useState(true);
  const isEmpty = waiting.length + stuck.length === 0;
  const footer = (
    <>
      {isEmpty ? null : <UnsentFileButton />}
      <Button appearance="subtle" onClick={() => setStep('forget')}>
        {text.forget.title}
      </Button>
    </>
  );
  return (
    <SideDrawer
      title={step === 'lists' ? text.waiting.title : text.forget.title}
      isOpen={isOpen}
      onDismiss={() => setIsOpen(false)}
      onClosed={() => {
        parts.onClose();
        if (step === 'forgotten') parts.onForgotten();
      }}
      {...(step === 'lists' ? { footer } : {})}
    >
      {step === 'lists' ? (
        <UnsentLists />
      ) : (
        <ForgetDevice
          onBack={() => setStep('lists')}
          onForgotten={() => {
            setStep('forgotten');
            setIsOpen(false);
          }}
        />
      )}
    </SideDrawer>
  );
}
