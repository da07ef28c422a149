import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from './text/useText.ts';

/** What Teams shows when an app calls shareDeepLink: the link, to copy. */
export function ShareDialog(props: { link: string; label: string; onClose: () => void }) {
  const text = useText();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(props.link).then(
      () => setCopied(true),
      () => setCopied(false), // not allowed here: the link stands in the field, marked when focused
    );
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text.shareTitle}</DialogTitle>
          <DialogContent>
            <Field label={text.shareWhat(props.label)}>
              <Input readOnly value={props.link} onFocus={({ target }) => target.select()} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{text.close}</Button>
            <Button appearance="primary" onClick={copy}>
              {isCopied ? text.copied : text.copy}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
