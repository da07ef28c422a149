import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from './text/useText.ts';

/** Asks first: what has been tried here may be an hour's work. */
export function StartOverDialog(props: { onStartOver: () => Promise<void>; onClose: () => void }) {
  const text = useText();
  const [state, setState] = useState<'asking' | 'working' | { failed: string }>('asking');
  const begin = (): void => {
    setState('working');
    props.onStartOver().then(props.onClose, (error: unknown) => {
      setState({ failed: error instanceof Error ? error.message : String(error) });
    });
  };
  const isWorking = state === 'working';
  return (
    <Dialog modalType="alert" open onOpenChange={(_, { open }) => !open && !isWorking && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text.startOverAsk}</DialogTitle>
          <DialogContent>
            {typeof state === 'object' ? text.startOverFailed(state.failed) : text.startOverWhat}
          </DialogContent>
          <DialogActions>
            <Button disabled={isWorking} onClick={props.onClose}>
              {text.cancel}
            </Button>
            <Button appearance="primary" disabled={isWorking} onClick={begin}>
              {isWorking ? text.startingOver : text.startOver}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
